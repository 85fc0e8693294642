/// Says of each part of an Office file what it is.
struct PartTypes {
  private var xml = XML()
  private var extensions: Set<String> = []

  /// Says what all parts with an ending are.
  mutating func add(ending: String, _ type: String) {
    guard extensions.insert(ending).inserted else { return }
    xml.empty("Default", ["Extension": ending, "ContentType": type])
  }

  /// Says what a part is.
  mutating func add(_ part: String, _ type: String) {
    xml.empty("Override", ["PartName": part, "ContentType": type])
  }

  /// The part itself, which comes first in the archive.
  var file: [UInt8] {
    XML.file { file in
      file.element("Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]) { types in
        types.empty(
          "Default",
          ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
        types.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
        types.empty("Default", ["Extension": "xlsx", "ContentType": PartTypes.embeddedWorkbook])
        types.append(xml)
      }
    }
  }

  static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
  static let worksheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
  static let worksheetStyles = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
  static let worksheetTable = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
  static let embeddedWorkbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  static let chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
  static let theme = "application/vnd.openxmlformats-officedocument.theme+xml"
  static let coreProperties = "application/vnd.openxmlformats-package.core-properties+xml"

  /// The type of a part of a Word document: "styles", "footnotes", "document.main".
  static func word(_ part: String) -> String {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.\(part)+xml"
  }
}

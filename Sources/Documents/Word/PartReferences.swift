/// What a part of an Office file refers to, each with an id that counts up from rId1.
struct PartReferences {
  /// What kind of part is referred to: the last word of the type's address.
  enum Kind: String {
    case officeDocument, styles, numbering, settings, footnotes, header, footer, theme, fontTable, image, chart
    case hyperlink, package, worksheet, table
    /// The one kind that belongs to another namespace.
    case coreProperties = "metadata/core-properties"

    var type: String {
      self == .coreProperties
        ? "http://schemas.openxmlformats.org/package/2006/relationships/\(rawValue)"
        : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(rawValue)"
    }
  }

  private var xml = XML()
  private var count = 0

  /// Whether there is nothing to write.
  var isEmpty: Bool { xml.bytes.isEmpty }

  /// Refers to a part, or to an address outside, and returns the id.
  @discardableResult
  mutating func add(_ kind: Kind, _ target: String) -> String {
    count += 1
    let id = "rId\(count)"
    add(kind, target, id: id)
    return id
  }

  /// Refers to a part by an id that stands in it already.
  mutating func add(_ kind: Kind, _ target: String, id: String) {
    xml.empty(
      "Relationship",
      ["Id": id, "Type": kind.type, "Target": target, "TargetMode": kind == .hyperlink ? "External" : nil])
  }

  /// The part that holds these references.
  var file: [UInt8] {
    XML.file { file in
      file.element("Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]) {
        $0.append(xml)
      }
    }
  }

  /// A part written at once.
  static func file(_ fill: (inout PartReferences) -> Void) -> [UInt8] {
    var references = PartReferences()
    fill(&references)
    return references.file
  }
}

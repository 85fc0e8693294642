@testable import Documents

/// A small Word file, told by the XML of its parts.
struct WordFile {
  var body: String
  var parts: [String: String] = [:]

  init(_ body: String, parts: [String: String] = [:]) {
    self.body = body
    self.parts = parts
  }

  func read() throws -> SourceDocument {
    try SourceDocument(bytes, named: "report.docx")
  }

  var bytes: [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let types = "http://schemas.openxmlformats.org/package/2006"
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let links = parts.keys.sorted().map { name in
      let type = name.filter(\.isLetter)
      return "<Relationship Id=\"\(name)\" Type=\"\(office)/\(type)\" Target=\"\(name).xml\"/>"
    }
    var files = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(types)/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(types)/relationships\"><Relationship Id=\"m\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
      ),
      (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"\(types)/relationships\">\(links.joined())</Relationships>"
      ),
      ("word/document.xml", root("document", "<w:body>\(body)</w:body>")),
    ]
    files += parts.sorted { $0.key < $1.key }.map { name, content in
      ("word/\(name).xml", root(name.filter(\.isLetter), content))
    }
    return storedZip(files.map { ($0.0, Array($0.1.utf8)) })
  }

  /// Charts have a root of their own namespace; all else is WordprocessingML.
  private func root(_ element: String, _ content: String) -> String {
    let tag = element == "chart" ? "c:chartSpace" : "w:\(element)"
    let namespaces = [
      "w": "wordprocessingml/2006/main", "a": "drawingml/2006/main", "c": "drawingml/2006/chart",
      "r": "officeDocument/2006/relationships", "mc": "markup-compatibility/2006",
    ].map { "xmlns:\($0)=\"http://schemas.openxmlformats.org/\($1)\"" }
    return "<\(tag) \(namespaces.joined(separator: " "))>\(content)</\(tag)>"
  }
}

func storedZip(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
  var local: [UInt8] = []
  var central: [UInt8] = []
  for file in files {
    let name = Array(file.name.utf8)
    let size = little(UInt32(file.content.count))
    let common: [UInt8] =
      little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0)) + little(crc32(file.content))
      + size
      + size + little(UInt16(name.count)) + little(UInt16(0))
    central += [0x50, 0x4B, 1, 2] + little(UInt16(20)) + common + [UInt8](repeating: 0, count: 10)
    central += little(UInt32(local.count)) + name
    local += [0x50, 0x4B, 3, 4] + common + name + file.content
  }
  let count = little(UInt16(files.count))
  return local + central + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(UInt32(central.count))
    + little(UInt32(local.count)) + [0, 0]
}

private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~UInt32(0)) { sum, byte in sum >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
}

private let remainders: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
}

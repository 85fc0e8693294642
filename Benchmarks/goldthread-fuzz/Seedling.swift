import Documents

/// A good file that mutants are made of.
struct Seedling {
  var name: String
  /// The parts of an Office file, unpacked; nil for text.
  var parts: [Part]?
  var bytes: [UInt8]

  struct Part {
    var name: String
    var bytes: [UInt8]
  }

  init(_ name: String, _ bytes: [UInt8]) throws {
    self.name = name
    self.bytes = bytes
    parts = bytes.starts(with: [0x50, 0x4B]) ? try unzipped(bytes) : nil
  }

  init(_ name: String, parts: [(String, String)]) throws {
    let parts = parts.map { Part(name: $0.0, bytes: Array($0.1.utf8)) }
    self.name = name
    self.parts = parts
    bytes = try zipped(parts)
  }

  init(_ name: String, text: String) throws {
    try self.init(name, Array(text.utf8))
  }
}

func zipped(_ parts: [Seedling.Part]) throws -> [UInt8] {
  var zip = ZipWriter()
  for part in parts { zip.add(part.name, part.bytes) }
  return try zip.bytes()
}

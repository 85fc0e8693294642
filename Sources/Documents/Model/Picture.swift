/// A picture that came from a person: a logo, or what stands in the header of their Word file.
///
/// What it is, its bytes tell, never its name. Its size in pixels is read from its head, as a small file can ask for
/// more memory than a computer has.
package struct Picture: Sendable, Equatable {
  package enum Kind: String, Sendable { case png, jpeg, gif, svg }

  /// Why a picture is not taken.
  package enum Trouble: Hashable, Sendable, Error {
    case unknownKind
    case tooLarge(bytes: Int)
    case tooManyPixels
    case damaged
    /// An SVG can hold programs and can fetch things.
    case active(String)
  }

  package let kind: Kind
  package let bytes: [UInt8]
  package let width: Int
  package let height: Int

  package static let mostBytes = 2 << 20
  package static let mostPixelsAcross = 5_000

  package init(_ bytes: [UInt8]) throws(Trouble) {
    guard bytes.count <= Picture.mostBytes else { throw .tooLarge(bytes: bytes.count) }
    guard let kind = Kind(sniffing: bytes) else { throw .unknownKind }
    let size =
      switch kind {
      case .png: pngSize(bytes)
      case .jpeg: jpegSize(bytes)
      case .gif: gifSize(bytes)
      case .svg: try svgSize(bytes)
      }
    guard let size, size.width > 0, size.height > 0 else { throw .damaged }
    guard max(size.width, size.height) <= Picture.mostPixelsAcross else { throw .tooManyPixels }
    self.kind = kind
    self.bytes = bytes
    (width, height) = size
  }
}

extension Picture.Kind {
  /// How web pages and Office files name the kind.
  package var mediaType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }
}

extension Picture.Trouble {
  package var wrong: String {
    switch self {
    case .unknownKind: "a picture is of a kind that is not used here"
    case .tooLarge(let bytes): "a picture has \(bytes) bytes; the limit is 2 MB"
    case .tooManyPixels: "a picture is more than \(Picture.mostPixelsAcross) pixels wide or high"
    case .damaged: "a picture is damaged or does not say how large it is"
    case .active(let what): "a picture holds something that runs or is fetched (\(what))"
    }
  }

  package var mend: String {
    switch self {
    case .unknownKind: "Save it as PNG or JPEG and put that in its place."
    case .tooLarge, .tooManyPixels: "Make it smaller: a logo needs no more than a few hundred pixels."
    case .damaged: "Save it again as PNG or JPEG."
    case .active: "Save it as PNG."
    }
  }
}

extension Picture.Kind {
  init?(sniffing bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: Array("GIF8".utf8)) {
      self = .gif
    } else if bytes.prefix(1024).containsRun(Array("<svg".utf8)) {
      self = .svg
    } else {
      return nil
    }
  }
}

private func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

/// The first chunk of a PNG is its header: width and height in four bytes each.
private func pngSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
  return (number(bytes[16..<20]), number(bytes[20..<24]))
}

private func gifSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  guard bytes.count >= 10 else { return nil }
  return (Int(bytes[6]) | Int(bytes[7]) << 8, Int(bytes[8]) | Int(bytes[9]) << 8)
}

/// A JPEG is a row of segments; the size stands in the one that begins the frame.
private func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  var index = 2
  while index + 9 < bytes.count, bytes[index] == 0xFF {
    let marker = bytes[index + 1]
    if marker == 0xFF {
      index += 1
      continue
    }
    let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    if isFrame { return (number(bytes[index + 7..<index + 9]), number(bytes[index + 5..<index + 7])) }
    let length = number(bytes[index + 2..<index + 4])
    guard length >= 2 else { return nil }
    index += 2 + length
  }
  return nil
}

/// The size of an SVG that holds nothing but drawing.
private func svgSize(_ bytes: [UInt8]) throws(Picture.Trouble) -> (width: Int, height: Int)? {
  let root: XMLElement
  do throws(ReadError) {
    root = try XMLTree.read(bytes, .council) { trouble, line in ReadError(trouble, in: "", at: "line \(line)") }
  } catch {
    if error.trouble == .doctype { throw .active("document type") }
    throw .damaged
  }
  guard root.name == "svg:svg" else { throw .unknownKind }
  try check(root)
  let box = root["viewBox"]?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
  func length(_ name: String) -> Double? {
    root[name].flatMap { Double($0.hasSuffix("px") ? String($0.dropLast(2)) : $0) }
  }
  let width = length("width") ?? (box.count == 4 ? box[2] : 0)
  let height = length("height") ?? (box.count == 4 ? box[3] : 0)
  guard width.isFinite, height.isFinite, width >= 1, height >= 1, width < 1e6, height < 1e6 else { return nil }
  return (Int(width.rounded()), Int(height.rounded()))
}

private func check(_ element: XMLElement) throws(Picture.Trouble) {
  let tag = element.name.split(separator: ":").last.map { $0.lowercased() } ?? ""
  if ["script", "foreignobject", "iframe", "animate", "set", "handler", "listener"].contains(tag) {
    throw .active(tag)
  }
  for (name, value) in element.attributes {
    let name = name.lowercased()
    if name.hasPrefix("on") { throw .active(name) }
    let isInside = value.hasPrefix("#") || value.hasPrefix("data:image/png") || value.hasPrefix("data:image/jpeg")
    if name == "href" || name == "xlink:href", !isInside { throw .active(String(value.prefix(40))) }
    if fetches(value) { throw .active(String(value.prefix(40))) }
  }
  if tag == "style", fetches(element.text) || element.text.contains("@import") { throw .active("style") }
  for child in element.elements { try check(child) }
}

/// Whether a style names an address other than a place in the picture itself.
private func fetches(_ style: String) -> Bool {
  style.lowercased().split(separator: "url(", omittingEmptySubsequences: false).dropFirst().contains { address in
    !address.drop { $0 == "\"" || $0 == "'" || $0 == " " }.hasPrefix("#")
  }
}

import CExpat

/// Follows the elements of one XML part. Names carry the usual prefixes ("w:p", "c:val"),
/// whatever prefix the file itself uses and whether it is strict or transitional.
protocol XMLFollower: AnyObject {
  func start(_ name: String, _ attributes: [String: String])
  func end(_ name: String)
  func text(_ text: String)
  /// Why it won't follow any further.
  var refusal: ReadError.Trouble? { get }
}

extension XMLFollower {
  var refusal: ReadError.Trouble? { nil }
  func text(_ text: String) {}
  func end(_ name: String) {}
}

/// A parser for parts that nobody vouches for: no document type, no entities of its own, no
/// bottomless nesting.
final class XMLPart {
  private let parser: XML_Parser
  private let follower: any XMLFollower
  private let limits: ReadLimits
  private var depth = 0
  private var refusal: ReadError.Trouble?

  init?(following follower: any XMLFollower, limits: ReadLimits) {
    guard let parser = XML_ParserCreateNS(nil, CChar(bitPattern: separator)) else { return nil }
    self.parser = parser
    self.follower = follower
    self.limits = limits
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, elementStarts, elementEnds)
    XML_SetCharacterDataHandler(parser, textArrives)
    XML_SetStartDoctypeDeclHandler(parser, doctypeStarts)
  }

  deinit { XML_ParserFree(parser) }

  /// Takes the next bytes of the part; answers what is wrong with them, if anything.
  func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> ReadError.Trouble? {
    let chunk = bytes.bindMemory(to: CChar.self)
    if XML_Parse(parser, chunk.baseAddress, Int32(chunk.count), isLast ? 1 : 0) == XML_STATUS_OK { return nil }
    return refusal
      ?? .malformedXML(reason: XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not XML")
  }

  var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  fileprivate func refuse(_ trouble: ReadError.Trouble) {
    refusal = refusal ?? trouble
    XML_StopParser(parser, 0)
  }

  fileprivate func start(_ name: UnsafePointer<CChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard refusal == nil else { return }
    depth += 1
    guard depth <= limits.xmlDepth else { return refuse(.tooDeep(limit: limits.xmlDepth)) }
    var attributes: [String: String] = [:]
    var index = 0
    while index < 2 * limits.xmlAttributes, let key = pairs?[index], let value = pairs?[index + 1] {
      attributes[familiar(key)] = String(cString: value)
      index += 2
    }
    follower.start(familiar(name), attributes)
    if let trouble = follower.refusal { refuse(trouble) }
  }

  fileprivate func end(_ name: UnsafePointer<CChar>) {
    guard refusal == nil else { return }
    depth -= 1
    follower.end(familiar(name))
  }

  fileprivate func text(_ characters: UnsafePointer<CChar>, _ count: Int32) {
    guard refusal == nil else { return }
    let bytes = UnsafeRawBufferPointer(start: characters, count: Int(count))
    follower.text(String(decoding: bytes, as: UTF8.self))
  }
}

// Closures handed to C may refer to nothing but file-level functions.

private func part(_ context: UnsafeMutableRawPointer?) -> XMLPart? {
  context.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
}

private func elementStarts(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  if let name { part(context)?.start(name, pairs) }
}

private func elementEnds(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  if let name { part(context)?.end(name) }
}

private func textArrives(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  if let text { part(context)?.text(text, count) }
}

private func doctypeStarts(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ publicID: UnsafePointer<CChar>?, _ hasSubset: Int32
) {
  part(context)?.refuse(.doctype)
}

/// Stands between namespace and name; it can be part of neither.
private let separator = UInt8(ascii: "|")

private func familiar(_ name: UnsafePointer<CChar>) -> String {
  let whole = String(cString: name)
  guard let bar = whole.utf8.lastIndex(of: separator) else { return whole }
  let local = whole[whole.utf8.index(after: bar)...]
  guard let prefix = prefixes[String(whole[..<bar])] else { return "?:" + local }
  return prefix + local
}

private let prefixes = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x:",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "x:",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
  "http://purl.oclc.org/ooxml/drawingml/main": "a:",
  "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
  "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
  "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx:",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct:",
]

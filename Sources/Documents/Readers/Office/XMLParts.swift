import CExpat

/// Follows the elements of one XML part, be it strict or transitional.
protocol XMLFollower: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// Text comes in pieces of whole letters.
  func text(_ utf8: UnsafeBufferPointer<UInt8>)
  /// Why it won't follow any further.
  var refusal: ReadError.Trouble? { get }
}

extension XMLFollower {
  var refusal: ReadError.Trouble? { nil }
  func text(_ utf8: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}
}

/// A parser for parts that nobody vouches for: no document type, no entities of its own, no
/// bottomless nesting.
final class XMLPart {
  private let parser: XML_Parser
  private let follower: any XMLFollower
  private let limits: ReadLimits
  private let names = XMLNames()
  /// The elements that are open; an end tag can only be that of the last.
  private let open: UnsafeMutablePointer<XMLName>
  private var depth = 0
  private var refusal: ReadError.Trouble?

  init?(following follower: any XMLFollower, limits: ReadLimits) {
    guard let parser = XML_ParserCreateNS(nil, CChar(bitPattern: nameSeparator)) else { return nil }
    self.parser = parser
    self.follower = follower
    self.limits = limits
    open = .allocate(capacity: max(0, limits.xmlDepth) + 1)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, elementStarts, elementEnds)
    XML_SetCharacterDataHandler(parser, textArrives)
    XML_SetStartDoctypeDeclHandler(parser, doctypeStarts)
  }

  deinit {
    XML_ParserFree(parser)
    names.free()
    open.deallocate()
  }

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
    let name = names.name(name)
    (open + depth).initialize(to: name)
    follower.start(name, XMLAttributes(pairs, most: limits.xmlAttributes, names))
    if let trouble = follower.refusal { refuse(trouble) }
  }

  fileprivate func end() {
    guard refusal == nil, depth > 0 else { return }
    let name = open[depth]
    depth -= 1
    follower.end(name)
  }

  fileprivate func text(_ characters: UnsafePointer<CChar>, _ count: Int32) {
    guard refusal == nil else { return }
    characters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
      follower.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
  }
}

// Closures handed to C may refer to nothing but file-level functions.

/// Whoever gave the bytes to the parser holds on to the part as long.
private func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLPart) -> Void) {
  guard let context else { return }
  Unmanaged<XMLPart>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
}

private func elementStarts(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let name else { return }
  with(context) { $0.start(name, pairs) }
}

private func elementEnds(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  with(context) { $0.end() }
}

private func textArrives(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  guard let text else { return }
  with(context) { $0.text(text, count) }
}

private func doctypeStarts(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ publicID: UnsafePointer<CChar>?, _ hasSubset: Int32
) {
  with(context) { $0.refuse(.doctype) }
}

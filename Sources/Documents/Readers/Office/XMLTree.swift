import CExpat

extension OfficePackage {
  /// A whole part as an element. For parts that are small by nature: styles, a header, a theme.
  func tree(_ part: String) throws(ReadError) -> XMLElement {
    try XMLTree.read(bytes(of: part), limits) { trouble, line in
      ReadError(trouble, in: self.name, at: "\(part), line \(line)")
    }
  }
}

/// Builds the tree of a part: no document type, no bottomless nesting, no more elements than pieces are allowed.
final class XMLTree {
  private let parser: XML_Parser
  private let limits: ReadLimits
  private var open: [XMLElement] = []
  private var root: XMLElement?
  /// How many elements deep we are in what is left out.
  private var ignored = 0
  private var count = 0
  private var addresses: [String: String] = [:]
  private var refusal: ReadError.Trouble?

  /// - Parameter error: what is thrown for a trouble in a line.
  static func read(
    _ bytes: [UInt8], _ limits: ReadLimits, _ error: (ReadError.Trouble, Int) -> ReadError
  ) throws(ReadError) -> XMLElement {
    guard let tree = XMLTree(limits) else { throw error(.unreadable(reason: "out of memory"), 0) }
    let status = bytes.withUnsafeBytes { raw in
      let chunk = raw.bindMemory(to: CChar.self)
      return XML_Parse(tree.parser, chunk.baseAddress, Int32(clamping: chunk.count), 1)
    }
    if status == XML_STATUS_OK, let root = tree.root { return root }
    let reason = XML_ErrorString(XML_GetErrorCode(tree.parser)).map { String(cString: $0) } ?? "not XML"
    throw error(
      tree.refusal
        ?? .malformedXML(reason: tree.root == nil && status == XML_STATUS_OK ? "it is of no kind known here" : reason),
      Int(XML_GetCurrentLineNumber(tree.parser)))
  }

  private init?(_ limits: ReadLimits) {
    guard let parser = XML_ParserCreateNS(nil, CChar(bitPattern: nameSeparator)) else { return nil }
    self.parser = parser
    self.limits = limits
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, elementStarts, elementEnds)
    XML_SetCharacterDataHandler(parser, textArrives)
    XML_SetStartDoctypeDeclHandler(parser, doctypeStarts)
    XML_SetStartNamespaceDeclHandler(parser, namespaceStarts)
  }

  deinit { XML_ParserFree(parser) }

  fileprivate func refuse(_ trouble: ReadError.Trouble) {
    refusal = refusal ?? trouble
    XML_StopParser(parser, 0)
  }

  fileprivate func declare(_ prefix: String, _ address: String) { addresses[prefix] = address }

  fileprivate func start(_ name: String, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard refusal == nil else { return }
    count += 1
    if open.count + ignored >= limits.xmlDepth { return refuse(.tooDeep(limit: limits.xmlDepth)) }
    if count > limits.pieces { return refuse(.tooManyPieces(limit: limits.pieces)) }
    guard ignored == 0, let known = usual(name) else {
      ignored += 1
      return
    }
    var element = XMLElement(known)
    var pair = pairs
    while let here = pair, let key = here[0], let value = here[1], element.attributes.count < limits.xmlAttributes {
      let name = String(cString: key)
      // What a choice requires is told by prefixes, which mean something in this place only.
      if known == "mc:Choice", name == "Requires" {
        let required = String(cString: value).split(separator: " ").map { addresses[String($0)] ?? "" }
        if required.allSatisfy({ OfficeNamespaces.prefix(of: $0) != nil }) { element["isKnown"] = "1" }
      } else if let name = name.contains("|") ? usual(name) : name {
        element.attributes.append((name, String(cString: value)))
      }
      pair = here + 2
    }
    open.append(element)
  }

  fileprivate func end() {
    guard refusal == nil else { return }
    if ignored > 0 {
      ignored -= 1
      return
    }
    guard let element = open.popLast() else { return }
    guard let parent = open.indices.last else {
      root = element
      return
    }
    if element.name == "mc:AlternateContent" {
      // Of what is there in two ways, the one we can write again; the other is for older programs.
      let choice =
        element.elements.first { $0.name == "mc:Choice" && $0["isKnown"] != nil } ?? element.first("mc:Fallback")
      open[parent].children += choice?.children ?? []
    } else {
      open[parent].children.append(.element(element))
    }
  }

  fileprivate func text(_ text: String) {
    guard refusal == nil, ignored == 0, let last = open.indices.last else { return }
    if case .text(let words)? = open[last].children.last {
      open[last].children[open[last].children.count - 1] = .text(words + text)
    } else {
      open[last].children.append(.text(text))
    }
  }

  /// "w:style" for the name in full; nil when its namespace is not one we know.
  private func usual(_ full: String) -> String? {
    guard let bar = full.lastIndex(of: "|") else { return nil }
    return OfficeNamespaces.prefix(of: full[..<bar]).map { "\($0):\(full[full.index(after: bar)...])" }
  }
}

private func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLTree) -> Void) {
  guard let context else { return }
  Unmanaged<XMLTree>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
}

private func elementStarts(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let name else { return }
  with(context) { $0.start(String(cString: name), pairs) }
}

private func elementEnds(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  with(context) { $0.end() }
}

private func textArrives(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  guard let text else { return }
  let words = text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
    String(decoding: UnsafeBufferPointer(start: $0, count: Int(count)), as: UTF8.self)
  }
  with(context) { $0.text(words) }
}

private func doctypeStarts(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ publicID: UnsafePointer<CChar>?, _ hasSubset: Int32
) {
  with(context) { $0.refuse(.doctype) }
}

private func namespaceStarts(
  _ context: UnsafeMutableRawPointer?, _ prefix: UnsafePointer<CChar>?, _ address: UnsafePointer<CChar>?
) {
  guard let prefix, let address else { return }
  with(context) { $0.declare(String(cString: prefix), String(cString: address)) }
}

import Documents

/// The blocks of a document by the anchor of the heading they stand under.
struct PartsOfDocument {
  private var parts: [String: [Block]] = [:]

  init(_ document: Document) {
    var anchor = ""
    for block in document.blocks {
      if case .heading(let heading) = block {
        anchor = heading.anchor
        parts[anchor, default: []] += []
      } else {
        parts[anchor, default: []].append(block)
      }
    }
  }

  subscript(anchor: String) -> [Block]? { parts[Heading.anchor(anchor)] }
}

extension String {
  /// The whole numbers in a text, in order.
  var wholeNumbers: [Int] { split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) } }
}

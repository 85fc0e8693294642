import Documents

/// The blocks of a document by the anchor of the heading they stand under.
struct PartsOfDocument {
  private var parts: [String: [Block]] = [:]
  private var headings: [String: Heading] = [:]
  private let all: [Block]

  init(_ document: Document) {
    all = document.blocks
    var anchor = ""
    for block in document.blocks {
      if case .heading(let heading) = block {
        anchor = heading.anchor
        headings[anchor] = heading
        parts[anchor, default: []] += []
      } else {
        parts[anchor, default: []].append(block)
      }
    }
  }

  /// - Parameter anchor: empty for the whole document.
  subscript(anchor: String) -> [Block]? { anchor.isEmpty ? all : parts[Heading.anchor(anchor)] }

  func heading(_ anchor: String) -> Heading? { headings[Heading.anchor(anchor)] }
}

extension String {
  /// The whole numbers in a text, in order.
  var wholeNumbers: [Int] { split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) } }
}

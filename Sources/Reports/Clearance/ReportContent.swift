import CorporatePlan
import Documents

/// What a document says, by section: what an officer reads, and what an edit afterwards is told by.
package struct ReportContent: Sendable {
  package let sections: [Section]
  /// The title of the document.
  package let title: String

  package struct Section: Sendable {
    /// The anchor of its heading; empty for what stands before the first.
    package let key: String
    package let heading: String
    package let text: String
  }

  /// The sections that speak of the report itself: who cleared it, and what was set aside.
  package static let aboutItself: Set<String> = ["clearance", "clearances", "sealed-although"]

  /// - Parameter position: the ledger position that the document names; it is left out, for what is recorded of other
  ///   things moves it.
  package init(_ document: Document, position: Int) {
    title = document.title
    var parts: [(key: String, heading: String, blocks: [Block])] = [("", "", [])]
    for block in document.without(ReportContent.aboutItself) {
      if case .heading(let heading) = block, heading.level == .section {
        parts.append((heading.anchor, heading.text, []))
      }
      parts[parts.count - 1].blocks.append(block)
    }
    sections = parts.filter { !$0.blocks.isEmpty }.map { part in
      let text = ReadableText.lines(of: part.blocks).joined(separator: "\n")
      return Section(
        key: part.key, heading: part.heading,
        text: text.replacing("ledger position \(position)", with: "ledger position"))
    }
  }

  /// The digests that a clearance keeps.
  package func digests(_ digest: ([UInt8]) -> String) -> ClearedContent {
    let sections = sections.map {
      ClearedContent.Section($0.key, heading: $0.heading, digest: digest(Array($0.text.utf8)))
    }
    let whole = ([title] + sections.map(\.digest)).joined(separator: "\n")
    return ClearedContent(digest: digest(Array(whole.utf8)), sections: sections)
  }
}

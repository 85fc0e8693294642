import CorporatePlan
import Documents

/// The words of a report's passages: those of people where there are any, otherwise the generated ones.
struct PassageText {
  private let written: [String: Passage]

  init(_ book: Book, _ report: Report) {
    written = Dictionary(
      book.passages.values.filter { $0.report == report.id }.map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func blocks(of part: ReportPart) -> [Block] {
    switch part {
    case .block(let block): [block]
    case .passage(let key, let generated): PassageText.blocks(written[key]?.text ?? generated)
    }
  }

  /// Paragraphs, with an empty line between them, and bullets.
  static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var bullets: [[Inline]] = []
    var paragraph: [String] = []
    func end(_ blocks: inout [Block]) {
      if !paragraph.isEmpty { blocks.append(.paragraph(paragraph.joined(separator: " "))) }
      if !bullets.isEmpty { blocks.append(.list(List(items: bullets))) }
      (paragraph, bullets) = ([], [])
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map({ $0.trimmed }) {
      if line.isEmpty {
        end(&blocks)
      } else if line.hasPrefix("- ") {
        if !paragraph.isEmpty { end(&blocks) }
        bullets.append([.text(line.dropFirst(2).trimmed)])
      } else if bullets.isEmpty {
        paragraph.append(line)
      } else {
        end(&blocks)
        paragraph.append(line)
      }
    }
    end(&blocks)
    return blocks
  }
}

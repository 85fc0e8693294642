import CorporatePlan
import Documents

/// What an imported paper said under each of its headings, found by the part of the form it is.
struct PrintedPaper: Sendable {
  private var parts: [PaperPart: Section] = [:]
  /// Under headings that the form does not know, or knows once.
  private(set) var others: [Section] = []

  init(_ book: Book, _ paper: Paper?) {
    guard let paper else { return }
    let sections = book.planSections.values.filter { $0.subject == paper.recordID }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    for section in sections {
      if let part = PaperPart(heading: section.title), parts[part] == nil {
        parts[part] = section
      } else if !section.text.trimmed.isEmpty {
        others.append(section)
      }
    }
  }

  func title(_ part: PaperPart) -> String? { parts[part]?.title }

  func text(_ part: PaperPart) -> String? {
    guard let text = parts[part]?.text, !text.trimmed.isEmpty else { return nil }
    return PrintedPaper.passage(text)
  }

  /// A section's text as a passage has it: an empty line between paragraphs, "- " before bullets.
  static func passage(_ text: String) -> String {
    var lines: [String] = []
    var wasBullet = false
    for line in text.split(separator: "\n").map({ String($0).trimmed }) where !line.isEmpty {
      let bullet = bullets.first(where: line.hasPrefix)
      let words = bullet.map { "- " + line.dropFirst($0.count).trimmed } ?? line
      if !lines.isEmpty, !(wasBullet && bullet != nil) { lines.append("") }
      lines.append(words)
      wasBullet = bullet != nil
    }
    return lines.joined(separator: "\n")
  }

  private static let bullets = ["• ", "· ", "- ", "– ", "▪ "]
}

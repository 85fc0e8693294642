import CorporatePlan
import Documents

/// The words of a passage as they were typed: paragraphs with an empty line between them, lines that begin with "- " as
/// bullets, and the names of figures in double brackets.
struct PassageText {
  let source: String

  init(_ source: String) { self.source = source }

  enum Piece: Equatable {
    case words(String)
    /// What stands between the brackets.
    case reference(String)
  }

  /// Its words and references, in order. Brackets that are not closed on their line are words.
  var pieces: [Piece] {
    var pieces: [Piece] = []
    var rest = source[...]
    while let open = rest.firstRange(of: "[[") {
      let line = rest[open.upperBound...].prefix { !$0.isNewline }
      guard let close = line.firstRange(of: "]]") else {
        pieces.append(.words(String(rest[..<open.upperBound])))
        rest = rest[open.upperBound...]
        continue
      }
      if rest.startIndex < open.lowerBound { pieces.append(.words(String(rest[..<open.lowerBound]))) }
      pieces.append(.reference(String(line[..<close.lowerBound])))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    return pieces
  }

  /// What is printed, each reference as the record has it today. One that names nothing is marked.
  func blocks(_ figures: ReportFigures) -> [Block] {
    var blocks: [Block] = []
    var bullets: [[Inline]] = []
    var paragraph: [Inline] = []
    func end() {
      if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) }
      if !bullets.isEmpty { blocks.append(.list(List(items: bullets))) }
      (paragraph, bullets) = ([], [])
    }
    for line in source.split(separator: "\n", omittingEmptySubsequences: false).map({ $0.trimmed }) {
      if line.isEmpty {
        end()
      } else if line.hasPrefix("- ") {
        if !paragraph.isEmpty { end() }
        bullets.append(PassageText(line.dropFirst(2).trimmed).inlines(figures))
      } else {
        if !bullets.isEmpty { end() }
        if !paragraph.isEmpty { paragraph.add(" ") }
        for inline in PassageText(line).inlines(figures) { paragraph.add(inline) }
      }
    }
    end()
    return blocks
  }

  /// The words alone.
  func words(_ figures: ReportFigures) -> String { inlines(figures).plainText }

  private func inlines(_ figures: ReportFigures) -> [Inline] {
    var inlines: [Inline] = []
    for piece in pieces {
      switch piece {
      case .words(let words): inlines.add(.text(words))
      case .reference(let reference):
        do throws(ReportFigures.Problem) {
          inlines.add(.text(try figures.figure(reference).text))
        } catch { inlines.append(.strong("[no figure: “\(reference)”]")) }
      }
    }
    return inlines
  }
}

extension [Inline] {
  /// Words join the words before them.
  fileprivate mutating func add(_ inline: Inline) {
    if case .text(let more) = inline, case .text(let words)? = last {
      self[count - 1] = .text(words + more)
    } else {
      append(inline)
    }
  }
}

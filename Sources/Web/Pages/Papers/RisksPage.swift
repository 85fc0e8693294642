import CorporatePlan
import Documents

/// The risks to what the council promised.
enum RisksPage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    let risks = visit.book.risks.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    return .html(
      HTML.page(visit, "Risks", .risks) { html in
        html.raw("<h1>Risks</h1>")
        if risks.isEmpty {
          html.raw("<p>No risk has been recorded yet.</p>")
        } else {
          html.table(RiskTable(visit.book, risks).table("Risks and what is done against them"))
        }
      })
  }
}

/// Risks side by side: how each stands, and what is done against it.
struct RiskTable {
  private let book: Book
  private let risks: [Risk]

  init(_ book: Book, _ risks: [Risk]) { (self.book, self.risks) = (book, risks) }

  func table(_ caption: String) -> Table {
    Table(
      caption,
      columns: [
        .init("Risk", width: 3), .init("How it stands"), .init("What is done", width: 3), .init("Who", width: 1),
      ],
      rows: risks.map { risk in
        Table.Row([
          .rowHeader([risk.code, risk.title].compactMap { $0 }.joined(separator: " ")), .text(standing(of: risk)),
          Table.Cell(mitigations(of: risk)), .text(risk.owner ?? "–"),
        ])
      })
  }

  private func mitigations(of risk: Risk) -> [Inline] {
    guard !risk.mitigations.isEmpty else { return [.text("–")] }
    return risk.mitigations.enumerated().flatMap { index, words -> [Inline] in
      (index > 0 ? [.lineBreak] : []) + [.text(words)]
    }
  }

  private func standing(of risk: Risk) -> String {
    guard let score = book.riskScores.values.filter({ $0.risk == risk.id }).max(by: { $0.day < $1.day }) else {
      return "not scored"
    }
    let place = score.likelihood.flatMap { likelihood in
      score.impact.map { "likelihood \(likelihood), impact \($0)" }
    }
    return [score.status?.id.capitalised, place, score.day.words].compactMap { $0 }.joined(separator: "; ")
  }
}

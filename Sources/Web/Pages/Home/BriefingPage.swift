import CorporatePlan
import Documents
import Reports

/// A councillor's page of a portfolio, directorate or service, on one sheet in print: what the public may see of the period,
/// with the risks that the visitor may read.
struct BriefingPage {
  private let visit: OfficeVisit
  private let period: Period
  private let scopes: [(subject: RecordID, name: String)]
  private let chosen: RecordID?

  static func answer(_ visit: OfficeVisit) throws(Refusal) -> Answer {
    guard visit.visit.view.newest != nil else {
      return .html(
        HTML.page(visit, "Briefing") { html in
          html.raw("<h1>Briefing</h1><p>Nothing has been reported yet.</p>")
        })
    }
    return .html(try BriefingPage(visit).html)
  }

  private init(_ visit: OfficeVisit) throws(Refusal) {
    self.visit = visit
    period = try visit.visit.quarter.period
    scopes = BriefingScope.all(visit.visit.book, in: period)
    if let of = visit.field("of") {
      guard let scope = scopes.first(where: { $0.subject.address == of }) else { throw .notFound("This briefing") }
      chosen = scope.subject
    } else {
      chosen = nil
    }
  }

  private var html: HTML {
    HTML.page(visit, "Briefing") { html in
      choice(&html)
      if visit.may(.ask) { html.element("p") { $0.link("Ask a question", asking) } }
      html.article(ComposedReport(book, Report(.briefing, period, scope: chosen)).document)
    }
  }

  /// Where a question about what is shown is asked.
  private var asking: String {
    let about = chosen.flatMap { $0.kind == PlanItem.kind ? "&about=\("item/\($0.record)".addressed)" : nil } ?? ""
    return "/work/questions/new?period=\(period.code.addressed)\(about)"
  }

  /// What is published, so that nobody is briefed on drafts; without the risks that are not the visitor's to read.
  private var book: Book {
    let readable = visit.bookOfRisks.risks
    let published = visit.visit.book
    return published.without(published.risks.values.filter { readable[$0.id] == nil }.map(\.recordID))
  }

  private func choice(_ html: inout HTML) {
    html.element("form", ["class": "filter", "method": "get", "action": "/briefing"]) { html in
      html.raw(#"<div><label for="of">Briefing on</label>"#)
      html.select(
        "of", name: "of", chosen: chosen?.address ?? "",
        [("", "The whole plan")] + scopes.map { ($0.subject.address, $0.name) })
      html.raw(#"</div><div><label for="period">At the end of</label>"#)
      html.select(
        "period", name: "period", chosen: period.code, visit.visit.view.periods.map { ($0.code, $0.name) })
      html.raw(#"</div><div class="buttons"><button class="second">Show</button></div>"#)
    }
  }
}

extension RecordID {
  /// As a field of an address has it: `item:place`.
  fileprivate var address: String { "\(kind):\(record)" }
}

import CorporatePlan
import Documents

/// One action: how it stands, what was said of it, and what it is part of.
struct ActionPage {
  private let visit: Visit
  private let quarter: Quarter
  private let item: PlanItem
  /// `nil` for an action that was split: its parts have the statuses.
  private let standing: ActionStanding?

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    let quarter = try visit.quarter
    guard let item = visit.book.items[try visit.parameter("id")], item.role == .action else {
      throw .notFound("This action")
    }
    return .html(ActionPage(visit: visit, quarter: quarter, item: item, standing: quarter.actions[item.id]).html)
  }

  private var html: HTML {
    HTML.page(visit, Frame(title: item.title, place: .priorities, quarter: quarter)) { html in
      html.thread(visit, above: item.parent, item.level, item.title, quarter: quarter)
      if let standing { summary(standing, &html) } else { parts(&html) }
      if let text = item.text { html.element("p", text) }
      commentary(&html)
      facts(&html)
      html.beneath(item, visit)
      html.connections(of: item.recordID, visit)
      if standing != nil { history(&html) }
    }
  }

  private func summary(_ standing: ActionStanding, _ html: inout HTML) {
    html.raw(#"<div class="standing"><p class="headline">"#)
    html.tag(quarter.marks.mark(standing))
    html.raw(" <span>")
    html.text(standing.sentence)
    html.raw("</span></p>")
    let year = visit.view.year(of: quarter.period)
    html.ribbon(
      "Status by quarter", year.map { other in other?.actions[item.id].map { other!.marks.mark($0) } },
      current: year.firstIndex { $0 === quarter })
    html.raw("</div>")
  }

  private func parts(_ html: inout HTML) {
    let parts = visit.book.children(of: item.id).compactMap { quarter.actions[$0.id] }
    guard !parts.isEmpty else { return }
    html.raw("<p>It is reported in parts, each with its own status.</p>")
    ActionTable(visit, quarter, "Its parts", parts).write(into: &html)
  }

  private func commentary(_ html: inout HTML) {
    let words = [Commentary.Purpose.variance, .action].flatMap {
      visit.book.words(about: item.recordID, in: quarter.period, $0)
    }
    guard !words.isEmpty else { return }
    html.raw("<section><h2>What the council says</h2>")
    for word in words { html.element("p", word.text) }
    html.raw("</section>")
  }

  private func facts(_ html: inout HTML) {
    html.raw("<section><h2>About it</h2>")
    html.summaryList { html in
      html.summaryRow("Due", item.dueText)
      html.summaryRow("Expected", standing?.update?.forecast?.words)
      html.summaryRow("Finished", standing?.update?.completed?.words)
      html.summaryRow("Who answers for it", item.owner)
      html.summaryRow("Code", item.code)
      ItemFacts(visit.book, item, PlanStanding(visit.view, in: quarter.period)).write(into: &html)
      html.summaryRow("How it gets its status", "An officer judges it each quarter; what is complete is complete.")
    }
    html.raw("</section>")
  }

  private func history(_ html: inout HTML) {
    let rows = visit.view.periods.compactMap { period -> Table.Row? in
      let quarter = visit.view.quarter(period)
      guard let standing = quarter.actions[item.id], let update = standing.update else { return nil }
      let stamp = visit.book.stamp(of: update.recordID)
      return Table.Row([
        .rowHeader(period.name.replacing(" ", with: "\u{A0}")), .status(quarter.marks.mark(standing)),
        .text(update.stage.rawValue.capitalised),
        .text(update.percent.map { "\($0)%" } ?? "–"),
        .text(stamp.map { "\($0.recordedAt.londonDay.words) by \($0.author.authorWords)" } ?? "–"),
      ])
    }
    guard !rows.isEmpty else { return }
    html.raw("<section><h2>Quarter by quarter</h2>")
    html.table(
      Table(
        "How it stood",
        columns: [
          .init("Period"), .init("Status"), .init("Stage"), .init("Progress", .right), .init("Recorded"),
        ], rows: rows))
    html.raw("</section>")
  }
}

extension ActionStanding {
  /// "In progress, 60%: due 31 March 2024."
  var sentence: String {
    guard let update else { return "Nothing was returned for this period." }
    let progress = update.percent.map { ", \($0)% done" } ?? ""
    let dates =
      update.completed.map { ": finished on \($0.words)" }
      ?? update.forecast.map { forecast in
        ": expected by \(forecast.words)"
          + (item.due.map { $0 < forecast ? ", after the due date of \($0.words)" : "" } ?? "")
      } ?? item.due.map { ": due \($0.words)" } ?? ""
    return "\(update.stage.rawValue.capitalised)\(progress)\(dates)."
  }
}

import CorporatePlan
import Documents
import Reports

/// A sealed report beside what the record and the rules say today: what differs, and why.
struct ThenAndNowPage {
  private let visit: Visit
  private let period: Period
  private let seal: Seal
  private let comparison: ReportComparison

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    let period = try visit.reportPeriod(try visit.parameter("period"))
    guard let seal = visit.view.seal(of: period) else { throw .notFound("A sealed report of \(period.name)") }
    guard let comparison = visit.view.thenAndNow(period) else {
      throw .notFound("The record from which the report of \(period.name) was sealed")
    }
    return .html(ThenAndNowPage(visit: visit, period: period, seal: seal, comparison: comparison).html)
  }

  private var html: HTML {
    let title = "\(period.name) as reported and today"
    return HTML.page(visit, Frame(title: title, place: .reports)) { html in
      html.element("h1", title)
      html.element("p", ["class": "lead"], sentence)
      html.raw("<p>")
      html.link("The report of \(period.name)", "/reports/\(period.code.addressed)")
      html.text(" was sealed\(visit.sealedOn(seal).map { " on \($0)" } ?? "") and stays as it was published. ")
      html.text("Here it stands beside today’s figures, rated by today’s rules.")
      html.raw("</p>")
      differences(&html)
      counts("Indicators", comparison.before.indicators, comparison.after.indicators, &html)
      counts(
        plural(visit.book.council?.actionWord ?? "Action"), comparison.before.actions, comparison.after.actions, &html,
        isActions: true)
    }
  }

  private var sentence: String {
    let count = comparison.differences.count
    let all = max(
      comparison.before.standings.count + comparison.before.allActions.count,
      comparison.after.standings.count + comparison.after.allActions.count)
    guard count > 0 || comparison.withdrawn > 0 else {
      return "Nothing differs: all \(all) indicators and actions say today what was reported."
    }
    let gone =
      comparison.withdrawn > 0 ? " \(counted(comparison.withdrawn, "other")) are not published any more." : ""
    return "\(count) of \(all) indicators and actions differ from what was reported."
      + gone
  }

  private func counts(
    _ heading: String, _ before: Tally, _ after: Tally, _ html: inout HTML, isActions: Bool = false
  ) {
    guard before.inPlan > 0 || after.inPlan > 0 else { return }
    let marks = visit.view.quarter(period).marks
    let statuses = before.byStatus.map(\.status) + after.byStatus.map(\.status)
    var shown: [Status] = []
    for status in statuses where !shown.contains(status) { shown.append(status) }
    let rows = shown.map { status in
      Table.Row([
        Table.Cell([.status(isActions ? StatusMarks.actions.mark(status) : marks.mark(status))], isRowHeader: true),
        .text("\(before.count(of: status)) of \(before.rated)"), .text("\(after.count(of: status)) of \(after.rated)"),
      ])
    }
    let last = Table.Row([
      .rowHeader("Not rated"), .text("\(before.withoutStatus) of \(before.inPlan) in the plan"),
      .text("\(after.withoutStatus) of \(after.inPlan) in the plan"),
    ])
    html.element("h2", heading)
    html.table(
      Table(
        "\(heading): counts as reported and today",
        columns: [.init("Status", width: 2), .init("As reported", .right), .init("Today", .right)], rows: rows + [last])
    )
  }

  private func differences(_ html: inout HTML) {
    guard !comparison.differences.isEmpty else { return }
    html.element("h2", "What differs")
    let marks = visit.view.quarter(period).marks
    html.table(
      Table(
        "Indicators and actions that differ",
        columns: [
          .init("What", width: 3), .init("As reported", width: 2), .init("Today", width: 2), .init("Why", width: 3),
        ],
        rows: comparison.differences.map { difference in
          let words = DifferenceWords(difference: difference, marks: marks)
          return Table.Row([words.name, words.before, words.after, .text(words.why)])
        }))
  }
}

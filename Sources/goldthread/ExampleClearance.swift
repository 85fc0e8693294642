import CorporatePlan
import Ledger
import Reports
import Web

/// The second quarter's report to Cabinet in the example council, which two officers have cleared and one has not yet.
struct ExampleClearance {
  /// The people by the ids of their posts.
  private let holders: [String: String]

  init(_ holders: [String: String]) { self.holders = holders }

  func begin(in council: Council, at now: Moment) async throws {
    guard let period = council.book.reportingPeriods.first, let officer = holders["performance-officer"] else { return }
    let today = now.londonDay
    let days = council.book.workingDays(around: today)
    let paper = paper(for: period, meeting: days.day(25, after: today))
    let report = Report(.cabinet, period, paper: paper.id)
    let template = ReportTemplate(
      .cabinet,
      officers: [
        .init("Head of Finance (Section 151 Officer)", isStatutory: true), .init("Chief Executive"),
        .init("Monitoring Officer", isStatutory: true),
      ])
    let due = days.day(8, after: today)
    try await council.append(reason: "The report to Cabinet is prepared", author: officer, at: now) { _ in
      [
        Post(
          id: "monitoring-officer", title: "Monitoring Officer", service: "resources", reportsTo: "chief-executive"
        ).revision, template.revision, paper.revision,
        Recommendation(paper: paper.id, number: 1, text: "Note how the plan went in \(period.name).").revision,
        Recommendation(
          paper: paper.id, number: 2, text: "Ask for a further report on the actions that are off track."
        ).revision,
        PaperOption(
          paper: paper.id, number: 1, title: "Do nothing", outcome: .rejected,
          text: "Councillors would not see how the plan is going."
        ).revision,
        PaperOption(paper: paper.id, number: 2, title: "Consider the report", outcome: .recommended).revision,
        report.revision,
        ClearanceRequest(
          report: report.id, asked: today, due: due, note: "The figures are those agreed by the leadership team."
        ).revision,
      ]
    }
    try await clear(report, "Head of Finance (Section 151 Officer)", "head-of-finance", .cleared, nil, council, now)
    try await clear(
      report, "Chief Executive", "chief-executive", .withComments, "Bring the depot forward in the summary next time.",
      council, now)
  }

  private func paper(for period: Period, meeting: Day) -> Paper {
    var paper = Paper(
      id: "cabinet-\(period.code.lowercased())", title: "How the plan went in \(period.name)", committee: "Cabinet",
      meeting: meeting)
    (paper.checks.equality, paper.checks.equalityReason) = (
      .notNeeded, "The report notes figures and decides nothing new"
    )
    (paper.checks.wards, paper.checks.isKey, paper.checks.isExempt) = (.all, .no, .no)
    (paper.checks.callIn, paper.checks.callInDays) = (.subject, 5)
    return paper
  }

  private func clear(
    _ report: Report, _ role: String, _ post: String, _ decision: Clearance.Decision, _ comments: String?,
    _ council: Council, _ now: Moment
  ) async throws {
    guard let person = holders[post] else { return }
    try await council.append(reason: "Clearance decided", author: person, at: now) { book in
      let clearing = Clearing(book, report, on: now.londonDay, Digest.text)
      return try clearing.decide(as: role, decision, comments: comments, by: person, shown: clearing.shown)
    }
  }
}

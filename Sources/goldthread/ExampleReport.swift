import CorporatePlan
import Ledger
import Reports

/// The report that the example council is preparing: some words of its own, a remark, and what a councillor asked.
enum ExampleReport {
  static func record(in council: Council, for people: [String: String], at now: Moment) async throws {
    guard let officer = people["performance officer"], let reviewer = people["reviewer"],
      let councillor = people["councillor"], let period = council.book.reportingPeriods.first
    else { return }
    let report = Report(.performance, period)
    let today = now.londonDay
    let composed = ComposedReport(council.book, report)
    let counts = composed.passages.first { $0.key == "summary/indicators" }?.generated
    let summary = Passage(
      report: report.id, key: "summary/indicators",
      text: """
        [[plan: indicators green of rated]] rated indicators are on target and [[plan: indicators red]] are not.

        - Recycling reached [[recycling: actual]] against a target of [[recycling: target]].
        - Calls answered stand at [[calls-answered: actual]].
        """, replaced: counts)
    let homes = Passage(
      report: report.id, key: "priority/homes/overview",
      text: "Of this priority’s indicators [[homes: indicators green of rated]] are on target.")
    let remark = Comment(
      id: "c1", report: report.id, key: "priority/homes",
      text: "Can you say in a sentence why lets take longer, @{\(reviewer)}?", by: officer, day: today,
      mentions: [reviewer])
    let question = Question(
      id: "q1", period: period, subject: RecordID(Indicator.kind, "missed-bins"),
      text: "What is being done about streets whose bins are missed again and again?", by: councillor,
      committee: "Overview and Scrutiny Committee", post: "waste-manager",
      answer: "Those rounds are checked on the same day by a second crew.", isApproved: true)
    let open = Question(
      id: "q2", period: period, text: "When will residents see the next survey?", by: councillor,
      post: "head-of-customer-services")
    try await council.append(reason: "The report of the quarter is begun", author: officer, at: now) { _ in
      [report.revision, summary.revision, homes.revision, remark.revision]
    }
    try await council.append(reason: "Questions of councillors", author: councillor, at: now) { _ in
      [question.revision, open.revision]
    }
  }
}

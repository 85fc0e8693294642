import CorporatePlan

/// Lets a report be sealed although checks object. Who clears a report sets none of its checks aside: one person would
/// otherwise both object and overrule.
package struct SettingAside: Sendable {
  private let book: Book
  private let report: Report
  private let today: Day
  package let result: CheckResult

  package init(_ book: Book, _ report: Report, on today: Day, _ digest: ([UInt8]) -> String) {
    self.book = book
    self.report = report
    self.today = today
    result = ReportChecks.result(ReportUnderCheck(book, report, on: today, digest))
  }

  /// What somebody may set aside now.
  package var objections: [Finding] { result.stopping.filter { $0.severity == .objection } }

  /// The id that the override of a finding has.
  package func id(of finding: Finding) -> String {
    CheckOverride.id(report.id, finding.code, finding.place, finding.sentence)
  }

  /// - Parameters:
  ///   - chosen: the ids of findings, as `id(of:)` gives them.
  ///   - post: who decides, as a post.
  package func setAside(
    _ chosen: [String], because reason: String?, by person: String, as post: String
  ) throws(EditRefused) -> [Revision] {
    var problems: [EditProblem] = []
    let found = objections.filter { chosen.contains(id(of: $0)) }
    if found.isEmpty {
      problems.append(
        EditProblem(
          "finding", "Choose at least one objection. One that is gone or reads otherwise now can’t be set aside."))
    }
    if reason == nil {
      problems.append(
        EditProblem("reason", "Write why the report may be sealed all the same. It is printed in the report."))
    }
    let template = book.reportTemplates[report.type.code]
    if (template?.officers ?? []).contains(where: { book.clears($0.role, person, on: today) != nil }) {
      problems.append(EditProblem("reason", "You clear this report, so somebody else sets its checks aside."))
    }
    guard problems.isEmpty, let reason else { throw EditRefused(problems) }
    let overrides = found.map { finding in
      CheckOverride(
        report: report.id, code: finding.code, place: finding.place, finding: finding.sentence, reason: reason,
        by: post, on: today)
    }
    return (book.reports[report.id] == nil ? [report.revision] : []) + overrides.map(\.revision)
  }
}

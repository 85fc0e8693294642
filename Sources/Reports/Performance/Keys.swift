import CorporatePlan
import Documents

extension PerformanceReport {
  /// What the statuses mean: generated from the rules that were applied.
  var keys: ReportSection {
    ReportSection(
      "keys", Heading(.section, "Keys to the ratings", anchor: "keys"), isRequired: true,
      actionKey + usedRules.flatMap { rule, version in indicatorKey(rule, version) })
  }

  private var usedRules: [(RatingRule, RuleVersion)] {
    scorecard.rules.compactMap { version in book.rule(version)?.forIndicators.map { ($0, version) } }
  }

  private var actionKey: [ReportPart] {
    guard scorecard.actions.inPlan > 0 else { return [] }
    let judged = scorecard.actions.byStatus.map(\.status).filter { $0 != .complete }
    let rows =
      [(StatusMarks.actions.mark(.complete), "It is finished; it still counts among those rated.")]
      + judged.map {
        (StatusMarks.actions.mark($0), "The officer who answers for it judges it so; it is not computed.")
      }
    return [
      .heading(.subsection, "Key to \(plural(nouns.action))", anchor: "key-actions"),
      .table(keyTable("What the ratings of \(plural(nouns.action)) mean", rows)),
    ]
  }

  private func indicatorKey(_ rule: RatingRule, _ version: RuleVersion) -> [ReportPart] {
    let key = RuleKey(rule)
    let isOnly = usedRules.count == 1
    let suffix = isOnly ? "" : " (rule \(version))"
    var blocks: [ReportPart] = [
      .heading(
        .subsection, "Key to indicators\(suffix)", anchor: "key-\(rule.id)\(isOnly ? "" : "-v\(version.revision)")"),
      .table(
        keyTable("What the ratings of indicators mean\(suffix)", key.lines.map { (marks.mark($0.status), $0.meaning) })),
      .paragraph("The rule says besides:"),
      .list(List(items: key.notes.map { [.text($0)] })),
    ]
    if !isOnly {
      let names = scorecard.standings.filter { $0.rating.rule == version }.map(\.indicator.name)
      blocks.append(.paragraph("This key is used for \(counted(names.count, nouns.indicator)): \(listed(names))."))
    }
    if let printed = rule.printedKey { blocks.append(printedKey(printed, rule)) }
    return blocks
  }

  private func keyTable(_ caption: String, _ rows: [(StatusMark, String)]) -> Table {
    Table(
      caption, columns: [.init("Status", width: 2), .init("Meaning", width: 8)],
      rows: rows.map { Table.Row([.status($0.0), .text($0.1)]) })
  }

  private func printedKey(_ words: String, _ rule: RatingRule) -> ReportPart {
    var text = "The council's printed key reads: “\(words)”."
    if rule.equal == rule.met, words.lowercased().contains("exceed") {
      text +=
        " It says “exceeded”; as applied, meeting the target exactly counts as \(rule.word(for: rule.equal).capitalised) too."
    }
    return .note(Note("The key as printed", paragraphs: [[.text(text)]]))
  }
}

import CorporatePlan
import Documents

extension PerformanceReport {
  /// One priority: what was achieved, how its actions and indicators stand and why, what comes next.
  func section(_ section: Scorecard.Section) -> ReportSection {
    let anchor = anchor(of: section.priority)
    let key = "priority/\(section.priority.id)"
    var blocks: [ReportPart] = []
    if let text = section.priority.text { blocks.append(.paragraph(text)) }
    blocks += bullets("Achievements", section.achievements, "\(anchor)-achievements")
    if !section.actions.isEmpty { blocks += actions(of: section, anchor, key) }
    if !section.standings.isEmpty { blocks += indicators(of: section, anchor, key) }
    blocks += bullets("Key actions over the next \(period.grainWord)", section.nextQuarter, "\(anchor)-next")
    return ReportSection(
      key, Heading(.section, section.priority.title, anchor: anchor), isRequired: true,
      [.passage(key: "\(key)/overview", generated: "")] + blocks)
  }

  private func actions(of section: Scorecard.Section, _ anchor: String, _ key: String) -> [ReportPart] {
    let subject = plural(nouns.action)
    return [
      .heading(.subsection, subject, anchor: "\(anchor)-actions")
    ] + actionSentences(section.actionTally, PerformanceReport.underThisPriority, key) + splitSentence(section) + [
      .chart(countChart(section.priority.title, [(subject, section.actionTally)], .actions, noun: nouns.action)),
      .table(actionTable(section.actions, "\(subject) of “\(section.priority.title)”")),
    ] + comments(on: section.actions)
  }

  private func indicators(of section: Scorecard.Section, _ anchor: String, _ key: String) -> [ReportPart] {
    [
      .heading(.subsection, plural(nouns.indicator).capitalised, anchor: "\(anchor)-indicators")
    ] + indicatorSentences(section.indicatorTally, PerformanceReport.underThisPriority, key) + [
      .chart(
        countChart(
          section.priority.title, [(plural(nouns.indicator).capitalised, section.indicatorTally)], marks,
          noun: nouns.indicator)),
      .table(indicatorTable(section.standings, "Indicators of “\(section.priority.title)”")),
    ] + reasons(section.standings, "\(anchor)-reasons")
  }

  private func bullets(_ heading: String, _ words: [Commentary], _ anchor: String) -> [ReportPart] {
    guard !words.isEmpty else { return [] }
    return [
      .heading(.subsection, heading, anchor: anchor), .list(List(items: words.map { [.text($0.text)] })),
    ]
  }

  /// What hangs under no priority is shown all the same, though such a report does not seal.
  var unplaced: [ReportSection] {
    guard !scorecard.unplacedIndicators.isEmpty || !scorecard.unplacedActions.isEmpty else { return [] }
    var blocks: [ReportPart] = []
    if !scorecard.unplacedActions.isEmpty {
      blocks.append(.table(actionTable(scorecard.unplacedActions, "\(plural(nouns.action)) under no priority")))
    }
    if !scorecard.unplacedIndicators.isEmpty {
      blocks.append(.table(indicatorTable(scorecard.unplacedIndicators, "Indicators under no priority")))
    }
    return [
      ReportSection(
        "unplaced", Heading(.section, "Under no priority", anchor: "unplaced"), isRequired: true, blocks)
    ]
  }
}

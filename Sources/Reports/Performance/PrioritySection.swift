import CorporatePlan
import Documents

extension PerformanceReport {
  /// One priority: what was achieved, how its actions and indicators stand and why, what comes next.
  func section(_ section: Scorecard.Section) -> ReportSection {
    let anchor = anchor(of: section.priority)
    let key = "priority/\(section.priority.id)"
    var blocks: [ReportPart] = []
    if let text = section.priority.text { blocks.append(.paragraph(text)) }
    blocks.append(.passage(key: "\(key)/overview", generated: overview(section)))
    blocks += bullets("Achievements", section.achievements, "\(anchor)-achievements")
    if !section.actions.isEmpty { blocks += actions(of: section, anchor, key) }
    if !section.standings.isEmpty { blocks += indicators(of: section, anchor, key) }
    blocks += bullets("Key actions over the next \(period.grainWord)", section.nextQuarter, "\(anchor)-next")
    return ReportSection(
      key, Heading(.section, section.priority.title, anchor: anchor), isRequired: true,
      blocks)
  }

  private func actions(of section: Scorecard.Section, _ anchor: String, _ key: String) -> [ReportPart] {
    let subject = plural(nouns.action)
    return [
      .heading(.subsection, subject, anchor: "\(anchor)-actions")
    ] + actionSentences(section.actionTally, PerformanceReport.underThisPriority, key) + splitSentence(section) + [
      .chart(countChart(section.priority.title, [(subject, section.actionTally)], actionMarks, noun: nouns.action))
    ] + tables(of: section.actions, "\(subject) of “\(section.priority.title)”")
  }

  private func indicators(of section: Scorecard.Section, _ anchor: String, _ key: String) -> [ReportPart] {
    [
      .heading(.subsection, plural(nouns.indicator).capitalised, anchor: "\(anchor)-indicators")
    ] + indicatorSentences(section.indicatorTally, PerformanceReport.underThisPriority, key) + [
      .chart(
        countChart(
          section.priority.title, [(plural(nouns.indicator).capitalised, section.indicatorTally)], marks,
          noun: nouns.indicator))
    ] + tables(of: section.standings, "Indicators of “\(section.priority.title)”", "\(anchor)-reasons")
  }

  /// What is listed of them and why, and what is not.
  private func tables(of all: [ActionStanding], _ caption: String) -> [ReportPart] {
    let listed = shown(all)
    let others = all.filter { action in !listed.contains { $0.item.id == action.item.id } }
    return (listed.isEmpty ? [] : [.table(actionTable(listed, caption))]) + comments(on: listed)
      + rest(others.map(\.rowName), of: all.count, nouns.action)
  }

  private func tables(of all: [IndicatorStanding], _ caption: String, _ anchor: String) -> [ReportPart] {
    let listed = shown(all)
    let others = all.filter { standing in !listed.contains { $0.indicator.id == standing.indicator.id } }
    return (listed.isEmpty ? [] : [.table(indicatorTable(listed, caption))])
      + rest(others.map(\.rowName), of: all.count, nouns.indicator) + reasons(listed, anchor)
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

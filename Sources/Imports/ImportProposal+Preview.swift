import CorporatePlan

extension ImportProposal {
  /// The proposal as plain text, for a person to decide on.
  package var preview: String {
    ([head] + [holds, plan, tallies, lineageText, differences, left].compactMap { $0 } + groups).joined(
      separator: "\n\n") + "\n"
  }

  private var head: String {
    let quarter = period.map { ", \($0.name)" } ?? ""
    if recognition == .unknown { return "\(fileName): not recognised" }
    return
      "\(fileName): recognised as \(Recognition.words(for: recognition.kind)) (\(recognition.confidence)% sure)\(quarter)"
  }

  /// "It holds 6 priorities, 40 actions, 79 milestones".
  private var holds: String? {
    if found.count == 0 { return nil }
    let items = PlanItem.Role.allCases.compactMap { role in
      counts.planItems[role].map { counted($0, role.rawValue, role.plural) }
    }
    let others = ImportCounts.words.compactMap { kind, word in
      counts.byKind[kind].map { counted($0, word, word.plural) }
    }
    return "It holds " + (items + others).joined(separator: ", ")
  }

  private var plan: String? {
    guard let scorecard, !scorecard.sections.isEmpty else { return nil }
    return scorecard.sections.map { section in
      let split = section.split.map { " (\($0.rated) rated from \($0.original) commitments)" } ?? ""
      return
        "\(section.priority.title)\n  \(counted(section.standings.count, "indicator")), \(counted(section.actions.count, "action"))\(split), \(counted(section.achievements.count, "achievement")), \(counted(section.nextQuarter.count, "key action"))"
    }.joined(separator: "\n")
  }

  private var tallies: String? {
    guard let scorecard else { return nil }
    var lines = ["Indicators: \(scorecard.indicators.words)"]
    if let printed = printedTally, printed.rated > 0 { lines.append("As printed: \(printed.words)") }
    lines.append("Actions: \(scorecard.actions.words)")
    return lines.joined(separator: "\n")
  }

  private var differences: String? {
    if found.count == 0 { return nil }
    let changed = count(.changed) == 0 ? [] : changes.filter { $0.kind == .changed }.map { "  \($0.words)" }
    return
      (["Records: \(count(.new)) new, \(count(.changed)) changed, \(count(.unchanged)) unchanged"] + changed)
      .joined(separator: "\n")
  }

  private var left: String? {
    unplaced.isEmpty
      ? nil
      : (["Found no home (\(unplaced.count))"] + unplaced.map { "  \($0.at): “\($0.verbatim.onOneLine)”" })
        .joined(separator: "\n")
  }

  private var groups: [String] {
    Diagnostic.Severity.allCases.compactMap { severity in
      let group = diagnostics.filter { $0.severity == severity && $0.code != .unplaced }
      if group.isEmpty { return nil }
      return (["\(severity.rawValue.capitalisedWord)s (\(group.count))"] + group.map(\.words)).joined(separator: "\n")
    }
  }
}

extension PlanItem.Role {
  fileprivate var plural: String { self == .priority ? "priorities" : rawValue + "s" }
}

extension ImportCounts {
  /// What records of a kind are called.
  fileprivate static let words: [(kind: String, word: String)] = [
    (Indicator.kind, "indicator"), (Target.kind, "target"), (Actual.kind, "actual"), (Baseline.kind, "baseline"),
    (Comparator.kind, "comparator"), (ActionUpdate.kind, "update"), (PrintedProgress.kind, "printed percentage"),
    (Contribution.kind, "contribution"), (Commentary.kind, "commentary"), (Section.kind, "section"),
    (Risk.kind, "risk"), (Recommendation.kind, "recommendation"), (PaperOption.kind, "option"),
    (Clearance.kind, "clearance"), (Partner.kind, "partner"), (Lineage.kind, "line of descent"),
  ]
}

extension Tally {
  /// "44 green, 7 amber, 13 red of 64 rated".
  fileprivate var words: String {
    if rated == 0 { return withoutStatus > 0 ? "none of \(withoutStatus) rated" : "none" }
    let counts = byStatus.map { "\($0.count) \($0.status)" }.joined(separator: ", ")
    return "\(counts) of \(rated) rated" + (withoutStatus > 0 ? "; \(withoutStatus) not rated" : "")
  }
}

extension Diagnostic {
  fileprivate var words: String {
    let quoted = verbatim.isEmpty ? "" : "\n    “\(verbatim.onOneLine)”"
    return "  \(at) (\(code.rawValue))\(quoted)\n    \(message)" + (question?.words ?? "")
  }
}

extension String {
  fileprivate var plural: String {
    switch self {
    case "commentary": "commentaries"
    case "line of descent": "lines of descent"
    default: self + "s"
    }
  }
}

extension Question {
  /// The choices, and what was answered.
  fileprivate var words: String {
    if choices.isEmpty, !takesWords { return "" }
    let choices = choices.map { "\n      \($0.id): \($0.words)" }.joined()
    return choices + "\n    "
      + (answer.map { "Answered: \($0)" } ?? "Not answered yet\(takesWords ? " (in words)" : ""): \(id)")
  }
}

extension Change {
  /// The members that differ, each with both values.
  fileprivate var words: String {
    guard case .members(let after)? = revision.body, case .members(let today)? = before else {
      return "\(revision.kind) \(revision.record)"
    }
    let names = Set((after + today).map(\.key)).sorted()
    let differences = names.compactMap { name -> String? in
      let (old, new) = (before?[name], revision.body?[name])
      return old == new ? nil : "\(name) \(old?.canonical ?? "nothing") → \(new?.canonical ?? "nothing")"
    }
    return "\(revision.kind) \(revision.record): \(differences.joined(separator: "; "))"
  }
}

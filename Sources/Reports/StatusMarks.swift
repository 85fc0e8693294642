import CorporatePlan
import Documents

/// How the statuses of a scorecard are shown: the words of the council's rule, the shapes of `StatusMark`.
///
/// One status has one mark throughout a report, so that what is counted in a chart is what stands in a table.
package struct StatusMarks: Sendable {
  private let rules: [RatingRule]
  /// What a report's template calls statuses, by their ids.
  private let words: [String: String]

  /// Marks by these rules; the first that has a word for a status gives it, unless there is one of the template's.
  package init(_ rules: [RatingRule], words: [String: String] = [:]) { (self.rules, self.words) = (rules, words) }

  /// Marks by the rules that a scorecard used, the most used one first.
  package init(_ book: Book, _ scorecard: Scorecard) {
    var uses: [RuleVersion: Int] = [:]
    for standing in scorecard.standings { uses[standing.rating.rule, default: 0] += 1 }
    let versions = uses.keys.sorted {
      (-uses[$0, default: 0], $0.id, -$0.revision) < (-uses[$1, default: 0], $1.id, -$1.revision)
    }
    rules = versions.compactMap { book.rule($0)?.forIndicators }
    words = book.statusWords
  }

  /// The marks of actions, whose statuses are an officer's judgement and not the indicators' rule.
  package static let actions = StatusMarks([])

  /// The same in a report whose template has words of its own.
  package static func actions(_ book: Book) -> StatusMarks { StatusMarks([], words: book.statusWords) }

  package static let notRated = StatusMark(.grey, "Not rated")
  package static let undetermined = StatusMark(.grey, "Can't be rated yet")

  /// The mark of a status: its shape follows from the rule, its word from the template where that has one.
  package func mark(_ status: Status) -> StatusMark {
    let mark = ruled(status)
    return words[status.id].map { StatusMark(mark.tone, $0) } ?? mark
  }

  private func ruled(_ status: Status) -> StatusMark {
    let rule = rules.first { $0.statuses.contains(status) }
    if let rule { return StatusMark(tone(of: status, in: rule), rule.capitalisedWord(for: status)) }
    if status == .complete { return StatusMark(.blue, "Completed") }
    return StatusMark(Tone(judged: status), status.id.capitalised)
  }

  /// The mark of an outcome; grey, without its reason, when there is no status.
  package func mark(_ outcome: Rating.Outcome) -> StatusMark {
    switch outcome {
    case .rated(let status): mark(status)
    case .notRated: StatusMarks.notRated
    case .undetermined: StatusMarks.undetermined
    }
  }

  /// The counts of a tally, with those that have no status in grey when there are any.
  package func counts(_ tally: Tally) -> [StatusCount] {
    var counts = tally.byStatus.map { StatusCount(mark($0.status), $0.count) }
    let notRated = tally.withoutStatus - tally.undetermined
    if notRated > 0 { counts.append(StatusCount(StatusMarks.notRated, notRated)) }
    if tally.undetermined > 0 { counts.append(StatusCount(StatusMarks.undetermined, tally.undetermined)) }
    return counts
  }

  /// The tone follows from what a status stands for in its rule, never from the colour in its name alone: some
  /// councils' blue is "exceeded", others' "no target".
  private func tone(of status: Status, in rule: RatingRule) -> Tone {
    switch status {
    case .complete: .blue
    case .green: .green
    case .amber: .amber
    case .red: .red
    case rule.worst: .red
    case rule.met where rule.basis != .thresholds: .green
    case rule.statuses.first where rule.basis == .thresholds: .green
    case _ where rule.better.contains { $0.status == status }: .blue
    case rule.equal where !rule.bands.contains { $0.status == status }: .green
    default: .amber
    }
  }
}

extension Tone {
  /// The tone of a judged status. A word that is not known is shown in grey: it claims nothing.
  fileprivate init(judged status: Status) {
    switch status.id.lowercased() {
    case "green", "on track", "on target", "achieved": self = .green
    case "amber", "delayed", "at risk", "partly achieved": self = .amber
    case "red", "missed", "off track", "not achieved": self = .red
    default: self = .grey
    }
  }
}

extension RatingRule {
  fileprivate func capitalisedWord(for status: Status) -> String { word(for: status).capitalised }
}

extension String {
  /// With a capital at its beginning.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

/// A check that a report goes through before it is sealed: a pure function over the Book and the scorecard.
package struct Check: Sendable {
  package let code: String
  package let severity: Finding.Severity
  /// What it looks for, for the list of checks.
  package let looksFor: String
  private let find: @Sendable (Book, Scorecard) -> [Trouble]

  /// What was found, before it has its code and severity.
  typealias Trouble = (place: String, sentence: String)

  init(
    _ code: String, _ severity: Finding.Severity, looksFor: String,
    _ find: @escaping @Sendable (Book, Scorecard) -> [Trouble]
  ) {
    self.code = code
    self.severity = severity
    self.looksFor = looksFor
    self.find = find
  }

  package func findings(_ book: Book, _ scorecard: Scorecard) -> [Finding] {
    find(book, scorecard).map { Finding(severity, code: code, place: $0.place, sentence: $0.sentence) }
  }
}

/// All the checks.
package enum Checks {
  /// What they find, errors first, in the order of the checks.
  package static func findings(_ book: Book, _ scorecard: Scorecard) -> [Finding] {
    let findings = all.flatMap { $0.findings(book, scorecard) }
    return findings.worstFirst
  }
}

extension IndicatorStanding {
  var place: String { "indicator \(indicator.id)" }
}

extension ActionStanding {
  var place: String { "action \(item.id)" }
}

extension Scorecard {
  /// Every action, in order of section and then of the unplaced.
  package var allActions: [ActionStanding] { sections.flatMap(\.actions) + unplacedActions }
}

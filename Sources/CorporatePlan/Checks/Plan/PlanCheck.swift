/// A check that the plan itself goes through, apart from any one report: a pure function over the Book and a day.
package struct PlanCheck: Sendable {
  package let code: String
  package let severity: Finding.Severity
  /// What it looks for, for the list of checks.
  package let looksFor: String
  private let find: @Sendable (CheckedPlan) -> [Check.Trouble]

  init(
    _ code: String, _ severity: Finding.Severity = .warning, looksFor: String,
    _ find: @escaping @Sendable (CheckedPlan) -> [Check.Trouble]
  ) {
    self.code = code
    self.severity = severity
    self.looksFor = looksFor
    self.find = find
  }

  /// - Parameter today: `nil` leaves out what depends on the day.
  package func findings(_ book: Book, today: Day?) -> [Finding] { findings(CheckedPlan(book, today: today)) }

  func findings(_ plan: CheckedPlan) -> [Finding] {
    find(plan).map { Finding(severity, code: code, place: $0.place, sentence: $0.sentence) }
  }
}

/// All the checks on the plan.
package enum PlanChecks {
  package static let all: [PlanCheck] = [
    .indicatorWithoutTarget, .indicatorWithoutDefinition, .targetOfZero, .targetToBeConfirmed, .unitsDiffer,
    .polarityAgainstTarget, .pastDueNotStarted, .pastDueNotComplete, .completeWithWorkOutstanding, .sameTextTwice,
    .actionWithoutOwner, .codeUsedTwice, .parentsInACircle, .dueOutsidePlan, .dueUnresolved, .printedProgressDiffers,
  ]

  /// What they find on a day, errors first, in the order of the checks.
  package static func findings(_ book: Book, at today: Day) -> [Finding] {
    let plan = CheckedPlan(book, today: today)
    let found = all.flatMap { $0.findings(plan) }
    return found.filter { $0.severity == .error } + found.filter { $0.severity == .warning }
  }
}

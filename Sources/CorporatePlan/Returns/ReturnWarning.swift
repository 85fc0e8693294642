/// Something about a return that is likely a slip, in a sentence that anyone understands. It stops nothing once its
/// officer has answered it.
package struct ReturnWarning: Equatable, Sendable {
  package let code: Code
  package let field: ReturnField
  package let sentence: String
  /// The figure it speaks of, as typed.
  package let figure: String
  /// The officer's answer to it; of an earlier figure it does not count.
  package let answer: Confirmation?

  /// Stable: ledgers hold answers by them.
  package enum Code: String, Sendable, CaseIterable {
    /// Far from the figures before.
    case outlier
    /// About ten or a hundred times the last figure or the target, or a tenth or hundredth of it.
    case scale
    /// Ten times the target and more.
    case farBeyondTarget = "far-beyond-target"
    case overHundred = "over-hundred"
    /// A fraction of what is counted in whole things.
    case fraction
    case sign
    /// A figure of the year to date that is lower than the one before.
    case falling
    /// The same figure for four periods.
    case unchanged
    case completeBelowHundred = "complete-below-hundred"
    case progressFell = "progress-fell"
    case forecastPast = "forecast-past"
  }

  package var isAnswered: Bool { answer != nil }

  init(_ code: Code, _ field: ReturnField, figure: String, _ sentence: String, answer: Confirmation? = nil) {
    self.code = code
    self.field = field
    self.figure = figure
    self.sentence = sentence
    self.answer = answer
  }

  func answered(by confirmation: Confirmation?) -> ReturnWarning {
    let counts = confirmation.map { $0.code == code && $0.figure == figure } ?? false
    return ReturnWarning(code, field, figure: figure, sentence, answer: counts ? confirmation : nil)
  }
}

extension Book {
  /// Each warning with the answer that was given to it.
  func answered(_ warnings: [ReturnWarning], of slot: Slot) -> [ReturnWarning] {
    warnings.map { $0.answered(by: confirmations[Confirmation.id(slot.subject, slot.period, $0.code)]) }
  }

  /// Answering a warning that a return has; refused without words, or when there is no such warning (any more).
  package func revisions(
    answering code: ReturnWarning.Code, of row: ReturnRow, words: String, on today: Day
  ) throws(EntryRefused) -> [Revision] {
    guard let warning = row.warnings.first(where: { $0.code == code }) else {
      throw EntryRefused([EntryProblem(.whole, "There is no such warning any more: the figure was changed.")])
    }
    guard !words.trimmed.isEmpty else {
      throw EntryRefused([EntryProblem(warning.field, "Say why it is right, or mend it")])
    }
    if let refusal = refusal(toChange: row.slot, on: today) {
      throw EntryRefused([EntryProblem(.whole, refusal)])
    }
    let answer = Confirmation(
      row.slot.subject, in: row.slot.period, code, figure: warning.figure, words: words.trimmed)
    return answer == warning.answer ? [] : [answer.revision]
  }
}

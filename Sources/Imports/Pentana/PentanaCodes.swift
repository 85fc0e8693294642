extension DiagnosticCode {
  static let pentanaThresholds = DiagnosticCode(
    "pentana-thresholds", "Pentana's red and amber thresholds or variances were taken as an indicator's own limits.",
    remedy: "Check one indicator of each kind against Pentana before relying on its colour.")
  static let pentanaGoldilocks = DiagnosticCode(
    "pentana-goldilocks", "A gauge is best near its target, and nothing says between which bounds it is good.",
    remedy: "Enter the lower and the upper bound of the indicator.")
  static let pentanaCalculation = DiagnosticCode(
    "pentana-calculation", "How a year is made of its parts was not understood, or differs between frequencies.",
    remedy: "Set how the indicator is aggregated.")
  static let pentanaYear = DiagnosticCode(
    "pentana-year", "An indicator's collection year does not begin on 1 April, so its quarters are others than ours.",
    remedy: "Check the periods of its figures.")
  static let pentanaCode = DiagnosticCode(
    "pentana-code", "A code is longer than the 16 characters that Pentana allows.",
    remedy: "Check that the column holds codes.")
  static let parentUnknown = DiagnosticCode(
    "parent-unknown", "An action or risk names a parent by a code that nothing has.",
    remedy: "Correct the code, or place the action under its parent by hand.")
  static let parentUnclear = DiagnosticCode(
    "parent-unclear", "An action or risk names a parent by a code that several have; Pentana allows that.",
    remedy: "Say which of them is meant.")
  static let parentCircle = DiagnosticCode(
    "parent-circle", "Actions or risks are each other's parents.", remedy: "Correct the parent codes.")
  static let actionTwice = DiagnosticCode(
    "action-twice", "Two rows of actions have one title and one parent, and only the first was taken.",
    remedy: "Say in the titles in what they differ, or take one of them out, and import again.")
  static let dueMissing = DiagnosticCode(
    "due-missing", "An action has no due date, which Pentana demands.", remedy: "Enter the date.")
  static let noteWithoutPeriod = DiagnosticCode(
    "note-without-period", "A note has no date and stands in no row of a period.", remedy: "Enter the note by hand.")
  static let scoreUndated = DiagnosticCode(
    "score-undated", "A risk is scored and nothing says on which day.",
    remedy: "Add a column with the date, or say which period the file is for.")

  static let ofPentana = [
    pentanaThresholds, pentanaGoldilocks, pentanaCalculation, pentanaYear, pentanaCode, parentUnknown, parentUnclear,
    parentCircle, actionTwice, dueMissing, noteWithoutPeriod, scoreUndated,
  ]
}

/// A kind of trouble an import can report. The raw value is stable: scripts rely on it. Each recogniser keeps its own
/// beside it.
package struct DiagnosticCode: Hashable, Sendable {
  package let rawValue: String
  /// What it means, in a sentence.
  package let meaning: String
  /// What to do about it, in a sentence.
  package let remedy: String

  init(_ rawValue: String, _ meaning: String, remedy: String) {
    self.rawValue = rawValue
    self.meaning = meaning
    self.remedy = remedy
  }

  package static let allCases = [
    ofAnyDocument, ofScorecards, ofCabinetReports, ofDeliveryPlans, ofTables, ofServicePlans, ofExports, ofLineage,
    ofPentana, ofOutcomesPlans, ofOwnReports,
  ].flatMap { $0 }
}

extension DiagnosticCode {
  static let notRecognised = DiagnosticCode(
    "not-recognised", "The document is of no kind that is known, or not of the kind it was said to be.",
    remedy: "Check that the right file was chosen, or import the figures from a spreadsheet.")
  static let periodMissing = DiagnosticCode(
    "period-missing", "Neither the title nor the tables say which quarter the report is for.",
    remedy: "Say which quarter it is, for example 2023-24-Q2, and import again.")
  static let periodDisagrees = DiagnosticCode(
    "period-disagrees", "The document names different quarters, or another than the one that was asked for.",
    remedy: "Say which quarter it is, for example 2023-24-Q2, and import again.")
  static let councilNotNamed = DiagnosticCode(
    "council-not-named", "The document doesn't name the council.",
    remedy: "Enter the council's name.")
  static let councilNameRead = DiagnosticCode(
    "council-name-read", "The council's name was taken from running text, since no title gives it.",
    remedy: "Check the name; change it in the settings if it is another.")
  static let councilDiffers = DiagnosticCode(
    "council-differs", "The file names another council than the one whose plan this is.",
    remedy: "Check that the right file was chosen, and say whether it is meant.")
  static let prioritiesMissing = DiagnosticCode(
    "priorities-missing", "No list or heading names the plan's priorities.",
    remedy: "Enter the priorities first, or add a heading for each to the document.")
  static let priorityUnknown = DiagnosticCode(
    "priority-unknown", "A table or list stands under no priority that is known.",
    remedy: "Say which priority it belongs to.")
  static let prioritiesFromHeadings = DiagnosticCode(
    "priorities-from-headings", "No list names the priorities; the headings above the tables were taken for them.",
    remedy: "Nothing, if they are; otherwise change the priorities after recording.")
  static let readingNote = DiagnosticCode(
    "reading-note", "Part of the file was left out or replaced while it was read.",
    remedy: "Look at the place in the original; add by hand what belongs to the report.")
  static let pageNumber = DiagnosticCode(
    "page-number", "A line holds nothing but a number and was taken for a page number.",
    remedy: "Nothing, unless the number is part of the report.")
  static let chartNotTaken = DiagnosticCode(
    "chart-not-taken", "The document has a chart, and charts are looked at in scorecards only.",
    remedy: "Enter by hand what stands in no table.")
  static let unplaced = DiagnosticCode(
    "unplaced", "Words or a cell of the source found no home among the records.",
    remedy: "Read it, and enter by hand what should be kept.")

  static let fractionOfCount = DiagnosticCode(
    "fraction-of-count", "A figure is not a whole number, and its indicator counts things.",
    remedy: "Check the figure; give the indicator decimals if it can be a fraction.")

  static let ofAnyDocument = [
    notRecognised, periodMissing, periodDisagrees, councilNotNamed, councilNameRead, councilDiffers, prioritiesMissing,
    priorityUnknown, prioritiesFromHeadings, readingNote, pageNumber, chartNotTaken, unplaced, personOrPost,
    fractionOfCount,
  ]
}

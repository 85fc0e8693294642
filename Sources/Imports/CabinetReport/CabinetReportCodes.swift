extension DiagnosticCode {
  static let clearanceAfterMeeting = DiagnosticCode(
    "clearance-after-meeting", "A clearance is dated after the meeting that it is for.",
    remedy: "Ask the officer for the right date; the printed one was kept.")
  static let clearanceUndated = DiagnosticCode(
    "clearance-undated", "A clearance has no date that can be read.",
    remedy: "Ask the officer for the date; a paper is published only with clearances of before the meeting.")
  static let clearanceTwice = DiagnosticCode(
    "clearance-twice", "Two clearances name the same post.",
    remedy: "Check which post each of them is of.")
  static let meetingDateMissing = DiagnosticCode(
    "meeting-date-missing", "The form doesn't say on which day the meeting is, or not so that it can be read.",
    remedy: "Enter the day of the meeting; until then no clearance can be held against it.")
  static let personLeftOut = DiagnosticCode(
    "person-left-out", "A person's name was left out: names are personal data, and the record can't be erased.",
    remedy: "Nothing; the post was kept where the document gives one.")
  static let optionUndecided = DiagnosticCode(
    "option-undecided", "The paper doesn't say whether an option is recommended or rejected.",
    remedy: "Say which it is, or leave it open.")
  static let severalQuantities = DiagnosticCode(
    "several-quantities", "One action promises several quantities.",
    remedy: "Split the action if each of them is to have a status of its own.")
  static let carriedFromLastYear = DiagnosticCode(
    "carried-from-last-year", "An action says that it goes on from the year before.",
    remedy: "Link it to last year's action when the two plans are compared.")
  static let actionsYearUnknown = DiagnosticCode(
    "actions-year-unknown", "Nothing says which year the actions are for.",
    remedy: "Import again with a quarter of that year, for example 2024-25-Q1.")
  static let numberOutOfOrder = DiagnosticCode(
    "number-out-of-order", "The printed numbers of a list leave one out or repeat one.",
    remedy: "Check that nothing is missing; the items were counted as they stand.")
  static let riskUnread = DiagnosticCode(
    "risk-unread", "A table of risks has a row with more or fewer cells than its heading.",
    remedy: "Enter the risk by hand.")
  static let tableCaption = DiagnosticCode(
    "table-caption", "A line is the caption of a table and was left out.",
    remedy: "Nothing.")

  static let ofCabinetReports = [
    clearanceAfterMeeting, clearanceUndated, clearanceTwice, meetingDateMissing, personLeftOut, optionUndecided,
    severalQuantities, carriedFromLastYear, actionsYearUnknown, numberOutOfOrder, riskUnread, tableCaption,
  ]
}

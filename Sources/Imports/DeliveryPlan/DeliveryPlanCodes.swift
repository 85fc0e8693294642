extension DiagnosticCode {
  static let deliveryTitleLost = DiagnosticCode(
    "delivery-title-lost", "The beginning or end of an activity's title was lost, as page breaks do.",
    remedy: "Compare the title with the original.")
  static let deliveryTitleDiffers = DiagnosticCode(
    "delivery-title-differs", "The summary words an activity differently than its table.",
    remedy: "Decide which wording the council adopted.")
  static let deliveryCodeLost = DiagnosticCode(
    "delivery-code-lost", "An activity has no code, though others have.",
    remedy: "Say which code it has in the system that the codes come from.")
  static let deliveryCodeMissing = DiagnosticCode(
    "delivery-code-missing", "Something without a code stands among coded indicators.",
    remedy: "Give it a code, or leave it without.")
  static let deliveryCodeTwice = DiagnosticCode(
    "delivery-code-twice", "Two outcomes have the same code.",
    remedy: "Correct one of the codes.")
  static let deliveryCodesClash = DiagnosticCode(
    "delivery-codes-clash", "The letters of a code differ from all others by one letter or their order.",
    remedy: "Say whether it is a misprint.")
  static let deliveryCodeRange = DiagnosticCode(
    "delivery-code-range", "One printed code stands for several indicators.",
    remedy: "Give each of them a name of its own.")
  static let deliveryNameDiffers = DiagnosticCode(
    "delivery-name-differs", "One code stands beside different words.",
    remedy: "Check that one indicator is meant, and choose its name.")
  static let deliveryOutcomeUnknown = DiagnosticCode(
    "delivery-outcome-unknown", "An activity contributes to an outcome that the plan doesn't list.",
    remedy: "Correct the number, or add the outcome.")
  static let deliveryTextLost = DiagnosticCode(
    "delivery-text-lost", "The beginning of a text in a table was lost, as page breaks do.",
    remedy: "Read it in the original and add it by hand.")
  static let deliveryTextCut = DiagnosticCode(
    "delivery-text-cut", "A text in a table ends in the middle.",
    remedy: "Say whether what stands below belongs to it, or complete it from the original.")
  static let deliveryWordTwice = DiagnosticCode(
    "delivery-word-twice", "A page break repeated a word.",
    remedy: "Nothing.")
  static let deliveryTextsRunTogether = DiagnosticCode(
    "delivery-texts-run-together", "Two texts run into one another in a cell.",
    remedy: "Correct it from the original.")
  static let deliveryPlaceholder = DiagnosticCode(
    "delivery-placeholder", "A text holds the place of something that is not decided or known yet.",
    remedy: "Add the indicator or figure when it is known.")
  static let deliveryWordsNotMeasures = DiagnosticCode(
    "delivery-words-not-measures", "A column holds words beside measures.",
    remedy: "Say how each would be measured, or move it to the activity's description.")
  static let deliveryQualitative = DiagnosticCode(
    "delivery-qualitative", "Something will be shown by words rather than figures.",
    remedy: "Collect it as commentary; it takes no figure.")
  static let deliveryKeyWithoutActivity = DiagnosticCode(
    "delivery-key-without-activity", "A key indicator stands beside no activity.",
    remedy: "Say which activity it is evidence of, or leave it under the priority.")
  static let deliveryDirectionOpen = DiagnosticCode(
    "delivery-direction-open", "The plan doesn't say which way is good for its indicators.",
    remedy: "Set polarity and frequency of each before figures are rated.")
  static let deliveryBeyondEdition = DiagnosticCode(
    "delivery-beyond-edition", "A date lies beyond the year of the plan.",
    remedy: "Carry the item into next year's plan.")
  static let deliveryYearMisprinted = DiagnosticCode(
    "delivery-year-misprinted", "The two years in a heading don't follow each other.",
    remedy: "Correct the heading.")
  static let deliveryYearsRead = DiagnosticCode(
    "delivery-years-read", "The plan names years; financial years were assumed.",
    remedy: "Correct the first and last day if other years are meant.")
  static let deliveryPriorityName = DiagnosticCode(
    "delivery-priority-name", "A priority's heading has only a strapline; its name was taken from a table.",
    remedy: "Correct the name if it is another.")
  static let deliveryAboveHeading = DiagnosticCode(
    "delivery-above-heading", "Words stand above the heading of a table.",
    remedy: "Add them by hand where they belong.")

  static let ofDeliveryPlans = [
    deliveryTitleLost, deliveryTitleDiffers, deliveryCodeLost, deliveryCodeMissing, deliveryCodeTwice,
    deliveryCodesClash, deliveryCodeRange, deliveryNameDiffers, deliveryOutcomeUnknown, deliveryTextLost,
    deliveryTextCut, deliveryWordTwice, deliveryTextsRunTogether, deliveryPlaceholder, deliveryWordsNotMeasures,
    deliveryQualitative, deliveryKeyWithoutActivity, deliveryDirectionOpen, deliveryBeyondEdition,
    deliveryYearMisprinted, deliveryYearsRead, deliveryPriorityName, deliveryAboveHeading,
  ]
}

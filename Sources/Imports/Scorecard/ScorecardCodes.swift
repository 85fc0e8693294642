extension DiagnosticCode {
  static let printedStatusDiffers = DiagnosticCode(
    "printed-status-differs", "The status printed beside a figure is not the one the printed key gives.",
    remedy: "Check the unrounded figure; accept the printed status with a reason, or keep the rule's.")
  static let printedStatusUnknown = DiagnosticCode(
    "printed-status-unknown", "The printed status of the rows of a table can't be told.",
    remedy: "Import the Word document, which keeps the colours, or leave the computed statuses.")
  static let keyMissing = DiagnosticCode(
    "key-missing", "The document prints no key that says when a figure is green, amber or red.",
    remedy: "Choose the rating rule in the settings before the figures are rated.")
  static let keyNotUnderstood = DiagnosticCode(
    "key-not-understood", "The printed key could not be read as a rule.",
    remedy: "Choose the rating rule in the settings before the figures are rated.")
  static let keyBasisAssumed = DiagnosticCode(
    "key-basis-assumed", "The key gives a percentage without saying of what.",
    remedy: "Nothing, if per cent of the target is meant; otherwise change the rule.")
  static let keyContradictsRows = DiagnosticCode(
    "key-contradicts-rows", "Rows that equal their target don't have the status that the key's words give them.",
    remedy: "Reword the key, or say that equality is not green.")
  static let keyEqualityOpen = DiagnosticCode(
    "key-equality-open", "The key leaves open what a figure that equals its target is, and no row decides it.",
    remedy: "Decide it in the rating rule.")
  static let keyDiffersFromRule = DiagnosticCode(
    "key-differs-from-rule", "The printed key is not the rule that is in force in Goldthread.",
    remedy: "Change the rule in the settings from this quarter on, or correct the printed key.")
  static let chartContradictsTable = DiagnosticCode(
    "chart-contradicts-table", "A chart's stored figures are not the counts of the table it belongs to.",
    remedy: "Trust the table; refresh the chart's data before the document is used again.")
  static let chartNotMatched = DiagnosticCode(
    "chart-not-matched", "A chart belongs to no table that could be found.",
    remedy: "Check what the chart shows; nothing was taken from it.")
  static let nameOverLines = DiagnosticCode(
    "name-over-lines", "An indicator's name stands on several lines and was joined.",
    remedy: "Check the joined name.")
  static let nameTwice = DiagnosticCode(
    "name-twice", "Two rows have the same name.",
    remedy: "Give the two names of their own, or take one away.")
  static let polarityUnknown = DiagnosticCode(
    "polarity-unknown", "Nothing says whether high or low is good.",
    remedy: "Set the polarity of the indicator; until then it is not rated.")
  static let figureUnreadable = DiagnosticCode(
    "figure-unreadable", "A cell that should hold a figure holds something else.",
    remedy: "Enter the figure by hand.")
  static let actualMissing = DiagnosticCode(
    "actual-missing", "An indicator has no actual in this report.",
    remedy: "Enter the actual when it is known; until then the indicator is not rated.")
  static let targetMissing = DiagnosticCode(
    "target-missing", "An indicator has no target in this report.",
    remedy: "Enter the target when it is known; until then the indicator is not rated.")
  static let unitSignMissing = DiagnosticCode(
    "unit-sign-missing", "The name speaks of a percentage, the figures have no % sign.",
    remedy: "Check that per cent is meant.")
  static let fractionBesidePercentages = DiagnosticCode(
    "fraction-beside-percentages", "The name speaks of a percentage, the figures are fractions of one.",
    remedy: "Say whether 0.9 means 90%; the figures were kept as they stand.")
  static let countMeasuredInPercent = DiagnosticCode(
    "count-measured-in-percent", "The name speaks of a number, the figures are percentages.",
    remedy: "Correct the name or the unit.")
  static let notInThisReport = DiagnosticCode(
    "not-in-this-report", "Indicators of the plan do not occur in this report.",
    remedy: "Nothing, if they are not due; otherwise ask for them.")
  static let proseTargetDiffers = DiagnosticCode(
    "prose-target-differs", "The text names another target than the table.",
    remedy: "Find out which is right and correct the other.")
  static let proseActualDiffers = DiagnosticCode(
    "prose-actual-differs", "The text names another figure than the table.",
    remedy: "Find out which is right and correct the other.")
  static let arrearsMentioned = DiagnosticCode(
    "arrears-mentioned", "The text says that a figure is reported in arrears; the table shows it for this quarter.",
    remedy: "Set the indicator's lag if its figure is of an earlier quarter; nothing was changed.")
  static let subScores = DiagnosticCode(
    "sub-scores", "The text gives a list of scores that no indicator of the report holds.",
    remedy: "Nothing, if words are enough; otherwise make each an indicator.")
  static let footnoteNamesOtherPriority = DiagnosticCode(
    "footnote-names-other-priority", "A footnote speaks of another priority than the one it stands under.",
    remedy: "Correct the footnote; it was counted where it stands.")
  static let splitPartlyIdentified = DiagnosticCode(
    "split-partly-identified", "A note says commitments were split, but the list doesn't show all of the splits.",
    remedy: "Say which actions were one commitment.")
  static let splitDiffersFromRows = DiagnosticCode(
    "split-differs-from-rows", "A note counts another number of rated actions than the list has.",
    remedy: "Check the list and the note; the list was taken.")
  static let splitTotalDiffers = DiagnosticCode(
    "split-total-differs", "The note on all actions doesn't agree with the notes on each priority.",
    remedy: "Check the list and the note; the list was taken.")

  static let ofScorecards = [
    printedStatusDiffers, printedStatusUnknown, keyMissing, keyNotUnderstood, keyBasisAssumed, keyContradictsRows,
    keyEqualityOpen, keyDiffersFromRule, chartContradictsTable, chartNotMatched, nameOverLines, nameTwice,
    polarityUnknown, figureUnreadable, actualMissing, targetMissing, unitSignMissing, fractionBesidePercentages,
    countMeasuredInPercent, notInThisReport, proseTargetDiffers, proseActualDiffers, arrearsMentioned, subScores,
    footnoteNamesOtherPriority, splitPartlyIdentified, splitDiffersFromRows, splitTotalDiffers,
  ]
}

extension DiagnosticCode {
  static let mergedCell = DiagnosticCode(
    "merged-cell", "One cell seems to hold several milestones, and the text does not say surely where each begins.",
    remedy: "Answer “split” or “one”; until then it is kept as one milestone, word for word.")
  static let mergedCellSplit = DiagnosticCode(
    "merged-cell-split", "One cell held several milestones or measures and was split.",
    remedy: "Check the parts; correct one by hand where it was cut wrongly.")
  static let mergedCellKept = DiagnosticCode(
    "merged-cell-kept", "One cell belongs to several milestones or measures and could not be split among them.",
    remedy: "Enter by hand what belongs to each; the whole text is kept with what they stand under.")
  static let mergedProgress = DiagnosticCode(
    "merged-progress", "The percentages of a row are not as many as its milestones.",
    remedy: "Say which milestone has which percentage; until then none of them has one.")
  static let progressUnreadable = DiagnosticCode(
    "progress-unreadable", "A cell that should hold a whole percentage holds something else.",
    remedy: "Enter the percentage by hand.")
  static let progressMissing = DiagnosticCode(
    "progress-missing", "A milestone has no percentage.",
    remedy: "Ask for it; until then the milestone is left out of roll-ups.")
  static let stageFromPercent = DiagnosticCode(
    "stage-from-percent", "The document gives percentages and no stages.",
    remedy: "Nothing, if 0% is not started and 100% is complete; otherwise set the stage of the milestone.")
  static let elapsedQuarter = DiagnosticCode(
    "elapsed-quarter", "A percentage is exactly the part of the year that has gone by.",
    remedy: "Check that progress was entered and not the time.")
  static let shiftedColumns = DiagnosticCode(
    "shifted-columns",
    "Cells of a row stand in other columns than the headings say, so they were placed by what they hold.",
    remedy: "Look at the rows in the original and correct what was placed wrongly.")
  static let shiftedCell = DiagnosticCode(
    "shifted-cell", "In a row whose cells are displaced, the text of one cell could belong to two columns.",
    remedy: "Say which column it belongs to.")
  static let documentTitle = DiagnosticCode(
    "document-title", "A line names the document or a table and was taken for its title.",
    remedy: "Nothing, unless it is part of the plan.")
  static let repeatedHeading = DiagnosticCode(
    "repeated-heading", "A heading of the table is repeated further down.",
    remedy: "Nothing; it is no data.")
  static let printedRollUpDiffers = DiagnosticCode(
    "printed-roll-up-differs", "The percentage printed beside a priority is not the mean of its milestones.",
    remedy: "Find out how it was worked out; the printed figure is kept and never averaged.")
  static let printedRollUpUnchecked = DiagnosticCode(
    "printed-roll-up-unchecked", "A printed percentage can't be held against its milestones, since some have none.",
    remedy: "Answer the questions about the milestones beneath it.")
  static let rollUpPlaced = DiagnosticCode(
    "roll-up-placed", "A percentage that stands alone on its row was given to a priority by its place.",
    remedy: "Check that it belongs there.")
  static let rollUpHomeless = DiagnosticCode(
    "roll-up-homeless", "A percentage stands alone on its row, and its place does not say what it is of.",
    remedy: "Say which priority it belongs to.")
  static let dueUnresolved = DiagnosticCode(
    "due-unresolved", "The words that say when a milestone is due name no day.",
    remedy: "Enter the date it is due; the words are kept.")
  static let dueTwice = DiagnosticCode(
    "due-twice", "A milestone names several dates.",
    remedy: "Enter the one it is due on; the words are kept.")
  static let baselineWithoutFigure = DiagnosticCode(
    "baseline-without-figure",
    "A baseline names where a figure would come from or that it is still to come, or holds several.",
    remedy: "Enter the figure when it is known; targets that refer to it can't be judged before.")
  static let twoTargets = DiagnosticCode(
    "two-targets", "One measure stands on two rows with different targets or baselines.",
    remedy: "Keep the right one; the first is the measure's, the other is kept with its milestone.")
  static let sharedMeasure = DiagnosticCode(
    "shared-measure", "The same measure stands on several rows.",
    remedy: "Nothing, if it is one measure; otherwise give each its own name.")
  static let sameWords = DiagnosticCode(
    "same-words", "Two milestones are printed in the same words.",
    remedy: "Nothing, if both are meant; otherwise correct one.")
  static let namedParts = DiagnosticCode(
    "named-parts", "A milestone names several parts in its text and has one percentage for all.",
    remedy: "Enter the parts as milestones if each is to be followed.")
  static let polarityAgainstOperator = DiagnosticCode(
    "polarity-against-operator",
    "The measure speaks of a reduction and the target's sign asks for more, or the reverse.",
    remedy: "Correct the sign, or say that the reduction itself is counted.")

  static let ofServicePlans = [
    mergedCell, mergedCellSplit, mergedCellKept, mergedProgress, progressUnreadable, progressMissing, stageFromPercent,
    elapsedQuarter, shiftedColumns, shiftedCell, repeatedHeading, documentTitle, printedRollUpDiffers,
    printedRollUpUnchecked,
    rollUpPlaced, rollUpHomeless, dueUnresolved, dueTwice, baselineWithoutFigure, twoTargets, sharedMeasure, sameWords,
    namedParts, polarityAgainstOperator,
  ]
}

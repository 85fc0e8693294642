extension DiagnosticCode {
  static let columnUnknown = DiagnosticCode(
    "column-not-understood", "Nothing tells what a column of a table holds, so it was left out.",
    remedy: "Say what it means, or that it is to be ignored, and import again.")
  static let columnUnused = DiagnosticCode(
    "column-without-home", "A column was understood, but nothing is kept that it could go to.",
    remedy: "Nothing, unless it matters: then say what else it means, and import again.")
  static let columnAmbiguous = DiagnosticCode(
    "columns-alike", "Several columns of a table say the same.",
    remedy: "Say which of them counts; the others are left out.")
  static let targetPeriodUnclear = DiagnosticCode(
    "target-period", "A column of targets names no period, and the actuals beside it are of several.",
    remedy: "Say whether it is the target of each period or of the year.")
  static let periodUnreadable = DiagnosticCode(
    "period-unreadable", "A period was not understood, or lacks its year or its frequency.",
    remedy: "Write it like Q1 2024/25, April 2024 or 2024/25, and import again.")
  static let periodUnclear = DiagnosticCode(
    "period-unclear", "A period can be read in two ways, such as the first quarter of 2024.",
    remedy: "Say which period is meant.")
  static let daysUnclear = DiagnosticCode(
    "days-unclear", "Figures are given for days that may stand for months, quarters or years.",
    remedy: "Say which; where indicators differ, add a column “Frequency”.")
  static let remarkPeriodUnclear = DiagnosticCode(
    "remark-period", "A column of statuses or comments names no period, and the actuals beside it are of several.",
    remedy: "Say which period it is of.")
  static let figuresFiner = DiagnosticCode(
    "figures-finer", "Figures are given more often than their indicator is collected.",
    remedy: "Check that they are meant for the indicator, or change how often it is collected.")
  static let yearTargetBeside = DiagnosticCode(
    "year-target-beside", "A target of a year comes to targets of its parts, which are on record.",
    remedy: "Check that they agree.")
  static let termNotEntered = DiagnosticCode(
    "term-not-entered", "A school term is named whose dates nobody has entered.",
    remedy: "Enter the term with its first and last day, and import again.")
  static let indicatorUnknown = DiagnosticCode(
    "indicator-unknown", "Figures are given for a code that no indicator has, and without a name.",
    remedy: "Add the indicator with that code, or a column with names, and import again.")
  static let indicatorUnnamed = DiagnosticCode(
    "indicator-unnamed", "A row has figures and neither a code nor a name.",
    remedy: "Say in the file whose figures they are, and import again.")
  static let indicatorNameDiffers = DiagnosticCode(
    "indicator-name-differs", "An indicator has this code and another name, or this name and another code.",
    remedy: "Check that it is the same indicator; rename it, or correct the code in the file.")
  static let codeTwice = DiagnosticCode(
    "code-twice", "Two indicators of one file have the same code.",
    remedy: "Give one of them a code of its own, in the file or after recording.")
  static let totalRow = DiagnosticCode(
    "total-row", "A row is called “Total” and may add up the others.",
    remedy: "Say whether it is an indicator of its own.")
  static let figureTwice = DiagnosticCode(
    "figure-twice", "Two rows give different figures for the same indicator and period; neither was taken.",
    remedy: "Take one of them out of the file, and import again.")
  static let figureRepeated = DiagnosticCode(
    "figure-repeated", "Two rows give the same figure for the same indicator and period; it was taken once.",
    remedy: "Nothing.")
  static let definitionTwice = DiagnosticCode(
    "definition-twice", "Rows of one indicator say different things of it; the first was taken.",
    remedy: "Check which is right.")
  static let wordUnreadable = DiagnosticCode(
    "word-unreadable", "A word or number that describes an indicator or action was not understood.",
    remedy: "Correct it in the file, or enter it by hand.")
  static let statusNone = DiagnosticCode(
    "status-none", "A column of statuses says that there is no rating, or shows a mark that is none.",
    remedy: "Nothing, unless it means something: then enter it by hand.")
  static let statusOfIndicator = DiagnosticCode(
    "status-of-indicator", "An indicator has the status of an action, such as blue for complete.",
    remedy: "Say what the council means by it.")
  static let figureSuppressed = DiagnosticCode(
    "figure-suppressed", "A figure is given and marked as suppressed; it was left out.",
    remedy: "Take the figure or the mark out of the file, and import again.")
  static let areasMixed = DiagnosticCode(
    "areas-mixed", "Figures of one indicator are given for several areas or groups.",
    remedy: "Say whose figures the indicators have; import each of the others under names of their own.")
  static let areaLeftOut = DiagnosticCode(
    "area-left-out", "Rows of other areas or groups than the one that was chosen were left out.", remedy: "Nothing.")
  static let frequencyUnclear = DiagnosticCode(
    "frequency-unclear", "“Bi-annual” means twice a year to some and every two years to others.",
    remedy: "Say which is meant.")
  static let ratioDisagrees = DiagnosticCode(
    "ratio-disagrees", "The figure beside a numerator and denominator is not what they make; the two were taken.",
    remedy: "Check which is right.")
  static let ratioIncomplete = DiagnosticCode(
    "ratio-incomplete", "There is a numerator and no denominator, or the other way round.",
    remedy: "Add the other one, and import again.")
  static let previousDiffers = DiagnosticCode(
    "previous-differs", "What a row says of the period before is not what that period's own row says.",
    remedy: "Check which is right.")
  static let monthUnclear = DiagnosticCode(
    "month-unclear", "Months are given as numbers beside a financial year, which begins in April.",
    remedy: "Say whether month 1 is January or April.")
  static let itemTitleDiffers = DiagnosticCode(
    "item-title-differs", "An item of the plan has this code and another title.",
    remedy: "Say whether it is the same.")
  static let actionsAlike = DiagnosticCode(
    "actions-alike", "Two rows have the same title and were taken for one action.",
    remedy: "Say whether they are one action or two.")
  static let groupHeading = DiagnosticCode(
    "group-heading", "A row of a table holds nothing but one text, such as a heading of the rows below it.",
    remedy: "Say whether it is a priority of the plan.")
  static let blankBelow = DiagnosticCode(
    "blank-below", "A column of the plan is filled in some rows and blank below them.",
    remedy: "Say whether blank means the same as above.")
  static let tableTitle = DiagnosticCode(
    "table-title", "A title or remark stands above a table.", remedy: "Nothing, unless it holds something to be kept.")
  static let trendNotKept = DiagnosticCode(
    "trend-not-kept", "Directions of travel are worked out from the figures and not taken from a file.",
    remedy: "Nothing.")
  static let itemUntitled = DiagnosticCode(
    "action-untitled", "A row of actions has no title.", remedy: "Give it one, and import again.")

  static let ofTables = [
    columnUnknown, columnUnused, columnAmbiguous, targetPeriodUnclear, periodUnreadable, periodUnclear, daysUnclear,
    remarkPeriodUnclear, figuresFiner, yearTargetBeside, termNotEntered,
    indicatorUnknown, indicatorUnnamed, indicatorNameDiffers, codeTwice, totalRow, figureTwice, figureRepeated,
    definitionTwice,
    wordUnreadable, frequencyUnclear, ratioDisagrees, ratioIncomplete, previousDiffers, monthUnclear, itemTitleDiffers,
    actionsAlike, groupHeading, blankBelow, tableTitle, statusNone, statusOfIndicator, figureSuppressed, areasMixed,
    areaLeftOut,
    trendNotKept,
    itemUntitled,
  ]
}

extension DiagnosticCode {
  static let planYearUnknown = DiagnosticCode(
    "plan-year-unknown", "Nothing says which year the plan is for.",
    remedy: "Import again with a quarter of that year, for example 2024-25-Q1.")
  static let visionMissing = DiagnosticCode(
    "vision-missing", "No heading and no sentence gives the plan's vision.",
    remedy: "Enter the vision, if the plan has one.")
  static let listedAgain = DiagnosticCode(
    "listed-again", "A list at the front of the plan repeats what its tables hold.",
    remedy: "Nothing; each was counted once.")
  static let listedInFrontOnly = DiagnosticCode(
    "listed-in-front-only", "A list at the front of the plan has an item that its tables don't hold.",
    remedy: "Check whether it is the same as an item of the table in other words; it was kept.")
  static let outcomeShared = DiagnosticCode(
    "outcome-shared", "An outcome is listed under two priorities in the same words.",
    remedy: "Nothing; it was kept once, and contributes to the second priority.")
  static let indicatorTwice = DiagnosticCode(
    "indicator-twice", "An indicator is listed twice under one priority.",
    remedy: "Check whether another indicator was meant; it was kept once.")
  static let indicatorWordsDiffer = DiagnosticCode(
    "indicator-words-differ", "An indicator is listed in different words in different places.",
    remedy: "Say whether one measure is meant or two; until then it is kept as one.")
  static let severalIndicators = DiagnosticCode(
    "several-indicators", "One cell lists several indicators.",
    remedy: "Nothing; each was kept on its own.")
  static let biAnnual = DiagnosticCode(
    "bi-annual", "“Bi-annual” is said of what happens twice a year and of what happens every two years.",
    remedy: "Say which is meant; until then the indicator is owed once a year.")
  static let variantOpen = DiagnosticCode(
    "variant-open", "The plan gives two readings of one measure and leaves open which counts.",
    remedy: "Say which counts; until then both are kept.")
  static let schoolYearToDate = DiagnosticCode(
    "school-year-to-date",
    "A figure adds up from the start of the school year, which is no frame that figures here have.",
    remedy: "Say how the figure is to be read when its values are entered.")
  static let polarityNotStated = DiagnosticCode(
    "polarity-not-stated", "The plan doesn't say whether high or low is good.",
    remedy: "Set the polarity of each indicator before its figures are rated.")
  static let frequencyAssumed = DiagnosticCode(
    "frequency-assumed", "The plan doesn't say how often an indicator is reported, and quarterly was taken.",
    remedy: "Change the frequency of those that are reported at other times.")
  static let initiativeMatched = DiagnosticCode(
    "initiative-matched", "A list in the text repeats initiatives of the tables in other words.",
    remedy: "Check the pairs; each was kept once.")

  static let ofOutcomesPlans = [
    planYearUnknown, visionMissing, listedAgain, listedInFrontOnly, outcomeShared, indicatorTwice, indicatorWordsDiffer,
    severalIndicators, biAnnual, variantOpen, schoolYearToDate, polarityNotStated, frequencyAssumed, initiativeMatched,
  ]
}

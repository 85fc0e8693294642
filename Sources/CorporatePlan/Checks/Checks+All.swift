extension Checks {
  /// Errors stop a seal, objections until they are set aside; warnings are printed with it.
  package static let all: [Check] = [
    .nothingToReport, .undeterminedRating, .missingWithoutReason, .unplaced, .sectionsDoNotAddUp, .actionNotJudged,
    .overrideWithoutReason, .overrideUnknownStatus, .overrideWithoutData,
    .printedStatusUnsettled, .overrideAgreesWithRule, .redWithoutCommentary, .fallingCumulative, .unitDisagreement,
    .countInPercent, .proseTargetDiffers, .commentaryContradictsStatus, .commentaryFigureNotOfRecord,
    .keyContradictsRatings, .staleChart,
    .wrongFootnote, .targetIsZero, .threePeriodsMissing, .suppressionLeaks, .provisionalUnmarked,
  ]
}

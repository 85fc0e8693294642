extension Checks {
  /// Errors stop a seal; warnings are printed with it.
  package static let all: [Check] = [
    .nothingToReport, .undeterminedRating, .missingWithoutReason, .unplaced, .sectionsDoNotAddUp, .actionNotJudged,
    .overrideWithoutReason, .overrideUnknownStatus, .overrideWithoutData,
    .printedStatusUnsettled, .overrideAgreesWithRule, .redWithoutCommentary, .fallingCumulative, .unitDisagreement,
    .countInPercent, .proseTargetDiffers, .targetIsZero, .threePeriodsMissing,
    .suppressionLeaks, .provisionalUnmarked,
  ]
}

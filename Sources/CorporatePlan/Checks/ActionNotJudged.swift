extension Check {
  static let actionNotJudged = Check(
    "action-not-judged", .error, looksFor: "An action that has no update in the period, or one without a judgement."
  ) { _, scorecard in
    scorecard.allActions.compactMap { action in
      switch action.outcome {
      case .rated, .notRated(.missing(.discontinued)), .notRated(.missing(.waived)): nil
      case .notRated:
        (
          action.place,
          "“\(action.item.title)” has no update for \(scorecard.period.name). Report its stage and judge it, or withdraw it."
        )
      case .undetermined:
        (action.place, "“\(action.item.title)” has an update without a status. Its officer judges it.")
      }
    }
  }
}

extension ActionStanding {
  /// What is odd about an update beside the one before.
  func warnings(after earlier: ActionUpdate?, on today: Day) -> [ReturnWarning] {
    guard let update else { return [] }
    var warnings: [ReturnWarning] = []
    if update.stage == .complete, let percent = update.percent, percent < 100 {
      warnings.append(
        ReturnWarning(
          .completeBelowHundred, .percent, figure: "\(percent)%",
          "It is complete, and only \(percent)% of it is done. Is it complete, or is what is left no longer wanted?"))
    }
    if let percent = update.percent, let before = earlier?.percent, percent < before, let earlier {
      warnings.append(
        ReturnWarning(
          .progressFell, .percent, figure: "\(percent)%",
          "\(percent)% is less than the \(before)% reported for \(earlier.period.name). Check it, or say what happened."
        ))
    }
    if let forecast = update.forecast, forecast < today, update.stage != .complete, update.stage != .withdrawn {
      warnings.append(
        ReturnWarning(
          .forecastPast, .forecast, figure: forecast.description,
          "The forecast, \(forecast.words), is past, and it is not complete. When will it be?"))
    }
    return warnings
  }
}

/// How an action stands in a reporting period: stage, per cent and an officer's judgement are three fields
/// (domain, section 3).
package struct ActionUpdate: Record, Dated {
  package static let kind = "update"
  package let item: String
  package var period: Period
  package var stage: Stage
  /// The officer's judgement; `nil` when complete or withdrawn, or when nobody judged.
  package var judged: Status?
  package var percent: Int?
  package var forecast: Day?
  package var completed: Day?
  /// Whether its officer said that there is nothing to report, so that it stands as it stood before: not forgotten.
  package var hasNothingToReport = false

  package enum Stage: String, Sendable, CaseIterable {
    case notStarted = "not started"
    case inProgress = "in progress"
    case complete
    case onHold = "on hold"
    case withdrawn
  }

  package init(
    item: String, period: Period, stage: Stage, judged: Status? = nil, percent: Int? = nil, forecast: Day? = nil,
    completed: Day? = nil
  ) {
    self.item = item
    self.period = period
    self.stage = stage
    self.judged = judged
    self.percent = percent
    self.forecast = forecast
    self.completed = completed
  }

  package var id: String { "\(item)@\(period.code)" }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    item = try fields.text("item")
    period = try fields.period("period")
    stage = try fields.choice("stage", default: .inProgress)
    judged = fields.optionalText("judged").map { Status($0) }
    percent = try fields.json["percent"] == nil ? nil : fields.integer("percent", default: 0)
    forecast = try fields.day("forecast")
    completed = try fields.day("completed")
    hasNothingToReport = fields.flag("nothing_to_report")
    if let percent, !(0...100).contains(percent) { throw FieldError("percent", "is not between 0 and 100") }
  }

  package var body: JSON {
    .object([
      "item": .string(item), "period": .string(period.code), "stage": .string(stage.rawValue),
      "judged": (judged?.id).json,
      "percent": percent.map { JSON($0) }, "forecast": (forecast?.description).json,
      "completed": (completed?.description).json, "nothing_to_report": hasNothingToReport.json,
    ])
  }
}

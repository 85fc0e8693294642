/// How a risk stood on a day: its colour, and its place in the council's matrix where it has one.
package struct RiskScore: Record {
  package static let kind = "risk-score"
  package var risk: String
  package var day: Day
  package var status: Status?
  /// Counted from 1, the least likely.
  package var likelihood: Int?
  /// Counted from 1, the least grave.
  package var impact: Int?

  package var id: String { "\(risk)@\(day)" }

  package init(risk: String, day: Day, status: Status? = nil, likelihood: Int? = nil, impact: Int? = nil) {
    self.risk = risk
    self.day = day
    self.status = status
    self.likelihood = likelihood
    self.impact = impact
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    risk = try fields.text("risk")
    guard let day = try fields.day("day") else { throw FieldError("day", "is missing") }
    self.day = day
    status = fields.optionalText("status").map { Status($0) }
    likelihood = try fields.optionalInteger("likelihood")
    impact = try fields.optionalInteger("impact")
  }

  package var body: JSON {
    .object([
      "risk": .string(risk), "day": .string(day.description), "status": (status?.id).json,
      "likelihood": likelihood.map { JSON($0) }, "impact": impact.map { JSON($0) },
    ])
  }
}

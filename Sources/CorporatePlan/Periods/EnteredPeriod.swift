/// A school term or survey wave with the council's own dates.
package struct EnteredPeriod: Record {
  package static let kind = "period"
  package var period: Period
  package var id: String { period.code }

  package init(_ period: Period) { self.period = period }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    let grain: Period.Grain = try fields.choice("grain")
    guard Period.isFree(id) else {
      throw FieldError(
        "code", "“\(id)” is a regular period's code or holds an @; give the term or wave a name of its own")
    }
    guard let start = try fields.day("start"), let end = try fields.day("end"),
      let period = Period(grain, code: id, start: start, end: end)
    else { throw FieldError("end", "a term or wave needs a start and a later end") }
    self.period = period
  }

  package var body: JSON {
    .object([
      "grain": .string(period.grain.rawValue), "start": .string(period.start.description),
      "end": .string(period.end.description),
    ])
  }
}

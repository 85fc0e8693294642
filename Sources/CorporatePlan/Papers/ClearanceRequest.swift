/// That the officers whom the council's template names were asked to clear a report. Silence is not clearance.
package struct ClearanceRequest: Record {
  package static let kind = "clearance-request"
  /// The report's id.
  package let report: String
  package var asked: Day
  /// By when; `nil` when nobody said.
  package var due: Day?
  /// What the officers are told with it.
  package var note: String?

  package var id: String { report }

  package init(report: String, asked: Day, due: Day? = nil, note: String? = nil) {
    self.report = report
    self.asked = asked
    self.due = due
    self.note = note
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    report = id
    guard let asked = try fields.day("asked") else { throw FieldError("asked", "is missing") }
    self.asked = asked
    due = try fields.day("due")
    note = fields.optionalText("note")
  }

  package var body: JSON {
    .object(["asked": .string(asked.description), "due": (due?.description).json, "note": note.json])
  }
}

/// A day on which the council does not work and that does not recur: one proclaimed, or the council's own.
package struct Holiday: Record {
  package static let kind = "holiday"
  package let day: Day
  package var name: String

  package var id: String { day.description }

  package init(_ day: Day, name: String) {
    self.day = day
    self.name = name
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    guard let day = Day(id) else { throw FieldError("record", "is not a day: “\(id)”") }
    self.day = day
    name = try fields.text("name")
  }

  package var body: JSON { .object(["name": .string(name)]) }
}

extension Book {
  /// The council's working days around a period: without the recurring bank holidays and its own.
  package func workingDays(around period: Period) -> WorkingDays {
    let years = period.start.civil.year - 1...period.end.civil.year + 1
    return WorkingDays(holidays: years.flatMap(BankHolidays.englandAndWales) + holidays.values.map(\.day))
  }
}

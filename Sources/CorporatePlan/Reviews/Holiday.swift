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

  /// Keeps a day on which the council does not work, from then on left out of every count of working days.
  package func closing(on typed: String, name: String) throws(HolidayRefused) -> [Revision] {
    let day = Day(typed: typed.trimmed)
    let dayProblem: String? =
      switch day {
      case nil: "Enter the day, like 27/12/2025"
      case let day? where day.weekday > 5: "\(day.words) is on a weekend, so it is no working day anyway"
      case let day? where BankHolidays.englandAndWales(day.civil.year).contains(day):
        "\(day.words) is a bank holiday, so it is left out already"
      default: nil
      }
    let nameProblem = name.trimmed.isEmpty ? "Say what day it is, like “Council closed”" : nil
    guard dayProblem == nil, nameProblem == nil, let day else {
      throw HolidayRefused(day: dayProblem, name: nameProblem)
    }
    let holiday = Holiday(day, name: name.trimmed)
    return holiday == holidays[holiday.id] ? [] : [holiday.revision]
  }
}

/// What is wrong with a day that was to be kept free, field by field. Nothing was recorded.
package struct HolidayRefused: Error, Equatable {
  package let day: String?
  package let name: String?
}

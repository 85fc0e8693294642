extension Editing {
  /// A day on which the council does not work. Fields: `day`, `name`.
  package func addHoliday(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    if answers.text("day") == nil { form.refuse("day", "Write the day.") }
    let day = form.day("day")
    if answers.text("name") == nil { form.refuse("name", "Write what the day is called.") }
    if let day {
      if day.weekday > 5 {
        form.refuse("day", "\(day.words) is a \(day.weekday == 6 ? "Saturday" : "Sunday") and no working day anyway.")
      }
      if BankHolidays.englandAndWales(day.civil.year).contains(day) {
        form.refuse("day", "\(day.words) is a bank holiday and counted already.")
      }
    }
    try form.finish()
    guard let day else { return [] }
    return try changed(Holiday(day, name: answers.text("name") ?? ""))
  }

  package func removeHoliday(_ id: String) throws(EditRefused) -> [Revision] {
    guard let holiday = book.holidays[id] else {
      throw EditRefused("holiday", "That day is no longer there; it may have been removed.")
    }
    return [holiday.withdrawal]
  }
}

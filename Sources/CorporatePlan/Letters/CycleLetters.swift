/// The letters that one period's calendar owes on a day. Each stays owed until its time is over or its reason is gone, so
/// that one which could not be sent on its day goes on the next.
struct CycleLetters {
  let book: Book
  let cycle: Cycle
  let today: Day
  let days: WorkingDays
  let slots: [Slot]
  let readership: Readership
  let links: LetterLinks
  let chasing: Chasing

  init(
    _ book: Book, _ cycle: Cycle, on today: Day, to readership: Readership, links: LetterLinks, chasing: Chasing
  ) {
    self.book = book
    self.cycle = cycle
    self.today = today
    days = book.workingDays(around: cycle.period)
    slots = book.slots(in: cycle.period, on: today)
    self.readership = readership
    self.links = links
    self.chasing = chasing
  }

  var all: [Notice] { returns + returned + signOffs + digests }

  func notice(
    _ kind: LetterKind, to person: String, about: String, _ values: [Placeholder: String]
  ) -> Notice {
    let common = book.lettersCommon.merging([.period: cycle.period.name]) { $1 }
    let (subject, text) = book.template(kind).filled(common.merging(values) { $1 })
    return Notice(kind, to: person, about: about, subject: subject, text: text)
  }

  /// Whom a post's mail goes to: who holds it, or who stands in while nobody does.
  func holders(of post: String?) -> [String] { post.map { book.recipients(of: $0, on: today) } ?? [] }
}

extension Book {
  /// Whom a post's mail goes to, by id: who holds it, or who stands in while nobody does.
  package func recipients(of post: String, on day: Day) -> [String] {
    let held = tenures.values.filter { $0.post == post && $0.holds(on: day) }
    let holders = held.filter { !$0.isDeputy }
    return Set((holders.isEmpty ? held : holders).map(\.person)).sorted()
  }

  /// The letters that are owed on a day: for every period that is open, not yet locked by its calendar, and not frozen.
  ///
  /// The same letter has the same key on every day it is owed.
  ///
  /// - Parameter clearances: how far the clearances of reports are.
  package func notices(
    on today: Day, to readership: Readership, links: LetterLinks, chasing: Chasing = Chasing(),
    clearances: [ClearanceProgress] = []
  ) -> [Notice] {
    cycles.values.filter { $0.opens <= today && today <= $0.locks && freezes[$0.id]?.holds != true }.sorted {
      $0.period < $1.period
    }
    .flatMap { CycleLetters(self, $0, on: today, to: readership, links: links, chasing: chasing).all }
      + askedNotices(on: today, links: links)
      + clearances.flatMap { ClearanceLetters(book: self, progress: $0, today: today, links: links).all }
  }

  /// A reminder that somebody sends by hand, as the board previews it; `nil` when the person owes nothing.
  package func reminder(
    to person: String, in period: Period, on today: Day, links: LetterLinks
  ) -> Notice? {
    guard let cycle = cycles[period.code] else { return nil }
    let readership = Readership(performanceOfficers: [], reviewers: [])
    let letters = CycleLetters(self, cycle, on: today, to: readership, links: links, chasing: Chasing())
    guard let rows = letters.owed[person] else { return nil }
    let kind: LetterKind = today <= cycle.returnsDue ? .reminder : .overdue
    return letters.asking(kind, person, rows, about: "\(period.code)/by-hand/\(today)")
  }

  /// Whether what a reminder by hand is about is still owed; `key` is that of its notice.
  package func isStillOwed(_ key: String, by person: String, on today: Day, links: LetterLinks) -> Bool {
    let parts = key.split(separator: "/")
    guard parts.count > 2, parts[2] == "by-hand", let period = calendar.period(String(parts[1])) else { return true }
    return freezes[period.code]?.holds != true && reminder(to: person, in: period, on: today, links: links) != nil
  }
}

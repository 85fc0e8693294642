/// What somebody is to reach in a year, and what of the plan it serves: the end of the golden thread ("to the setting of
/// objectives for council staff and annual appraisals", Harrow, February 2024).
///
/// It is private to its owner and their manager, so it never is a record of the ledger: it can be changed and erased.
package struct Objective: Equatable, Sendable {
  package let id: String
  /// For whom it was written, by the id of their account.
  package var person: String
  /// The post it belongs to, whose next holder takes it over while it is open; `nil` for the person's own.
  package var post: String?
  package var title: String
  package var text: String?
  /// How one will know that it was met.
  package var measure: String?
  /// The last day on which it is in time.
  package var due: Day?
  package var year: FinancialYear
  package var state = State.open
  /// The items and indicators it serves, the first first.
  package var serves: [RecordID] = []
  package var notes: [Note] = []

  package enum State: String, Sendable, CaseIterable {
    case open, met
    case partlyMet = "partly met"
    case notMet = "not met"
    case dropped
  }

  /// What was said at an appraisal or between two.
  package struct Note: Equatable, Sendable {
    package let id: String
    /// Whose appraisal it is. It stays with them, and goes with them, whoever has the post afterwards.
    package let about: String
    package let author: String
    package let day: Day
    package let text: String

    package init(id: String, about: String, author: String, day: Day, text: String) {
      (self.id, self.about, self.author, self.day, self.text) = (id, about, author, day, text)
    }
  }

  package init(id: String, person: String, title: String, year: FinancialYear) {
    (self.id, self.person, self.title, self.year) = (id, person, title, year)
  }
}

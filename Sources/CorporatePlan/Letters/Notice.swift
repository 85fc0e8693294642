/// What one person is to be told by mail, without their name: that is put in when it is sent, from outside the ledger.
package struct Notice: Equatable, Sendable {
  package let kind: LetterKind
  /// The id of whom it is for.
  package let person: String
  /// What tells it from every other: the same again is the same letter, and is sent once.
  package let key: String
  package let subject: String
  package let text: String

  package init(_ kind: LetterKind, to person: String, about: String, subject: String, text: String) {
    self.kind = kind
    self.person = person
    key = "\(kind.rawValue)/\(about)/\(person)"
    self.subject = subject
    self.text = text
  }
}

/// How people are chased, in working days.
package struct Chasing: Equatable, Sendable {
  /// How long before returns are due a reminder goes out.
  package var reminder = 3
  /// How long before sign-off is due heads are reminded.
  package var signOff = 3
  /// How often after the day, from the next one on.
  package var overdueEvery = 3

  package init() {}
}

/// Whom letters go to that the ledger does not tell, by id: what people may do stands outside it.
package struct Readership: Equatable, Sendable {
  package var performanceOfficers: [String]
  /// Heads of service and directors.
  package var reviewers: Set<String>

  package init(performanceOfficers: [String], reviewers: Set<String>) {
    self.performanceOfficers = performanceOfficers.sorted()
    self.reviewers = reviewers
  }
}

/// Where letters lead.
package struct LetterLinks: Equatable, Sendable {
  /// `https://plan.council.example`, without a slash at its end.
  package let base: String

  package init(base: String) {
    var base = base.trimmed
    while base.hasSuffix("/") { base.removeLast() }
    self.base = base
  }

  package func collect(_ period: Period) -> String { "\(base)/collect/\(period.code)" }
  package func board(_ period: Period) -> String { "\(base)/cycle/\(period.code)" }
  package func review(_ period: Period) -> String { "\(base)/review/\(period.code)" }
  /// Where a password is set, with an invitation or after a reset.
  package func password(_ secret: String) -> String { "\(base)/office/password?key=\(secret)" }
}

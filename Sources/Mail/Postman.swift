import CorporatePlan
import Foundation
import Ledger

/// Writes the letters that the calendar owes and sends what is due, a round a minute.
package struct Postman: Sendable {
  package let council: Council
  package let settings: MailSettings
  package let links: LetterLinks
  package var chasing = Chasing()
  /// How far the clearances of reports are on a day, which who composes reports can tell.
  let clearances: @Sendable (Book, Day) -> [ClearanceProgress]

  /// Nobody gets a letter of the calendar before.
  package static let firstHour = 8
  /// The most that one round sends, so that it ends.
  static let most = 500

  /// - Parameter base: where the council's pages are: `https://plan.council.example`.
  package init(
    council: Council, settings: MailSettings, base: String,
    clearances: @escaping @Sendable (Book, Day) -> [ClearanceProgress] = { _, _ in [] }
  ) {
    self.council = council
    self.settings = settings
    self.clearances = clearances
    links = LetterLinks(base: base)
  }

  /// What one round did.
  package struct Round: Equatable, Sendable {
    package var written = 0
    package var withdrawn = 0
    /// Letters that left; several notices may have been in one.
    package var sent = 0
    package var failures: [SendingFailure] = []
  }

  /// One round: whatever was done before is not done again.
  package func round(at start: Moment) async throws -> Round {
    var round = Round()
    // A long round must not date its last letters back: Notify takes a token for half a minute.
    let clock = ContinuousClock()
    let began = clock.now
    var now: Moment {
      let passed = (clock.now - began).components
      return Moment(
        milliseconds: start.milliseconds + Int(passed.seconds) * 1000 + Int(passed.attoseconds / 1_000_000_000_000_000))
    }
    let book = council.book
    let isOpen = isOpen(start, book)
    if isOpen {
      let people = try await council.accounts.people().filter { !$0.isDisabled }
      let readership = Readership(
        performanceOfficers: people.filter { $0.roles.contains(.performanceOfficer) }.map(\.id),
        reviewers: Set(people.filter { $0.roles.contains(.reviewer) }.map(\.id)))
      let notices = book.notices(
        on: start.londonDay, to: readership, links: links, chasing: chasing,
        clearances: clearances(book, start.londonDay))
      (round.written, round.withdrawn) = try await council.mail.owe(notices, at: now)
      for letter in try await council.mail.byHand()
      where !book.isStillOwed(letter.key, by: letter.person, on: start.londonDay, links: links) {
        if try await council.mail.withdraw(letter.key, at: now) { round.withdrawn += 1 }
      }
    }
    while round.sent + round.failures.count < Postman.most,
      let sending = try await council.mail.take(at: now, ordinary: isOpen)
    {
      guard let failure = try await send(sending, book, at: now) else {
        round.sent += 1
        continue
      }
      round.failures.append(failure)
      if failure.concernsAll { break }
    }
    return round
  }

  /// A round every minute until the task is cancelled.
  ///
  /// - Parameter report: told what each round did, or why it could not be done.
  package func run(
    every interval: Duration = .seconds(60), now: @Sendable () -> Moment,
    report: @Sendable (Result<Round, any Error>) -> Void
  ) async throws {
    while true {
      do { report(.success(try await round(at: now()))) } catch { report(.failure(error)) }
      try await Task.sleep(for: interval)
    }
  }

  /// The day on which a letter leaves that somebody sends by hand now; `nil` for at once.
  ///
  /// - Parameter hadOne: whether the person has had a letter today.
  package func day(of now: Moment, hadOne: Bool) -> Day? {
    let today = now.londonDay
    if !hadOne, isOpen(now, council.book) { return nil }
    guard let year = Period.containing(today, .year) else { return nil }
    return council.book.workingDays(around: year).day(
      0, after: hadOne || now >= Postman.opens(today) ? today + 1 : today)
  }

  /// Working days from eight o'clock on.
  private func isOpen(_ now: Moment, _ book: Book) -> Bool {
    let today = now.londonDay
    guard let year = Period.containing(today, .year) else { return false }
    return book.workingDays(around: year).isWorking(today) && now >= Postman.opens(today)
  }

  private static func opens(_ day: Day) -> Moment { Moment(day, hour: firstHour) }

  private func send(_ sending: Sending, _ book: Book, at now: Moment) async throws -> SendingFailure? {
    do {
      let letter = try await letter(sending, book, at: now)
      try await settings.carrier.send(letter, from: settings.sender, at: now)
      try await council.mail.sent(sending, at: now)
      return nil
    } catch let failure as SendingFailure {
      try await council.mail.failed(sending, because: failure.description, again: failure.again, at: now)
      return failure
    } catch is AccountRefused {
      let failure = SendingFailure("The person's account was closed before the letter went out", again: false)
      try await council.mail.failed(sending, because: failure.description, again: failure.again, at: now)
      return failure
    }
  }
}

extension Postman {
  /// What leaves, with the name in it. The secret of an invitation or a reset is made here and stands nowhere else.
  private func letter(_ sending: Sending, _ book: Book, at now: Moment) async throws -> Letter {
    let person = sending.person
    var notices = sending.letters.map { (subject: $0.subject, text: $0.text) }
    if let purpose = sending.purpose {
      let secret = try await council.accounts.letter(purpose, to: person.id, at: now).text
      notices = [book.opening(purpose == .invitation ? .invitation : .reset, link: links.password(secret))]
    }
    let whole = book.framed(notices, for: person.name)
    let id = ([council.name] + sending.letters.map(\.key)).joined(separator: "\n")
    return try Letter(
      id: id, name: person.name, address: person.email, subject: whole.subject, text: whole.text)
  }
}

import CorporatePlan
import Foundation
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

/// The sample council in the middle of a quarter: two services under a directorate, whose people enter, check and sign.
struct ReviewCouncil {
  static let period = FinancialYear(2023).quarter(4)
  static let review = "/review/2023-24-Q4"
  static let cycle = "/cycle/2023-24-Q4"
  static let bins = RecordID(Indicator.kind, "bins-missed")
  static let recycling = RecordID(Indicator.kind, "recycling")
  static let arrears = RecordID(Indicator.kind, "arrears")

  /// The first administrator, who runs the quarter.
  let performance: Officer
  let wasteOfficer: Officer
  let wasteHead: Officer
  let housingHead: Officer
  let director: Officer

  /// - Parameter isOpen: whether the quarter has a calendar, of the days around the tests' clock.
  init(isOpen: Bool = true) async throws {
    performance = try await Officer(try await SampleCouncil.open())
    try await performance.append(ReviewCouncil.people)
    if isOpen { try await performance.append([ReviewCouncil.calendar.revision]) }
    wasteOfficer = try await performance.colleague([.responsibleOfficer], post: "waste-officer")
    wasteHead = try await performance.colleague([.reviewer], post: "waste-head")
    housingHead = try await performance.colleague([.reviewer], post: "housing-head")
    director = try await performance.colleague([.reviewer], post: "director")
  }

  static let calendar = Cycle(
    period: period, opens: Day("2025-11-03")!, returnsDue: Day("2025-11-17")!, signOffDue: Day("2025-11-24")!,
    locks: Day("2025-11-24")!)

  /// The directorate is written by its name, as councils do.
  private static var people: [Revision] {
    var revisions = [
      Service(id: "waste", name: "Waste", directorate: "Place").revision,
      Service(id: "housing", name: "Housing", directorate: "Place").revision,
      Service(id: "place", name: "Place").revision,
      Post(id: "waste-officer", title: "Waste Officer", service: "waste", reportsTo: "waste-head").revision,
      Post(id: "waste-head", title: "Head of Waste", service: "waste", reportsTo: "director").revision,
      Post(id: "housing-head", title: "Head of Housing", service: "housing", reportsTo: "director").revision,
      Post(id: "director", title: "Director of Place", service: "place").revision,
    ]
    let owners = ["bins-missed": "waste-officer", "recycling": "waste-officer", "arrears": "housing-head"]
    for (number, sample) in SampleCouncil.indicators.enumerated() {
      guard let owner = owners[sample.record.id] else { continue }
      var indicator = sample.record
      (indicator.owner, indicator.order) = (owner, number)
      revisions.append(indicator.revision)
    }
    return revisions
  }

  // MARK: What people do on other pages

  /// Enters a figure or words of a return.
  func enter(_ entry: FigureEntry, _ subject: RecordID, by officer: Officer) async throws {
    let day = officer.today
    try await officer.decide { book in
      try book.revisions(for: entry, of: try book.owed(subject, on: day).slot, on: day)
    }
  }

  /// Hands a return in.
  func submit(_ subject: RecordID, by officer: Officer) async throws {
    let day = officer.today
    try await officer.decide { try $0.submission(of: [try $0.owed(subject, on: day)]) }
  }

  /// A figure that raises no question, entered and handed in.
  func submitBins(_ value: String = "40") async throws {
    try await enter(FigureEntry(value: value), ReviewCouncil.bins, by: wasteOfficer)
    try await submit(ReviewCouncil.bins, by: wasteOfficer)
  }

  /// A figure a tenth of the last, with the warning answered and its words, handed in.
  func submitRecycling(words: String = "The new lorries came late.") async throws {
    let day = wasteOfficer.today
    try await enter(
      FigureEntry(value: "4.7", commentary: words, action: "They run from April.", note: "See the minutes."),
      ReviewCouncil.recycling, by: wasteOfficer)
    try await wasteOfficer.decide { book in
      let row = try book.owed(ReviewCouncil.recycling, on: day)
      return try row.warnings.flatMap {
        try book.revisions(answering: $0.code, of: row, words: "Counted twice, it is right.", on: day)
      }
    }
    try await submit(ReviewCouncil.recycling, by: wasteOfficer)
  }

  // MARK: What the record says

  var book: Book { performance.council.book }

  func row(_ subject: RecordID) throws -> ReturnRow { try book.owed(subject, on: performance.today) }

  /// What the form of a return carries on the page as it is now.
  func shown(_ subject: RecordID) throws -> [(String, String)] {
    let row = try row(subject)
    return [("row", subject.key), ("seen", "\(row.seen)"), ("revision", "\(row.reviewed?.revision ?? 0)")]
  }

  @discardableResult
  func decide(
    _ step: Review.Step, _ subject: RecordID, by officer: Officer, reason: String? = nil
  ) async throws -> TestResponse {
    try await officer.send(
      "\(Self.review)/decisions",
      try shown(subject) + [("step", step.rawValue)] + (reason.map { [("reason", $0)] } ?? []))
  }
}

extension Officer {
  var today: Day { clock.now.londonDay }

  func append(_ revisions: [Revision]) async throws { try await decide { _ in revisions } }

  func decide(_ decide: @escaping @Sendable (Book) throws -> [Revision]) async throws {
    try await council.append(reason: "On another page", author: person.id, at: clock.now, decide: decide)
  }
}

extension Book {
  func owed(_ subject: RecordID, on day: Day) throws -> ReturnRow {
    try #require(returnRow(of: subject, in: ReviewCouncil.period, on: day))
  }
}

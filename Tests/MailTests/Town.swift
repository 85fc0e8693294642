import CorporatePlan
import Foundation

@testable import Ledger
@testable import Mail

/// A council with a real ledger, two officers and a head of service, whose quarter opens on Monday 18 September 2023 and
/// has its returns due on Friday 13 October.
struct Town {
  static let folderName = "outbox"
  let folder: Folder
  let council: Council
  let crews: Person
  let head: Person
  let officer: Person
  let q2 = FinancialYear(2023).quarter(2)

  init() async throws {
    folder = try Folder()
    let council = try await Council.open(directory: folder.path + "/data", council: "larkmere")
    self.council = council
    let start = Moment(day(4, 1), hour: 9)
    officer = try await council.accounts.addFirst(
      name: "Ada Okafor", email: "ada@larkmere.example", password: "seven green bridges", at: start)
    crews = try await council.accounts.add(
      name: "Siân Ó Briain", email: "sian@larkmere.example", roles: [.responsibleOfficer], at: start)
    head = try await council.accounts.add(
      name: "Bo Larsen", email: "bo@larkmere.example", roles: [.reviewer], at: start)
    var bins = Indicator(id: "bins", name: "Bins missed", polarity: .lowIsGood, items: [])
    bins.owner = "crews"
    let since = day(4, 1, 2020)
    let records: [any Record] = [
      CouncilProfile(name: "Larkmere", planTitle: "Our plan"), Service(id: "waste", name: "Waste"),
      Post(id: "crews", title: "Crew Manager", service: "waste"), Post(id: "head", title: "Head", service: "waste"),
      Tenure(id: "t1", post: "crews", person: crews.id, from: since),
      Tenure(id: "t2", post: "head", person: head.id, from: since), bins,
      Cycle.proposed(for: q2, Book().workingDays(around: q2)),
    ]
    try await record(records, at: start)
  }

  func record(_ records: [any Record], by author: String = "office", at: Moment) async throws {
    try await council.append(reason: "test", author: author, at: at) { _ in records.map(\.revision) }
  }

  func submit(at: Moment) async throws {
    try await record([Actual(indicator: "bins", period: q2, value: try Value("38"))], by: crews.id, at: at)
    try await review(.submitted, by: crews.id, at: at)
  }

  func review(_ step: Review.Step, reason: String? = nil, by author: String, at: Moment) async throws {
    let bins = RecordID(Indicator.kind, "bins")
    let seen = council.book.contentPosition(of: bins, q2, q2) ?? 0
    try await record([Review(bins, in: q2, step, seen: seen, reason: reason)], by: author, at: at)
  }

  func postman(_ carrier: Carrier? = nil) throws -> Postman {
    let settings = try MailSettings(
      carrier: carrier ?? .outbox(folder: "\(folder.path)/\(Town.folderName)"),
      sender: Sender(name: "Our plan", address: "plan@larkmere.example"))
    return Postman(council: council, settings: settings, base: "https://plan.larkmere.example")
  }

  /// What lies in the outbox, oldest first: whom for, the subject, and the text.
  func letters() throws -> [(to: String, subject: String, text: String)] {
    guard FileManager.default.fileExists(atPath: "\(folder.path)/\(Town.folderName)") else { return [] }
    return try folder.files("/" + Town.folderName).map { name in
      let message = try folder.text("\(Town.folderName)/\(name)")
      let end = message.range(of: "\r\n\r\n")!
      let head = message[..<end.lowerBound].replacingOccurrences(of: "\r\n ", with: " ").components(separatedBy: "\r\n")
      func header(_ name: String) -> String { head.first { $0.hasPrefix(name + ": ") } ?? "" }
      let to = header("To").split(separator: "<").last.map { String($0.dropLast()) } ?? ""
      return (to, Town.decoded(header("Subject")), Town.plain(String(message[end.upperBound...])))
    }
  }

  private static func decoded(_ header: String) -> String {
    header.split(separator: " ").dropFirst().map { word in
      guard word.hasPrefix("=?utf-8?B?"), let data = Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) else {
        return " " + word
      }
      return String(decoding: data, as: UTF8.self)
    }.joined().trimmed
  }

  /// Undoes quoted-printable.
  private static func plain(_ text: String) -> String {
    let text = Array(text.replacingOccurrences(of: "=\r\n", with: "").utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "="), index + 2 < text.count,
        let byte = UInt8(String(decoding: text[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

func at(_ month: Int, _ day: Int, _ hour: Int = 9, _ minutes: Int = 0) -> Moment {
  Moment(milliseconds: Moment(Day(2023, month, day)!, hour: hour).milliseconds + minutes * 60_000)
}

/// A day that there is.
func day(_ month: Int, _ day: Int, _ year: Int = 2023) -> Day { Day(year, month, day)! }

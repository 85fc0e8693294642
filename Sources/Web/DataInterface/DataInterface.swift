import CorporatePlan
import Documents
import HTTPTypes
import Hummingbird
import Reports

/// The tables of everything that is recorded, drafts and what is internal too, for programs of the council with a token.
/// They only read.
enum DataInterface {
  static func path(of set: DataSet) -> String { "/api/v1/\(set.rawValue)" }

  static let routes: [Route] =
    DataSet.allCases.map { set in .token(path(of: set)) { try answer($0, set) } }
    + [.open("/api/openapi.json") { visit in .json(Array(OpenAPI.document(for: visit.book).canonical.utf8)) }]

  private static func answer(_ visit: TokenVisit, _ set: DataSet) throws -> Answer {
    let format = try DataFormat(visit)
    let part = try DataPart(visit)
    let table = try visit.table(set)
    let rows = table.rows(part.range)
    let next = part.next(of: table.rows.count, visit.visit.target)
    var answer: Answer
    switch format {
    case .csv: answer = .csv(rows.csv)
    case .json:
      let head = JSON.object([
        "table": .string(set.rawValue), "ledger_position": JSON(visit.site.wholeView.book.position),
        "total": JSON(table.rows.count), "page": JSON(part.page), "size": JSON(part.size),
      ]).canonical.dropLast()
      let after = next.map { JSON.string($0).canonical } ?? "null"
      answer = .json(Array("\(head),\"next\":\(after),\"rows\":".utf8) + rows.jsonBytes + [UInt8(ascii: "}")])
    }
    answer.fields[.vary] = "Accept, Accept-Encoding, Authorization"
    if let next { answer.fields[.link] = "<\(next)>; rel=\"next\"" }
    return answer
  }
}

/// Which of the rows are asked for.
struct DataPart {
  static let usual = 1_000
  static let most = 10_000

  /// From 1.
  let page: Int
  let size: Int

  init(_ visit: TokenVisit) throws {
    func number(_ name: String, _ usual: Int, upTo most: Int) throws -> Int {
      guard let text = visit.field(name) else { return usual }
      guard let number = Int(text), (1...most).contains(number) else {
        throw Problem(.badRequest, "“\(name)” is a whole number from 1 to \(most).")
      }
      return number
    }
    page = try number("page", 1, upTo: 1_000_000)
    size = try number("size", DataPart.usual, upTo: DataPart.most)
  }

  var range: Range<Int> { (page - 1) * size..<page * size }

  /// The address of the rows after these; `nil` when there are none.
  func next(of total: Int, _ target: RequestTarget) -> String? {
    guard page * size < total, let fields = try? target.queryItems else { return nil }
    let others = fields.filter { $0.name != "page" }.map { "\($0.name.addressed)=\($0.value.addressed)" }
    return "\(target.path)?\((others + ["page=\(page + 1)"]).joined(separator: "&"))"
  }
}

extension TokenVisit {
  /// The rows of a table that the token reaches, for the period and service asked for.
  fileprivate func table(_ set: DataSet) throws -> DataTable {
    let view = site.wholeView
    let asked = set.hasPeriods ? try field("period").map { try period($0, view) } : nil
    let reach = try reachAskedFor
    guard asked == nil, reach.scope == .all, set != .returns else { return rows(set, view, asked, reach) }
    return view.keeping("table \(set.rawValue)") { rows(set, view, nil, reach) }
  }

  private func rows(_ set: DataSet, _ view: View, _ period: Period?, _ reach: Reach) -> DataTable {
    let periods = period.map { [$0] } ?? view.periods.reversed()
    // Figures are those of a period of their own, which need not be one that is reported.
    let cards = set == .values ? view.periods.prefix(1) : set.hasPeriods && set != .returns ? periods[...] : []
    let data = ReportData(view.book, cards.map { view.quarter($0).scorecard }, within: reach)
    guard set == .returns else {
      let table = data.table(set)
      return set == .values ? table.only("period", period?.code) : table
    }
    let current = period ?? view.book.currentPeriod(on: today)
    return data.table(set, returns: current.map { site.returns.returns(view.book, in: $0, on: today).rows } ?? [])
  }

  private func period(_ code: String, _ view: View) throws -> Period {
    guard let period = view.book.calendar.period(code) else { throw Refusal.unknownPeriod(code) }
    return period
  }

  /// The token's own reach, or that part of it which is one service's.
  private var reachAskedFor: Reach {
    get throws {
      guard let service = field("service") else { return reach }
      guard site.wholeView.book.services[service] != nil else { throw Refusal.notFound("The service “\(service)”") }
      guard reach.scope == .all || reach.services.contains(service) else {
        throw Problem(.forbidden, "The token does not reach the service “\(service)”.")
      }
      return site.wholeView.book.reach(ofService: service)
    }
  }
}

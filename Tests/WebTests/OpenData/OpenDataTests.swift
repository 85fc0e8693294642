import CorporatePlan
import Documents
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Reports
import Testing

@testable import Web

@Suite("Open data is tidy, describes itself and says the same in every form")
struct OpenDataTests {
  private func csv(_ set: DataSet, _ site: Served) async throws -> CSVText {
    let response = try await site.ask(OpenData.csv(set))
    return try #require(CSVText(Array(response.body.readableBytesView)), "\(set)")
  }

  private func description(_ set: DataSet, _ site: Served) async throws -> JSON {
    let response = try await site.ask(OpenData.description(set))
    #expect(response.headers[.contentType] == "application/csvm+json")
    return try JSON(parsing: String(buffer: response.body))
  }

  @Test("Each CSV is strict RFC 4180, and its rows are told apart by its key", arguments: DataSet.open)
  func tidy(_ set: DataSet) async throws {
    let site = try await Served.shared()
    let table = try await csv(set, site)
    #expect(!table.rows.isEmpty)
    #expect(Set(table.header).count == table.header.count)
    let places = set.schema.key.compactMap { table.header.firstIndex(of: $0) }
    #expect(places.count == set.schema.key.count)
    let keys = table.rows.map { row in places.map { row[$0] } }
    #expect(Set(keys).count == keys.count)
    let response = try await site.ask(OpenData.csv(set))
    #expect(response.headers[.contentType] == "text/csv; charset=utf-8; header=present")
    #expect(
      response.headers[.link]
        == "</open/\(set.rawValue).csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"")
    #expect(response.headers[.accessControlAllowOrigin] == "*")
  }

  @Test(
    "The description of each CSV has its columns in order, and every cell is of its datatype", arguments: DataSet.open)
  func described(_ set: DataSet) async throws {
    let site = try await Served.shared()
    let table = try await csv(set, site)
    let description = try await description(set, site)
    let own = try #require(description["tables"]?.array?.first)
    #expect(own["url"]?.string == "\(set.rawValue).csv")
    #expect(description["dc:license"]?["@id"]?.string?.contains("open-government-licence") == true)
    #expect(description["dc:publisher"]?.string == "Marlow Fen Borough Council")
    #expect(description["dc:modified"]?["@value"]?.string.flatMap { Moment($0) } != nil)
    #expect(description["dialect"]?["header"] == true)
    let columns = try #require(own["tableSchema"]?["columns"]?.array)
    #expect(columns.compactMap { $0["name"]?.string } == table.header)
    #expect(columns.compactMap { $0["titles"]?.string } == table.header)
    for (place, column) in columns.enumerated() {
      #expect(column["dc:description"]?.string?.isEmpty == false, "\(table.header[place])")
      for row in table.rows {
        #expect(isOf(column, row[place]), "\(set) \(table.header[place]): \(row[place])")
      }
    }
  }

  /// Whether a cell is what its column's description says. A datatype that is not known here fits nothing.
  private func isOf(_ column: JSON, _ cell: String) -> Bool {
    if cell.isEmpty { return column["required"] != true }
    let datatype = column["datatype"]
    switch datatype?.string ?? datatype?["base"]?.string {
    case "string":
      guard let format = datatype?["format"]?.string else { return true }
      return format.split(separator: "|").contains { $0 == cell }
    case "decimal": return Quantity(cell)?.description == cell
    case "integer": return Int(cell) != nil
    case "date": return Day(cell)?.description == cell
    case "boolean": return ["true", "false"].contains(cell)
    default: return false
    }
  }

  @Test("Ids that a description says lead to another table are there", arguments: DataSet.open)
  func keys(_ set: DataSet) async throws {
    let site = try await Served.shared()
    let table = try await csv(set, site)
    let description = try await description(set, site)
    let tables = try #require(description["tables"]?.array)
    for key in tables[0]["tableSchema"]?["foreignKeys"]?.array ?? [] {
      let resource = try #require(key["reference"]?["resource"]?.string)
      #expect(tables.contains { $0["url"]?.string == resource }, "a description holds the tables that it leads to")
      let other = try #require(DataSet(rawValue: String(resource.dropLast(4))))
      let column = try #require(key["reference"]?["columnReference"]?.string)
      let target = try await csv(other, site)
      let known = Set(try #require(target.column(column)))
      let own = try #require(key["columnReference"]?.string)
      let ids = try #require(table.column(own))
      for id in ids where !id.isEmpty { #expect(known.contains(id), "\(set): \(id)") }
    }
  }

  @Test("The JSON has the rows and columns of the CSV, with null for an empty cell", arguments: DataSet.open)
  func json(_ set: DataSet) async throws {
    let site = try await Served.shared()
    let table = try await csv(set, site)
    let text = String(buffer: try await site.ask(OpenData.json(set)).body)
    let rows = try #require(try JSON(parsing: text).array)
    #expect(rows.count == table.rows.count)
    for (row, cells) in zip(rows, table.rows) {
      for (name, cell) in zip(table.header, cells) {
        let value = try #require(row[name])
        #expect(value == .null ? cell.isEmpty : value.scalarText == cell, "\(set) \(name): \(cell)")
      }
    }
  }

  @Test("A figure says what sort it is, and a missing one why")
  func observation() async throws {
    let site = try await Served()
    let quarter = FinancialYear(2023).quarter(4)
    try await site.site.council.append(reason: "Small numbers", author: "p-2", at: Moment("2024-06-01T08:00:00.000Z")!)
    {
      _ in
      [
        Actual(indicator: "calls-answered", period: quarter, value: try Value("<5")).revision,
        Actual(indicator: "wait", period: quarter, value: try Value("100"), state: .provisional).revision,
        Actual(indicator: "recycling", period: quarter, value: .missing(.notApplicable)).revision,
      ]
    }
    for set in [DataSet.indicators, .values] {
      let table = try await csv(set, site)
      func state(of indicator: String) throws -> [String] {
        let (own, period) = (try #require(table.column("indicator")), try #require(table.column("period")))
        let row = try #require(own.indices.first { own[$0] == indicator && period[$0] == quarter.code })
        return [try #require(table.column("value_state"))[row], try #require(table.column("missing_because"))[row]]
      }
      #expect(try state(of: "calls-answered") == ["suppressed", "suppressed"], "\(set)")
      #expect(try state(of: "wait") == ["provisional", ""], "\(set)")
    }
  }

  @Test("Words that a spreadsheet would run get an apostrophe; figures below zero stay figures")
  func formulas() async throws {
    let site = try await Served()
    let quarter = FinancialYear(2023).quarter(4)
    try await site.site.council.append(reason: "A new one", author: "p-2", at: Moment("2024-06-01T08:00:00.000Z")!) {
      _ in
      [
        Indicator(id: "balance", name: "=cmd|' /C calc'!A0", polarity: .highIsGood, items: ["council"]).revision,
        Actual(indicator: "balance", period: quarter, value: try Value("-3")).revision,
      ]
    }
    let table = try await csv(.values, site)
    let row = try #require(table.rows.first { $0[0] == "balance" })
    #expect(row[1] == "'=cmd|' /C calc'!A0")
    let place = try #require(table.header.firstIndex(of: "actual"))
    #expect(row[place] == "-3")
    let json = try JSON(parsing: String(buffer: try await site.ask("/open/values.json").body))
    let object = try #require(json.array?.first { $0["indicator"] == "balance" })
    #expect(object["name"] == "=cmd|' /C calc'!A0")
  }

  @Test("A file that has not changed costs no bytes, whatever was recorded for others; HEAD tells its tag and length")
  func tags() async throws {
    let site = try await Served()
    let first = try await site.ask("/open/actions.csv")
    let tag = try #require(first.headers[.eTag])
    let head = try await site.ask("/open/actions.csv", .head)
    #expect(head.headers[.eTag] == tag)
    #expect(head.headers[.contentLength] == String(first.body.readableBytes))
    #expect(site.site.view.pages["/open/actions.csv"] != nil, "drawn once for a position of the ledger")
    let quarter = FinancialYear(2023).quarter(4)
    let item = try #require(site.site.council.book.ratedActions(in: quarter).first)
    try await site.site.council.append(reason: "Done", author: "p-2", at: Moment("2024-06-01T08:00:00.000Z")!) { _ in
      [ActionUpdate(item: item.id, period: quarter, stage: .onHold, judged: .red, percent: 17).revision]
    }
    let later = try await site.ask("/open/actions.csv", .get, [.ifNoneMatch: tag])
    #expect(later.status == .ok)
    #expect(later.headers[.eTag] != tag)
    let unchanged = try await site.ask("/open/values.csv")
    let values = try #require(unchanged.headers[.eTag])
    try await site.site.council.append(reason: "Done", author: "p-2", at: Moment("2024-06-02T08:00:00.000Z")!) { _ in
      [ActionUpdate(item: item.id, period: quarter, stage: .complete).revision]
    }
    #expect(try await site.ask("/open/values.csv", .get, [.ifNoneMatch: values]).status == .notModified)
  }

  @Test("The workbook has a cover and one table to a sheet, with its title in the first cell")
  func workbook() async throws {
    let response = try await Served.shared().ask(OpenData.workbook)
    #expect(response.headers[.contentDisposition] == "attachment; filename=\"data.xlsx\"")
    let source = try SourceDocument(Array(response.body.readableBytesView), named: "data.xlsx")
    let places = Set(source.tables.map { "\($0.locator)".split(separator: ",")[0] })
    let texts = source.blocks.map { "\($0)" }.joined()
    for set in DataSet.open {
      #expect(places.contains("sheet '\(set.schema.title)'"), "\(set) \(places)")
      #expect(texts.contains("\(set.schema.title): one row for each \(set.schema.row)"), "\(set)")
    }
    #expect(texts.contains("What the columns mean"))
  }

  @Test("The page about the data names every file and explains every column")
  func page() async throws {
    let page = try await Served.shared().text("/data")
    for route in OpenData.routes { #expect(page.contains("href=\"\(route.path)\""), "\(route.path)") }
    for set in DataSet.open {
      for field in set.schema.fields { #expect(page.contains(">\(field.name)</th>"), "\(set) \(field.name)") }
    }
  }
}

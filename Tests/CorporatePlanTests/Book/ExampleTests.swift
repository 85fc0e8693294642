import Foundation
import Testing

@testable import CorporatePlan

@Suite("The example council that ships is a ledger like any other")
struct ExampleTests {
  @Test("its records are read, and its council tax has its own rule")
  func example() throws {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let file = try Data(contentsOf: root.appending(path: "Sources/goldthread/Example/council.json"))
    var book = Book()
    for batch in try #require(try JSON(parsing: [UInt8](file)).array) {
      for record in try #require(batch["records"]?.array) {
        let (kind, id) = (try #require(record["kind"]?.string), try #require(record["record"]?.string))
        try book.append(kind, id, record["body"]?.canonical)
      }
    }
    let period = FinancialYear(2025).quarter(2)
    #expect(book.rule(for: "council-tax", in: period)?.rule.id == "larkmere-2025-tolerance")
    #expect(book.rule(for: "recycling", in: period)?.rule.id == "larkmere-2025")
  }
}

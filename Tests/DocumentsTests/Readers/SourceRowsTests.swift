import Testing

@testable import Documents

@Suite("The rows of a delimited file stay bytes, and say what they say as rows")
struct SourceRowsTests {
  private static let files = [
    "Code,Name,Actual\nPI1,Calls,93\nPI1,Calls,94\nPI2,\"Bins\",\n",
    "Code,Name\n\"PI1\",\"Calls, \"\"all\"\"\"\nPI1,\"Calls, \"\"all\"\"\",3,stray\n , \nPI2\n\"PI2\"x,\" \"\n",
    "Code,Name\r\n\"two\r\nlines\",b\r\n\"two\nlines\",\u{A0}\r\né,\u{A0}é\r\nalone\r\n\"\",\"\"\r\n",
    "Code,A long name that takes more than eight letters\nPI1,A long name that takes more than eight letterS\n",
  ]

  @Test("cell for cell and column for column", arguments: files)
  func alike(text: String) throws {
    compare(try #require(SourceDocument(Array(text.utf8), named: "list.csv").tables.first?.rows))
  }

  @Test("the same in four hundred odd files", arguments: [1, 2, 3, 4])
  func odd(seed: UInt64) {
    var chance = OddChance(seed: seed)
    for _ in 0..<100 {
      let document = try? SourceDocument(Array(OddText.make(&chance).utf8), named: "list.csv")
      if let listed = document?.tables.first?.rows { compare(listed) }
    }
  }

  private func compare(_ listed: SourceRows) {
    let made = SourceRows(listed.made)
    #expect(listed == made)
    #expect(listed.hashValue == made.hashValue)
    #expect(listed.cellCount == made.cellCount)
    for (row, source) in made.enumerated() {
      for index in source.cells.indices {
        #expect(listed.cell(row, index) == source.cells[index])
        #expect(listed.text(row, index) == source.cells[index].text)
        #expect(listed.locator(row, index) == source.cells[index].locator)
        listed.withLetters { letters in
          if let own = letters.of(row, index) { #expect(Array(own) == Array(source.cells[index].text.utf8)) }
        }
        made.withLetters { #expect($0.of(row, index) == nil) }
      }
    }
    for (column, first) in [(1, 0), (1, 1), (2, 1), (3, 0), (4, 1), (9, 0), (0, 0), (1, 99)] {
      #expect(listed.places(ofColumn: column, from: first) == made.places(ofColumn: column, from: first))
      #expect(listed.oddRows(from: first, beyond: column) == made.oddRows(from: first, beyond: column))
      let (one, other) = (listed.column(column, from: first), made.column(column, from: first))
      #expect(one.places.map { one.texts[Int($0)] } == other.places.map { other.texts[Int($0)] })
      #expect(Set(other.texts).count == other.texts.count)
    }
    let columns = [0, 1, 2, 2, 4, 9].map { WantedColumn($0) }
    let (one, other) = (listed.find(columns, from: 0), made.find(columns, from: 0))
    for row in listed.indices {
      #expect(one[row].map { one.places[$0] } == other[row].map { other.places[$0] })
    }
  }

  @Test("the cells of some columns are found in a row as far as it reaches", arguments: files, [true, false])
  func found(text: String, countingBlank: Bool) throws {
    let listed = try #require(SourceDocument(Array(text.utf8), named: "list.csv").tables.first?.rows)
    let made = SourceRows(listed.made)
    let columns = [0, 1, 2, 2, 4, 9].map { WantedColumn($0, countingBlank: countingBlank) }
    func found(_ rows: SourceRows) -> [[Int32]] {
      let cells = rows.find(columns, from: 1)
      return rows.indices.dropFirst().map { row in
        let places = cells[row].map { cells.places[$0] }
        return places + Array(repeating: -1, count: columns.count - places.count)
      }
    }
    #expect(found(listed) == found(made))
    #expect(found(listed).joined().contains { $0 >= 0 })
  }

  @Test("a column has each of its texts once, however many rows say them, in whatever order")
  func distinct() throws {
    let names = (0..<400).map { "Indicator \($0 * 7919 % 400)" }
    let lines = (0..<5).flatMap { turn in names.map { "\($0),\(turn)" } }
    let document = try SourceDocument(Array((["Name,Turn"] + lines).joined(separator: "\n").utf8), named: "list.csv")
    let column = try #require(document.tables.first).rows.column(1, from: 1)
    #expect(column.texts == names)
    #expect(column.places == Array(repeating: Array(0..<400), count: 5).flatMap { $0 })
  }

  @Test("a row that is changed or added is kept beside the others")
  func changed() throws {
    var table = try #require(SourceDocument(Array("Name,Actual\nCalls,93\n".utf8), named: "list.csv").tables.first)
    table.rows[1].cells[1].text = "94"
    table.rows.append(SourceRow([SourceCell("Bins", at: .cell(table: 1, row: 3, column: 1))]))
    #expect(table.rows.map { $0.cells.map(\.text) } == [["Name", "Actual"], ["Calls", "94"], ["Bins"]])
  }
}

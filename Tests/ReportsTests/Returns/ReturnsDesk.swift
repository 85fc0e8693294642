import CorporatePlan
import Documents
import Foundation
import Imports
import Testing

@testable import Reports

/// The returns of Thornbury Vale's second quarter as a workbook on somebody's desk, to be filled in and handed in again.
struct ReturnsDesk {
  static let today = Day(number: 20_369)
  static let quarter = ThornburyVale.quarter

  var workbook: Workbook

  init(_ book: Book = ThornburyVale().book) {
    workbook =
      ReturnsWorkbook(book, book.returnRows(in: Self.quarter, on: Self.today), in: Self.quarter, on: Self.today)
      .workbook
  }

  func column(_ heading: String, _ sheet: Int) throws -> Int {
    try #require(workbook.sheets[sheet].columns.firstIndex { $0.name == heading }, "no column \(heading)")
  }

  /// The row of an indicator or action, and the sheet it stands on.
  func place(_ id: String) throws -> (sheet: Int, row: Int) {
    for (sheet, page) in workbook.sheets.enumerated() {
      let end = ":\(id)@\(Self.quarter.code)"
      let row = page.rows.firstIndex { row in
        row.contains { if case .text(let text) = $0 { text.hasSuffix(end) } else { false } }
      }
      if let row { return (sheet, row) }
    }
    throw ReturnsDeskError.noRow(id)
  }

  /// Types into a field of a return.
  mutating func type(_ cell: Workbook.Cell, _ field: ReturnField, _ id: String) throws {
    let (sheet, row) = try place(id)
    workbook.sheets[sheet].rows[row][try column(field.heading ?? "", sheet)] = cell
  }

  /// What is in a field of a return.
  func cell(_ field: ReturnField, _ id: String) throws -> Workbook.Cell {
    let (sheet, row) = try place(id)
    return workbook.sheets[sheet].rows[row][try column(field.heading ?? "", sheet)]
  }

  func handedIn(
    to book: Book = ThornburyVale().book, by yours: [ReturnRow]? = nil, for period: Period = quarter,
    on day: Day = today
  ) throws -> ReturnsUpload {
    try ReturnsUpload(
      workbook.bytes(), named: "returns.xlsx", book, yours: yours ?? book.returnRows(in: period, on: day), in: period,
      on: day)
  }
}

enum ReturnsDeskError: Error { case noRow(String) }

extension ReturnsUpload {
  /// Each change as "calls value: 79% → 80%".
  var changes: [String] {
    rows.flatMap { row in
      row.changes.map { "\(row.slot?.subject.record ?? "") \($0.field): \($0.from) → \($0.to)" }
    }
  }

  /// Each refusal as "calls value: sentence".
  var refusals: [String] {
    rows.flatMap { row in row.refusals.map { "\(row.slot?.subject.record ?? row.title) \($0.field): \($0.sentence)" } }
  }
}

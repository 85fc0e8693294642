import CorporatePlan
import Documents

/// The rows of a spreadsheet to rate, by column name.
struct RateTable {
  private let header: RateHeader
  private let records: ArraySlice<DelimitedText.Row>

  init(path: String) throws(Failure) {
    let bytes = try [UInt8](reading: path)
    let text: DelimitedText
    do throws(DelimitedText.Refusal) {
      text = try DelimitedText(bytes, limits: DelimitedText.Limits(bytes: 100 << 20, cells: 20_000_000))
    } catch {
      throw .could("\(path): \(error.words)")
    }
    guard let first = text.rows.first else {
      throw .could("\(path): is empty. Its first line must name the columns.")
    }
    do throws(RateHeader.Refusal) {
      header = try RateHeader(first.cells)
    } catch {
      throw .could("\(path), line \(first.line): \(error.words)")
    }
    records = text.rows.dropFirst()
  }

  /// Those in which anything is written, each made as it is asked for.
  var rows: some Sequence<RateRow> {
    records.lazy.filter { $0.cells.contains { !$0.isBlank } }
      .map { [header] in RateRow(line: $0.line, cells: $0.cells, header: header) }
  }
}

/// One row, its cells by the name of their column.
struct RateRow {
  let line: Int
  let cells: [String]
  let header: RateHeader

  subscript(_ column: RateColumn) -> String {
    guard let place = header[column], place < cells.count else { return "" }
    return cells[place].trimmed
  }

  /// Whether a cell has something in it other than a mark for nothing.
  func has(_ column: RateColumn) -> Bool {
    let typed = self[column]
    return !typed.isEmpty && MissingReason(mark: typed) == nil
  }

  /// Whether something stands beyond the last column, as when `1,234` was typed without quotation marks. Every cell of
  /// such a row may stand under a wrong heading.
  var overflows: Bool { cells.count > header.width && cells[header.width...].contains { !$0.isBlank } }
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}

extension DelimitedText.Refusal {
  /// What is wrong, where, and what to do.
  var words: String {
    switch self {
    case .tooLarge(let bytes, let limit): "has \(bytes >> 20) MB; at most \(limit >> 20) MB are read. Split it."
    case .notText(let line): "line \(line): is not text but a workbook, a picture or UTF-16. Save it as CSV (UTF-8)."
    case .unclosedQuotation(let line):
      "line \(line): a quotation mark opens and never closes. Close it, or take it out."
    case .tooManyCells(let limit): "has more than \(limit) cells. Split it."
    }
  }
}

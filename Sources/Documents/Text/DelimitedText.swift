/// Rows of a CSV or TSV file, or of cells pasted from a spreadsheet.
///
/// Reads over bytes: to Swift "\r\n" is one Character, and so would be a comma with a combining accent after it.
package struct DelimitedText: Sendable, Equatable {
  /// A row and where it stood, so that a problem can be shown where the reader finds it.
  package struct Row: Sendable, Equatable {
    /// The line on which the row begins, from 1.
    package let line: Int
    /// The cells as they stood in the file.
    package let cells: [String]
  }

  /// What separates the cells.
  package enum Delimiter: UInt8, Sendable {
    /// Pasted cells.
    case tab = 0x09
    /// Spreadsheets of countries with a decimal comma.
    case semicolon = 0x3B
    /// Everything else.
    case comma = 0x2C
  }

  /// How letters were written.
  package enum Encoding: Sendable {
    /// With or without a byte order mark.
    case utf8
    /// What Excel saves as "CSV" on a British computer.
    case windows1252
  }

  /// Why a text is not read at all.
  package enum Refusal: Error, Equatable, Sendable {
    /// More bytes than allowed.
    case tooLarge(bytes: Int, limit: Int)
    /// A NUL byte: a workbook, a picture, or text in UTF-16.
    case notText(line: Int)
    /// A quotation mark that is never closed would swallow the rest of the file.
    case unclosedQuotation(line: Int)
    /// More cells than allowed.
    case tooManyCells(limit: Int)
  }

  /// How much is read at most.
  package struct Limits: Sendable {
    /// The most bytes.
    package var bytes: Int
    /// The most cells.
    package var cells: Int

    /// Enough for any council's list, and little enough for a page request.
    package init(bytes: Int = 20 << 20, cells: Int = 2_000_000) {
      self.bytes = bytes
      self.cells = cells
    }
  }

  /// The rows that are not empty.
  package let rows: [Row]
  /// What separated the cells.
  package let delimiter: Delimiter
  /// How letters were written.
  package let encoding: Encoding

  /// Reads a text; without a delimiter given, the one that fits best.
  package init(_ bytes: [UInt8], delimiter: Delimiter? = nil, limits: Limits = Limits()) throws(Refusal) {
    guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    if let nul = bytes.firstIndex(of: 0) {
      throw .notText(line: 1 + bytes[..<nul].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) })
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let isUTF8 = String(validating: text, as: UTF8.self) != nil
    let utf8 = isUTF8 ? Array(text) : Windows1252.utf8(text)
    let chosen = delimiter ?? Delimiter.fitting(utf8)
    encoding = isUTF8 ? .utf8 : .windows1252
    self.delimiter = chosen
    var reader = DelimitedReader(utf8, chosen, limits)
    rows = try reader.read()
  }
}

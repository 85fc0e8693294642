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
    /// Databases.
    case pipe = 0x7C
    /// Everything else.
    case comma = 0x2C
  }

  /// How letters were written.
  package enum Encoding: Sendable {
    /// With or without a byte order mark.
    case utf8
    /// What Excel saves as "CSV" on a British computer.
    case windows1252
    /// What Excel saves as "Unicode text".
    case utf16
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
    let text = try DelimitedText.plain(bytes)
    encoding = text.encoding
    (self.delimiter, rows) = try DelimitedText.reading(text, delimiter, cells: limits.cells) {
      reader, delimiter throws(Refusal) in
      var rows: [Row] = []
      var fields: [DelimitedField] = []
      while try reader.next(&fields) {
        rows.append(Row(line: Int(fields[0].line), cells: fields.map { $0.text(in: reader.bytes) }))
        fields.removeAll(keepingCapacity: true)
      }
      return (delimiter, rows)
    }
  }
}

extension DelimitedText {
  /// The text in UTF-8. A NUL tells that it is none, unless a mark says UTF-16.
  static func plain(_ bytes: [UInt8]) throws(Refusal) -> PlainText {
    if !PlainText.isMarkedUTF16(bytes), let nul = bytes.firstZero {
      throw .notText(line: 1 + bytes[..<nul].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) })
    }
    return PlainText(bytes)
  }

  /// Lends a reader of the text's rows, with the delimiter given, named by the text, or fitting best.
  static func reading<Result>(
    _ text: PlainText, _ given: Delimiter? = nil, cells: Int,
    _ body: (inout DelimitedReader, Delimiter) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    let named = Delimiter.named(text.utf8)
    let chosen = given ?? named?.delimiter ?? Delimiter.fitting(text.utf8)
    return try text.utf8.withUnsafeBufferPointer { (buffer: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Result in
      var reader = DelimitedReader(
        buffer, chosen, cells: cells, from: named.map { (position: $0.length, line: 2) } ?? (position: 0, line: 1))
      return try body(&reader, chosen)
    }
  }
}

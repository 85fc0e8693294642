/// Reads an archive of CSV files with their description (CSVW): the description word for word, and a table for each file
/// it names, called like the file.
enum TablesReader {
  static func read(_ package: OfficePackage) throws(ReadError) -> SourceDocument {
    let description = try package.bytes(of: CSVW.fileName)
    var document = SourceDocument(name: package.name, kind: .tables)
    document.blocks = [
      .paragraph(SourceParagraph(String(decoding: description, as: UTF8.self), at: .part(CSVW.fileName)))
    ]
    var pieces = package.limits.pieces
    // Letters of older Windows take three times the room once read: all files together get that of a few of text.
    var room = 4 * package.limits.textBytes
    for part in package.partNames where part.hasSuffix(".csv") {
      let bytes = try package.bytes(of: part)
      room -= bytes.count
      if room < 0 { throw ReadError(.inflatesTooFar(limit: 4 * package.limits.textBytes), in: package.name, at: part) }
      let rows = try rows(bytes, part, package, &pieces)
      document.blocks.append(.table(SourceTable(at: .sheet(part), rows: rows)))
    }
    return document
  }

  /// A row is known by its line, which is what an editor shows.
  private static func rows(
    _ bytes: [UInt8], _ part: String, _ package: OfficePackage, _ pieces: inout Int
  ) throws(ReadError) -> [SourceRow] {
    let text: DelimitedText
    do throws(DelimitedText.Refusal) {
      text = try DelimitedText(
        bytes, delimiter: .comma, limits: DelimitedText.Limits(bytes: package.limits.textBytes, cells: pieces))
    } catch {
      throw error.inFile(package.name, at: part, pieces: package.limits.pieces)
    }
    return text.rows.enumerated().map { index, row in
      pieces -= row.cells.count
      return SourceRow(
        row.cells.enumerated().map { column, cell in
          SourceCell(cell, at: .sheetCell(part, row: index + 1, column: column + 1), line: row.line)
        })
    }
  }
}

extension DelimitedText.Refusal {
  fileprivate func inFile(_ name: String, at part: String, pieces: Int) -> ReadError {
    switch self {
    case .tooLarge(let bytes, let limit): ReadError(.tooLarge(bytes: bytes, limit: limit), in: name, at: part)
    case .notText(let line): ReadError(.binary, in: name, at: "\(part), line \(line)")
    case .unclosedQuotation(let line): ReadError(.unclosedQuotation, in: name, at: "\(part), line \(line)")
    case .tooManyCells: ReadError(.tooManyPieces(limit: pieces), in: name, at: part)
    }
  }
}

extension SourceDocument {
  /// A JSON file is one text, taken as it stands.
  init(json bytes: [UInt8], named name: String) {
    self.init(
      name: name, kind: .json,
      blocks: [.paragraph(SourceParagraph(String(decoding: bytes, as: UTF8.self), at: .document))])
  }
}

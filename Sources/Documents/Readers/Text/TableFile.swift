/// A text file that is one table: comma-separated values and what goes by that name.
///
/// Tables pasted into running text, charts and footnotes are for ``TextReader``; here every line is a row.
struct TableFile {
  private let bytes: [UInt8]
  private let name: String

  /// Nil where the file is to be read as running text.
  init?(_ bytes: [UInt8], named name: String, sniffed kind: FileKind) {
    self.bytes = bytes
    self.name = name
    switch kind {
    case .csv: break
    case .tsv where isNamedTable || isCopiedFromSheet: break
    case .text where isNamedTable: break
    default: return nil
    }
  }

  /// One table of all rows that are not blank, in their order.
  func read(_ limits: ReadLimits) throws(ReadError) -> SourceDocument {
    guard bytes.count <= limits.textBytes else {
      throw ReadError(.tooLarge(bytes: bytes.count, limit: limits.textBytes), in: name)
    }
    do throws(DelimitedText.Refusal) {
      let text = try DelimitedText.plain(bytes)
      let (kind, rows) = try DelimitedText.reading(text, cells: limits.pieces) {
        reader, delimiter throws(DelimitedText.Refusal) in
        (delimiter == .tab ? FileKind.tsv : .csv, SourceRows(try ListedRows(text.utf8, reader)))
      }
      let table = SourceBlock.table(SourceTable(at: .table(1), rows))
      return SourceDocument(name: name, kind: kind, blocks: rows.isEmpty ? [] : [table], notes: text.notes)
    } catch {
      throw readError(error)
    }
  }

  private func readError(_ refusal: DelimitedText.Refusal) -> ReadError {
    switch refusal {
    case .tooLarge(let bytes, let limit): ReadError(.tooLarge(bytes: bytes, limit: limit), in: name)
    case .notText(let line): ReadError(.binary, in: name, at: "line \(line)")
    case .unclosedQuotation(let line): ReadError(.unclosedQuotation, in: name, at: "line \(line)")
    case .tooManyCells(let limit): ReadError(.tooManyPieces(limit: limit), in: name)
    }
  }

  private var isNamedTable: Bool {
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    return ["csv", "tsv", "tab"].contains(ending)
  }

  /// Only spreadsheets put cells in quotation marks. A line that begins with a tab is a cell of a document.
  private var isCopiedFromSheet: Bool {
    let text = PlainText(bytes).utf8
    return text.first != 0x09 && zip(text, text.dropFirst()).contains { $0 == 0x09 && $1 == 0x22 }
  }
}

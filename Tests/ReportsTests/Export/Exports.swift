import CorporatePlan
import Documents
import Foundation
import Imports

@testable import Reports

/// The forms of an export, and what an import makes of them.
enum ExportForm: String, CaseIterable, Sendable {
  case xlsx, zip, folder, json

  /// The export as a file, read and proposed for a Book.
  func proposal(of book: Book, into other: Book) throws -> ImportProposal {
    let export = BookExport(book)
    switch self {
    case .xlsx: return try ImportProposal(bytes: export.workbook(), named: "plan.xlsx", into: other)
    case .zip: return try ImportProposal(bytes: export.archive(), named: "plan.zip", into: other)
    case .json: return try ImportProposal(bytes: Array(export.json.canonical.utf8), named: "plan.json", into: other)
    case .folder:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      for (name, bytes) in export.files() { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
      let (name, bytes) = try ReadLimits.council.file(at: folder.path)
      return try ImportProposal(bytes: bytes, named: name, into: other)
    }
  }
}

extension ImportProposal {
  init(bytes: [UInt8], named name: String, into book: Book) throws {
    self.init(try SourceDocument(bytes, named: name), fileDigest: "sha256:0", into: book)
  }

  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// The changed records with the members that differ: `target/x@2025-26: target`.
  var differences: [String] {
    changes.filter { $0.kind == .changed }.map { change in
      var names: Set<String> = []
      for case .members(let members) in [change.before, change.revision.body].compactMap({ $0 }) {
        names.formUnion(members.map(\.key))
      }
      let different = names.filter { change.before?[$0] != change.revision.body?[$0] }.sorted()
      return "\(change.revision.kind)/\(change.revision.record): \(different.joined(separator: ", "))"
    }
  }
}

/// A workbook on somebody's desk, to be edited and imported again.
struct Desk {
  var workbook: Workbook

  init(_ book: Book) { workbook = BookExport(book).spreadsheet }

  /// Types into the cell of a column, in the row in which some cell says a word.
  mutating func type(_ cell: Workbook.Cell, _ sheet: String, _ heading: String, where words: String) {
    guard let page = workbook.sheets.firstIndex(where: { $0.name == sheet }),
      let column = workbook.sheets[page].columns.firstIndex(where: { $0.name == heading }),
      let row = workbook.sheets[page].rows.firstIndex(where: { $0.contains(.text(words)) })
    else { preconditionFailure("there is no \(heading) of \(words) on \(sheet)") }
    workbook.sheets[page].rows[row][column] = cell
  }

  /// Adds a row with these cells filled.
  mutating func add(to sheet: String, _ cells: KeyValuePairs<String, Workbook.Cell>) {
    guard let page = workbook.sheets.firstIndex(where: { $0.name == sheet }) else { preconditionFailure(sheet) }
    var row = [Workbook.Cell](repeating: .empty, count: workbook.sheets[page].columns.count)
    for (heading, cell) in cells {
      guard let column = workbook.sheets[page].columns.firstIndex(where: { $0.name == heading }) else {
        preconditionFailure("\(sheet) has no column \(heading)")
      }
      row[column] = cell
    }
    workbook.sheets[page].rows.append(row)
  }

  mutating func deleteColumn(_ heading: String, of sheet: String) {
    guard let page = workbook.sheets.firstIndex(where: { $0.name == sheet }),
      let column = workbook.sheets[page].columns.firstIndex(where: { $0.name == heading })
    else { preconditionFailure("\(sheet) has no column \(heading)") }
    workbook.sheets[page].columns.remove(at: column)
    for row in workbook.sheets[page].rows.indices { workbook.sheets[page].rows[row].remove(at: column) }
  }

  func handedIn(to book: Book) throws -> ImportProposal {
    try ImportProposal(bytes: workbook.bytes(), named: "plan.xlsx", into: book)
  }
}

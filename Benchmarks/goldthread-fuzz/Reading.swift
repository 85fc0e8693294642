import Documents
import Imports

/// What an uploaded file goes through: it is read, and a proposal is made of it with its preview and its JSON.
func read(_ mutant: Mutant) -> Outcome {
  do throws(ReadError) {
    let document = try SourceDocument(mutant.bytes, named: mutant.name)
    look(at: document)
    let proposal = ImportProposal(document, fileDigest: "sha256:" + String(repeating: "0", count: 64))
    precondition(!proposal.preview.isEmpty && !proposal.json.canonical.isEmpty)
    return .read
  } catch {
    precondition(!error.description.isEmpty && error.file == mutant.name)
    return .refused
  }
}

enum Outcome {
  case read
  case refused
}

/// Asks what an import asks: the places and words of everything there.
private func look(at document: SourceDocument) {
  for note in document.notes { precondition(!note.locator.description.isEmpty) }
  for block in document.blocks {
    precondition(!block.locator.description.isEmpty)
    guard case .table(let table) = block else { continue }
    for row in table.rows {
      var column = 0
      for cell in row.cells {
        precondition((cell.locator.column ?? 0) > column, "cells go from left to right")
        column = cell.locator.column ?? 0
        _ = table.text(of: cell)
        _ = cell.mark
      }
    }
  }
  if let last = document.tables.last?.rows.last?.cells.last { precondition(document.verbatim(at: last.locator) != nil) }
}

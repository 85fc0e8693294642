import CorporatePlan
import Documents

/// Everything a Book holds in open form, complete enough to make the same Book again: as a workbook for people, as CSV
/// with a CSVW description, and as JSON.
///
/// What stays in the ledger alone is history: earlier revisions, who recorded them and why, and the sealed files. A
/// backup has those.
package struct BookExport: Sendable {
  /// The newest ledger entry it holds.
  package let position: Int
  let council: String?
  private let records: [any Record]
  let tables: [ExportedTable]

  package init(_ book: Book) {
    position = book.position
    council = book.council?.name
    records = book.records
    let titles = RecordTitles(records)
    let order = ReadingOrder(book)
    tables = Dictionary(grouping: records, by: \.recordID.kind)
      .map { kind, records in ExportedTable(RecordKind.named(kind), order.sorted(records), titles) }
      .sorted {
        (RecordKind.place(of: $0.kind.kind), $0.kind.kind) < (RecordKind.place(of: $1.kind.kind), $1.kind.kind)
      }
  }

  /// What tells an import that a file is an export, and of what.
  var mark: JSON {
    .object(["goldthread_export": 1, "position": JSON(position), "council": council.map(JSON.string)])
  }

  /// Every record as it stands, in the order of recording.
  package var json: JSON {
    .object([
      "goldthread_export": 1, "position": JSON(position), "council": council.map(JSON.string),
      "records": .array(
        records.map {
          .object(["kind": .string($0.recordID.kind), "record": .string($0.id), "body": $0.body])
        }),
    ])
  }
}

import CorporatePlan
import Documents
import Ledger

/// What was imported, newest first, each with the way to take it back.
struct ImportsPage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    var imports: [(file: SourceFile, stamp: Stamp, batch: RecordedBatch)] = []
    for file in visit.book.sources.values {
      guard let stamp = visit.book.stamp(of: file.recordID) else { continue }
      imports.append((file, stamp, try await RecordedBatch(stamp.batch, in: visit.site.council)))
    }
    imports.sort { $0.stamp.position > $1.stamp.position }
    return .html(
      HTML.page(visit, "Imports", .imports) { html in
        html.raw("<h1>Imports</h1>")
        html.raw(#"<p><a class="button" href="/imports/new">Import a plan or figures</a></p>"#)
        html.waiting(visit)
        guard !imports.isEmpty else {
          html.raw("<p>Nothing has been imported yet.</p>")
          return
        }
        html.raw("<h2>Recorded</h2>")
        html.table(
          Table(
            "Imports, newest first",
            columns: [
              .init("File", width: 3), .init("When and who", width: 2), .init("What", width: 3), .init("Undo"),
            ],
            rows: imports.map { row($0.file, $0.stamp, $0.batch) }))
      })
  }

  private static func row(_ file: SourceFile, _ stamp: Stamp, _ batch: RecordedBatch) -> Table.Row {
    let address = "/imports/\(stamp.batch.addressed)"
    return Table.Row([
      Table.Cell([.link(file.name, url: "\(address)/done")], isRowHeader: true),
      .text("\(stamp.recordedAt.londonDay.words), \(stamp.author.authorWords)"),
      .text(
        batch.counts.filter { $0.kind != SourceFile.kind }.map { ImportWords.counted($0.count, $0.kind) }.joined(
          separator: ", ")),
      Table.Cell([.link("Undo \(file.name)", url: "\(address)/undo")]),
    ])
  }
}

import CorporatePlan
import Documents

/// All reports, newest first: sealed ones and drafts.
enum ReportsPage {
  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    .html(
      HTML.page(visit, Frame(title: "Reports", place: .reports)) { html in
        html.raw(
          """
          <h1>Reports</h1><p class="lead">Each quarter’s performance report. A sealed report stays as it was published; \
          a draft is drawn from today’s figures and may change.</p>
          """)
        guard !visit.view.reportPeriods.isEmpty else {
          html.raw("<p>Nothing has been reported yet.</p>")
          return
        }
        html.table(table(visit))
        html.raw(#"<p><a href="/reports/corrections">Corrections of sealed reports</a></p>"#)
      })
  }

  private static func table(_ visit: Visit) -> Table {
    Table(
      "Performance reports", columns: [.init("Period", width: 2), .init("State", width: 2), .init("Files", width: 3)],
      rows: visit.view.reportPeriods.map { period in
        let seal = visit.view.seal(of: period)
        let address = "/reports/\(period.code.addressed)"
        return Table.Row([
          Table.Cell([.link(period.name.replacing(" ", with: "\u{A0}"), url: address)], isRowHeader: true),
          .text(seal.map { "Sealed\(visit.sealedOn($0).map { " on \($0)" } ?? "")" } ?? "Draft"),
          Table.Cell(
            seal.map { seal in
              seal.files.enumerated().flatMap { index, file -> [Inline] in
                (index > 0 ? [.text(", ")] : [])
                  + [.link(file.name, url: "\(address)/files/\(file.name.addressed)")]
              }
            } ?? [.text("–")]),
        ])
      })
  }
}

extension Visit {
  /// The day a seal was recorded.
  func sealedOn(_ seal: Seal) -> String? { book.stamp(of: seal.recordID)?.recordedAt.londonDay.words }
}

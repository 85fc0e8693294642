import CorporatePlan
import Documents

extension Recogniser {
  /// A workbook of returns, which is uploaded elsewhere: its indicators are the plan's own and would come in twice.
  static let returns = Recogniser(
    kind: "returns", confidence: { ReturnsTable.standsIn($0.document) ? 100 : 0 },
    read: { document, order in
      Reading(
        recognition: Recognition(kind: "returns", confidence: 100), period: order.period,
        diagnostics: [
          Diagnostic(
            .error, .notRecognised, at: .document, verbatim: "",
            "This is a workbook of returns. Upload it on the page of your returns, where you downloaded it. Nothing was taken from it here."
          )
        ])
    })
}

extension ReturnsTable {
  /// Whether a document has a sheet with returns.
  static func standsIn(_ document: SourceDocument) -> Bool {
    document.kind == .workbook
      && document.tables.contains { table in
        table.rows.prefix(20).contains { row in row.cells.contains { $0.text == ReturnSheet.row } }
      }
  }
}

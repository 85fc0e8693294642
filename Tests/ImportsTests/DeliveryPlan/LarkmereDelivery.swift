import CorporatePlan
import Documents
import Testing

@testable import Imports

/// The delivery plan of a council that does not exist, as a Word document: columns in another order, other codes.
enum LarkmereDelivery {
  static let document = Document(
    title: "Larkmere District Council delivery plan 2025/26",
    blocks: [
      .heading(.section, "Introduction"),
      .paragraph("This plan says what the council will do this year so that the district's streets and ponds recover."),
      .heading(.section, "Priority 1: Green streets – Shade within reach of every home"),
      .heading(.subsection, "Outcomes"),
      .list(
        Documents.List(items: [["LO 1 Every street has trees."], ["LO 2 Ponds are clean enough to swim in."]])),
      .table(
        Table(
          "Activities of priority 1",
          columns: ["Community outcomes", "Activity", "Owner", "Service outputs", "Customer outputs"].map {
            Table.Column($0)
          },
          rows: [
            row(
              ["Residents feel cooler in summer"],
              [
                "LK 1.1 Plant trees along main roads", "Contributes to LO 1, 2", "Sub actions:", "Choose the species",
                "Agree the sites by 31 May 2025",
              ],
              ["Head of Parks"],
              [
                "TR 01 Number of trees planted", "TR 02/03 Survival of trees after a year",
                "Planting plan adopted by end September 2025",
              ],
              ["Number of households that ask for a tree"]),
            row(
              ["Satisfaction with the ponds"], ["LK-1.2 Dredge the two village ponds", "Contributes to LO 2"],
              ["Head of Water"],
              ["WA 01 % of samples that pass", "Case studies"], ["Number of swimmers", "To be determined"]),
          ])),
      .heading(.section, "Priority 2: Fair homes – A roof for everyone"),
      .heading(.subsection, "Outcomes"),
      .list(Documents.List(items: [["LO 3 Nobody sleeps rough."]])),
      .table(
        Table(
          "Activities of priority 2",
          columns: ["Activity", "Service outputs", "Customer outputs", "Community outcomes"].map { Table.Column($0) },
          rows: [
            row(
              ["Open a night shelter", "Contributes to LO 3"], ["HO 01 Number of beds"], [],
              ["Fewer people sleep outside"])
          ])),
    ])

  private static func row(_ cells: [String]...) -> Table.Row {
    Table.Row(
      cells.map { lines in
        Table.Cell(lines.enumerated().flatMap { $0 > 0 ? [Inline.lineBreak, .text($1)] : [.text($1)] })
      })
  }

  static func reading(
    of document: Document = document, answers: [String: String] = [:], columns: [String: String] = [:],
    into book: Book = Book()
  ) throws -> ImportProposal {
    ImportProposal(
      try source(document), fileDigest: RealReport.digest, answers: answers, columns: columns, into: book)
  }

  static func source(_ document: Document = document) throws -> SourceDocument {
    try SourceDocument(document.word(), named: "larkmere.docx")
  }
}

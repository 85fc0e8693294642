import CorporatePlan
import Documents

@testable import Imports

/// The plan of a council that does not exist: themes instead of priorities, tables of two columns.
enum LarkmerePlan {
  static let front = """
    Foreword
    We are glad to put this Council Plan before you, and we hope that it will be read by everyone who lives here.
    Peregrine Oake
    Leader of the Council
    Our vision
    A town that is warm, dry and fair
    Our plan for 2025/26
    Over the coming year the Council will:
    · Insulate homes with thin walls
    · Publish a map of the mill pond

    """

  static let themes = [
    (
      "Warm homes", "a. Nobody is cold in winter\nb. Streets are safe at night",
      "What we will continue to do:\n· Insulate council homes with thin walls\nWhat we will do differently:\n· Lend out tools",
      "Number of homes insulated (annual)\nPercentage of tenants who are warm, Residents Survey (bi-annual)\nDays a year with ice indoors (days), year to date"
    ),
    (
      "Fair streets", "a. Streets are safe at night", "What we will do more of:\n· Mend lamps",
      "Number of homes insulated (annual)\nAt least 90% of lamps working"
    ),
  ]

  static func text() -> String {
    front
      + themes.map { title, outcomes, initiatives, indicators in
        """
        \tTheme
        \t\(title)

        \tOutcomes we want to achieve
        \t\(outcomes)

        \tKey initiatives to deliver this theme
        \t\(initiatives)

        \tIndicators that will show success
        \t\(indicators.split(separator: "\n").joined(separator: "\n\n\t\n\t"))

        """
      }.joined(separator: "\n")
  }

  static func proposal(_ text: String = text(), answers: [String: String] = [:]) throws -> ImportProposal {
    ImportProposal(
      try SourceDocument(Array(text.utf8), named: "plan.txt"), fileDigest: RealReport.digest, answers: answers)
  }

  static func word() throws -> ImportProposal {
    let lines = front.split(separator: "\n").map(String.init)
    var blocks: [Block] = [.heading(.section, lines[0])]
    blocks += lines[1...3].map { .paragraph($0) }
    blocks += [.heading(.section, lines[4]), .paragraph(lines[5]), .heading(.section, lines[6]), .paragraph(lines[7])]
    blocks.append(.list(List(items: lines[8...9].map { [.text(String($0.dropFirst(2)))] })))
    for (title, outcomes, initiatives, indicators) in themes {
      let rows = [
        ["Outcomes we want to achieve", outcomes], ["Key initiatives to deliver this theme", initiatives],
        ["Indicators that will show success", indicators],
      ]
      blocks.append(
        .table(
          Table(
            "", columns: [Table.Column("Theme"), Table.Column(title)],
            rows: rows.map { Table.Row($0.map { .text($0) }) })))
    }
    let document = Document(title: "Larkmere Council Plan", blocks: blocks)
    return ImportProposal(try SourceDocument(try document.word(), named: "plan.docx"), fileDigest: RealReport.digest)
  }
}

import CorporatePlan
import Documents

@testable import Imports

/// A paper of a council that does not exist, in other words than Harrow's and in two shapes.
enum Larkmere {
  static let text = """
    Larkmere Borough Council

    \tReport to:
    \tExecutive

    \tDate of meeting:
    \t12 March 2025

    \tTitle:
    \tLarkmere Council Plan 2025-28 and Key Actions 2025/26

    \tReport author:
    \tDr Imelda Quartermaine, Head of Strategy

    \tWard(s) affected:
    \tAll

    Summary
    This paper puts up the first year of the plan.

    Recommendations
    The Executive is asked to:
    1. agree the plan; and
    2. note the comments

    Reasons for the recommendations
    The plan has to be renewed.

    Proposals
    Our priorities for the year are:

    Warm homes for everyone
    1. Insulate at least 40 council homes by December 2025.
    2. Open a repair café and 3 tool libraries, subject to funding.

    Clean water
    1. Restore the mill pond.

    Alternative options considered
    1. Do nothing
    This was rejected: the old plan ends.
    2. Adopt the plan
    This is the preferred option.
    3. Adopt a shorter plan
    The Executive may wish to discuss it.

    Financial implications
    The actions are paid for from the budget.

    Risk implications
    These are the main risks:

    Risk\tMitigation\tLikelihood\tImpact\tRAG\tRisk owner
    The mill pond leaks\tA survey in May\t2\t4\tAmber\tOtto Featherstone, Head of Parks
    Homes stay cold\tA second contractor\t1\t3\tGreen\tHead of Housing

    Statutory officer comments
    The officers have cleared this paper.

    Role\tName\tDate\tComments
    Section 151 Officer\tWilhelmina Ashgrove\t3 March 2025\tNo further comments
    Monitoring Officer\tBarnaby Thistle (on behalf of the Monitoring Officer)\t14 March 2025\tLawful
    Director of People\tRosalind Umber\t\t

    Contact details
    Contact: Imelda Quartermaine, 01632 960123
    Background papers: The plan of 2022
    """

  static func document(_ changes: KeyValuePairs<String, String> = [:]) throws -> SourceDocument {
    let text = changes.reduce(text) { $0.replacing($1.key, with: $1.value) }
    return try SourceDocument(Array(text.utf8), named: "executive.txt")
  }

  static func proposal(_ changes: KeyValuePairs<String, String> = [:], into book: Book = Book()) throws
    -> ImportProposal
  {
    ImportProposal(try document(changes), fileDigest: RealReport.digest, into: book)
  }

  /// The same paper as a Word file, with headings, lists and tables.
  static func word() throws -> ImportProposal {
    func table(_ head: [String], _ rows: [[String]]) -> Block {
      .table(
        Table("", columns: head.map { Table.Column($0) }, rows: rows.map { Table.Row($0.map { .text($0) }) }))
    }
    func list(_ order: List.Order, _ items: String...) -> Block { .list(List(order, items: items.map { [.text($0)] })) }
    let paper = Document(
      title: "Larkmere Borough Council",
      blocks: [
        table(
          ["Report to:", "Executive"],
          [
            ["Date of meeting:", "12 March 2025"], ["Title:", "Larkmere Council Plan 2025-28 and Key Actions 2025/26"],
            ["Report author:", "Dr Imelda Quartermaine, Head of Strategy"], ["Ward(s) affected:", "All"],
          ]),
        .heading(.section, "Summary"), .paragraph("This paper puts up the first year of the plan."),
        .heading(.section, "Recommendations"), .paragraph("The Executive is asked to:"),
        list(.numbered, "agree the plan; and", "note the comments"),
        .heading(.section, "Reasons for the recommendations"), .paragraph("The plan has to be renewed."),
        .heading(.section, "Proposals"), .paragraph("Our priorities for the year are:"),
        .heading(.subsection, "Warm homes for everyone"),
        list(
          .numbered, "Insulate at least 40 council homes by December 2025.",
          "Open a repair café and 3 tool libraries, subject to funding."),
        .heading(.subsection, "Clean water"), list(.numbered, "Restore the mill pond."),
        .heading(.section, "Alternative options considered"), list(.numbered, "Do nothing"),
        .paragraph("This was rejected: the old plan ends."), list(.numbered, "Adopt the plan"),
        .paragraph("This is the preferred option."), list(.numbered, "Adopt a shorter plan"),
        .paragraph("The Executive may wish to discuss it."), .heading(.section, "Financial implications"),
        .paragraph("The actions are paid for from the budget."), .heading(.section, "Risk implications"),
        .paragraph("These are the main risks:"),
        table(
          ["Risk", "Mitigation", "Likelihood", "Impact", "RAG", "Risk owner"],
          [
            ["The mill pond leaks", "A survey in May", "2", "4", "Amber", "Otto Featherstone, Head of Parks"],
            ["Homes stay cold", "A second contractor", "1", "3", "Green", "Head of Housing"],
          ]),
        .heading(.section, "Statutory officer comments"), .paragraph("The officers have cleared this paper."),
        table(
          ["Role", "Name", "Date", "Comments"],
          [
            ["Section 151 Officer", "Wilhelmina Ashgrove", "3 March 2025", "No further comments"],
            [
              "Monitoring Officer", "Barnaby Thistle (on behalf of the Monitoring Officer)", "14 March 2025", "Lawful",
            ], ["Director of People", "Rosalind Umber", "", ""],
          ]),
        .heading(.section, "Contact details"), .paragraph("Contact: Imelda Quartermaine, 01632 960123"),
        .paragraph("Background papers: The plan of 2022"),
      ])
    let document = try SourceDocument(try paper.word(), named: "executive.docx")
    return ImportProposal(document, fileDigest: RealReport.digest)
  }
}

import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("A file of another council does not go into this one's plan unasked")
struct OtherCouncilTests {
  private let larkmere: Book

  init() throws {
    larkmere = try Book().applying([
      CouncilProfile(name: "Larkmere District Council", planTitle: "Larkmere first").revision
    ])
  }

  private func proposal(
    _ text: String, _ name: String = "figures.csv", answers: [String: String] = [:], into book: Book
  ) throws -> ImportProposal {
    ImportProposal(
      try SourceDocument(Array(text.utf8), named: name), fileDigest: "sha256:0", answers: answers, into: book)
  }

  private static let csv = "Q2 2025/26 scorecard\nCode,Indicator,Good is,Actual Q2 2025/26\nE1,Missed bins,Low,12\n"

  @Test("a table with another name above it is asked about, and nothing is recorded before that is answered")
  func table() throws {
    let open = try proposal("London Borough of Harrow\n" + Self.csv, into: larkmere)
    let asked = try #require(open.diagnostics.first)
    #expect(asked.code == .councilDiffers)
    #expect(asked.message.contains("London Borough of Harrow") && asked.message.contains("Larkmere District Council"))
    #expect(open.isWithheld && open.revisions.isEmpty)
    for answer in ["theirs", "open"] {
      let left = try proposal(
        "London Borough of Harrow\n" + Self.csv, answers: ["council-differs: document": answer], into: larkmere)
      #expect(left.revisions.isEmpty)
    }
    let meant = try proposal(
      "London Borough of Harrow\n" + Self.csv, answers: ["council-differs: document": "ours"], into: larkmere)
    #expect(meant.revisions.contains { $0.kind == "actual" })
  }

  @Test(
    "one of this council, of none, or with a partner's name within it is not asked about",
    arguments: [
      "Larkmere District Council\n", "Larkmere Council\n", "", "District of Larkmere\n", "Draft Council Plan\n",
      "Improving Council Services 2025/26\n", "Monthly Council Tax Report\n",
    ])
  func own(title: String) throws {
    #expect(try !proposal(title + Self.csv, into: larkmere).isWithheld)
    let plan =
      "Delivery Plan\n\nAction\tOwner\tDue\nOpen a depot with Essex County Council\tHead of Waste\t31/03/2026\n"
    #expect(try !proposal(plan, "plan.txt", into: larkmere).isWithheld)
  }

  @Test("a county's figures are not its district's, though their names are alike")
  func county() throws {
    let norfolk = try Book().applying([
      CouncilProfile(name: "North Norfolk District Council", planTitle: "Plan").revision
    ])
    #expect(try proposal("Norfolk County Council\n" + Self.csv, into: norfolk).isWithheld)
    #expect(try !proposal("North Norfolk Council\n" + Self.csv, into: norfolk).isWithheld)
  }

  @Test("a text without a title is known by the place that it speaks of throughout")
  func text() throws {
    let words = "In Harrow the streets are clean.\n\nHarrow Council plants trees.\n\nHarrow has parks.\n\n"
    let table = "Action\tOwner\tDue\nPlant trees\tHead of Parks\t31/03/2026\n"
    #expect(try proposal(words + table, "plan.txt", into: larkmere).isWithheld)
    #expect(try !proposal(words + "So does Larkmere.\n\n" + table, "plan.txt", into: larkmere).isWithheld)
  }

  @Test("the first import into an empty council takes the name that stands alone in the first line or cell")
  func first() throws {
    let sheet = try proposal("Larkshire District Council\n" + Self.csv, into: Book())
    #expect(sheet.body("council", "council")?["name"] == "Larkshire District Council")
    #expect(sheet.diagnostics(.councilNotNamed).isEmpty)
    #expect(sheet.diagnostics(.tableTitle).map(\.verbatim) == ["Q2 2025/26 scorecard"])
    let text = try proposal(
      "Larkshire District Council\n\nDelivery plan\n\nAction\tOwner\tDue\nPlant trees\tHead of Parks\t31/03/2026\n",
      "plan.txt", into: Book())
    #expect(text.body("council", "council")?["name"] == "Larkshire District Council")
  }
}

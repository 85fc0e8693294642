import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("What a table of actions says is kept or told, and none of it is lost")
struct ActionTableTests {
  /// The Book after two years: H1 ended with the first plan, and the code was given to another action of the second.
  private func twoYears() throws -> Book {
    var book = try Book().applying(
      LarkmereSheets.proposal(
        csv: "Ref,Action,Owner,Due\nH1,Build homes,Head of Homes,31/03/2026\n", period: "2025-26-Q1"
      ).revisions)
    var ended = PlanItem(id: "a-first-action", role: .action, level: "Action", title: "Draw maps", code: "H1", order: 9)
    ended.end = Day("2025-04-01")
    book = try book.applying([ended.revision])
    return book
  }

  @Test("a code that was given twice is that of the action which has not ended")
  func live() throws {
    for _ in 1...5 {
      let proposal = try LarkmereSheets.proposal(
        csv: "Ref,Action,Status\nH1,Build homes,Green\n", period: "2025-26-Q2", into: twoYears())
      #expect(proposal.troubles == [])
      #expect(proposal.members("update", "judged") == ["build-homes@2025-26-Q2": "green"])
    }
  }

  @Test("another title behind a known code is asked about, and nothing of it is dropped untold")
  func otherTitle() throws {
    let csv = "Ref,Action,Status\nH1,Build and buy homes,Green\n"
    let book = try twoYears()
    let open = try LarkmereSheets.proposal(csv: csv, period: "2025-26-Q2", into: book)
    #expect(open.diagnostics(.itemTitleDiffers).map(\.verbatim) == ["H1 Build and buy homes"])
    #expect(open.unanswered.count == 1)
    #expect(open.members("update", "judged") == ["build-homes@2025-26-Q2": "green"])
    let renamed = try LarkmereSheets.proposal(
      csv: csv, period: "2025-26-Q2", answers: ["item-title-differs": "rename"], into: book)
    #expect(renamed.members("item", "title") == ["build-homes": "Build and buy homes"])
    let another = try LarkmereSheets.proposal(
      csv: csv, period: "2025-26-Q2", answers: ["item-title-differs": "new"], into: book)
    #expect(another.members("update", "judged") == ["build-and-buy-homes@2025-26-Q2": "green"])
  }

  @Test("two columns of comments are two comments, and two descriptions stand below each other")
  func twoColumns() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Action,Owner,Description,Guidance,Comment,Latest update
        Build homes,Head of Homes,Two hundred of them,On our land,Roof is on,Windows next
        Plant trees,Head of Parks,,,Planted,Planted
        """, period: "2025-26-Q1")
    #expect(
      proposal.members("commentary", "text") == [
        "build-homes-action-2025-26-Q1": "Roof is on", "build-homes-action-2025-26-Q1-2": "Windows next",
        "plant-trees-action-2025-26-Q1": "Planted",
      ])
    #expect(proposal.members("item", "text")["build-homes"] == "Two hundred of them\nOn our land")
  }

  @Test("two rows of one title are asked about; two codes make them two actions")
  func twoRows() throws {
    let csv = "Action,Due,% complete\nBuild homes,31/03/2026,40%\nBuild homes,31/03/2027,10%\n"
    let open = try LarkmereSheets.proposal(csv: csv, period: "2025-26-Q1")
    #expect(open.diagnostics(.actionsAlike).count == 1)
    #expect(open.counts.planItems == [.action: 1])
    let answers = ["actions-alike": "two"]
    let two = try LarkmereSheets.proposal(csv: csv, period: "2025-26-Q1", answers: answers)
    #expect(two.members("item", "due") == ["build-homes": "2026-03-31", "build-homes-2": "2027-03-31"])
    #expect(two.members("update", "percent").count == 2)
    let again = try LarkmereSheets.proposal(
      csv: csv, period: "2025-26-Q1", answers: answers, into: Book().applying(two.revisions))
    #expect(again.records("item").allSatisfy { $0.kind == .unchanged })
    let coded = try LarkmereSheets.proposal(
      csv: "Ref,Action,Due\nH1,Build homes,31/03/2026\nH2,Build homes,31/03/2027\n", period: "2025-26-Q1")
    #expect(coded.troubles == [])
    #expect(coded.members("item", "code").values.sorted() == ["H1", "H2"])
  }

  @Test("a day of completion and a yes both say that it is complete; other words are told")
  func completed() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Action,Owner,Due,Completed
        Build homes,Head of Homes,31/03/2026,Yes
        Plant trees,Head of Parks,31/03/2026,12/05/2025
        Draw maps,Head of Planning,31/03/2026,No
        Paint doors,Head of Homes,31/03/2026,nearly
        """, period: "2025-26-Q1")
    #expect(
      proposal.members("update", "stage") == [
        "build-homes@2025-26-Q1": "complete", "plant-trees@2025-26-Q1": "complete",
      ])
    #expect(proposal.members("update", "completed") == ["plant-trees@2025-26-Q1": "2025-05-12"])
    #expect(proposal.diagnostics(.wordUnreadable).map(\.verbatim) == ["nearly"])
  }

  @Test("when work starts is kept in words, and no action leaves the plan for it")
  func start() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Action,Owner,Start date,Due
        Build homes,Head of Homes,01/09/2027,31/03/2028
        Plant trees,Head of Parks,late autumn,31/03/2028
        """, period: "2025-26-Q1")
    #expect(
      proposal.members("item", "text") == [
        "build-homes": "Start date: 01/09/2027", "plant-trees": "Start date: late autumn",
      ])
    #expect(proposal.members("item", "start") == [:])
  }
}

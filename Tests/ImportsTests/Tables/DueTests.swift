import Testing

@testable import Imports

@Suite("When an action is due is read as councils say it")
struct DueTests {
  @Test(
    "the last day of what is named, with the words beside it",
    arguments: [
      ("end March 2026", "2026-03-31"), ("by March 2026", "2026-03-31"), ("by end of 2027", "2027-12-31"),
      ("by 2030", "2030-12-31"), ("2030", "2030-12-31"), ("Autumn 2025", "2025-11-30"), ("Mar-27", "2027-03-31"),
      ("Q4 2025/26", "2026-03-31"),
    ])
  func words(text: String, day: String) throws {
    let proposal = try LarkmereSheets.proposal(csv: "Action,Owner,Due date\nOpen a park,Head of Parks,\(text)\n")
    #expect(proposal.members("item", "due") == ["open-a-park": day])
    #expect(proposal.members("item", "due_words") == ["open-a-park": text])
    #expect(proposal.troubles == [])
  }

  @Test("words that name no day are kept and told; that there is none yet, and from when on, is no day")
  func open() throws {
    let csv = """
      Action,Owner,Due by
      Open a park,Head of Parks,late autumn
      Paint,Head of Homes,TBC
      Plant,Head of Parks,from April 2026
      """
    let proposal = try LarkmereSheets.proposal(csv: csv)
    #expect(proposal.members("item", "due") == [:])
    #expect(
      proposal.members("item", "due_words") == [
        "open-a-park": "late autumn", "paint": "TBC", "plant": "from April 2026",
      ])
    #expect(proposal.diagnostics(.dueUnresolved).map(\.verbatim) == ["late autumn", "from April 2026"])
    #expect(proposal.troubles == ["due-unresolved", "due-unresolved"])
  }

  @Test("“Due by” is when it is due, and a column of days with a strange heading may be")
  func heading() throws {
    let csv = "Action,Owner,Due by\nOpen a park,Head of Parks,31/03/2026\n"
    #expect(try LarkmereSheets.proposal(csv: csv).members("item", "due") == ["open-a-park": "2026-03-31"])
    let strange = csv.replacing("Due by", with: "Finis")
    let open = try LarkmereSheets.proposal(csv: strange)
    #expect(open.troubles == ["column-not-understood"])
    let answered = try LarkmereSheets.proposal(csv: strange, answers: ["column-not-understood": "due"])
    #expect(answered.members("item", "due") == ["open-a-park": "2026-03-31"])
  }
}

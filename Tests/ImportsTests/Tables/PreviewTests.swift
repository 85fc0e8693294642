import Testing

@testable import CorporatePlan
@testable import Documents
@testable import Imports

@Suite("A preview shows what recording will give")
struct PreviewTests {
  @Test("records that are added stand as if they had been recorded and read back")
  func adding() throws {
    let first = try LarkmereSheets.proposal(
      csv:
        "Code,Indicator,Polarity,2024/25 Target,Q1 2024/25,Q2 2024/25\nH1,Homes let,High,90%,91%,92%\nW1,Missed bins,Low,5,4,6\n"
    )
    let recorded = try Book().applying(first.revisions)
    let added = try Book().adding(first.changes.map(\.record))
    #expect(added.records.map(\.recordID) == recorded.records.map(\.recordID))
    #expect(added.records.map(\.revision) == recorded.records.map(\.revision))
    let next = try LarkmereSheets.proposal(
      csv: "Code,Indicator,Q2 2024/25,Q3 2024/25\nH1,Homes let,93%,94%\n", into: recorded)
    #expect(next.count(.changed) == 1)
    #expect(
      try recorded.adding(next.changes.map(\.record)).readings["homes-let"]?.actuals.map(\.value.text) == [
        "91%", "93%", "94%",
      ])
  }

  @Test("what is counted before it is written down is what is written down")
  func counting() throws {
    let csv =
      "Code,Indicator,Polarity,Period,Target,Numerator,Denominator,Actual,Comment,Activated\n"
      + "H1,Homes let,High,Q1 2024/25,90%,91,110,,Slow,Yes\nH1,Homes let,High,Q2 2024/25,90%,,,92%,,No\n"
      + "W1,Missed bins,Low,Q2 2024/25,5,,,n/a,,\nW1,Missed bins,Low,Q1 2024/25,TBC,,,6,,\n"
    let proposal = try LarkmereSheets.proposal(csv: csv)
    #expect(proposal.count(.new) == proposal.changes.count)
    #expect(proposal.counts.actuals == proposal.records("actual").count)
    #expect(proposal.counts.targets == proposal.records("target").count)
    #expect(proposal.counts.actuals == 4 && proposal.counts.targets == 4)
    #expect(proposal.records("actual").map { $0.revision.body?["value"] } == ["91/110", "92%", "not applicable", "6"])
    #expect(proposal.records("actual").map { $0.revision.body?["state"] } == [nil, "provisional", nil, nil])
    let recorded = try Scorecard(Book().applying(proposal.revisions), #require(proposal.period))
    #expect(proposal.scorecard?.indicators == recorded.indicators)
    #expect(proposal.scorecard?.standings.map(\.value.text) == recorded.standings.map(\.value.text))
  }

  @Test("a comment is kept in the place of its figure, once where two columns say the same")
  func comments() throws {
    let csv =
      "Code,Indicator,Polarity,Period,Actual,Comment,Commentary\n"
      + "H1,Homes let,High,Q1 2024/25,91%,Two voids,Slow start\nH1,Homes let,High,Q2 2024/25,92%,Better,Better\n"
    let proposal = try LarkmereSheets.proposal(csv: csv)
    #expect(
      proposal.members("commentary", "text") == [
        "homes-let-variance-2024-25-Q1": "Two voids", "homes-let-variance-2024-25-Q1-2": "Slow start",
        "homes-let-variance-2024-25-Q2": "Better",
      ])
    #expect(proposal.counts.commentaries == 3)
    #expect(proposal.counts.commentary[.variance] == 3)
    #expect(proposal.count(.new) == proposal.changes.count)
    let file = try #require(proposal.records("source").first?.revision.body?.canonical)
    #expect(file.contains("homes-let-variance-2024-25-Q1-2"))
  }

  /// Each line of a list of a thousand is weighed as anything that a council might have written. The limit only ends a
  /// run that hangs.
  @Test(
    "a document of a thousand lines is weighed by every recogniser and comes to an end", .timeLimit(.minutes(2)),
    arguments: ["• ", "1. ", "\t• ", ""])
  func weighing(bullet: String) throws {
    let lines = (1...1_000).map { "\(bullet)We will improve service number \($0) for residents by March 2026" }
    let document = try SourceDocument(Array(lines.joined(separator: "\n").utf8), named: "list.txt")
    let proposal = ImportProposal(document, fileDigest: RealReport.digest)
    #expect(proposal.unplaced.count + proposal.diagnostics.count + proposal.changes.count > 0)
  }

  @Test("a text longer than any report is not searched for one, and the message says what to do")
  func longerThanAnyReport() throws {
    let text = Northmere.text
    #expect(try LarkmereSheets.proposal(csv: text, named: "northmere.txt").recognition.kind == "scorecard")
    let filling = (0...Recogniser.mostPassages).map { "Line \($0)" }.joined(separator: "\n\n")
    let proposal = try LarkmereSheets.proposal(csv: "\(text)\n\n\(filling)", named: "northmere.txt")
    #expect(proposal.recognition.kind == "unknown")
    #expect(proposal.diagnostics.first?.message.contains("import it in parts") == true)
    #expect(proposal.changes.isEmpty)
  }

  @Test(
    "a figure read at a glance is the figure read with care",
    arguments: ["0", "12", "-3", "97.25%", "0.10", "-0.5%", "007", "999999999999999999"])
  func plain(text: String) throws {
    let glance = try #require(Figure(plain: text))
    // A space makes it be read with care, and is trimmed.
    let care = try Figure(" \(text)")
    #expect(glance.quantity == care.quantity)
    #expect(glance.decimals == care.decimals)
    #expect(glance.unit == care.unit)
    #expect(glance.verbatim == text)
  }

  @Test(
    "every other spelling is left to care",
    arguments: ["", "-", "1.", ".5", "1,234", "5%%", "1.2.3", "1e5", "£3", "12 days", "0/0", "1.0000000000"])
  func spelt(text: String) {
    #expect(Figure(plain: text) == nil)
  }

  @Test("only what this document prints is said to be printed, and nothing rated is said in a whole sentence")
  func printed() throws {
    let first = try LarkmereSheets.proposal(
      csv:
        "Code,Indicator,Polarity,Q1 2024/25 Target,Q1 2024/25 Actual,Q1 2024/25 RAG\nH1,Homes let,High,90%,91%,Green\n")
    let book = try Book().applying(first.revisions)
    #expect(first.printedTally?.rated == 1)
    let next = try LarkmereSheets.proposal(
      csv: "Code,Indicator,Q1 2024/25 Target,Q1 2024/25 Actual\nH1,Homes let,90%,92%\n", period: "2024-25-Q1",
      into: book)
    #expect(next.printedTally?.rated == 0)
    #expect(!next.preview.contains("As printed"))
    let none = try LarkmereSheets.proposal(
      csv: "Action,Owner,Due\nBuild homes,Head of Homes,31/03/2026\n", period: "2025-26-Q1")
    #expect(!none.preview.contains(":  of 0 rated"))
  }
}

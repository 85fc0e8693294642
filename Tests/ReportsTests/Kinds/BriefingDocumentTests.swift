import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("A briefing and the plan on a page tell what a councillor asks first")
struct BriefingDocumentTests {
  private func briefing(_ scope: RecordID?) throws -> Document {
    ComposedReport(try YearOfTheVale().book, Report(.briefing, YearOfTheVale.quarter, scope: scope)).document
  }

  @Test("of a priority it holds that priority's alone")
  func priority() throws {
    let document = try briefing(RecordID(PlanItem.kind, "council"))
    let text = document.plainText
    #expect(document.title == "A council that answers: briefing, Q2 2025/26")
    #expect(text.contains("Calls answered: 79% against 90%, off target 2 times running. Being done: Six advisers"))
    #expect(!text.contains("Families in bed and breakfast"))
    #expect(text.contains("Answer calls in one contact centre"))
  }

  @Test("of a directorate it holds what the posts of its services own")
  func directorate() throws {
    let text = try briefing(RecordID(BriefingScope.directorate, "Chief Executive’s")).plainText
    #expect(text.contains("Calls answered"))
    #expect(!text.contains("Average wait"))
  }

  @Test("overdue actions and rising risks are named, with denominators where there are none")
  func whole() throws {
    let text = try briefing(nil).plainText
    #expect(text.contains("Agree a plan for the river Thorn with the Rivers Trust: due 30 September 2025, 70% done"))
    #expect(text.contains("The river floods the depot: likelihood 2, impact 4, now likelihood 4, impact 4."))
    #expect(try briefing(RecordID(PlanItem.kind, "council")).plainText.contains("No risk of 1."))
  }

  @Test("every priority and every action is on the page, with the counts of the scorecard")
  func page() throws {
    let book = try YearOfTheVale().book
    let document = ComposedReport(book, Report(.planOnAPage, YearOfTheVale.quarter)).document
    let scorecard = Scorecard(book, YearOfTheVale.quarter)
    let text = document.plainText
    for action in scorecard.allActions { #expect(text.contains(action.item.title)) }
    let rows = try #require(document.tables.first).groups.flatMap(\.rows)
    #expect(rows.count == scorecard.sections.count)
    for (row, section) in zip(rows, scorecard.sections) {
      let marks = StatusMarks(book, scorecard)
      for count in marks.counts(section.indicatorTally) where count.count > 0 {
        #expect(row.cells[1].content.plainText.contains("\(count.mark.word)\u{A0}\(count.count)"))
      }
      for count in StatusMarks.actions.counts(section.actionTally) where count.count > 0 {
        #expect(row.cells[2].content.plainText.contains("\(count.mark.word)\u{A0}\(count.count): "))
      }
    }
  }
}

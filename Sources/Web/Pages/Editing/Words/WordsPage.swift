import CorporatePlan
import Documents
import Ledger

/// What the council calls itself, its plan, its actions and the levels of its plan: shown as it would read before it is
/// recorded.
enum WordsPage {
  static func answer(_ visit: OfficeVisit) -> Answer { form(visit).answer }

  static func send(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    var form = form(visit)
    form.values.merge(sent.texts) { $1 }
    let answers = FormAnswers(sent.texts)
    do {
      if sent.step != "record", !visit.overtaken(sent).isEmpty { return try overtaken(visit, sent) }
      switch sent.step {
      case "record":
        let receipt = try await visit.record(previewed: sent, "The council’s words", answers) {
          try $0.setWords(answers).revisions
        }
        return .redirect(visit.landing("/edit/words", receipt.batch))
      case "back": return .step(form.answer)
      default: return .step(preview(visit, sent, try visit.editing.setWords(answers)))
      }
    } catch let refused as EditRefused {
      form.problems = refused.problems
      return form.answer
    } catch is Conflict {
      return try overtaken(visit, sent)
    }
  }

  /// What would be recorded now is shown with what stands there now.
  private static func overtaken(_ visit: OfficeVisit, _ sent: OfficeForm) throws -> Answer {
    let change = try visit.editing.setWords(FormAnswers(sent.texts))
    return .conflict(preview(visit, sent, change, isOvertaken: true))
  }

  private static func form(_ visit: OfficeVisit) -> EditForm {
    let kind = RecordKind.named(CouncilProfile.kind)
    var form = EditForm(
      visit, "The council’s own words", at: "/edit/words", back: "/edit",
      [
        kind.field("name"), kind.field("plan_title"), kind.field("purpose", .lines), kind.field("action_word"),
        kind.field("scorecard_word"), kind.field("contact"),
      ]
        + visit.book.levelFields.map { field, word in
          EditField(
            name: field, label: "The level now called “\(word)”",
            hint: "All that stands on it is renamed with it.", control: .short)
        } + [.reason()], of: visit.book.council)
    for (field, word) in visit.book.levelFields { form.values[field] = [word] }
    form.button = "Preview"
    form.above = { html in
      html.savedBanner(visit)
      html.raw(#"<p>What a status is called stands in its rule: <a href="/edit/rules">Rules for ratings</a>.</p>"#)
    }
    form.below = { $0.raw(#"<p><a href="/history/council/council">History of these words</a></p>"#) }
    return form
  }

  private static func preview(
    _ visit: OfficeVisit, _ sent: OfficeForm, _ change: WordsChange, isOvertaken: Bool = false
  ) -> HTML {
    let title = "What would be called otherwise"
    return HTML.page(visit, isOvertaken ? "Error: \(title)" : title, .edit) { html in
      if isOvertaken {
        let words =
          "Somebody changed these words meanwhile, or what is called by them. “Is now” is theirs, “would be” is yours: record yours, or go back."
        html.errorSummary([FormProblem(field: "main", words: words)])
      }
      html.element("h1", title)
      if change.rows.isEmpty {
        html.raw("<p>Nothing: all of it is called so already.</p>")
      } else {
        html.table(
          Table(
            "Nothing is recorded yet",
            columns: [.init("What", width: 3), .init("Is now", width: 4), .init("Would be", width: 4)],
            rows: change.rows.map { Table.Row([.rowHeader($0.label), .text($0.before), .text($0.after)]) }))
        html.raw("<p>Reports that are sealed keep the words they were sealed with.</p>")
      }
      PreviewSteps(visit: visit, address: "/edit/words", texts: sent.texts).write(
        "Record these words", recording: change.revisions, into: &html)
    }
  }
}

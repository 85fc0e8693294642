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
    if sent.step != "record", let overtaken = try await overtaken(form, sent) { return overtaken }
    form.values.merge(sent.texts) { $1 }
    let answers = FormAnswers(sent.texts)
    do {
      switch sent.step {
      case "record":
        do {
          let receipt = try await visit.record(previewed: sent, "The council’s words", answers) {
            try $0.setWords(answers).revisions
          }
          return .redirect(visit.landing("/edit/words", receipt.batch))
        } catch let conflict as Conflict {
          if let overtaken = try await overtaken(form, sent) { return overtaken }
          let why = conflict.sentence(
            "Somebody changed what is called by these words meanwhile. “Is now” is theirs, “would be” is yours: record yours, or go back."
          )
          return .conflict(preview(visit, sent, try visit.editing.setWords(answers), again: why))
        }
      case "back": return .step(form.answer)
      default: return .step(preview(visit, sent, try visit.editing.setWords(answers)))
      }
    } catch let refused as EditRefused {
      form.problems = refused.problems
      return form.answer
    }
  }

  /// Words that somebody changed meanwhile stand beside those that were written.
  private static func overtaken(_ form: EditForm, _ sent: OfficeForm) async throws -> Answer? {
    guard var page = try await form.overtaken(sent) else { return nil }
    // A level that they gave another word is another field.
    for (field, word) in form.visit.book.levelFields where page.values[field] == nil { page.values[field] = [word] }
    return page.answer
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

  /// - Parameter why: why the preview comes again.
  private static func preview(
    _ visit: OfficeVisit, _ sent: OfficeForm, _ change: WordsChange, again why: String? = nil
  ) -> HTML {
    let title = "What would be called otherwise"
    return HTML.page(visit, why == nil ? title : "Error: \(title)", .edit) { html in
      html.comesAgain(why)
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
      // The words that were left alone are sent along too; a level alone changes none of them.
      PreviewSteps(visit: visit, address: "/edit/words", texts: sent.texts).write(
        "Record these words", recording: change.revisions,
        on: [CouncilProfile(name: "", planTitle: "").recordID], into: &html)
    }
  }
}

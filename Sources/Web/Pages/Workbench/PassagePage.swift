import CorporatePlan
import Documents
import Ledger
import Reports

/// The words of one place of a report: written, looked at, or put back to what the program writes.
struct PassagePage {
  private let visit: OfficeVisit
  private let report: Report
  private let key: String
  private let composed: ComposedReport
  private let passage: ComposedPassage
  private var text: String
  private var shown: Int
  private var problems: [FormProblem] = []
  private var preview: ComposedReport?
  /// What somebody else wrote meanwhile.
  private var theirs: String?

  private init(_ visit: OfficeVisit, key: String?) throws(Refusal) {
    self.visit = visit
    report = try visit.report
    composed = visit.composed(report)
    guard let key, let passage = composed.passage(key) else { throw .notFound("This place of the report") }
    (self.key, self.passage) = (key, passage)
    text = passage.text
    shown = visit.book.stamp(of: RecordID(Passage.kind, "\(report.id)#\(key)"))?.revision ?? 0
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer {
    let page = try PassagePage(visit, key: visit.field("key"))
    return .html(page.html)
  }

  /// Saves, shows what it would look like, adds a figure that was picked, or puts the generated words back.
  static func save(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    var page = try PassagePage(visit, key: form["key"])
    let typed = (form.verbatim("text") ?? "").replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    page.text = typed
    switch form.step {
    case "add":
      guard let figure = form["figure"] else {
        page.problems = [FormProblem(field: "figure", words: "Choose the figure to add.")]
        return .refusing(page.html)
      }
      page.text = typed.trimmed.isEmpty ? "[[\(figure)]]" : "\(typed.trimmed) [[\(figure)]]"
      return page.previewed
    case "preview": return page.previewed
    case "reset": return try await page.record(page.passage.generated, form)
    default:
      let unknown = PassageCheck(page.key, typed, in: page.passage.section, page.composed).problems
        .filter { $0.code == PassageProblem.reference }
      guard unknown.isEmpty else {
        page.problems = unknown.map { FormProblem(field: "text", words: $0.sentence) }
        return .refusing(page.html)
      }
      return try await page.record(typed, form)
    }
  }

  /// One press: a number that was typed becomes a reference to the record's figure.
  static func follow(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let page = try PassagePage(visit, key: form["key"])
    let characters = Array(page.passage.text)
    let words = Array(form["words"] ?? "")
    guard let from = form["from"].flatMap({ Int($0) }), let figure = form["figure"], from >= 0, !words.isEmpty,
      from <= characters.count - words.count, Array(characters[from..<from + words.count]) == words
    else {
      throw Refusal.forbidden("The words have changed meanwhile. Go back to the report and look again.")
    }
    let text = String(characters[..<from]) + "[[\(figure)]]" + String(characters[(from + words.count)...])
    return try await page.record(text, form)
  }

  private var previewed: Answer {
    var page = self
    page.preview = with(text)
    return .step(page.html)
  }

  /// The report as it would be with those words.
  private func with(_ text: String) -> ComposedReport {
    let words = Passage(report: report.id, key: key, text: text, replaced: passage.generated)
    return ComposedReport(visit.book.shownIn(report).showing([words]), report)
  }

  private func record(_ text: String, _ form: OfficeForm) async throws -> Answer {
    let place = "Words of \(report.name(in: visit.book)), \(composed.name(ofSection: passage.section))"
    let (id, key, generated) = (report.id, key, passage.generated)
    do {
      let receipt = try await visit.record(place, [:], expecting: form.revisionsShown) {
        try $0.write(text, at: key, of: id, instead: generated)
      }
      return .redirect(visit.landing("\(report.address)#\(key.placeAnchor)", receipt.batch))
    } catch let refused as EditRefused {
      var page = self
      page.problems = visit.placed(refused.problems, among: ["text"])
      return .refusing(page.html)
    } catch is Conflict {
      var page = try PassagePage(visit, key: key)
      page.theirs = page.passage.text
      page.text = text
      page.problems = [
        FormProblem(
          field: "text",
          words: "Somebody changed these words meanwhile. Theirs stand below; saving again puts yours in their place.")
      ]
      var answer = Answer.refusing(page.html)
      answer.status = .conflict
      return answer
    }
  }

  private var html: HTML {
    let title = "Words: \(composed.name(ofSection: passage.section))"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .work) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      html.element("p") { html in
        html.link(report.name(in: visit.book), "\(report.address)#\(key.placeAnchor)")
      }
      if passage.hasMoved { moved(&html) }
      if let theirs {
        html.raw("<section><h2>What somebody else wrote</h2>")
        html.element("p", ["class": "letter"], theirs)
        html.raw("</section>")
      }
      html.raw(#"<div class="letter-words">"#)
      editor(&html)
      rules(&html)
      html.raw("</div>")
      shownWords(&html)
      generated(&html)
    }
  }

  private func editor(_ html: inout HTML) {
    html.form("\(report.address)/words", visit.session) { html in
      html.kept(["key": [key]])
      html.shown([RecordID(Passage.kind, "\(report.id)#\(key)"): shown])
      html.field(
        "text", "What it says", hint: "Names of figures stand in double brackets and follow the record.",
        problems: problems
      ) { html, describedBy in
        html.element(
          "textarea",
          ["id": "text", "name": "text", "rows": "12", "aria-describedby": describedBy], text)
      }
      html.field("figure", "A figure of the record", problems: problems) { html, describedBy in
        html.element(
          "select", ["id": "figure", "name": "figure", "aria-describedby": describedBy]
        ) { html in
          html.option("", "Choose", isChosen: true)
          for (thing, figures) in offered {
            html.element("optgroup", ["label": thing.inLine]) { html in
              for figure in figures { html.option(figure.name, "\(figure.label): \(figure.text)", isChosen: false) }
            }
          }
        }
      }
      html.raw(#"<p class="buttons"><button class="button" name="step" value="save">Save</button> "#)
      html.raw(#"<button class="second" name="step" value="preview">Show it</button> "#)
      html.raw(#"<button class="second" name="step" value="add">Add the figure</button> "#)
      if passage.written != nil {
        html.raw(#"<button class="second" name="step" value="reset">Reset to generated</button> "#)
      }
      html.link("Cancel", "\(report.address)#\(key.placeAnchor)")
      html.raw("</p>")
    }
  }

  /// The figures of the section the words belong to; of the others what is most asked for.
  private var offered: [(of: String, figures: [NamedFigure])] {
    composed.figures.choices(for: passage.section)
  }

  private func rules(_ html: inout HTML) {
    html.raw(
      """
      <section><h2>What can be written</h2><ul><li>Paragraphs, with an empty line between them.</li>\
      <li>Lines that begin with “- ” become bullets.</li>\
      <li>A name in double brackets, such as <code>[[plan: indicators green]]</code>, prints the figure and follows the \
      record. Pick names from the list, or type an indicator’s code or name, a colon, and actual, target, status, previous \
      or change.</li>\
      <li>Numbers typed by hand are checked: each must be a figure of what its sentence names, or a count of this section. \
      Years, dates, quarters, page and telephone numbers are left alone.</li></ul></section>
      """)
  }

  private func shownWords(_ html: inout HTML) {
    let report = preview ?? with(text)
    guard let own = report.passage(key) else { return }
    html.raw(#"<section id="preview" tabindex="-1"><h2>As it will print</h2><div class="words">"#)
    if own.place.isEmpty { html.raw(#"<p class="note">Nothing.</p>"#) }
    html.blocks(Array(report.document.blocks[own.place]))
    for problem in report.problems(in: own) {
      html.element("p", ["class": "wrong-words"], problem.sentence)
      // A press puts the reference into what is recorded, so it is offered where that is what stands here.
      if preview == nil, problems.isEmpty { html.follow(problem, self.report, visit) }
    }
    html.raw("</div></section>")
  }

  private func moved(_ html: inout HTML) {
    html.raw(#"<section class="mend"><h2>The generated words have changed since these were written</h2><p>"#)
    html.difference(WordDifference(passage.written?.replaced ?? "", passage.generated))
    html.raw("</p></section>")
  }

  private func generated(_ html: inout HTML) {
    guard passage.written != nil, !passage.generated.isEmpty else { return }
    html.raw("<details><summary>What the program writes here</summary>")
    html.element("p", ["class": "letter"], passage.generated)
    html.raw("</details>")
  }
}

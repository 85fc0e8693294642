import CorporatePlan
import Documents
import Ledger
import Reports

/// One change of many items and indicators: tick them, see what each would become, record it as one batch.
struct BulkPage {
  private let visit: OfficeVisit
  private let filter: OutlineFilter
  private var values: [String: [String]] = [:]
  private var problems: [EditProblem] = []

  static func answer(_ visit: OfficeVisit) -> Answer {
    .html(BulkPage(visit: visit, filter: OutlineFilter(visit)).form)
  }

  static func send(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    // The filter's fields and the change's are apart: `owner` is the new one here.
    var page = BulkPage(
      visit: visit,
      filter: OutlineFilter(
        OfficeForm(
          fields: sent.fields.compactMap { field in
            field.name.hasPrefix("filter-") ? (String(field.name.dropFirst(7)), field.value) : nil
          })))
    page.values = sent.texts
    do {
      switch sent.step {
      case "record": return try await page.record(sent)
      case "back": return .step(page.form)
      default: return .step(try page.preview())
      }
    } catch let refused as EditRefused {
      page.problems = refused.problems
      return .refusing(page.form)
    }
  }

  private func record(_ sent: OfficeForm) async throws -> Answer {
    let (answers, subjects) = (FormAnswers(values), subjects)
    do {
      let receipt = try await visit.record(previewed: sent, "Changed together", answers) {
        try $0.bulkChange(subjects, answers).revisions
      }
      return .redirect(visit.landing("/edit/bulk\(filter.query)", receipt.batch))
    } catch let conflict as Conflict {
      return .conflict(try preview(after: conflict))
    }
  }

  private var subjects: [RecordID] {
    (values["subjects"] ?? []).compactMap { text in
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      return parts.count == 2 ? RecordID(parts[0], parts[1]) : nil
    }
  }

  private func preview(after conflict: Conflict? = nil) throws -> HTML {
    let change = try visit.editing.bulkChange(subjects, FormAnswers(values))
    let able = change.lines.count { $0.problem == nil }
    return HTML.page(
      visit, conflict == nil ? "Preview of a change of many" : "Error: Preview of a change of many", .edit
    ) {
      html in
      html.comesAgain(conflict.map(sentence))
      html.raw("<h1>What each would become</h1>")
      html.table(
        Table(
          "Nothing is recorded yet",
          columns: [
            .init("What", width: 4), .init("Stands now", width: 2), .init("Would be", width: 2),
            .init("What stands against it", width: 3),
          ],
          rows: change.lines.map { line in
            Table.Row([
              .rowHeader(line.name), .text(line.from.isEmpty ? "nothing" : line.from), .text(line.to),
              .text(line.problem ?? "–"),
            ])
          }))
      if able < change.lines.count {
        html.element(
          "p",
          "\(counted(change.lines.count - able, "line")) can’t be changed so and would be left as \(change.lines.count - able == 1 ? "it is" : "they are")."
        )
      }
      if able > 0, change.revisions.isEmpty {
        html.raw("<p>They all stand so already; there is nothing to record.</p>")
      }
      PreviewSteps(visit: visit, address: "/edit/bulk", texts: values).write(
        "Record \(counted(able, "change"))", recording: change.revisions, into: &html)
    }
  }

  private func sentence(_ conflict: Conflict) -> String {
    let names = conflict.overtaken.compactMap { visit.book.record($0.record)?.body }
      .compactMap { ($0["title"] ?? $0["name"])?.string }.map { "“\($0)”" }.joined(separator: ", ")
    return conflict.sentence(
      "Somebody changed \(names.isEmpty ? "something of them" : names) meanwhile. “Stands now” is theirs, “would be” is yours: record yours, or go back."
    )
  }

  private var form: HTML {
    let names: Set = ["subjects", "change", "owner", "due", "by", "publication", "last_day", "reason"]
    let problems = visit.placed(self.problems, among: names)
    let title = "Change many at once"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .edit) { html in
      html.errorSummary(problems)
      html.savedBanner(visit)
      html.element("h1", title)
      filter.write(visit, to: "/edit/bulk", into: &html)
      html.form("/edit/bulk", visit.session) { html in
        html.kept(Dictionary(uniqueKeysWithValues: filter.values.map { ("filter-\($0)", $1) }))
        list(&html)
        changes(problems, &html)
        html.raw(
          #"<p class="buttons"><button name="step" value="preview">Preview</button> <a href="/edit">Cancel</a></p>"#)
      }
    }
  }

  private func list(_ html: inout HTML) {
    let (book, chosen) = (visit.book, Set(values["subjects"] ?? []))
    let items = book.items.values.filter { filter.matches($0, in: book, on: visit.today) }
    let indicators = book.indicators.values.filter { filter.matches($0, in: book, on: visit.today) }
    let place = visit.planOrder
    html.element("div", ["id": "subjects", "tabindex": "-1", "class": "ticks"]) { html in
      html.element(
        "p", ["class": "found"], "\(counted(items.count, "item")) and \(counted(indicators.count, "indicator"))")
      html.element("fieldset") { html in
        html.raw("<legend>Items of the plan</legend>")
        for item in items.sorted(by: { (place[$0.id] ?? .max, $0.id) < (place[$1.id] ?? .max, $1.id) }) {
          let facts = [item.owner, item.dueText.map { "due \($0)" }].compactMap { $0 }.joined(separator: ", ")
          html.tick(
            "subjects", "item:\(item.id)",
            [item.level, item.code, item.title].compactMap { $0 }.joined(separator: " ")
              + (facts.isEmpty ? "" : " (\(facts))"),
            isTicked: chosen.contains("item:\(item.id)"))
        }
      }
      html.element("fieldset") { html in
        html.raw("<legend>Indicators</legend>")
        for indicator in indicators.sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
          html.tick(
            "subjects", "indicator:\(indicator.id)", indicator.name + (indicator.owner.map { " (\($0))" } ?? ""),
            isTicked: chosen.contains("indicator:\(indicator.id)"))
        }
      }
    }
  }

  private func changes(_ problems: [FormProblem], _ html: inout HTML) {
    let owners = visit.ownerOptions
    let fields = [
      EditField(
        name: "change", label: "What is changed",
        control: .choice([
          ("", "Choose"), ("owner", "The owner"), ("due", "The due date"), ("publication", "Who sees them"),
          ("close", "They leave the plan"),
        ])),
      EditField(
        name: "owner", label: "New owner", control: owners.isEmpty ? .line : .choice([("", "Choose")] + owners)),
      EditField(name: "due", label: "New due date", hint: "Of items alone: an indicator has none", control: .short),
      EditField(name: "by", label: "Or moved by", hint: "Such as +3 months, -2 weeks", control: .short),
      EditField(
        name: "publication", label: "Who sees them", control: .choice([("", "Choose")] + Publication.choices)),
      EditField(name: "last_day", label: "Last day in the plan", hint: "Where they leave it", control: .short),
      EditField(
        name: "reason", label: "Why", hint: "What leaves the plan needs a reason; it is kept with each.",
        control: .lines),
    ]
    html.raw("<h2>The change</h2>")
    for field in fields { html.field(field, values[field.name] ?? [], problems) }
  }
}

import CorporatePlan
import Documents
import Ledger
import Reports

/// What goes on in the next plan: everything that is in this one, until somebody has said what becomes of it.
struct CarryPage {
  private let visit: OfficeVisit
  private let day: Day
  private let chosen: Set<String>
  private var values: [String: [String]] = [:]
  private var problems: [EditProblem] = []

  private init(_ visit: OfficeVisit, from text: String?, _ chosen: Set<String>) {
    self.visit = visit
    // The plan that ends last is the one that another follows.
    let next = visit.book.plans.values.compactMap(\.end).filter { visit.today <= $0 }.min()
    day =
      text.flatMap { FuzzyDate($0)?.deadline } ?? next
      ?? (FinancialYear(containing: visit.today).period.end)
    self.chosen = chosen
  }

  static func answer(_ visit: OfficeVisit) -> Answer {
    let items = visit.field("items").map { Set([$0]) } ?? []
    return .html(CarryPage(visit, from: visit.field("from"), items).html)
  }

  static func send(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let ids = sent.all("items")
    var page = CarryPage(visit, from: sent["from"], Set(ids))
    page.values = sent.texts
    let answers = FormAnswers(sent.texts)
    let isDropped = sent["what"] == "drop"
    let last = page.day + -1
    do {
      guard sent["what"] != nil else {
        throw EditRefused([EditProblem("what", "Choose what becomes of them: carried forward, or dropped.")])
      }
      let receipt = try await visit.record(
        isDropped ? "Dropped before the next plan" : "Carried forward", answers,
        expecting: sent.revisionsShown.filter { ids.contains($0.key.record) }
      ) { editing in
        if !isDropped { return try editing.carryForward(ids, answers) }
        let change = try editing.bulkChange(
          ids.map { RecordID(PlanItem.kind, $0) },
          ["change": "close", "last_day": last.description, "reason": answers.text("reason") ?? ""])
        guard change.problems.isEmpty else {
          throw EditRefused(change.problems.map { EditProblem("items", $0.sentence) })
        }
        return change.revisions
      }
      return .redirect(visit.landing("/edit/carry?from=\(page.day.description)", receipt.batch))
    } catch let refused as EditRefused {
      page.problems = refused.problems
    } catch let conflict as Conflict {
      let changed = conflict.overtaken.map { "“\(visit.book.items[$0.record.record]?.title ?? $0.record.record)”" }
      page.problems = [
        EditProblem(
          "items",
          "Somebody changed \(changed.joined(separator: ", ")) meanwhile. What stands now is theirs, with what you wrote beside it: send it once more to record yours."
        )
      ]
      return .conflict(page.html)
    }
    return .refusing(page.html)
  }

  private var html: HTML {
    let place = visit.planOrder
    let open = visit.editing.undecided(for: day).sorted {
      (place[$0.id] ?? .max, $0.id) < (place[$1.id] ?? .max, $1.id)
    }
    let names = Set(["what", "parent", "reason", "items"] + open.map { "due:\($0.id)" })
    let problems = visit.placed(self.problems, among: names)
    let title = "Carry forward to the plan from \(day.words)"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .edit) { html in
      html.errorSummary(problems)
      html.savedBanner(visit)
      html.element("h1", title)
      html.element("form", ["class": "filter", "method": "get", "action": "/edit/carry"]) { html in
        html.raw(#"<div><label for="next">First day of the next plan</label>"#)
        html.void("input", ["type": "text", "id": "next", "name": "from", "value": day.words, "class": "short"])
        html.raw(#"</div><div class="buttons"><button class="second">Show</button></div>"#)
      }
      if open.isEmpty {
        html.raw("<p>Nothing is open: of everything in the plan somebody has said what becomes of it.</p>")
      } else {
        decision(open, problems, &html)
      }
    }
  }

  private func decision(_ open: [PlanItem], _ problems: [FormProblem], _ html: inout HTML) {
    html.element(
      "p", ["class": "lead"],
      "What becomes of \(counted(open.count, "item")) in the next plan has not been said yet.")
    html.form("/edit/carry", visit.session) { html in
      html.void("input", ["type": "hidden", "name": "from", "value": day.description])
      html.shown(visit.revisions(of: open.map(\.recordID)))
      table(open, problems, &html)
      html.field(
        EditField(
          name: "what", label: "What becomes of those that are ticked",
          control: .choice([
            ("", "Choose"), ("carry", "Carried forward"), ("drop", "Dropped: they leave the plan on the day before"),
          ])), values["what"] ?? [], problems)
      html.field(
        EditField(
          name: "parent", label: "Under, in the next plan", hint: "Only where they go under something else there",
          control: .choice([("", "Where they stand now")] + visit.itemOptions())), values["parent"] ?? [], problems)
      html.field(
        EditField(name: "reason", label: "Why", hint: "What is dropped needs a reason.", control: .lines),
        values["reason"] ?? [], problems)
      html.raw(#"<p class="buttons"><button>Record</button> <a href="/edit">Cancel</a></p>"#)
    }
  }

  private func table(_ open: [PlanItem], _ problems: [FormProblem], _ html: inout HTML) {
    let ends = open.contains(where: asksWhenDue)
    html.element("div", ["id": "items", "tabindex": "-1"]) { html in
      html.raw(#"<table class="cards"><caption>In the plan before "#)
      html.text(day.words)
      html.raw(#"</caption><thead><tr><th scope="col">Item</th><th scope="col">Due</th>"#)
      if ends { html.raw(#"<th scope="col">Due in the next plan</th>"#) }
      html.raw("</tr></thead><tbody>")
      for item in open {
        html.raw(#"<tr><th scope="row">"#)
        html.tick(
          "items", item.id, [item.level, item.code, item.title].compactMap { $0 }.joined(separator: " "),
          isTicked: chosen.contains(item.id))
        html.raw(#"</th><td data-label="Due">"#)
        html.text(item.dueText ?? "–")
        html.raw("</td>")
        if ends {
          html.raw(#"<td data-label="Due in the next plan">"#)
          if asksWhenDue(item) {
            let name = "due:\(item.id)"
            let problem = problems.first { $0.field == name }
            html.void(
              "input",
              [
                "type": "text", "class": "short", "id": name, "name": name, "value": values[name]?.first,
                "aria-label": "Due in the next plan: \(item.title)", "aria-invalid": problem == nil ? nil : "true",
              ])
            if let problem { html.element("p", ["class": "wrong-words"], problem.words) }
          } else {
            html.text("as before")
          }
          html.raw("</td>")
        }
        html.raw("</tr>")
      }
      html.raw("</tbody></table>")
    }
  }

  /// Whether it was due before the next plan begins, or somebody wrote when it is due there.
  private func asksWhenDue(_ item: PlanItem) -> Bool {
    item.due.map { $0 < day } ?? false || values["due:\(item.id)"]?.first?.trimmed.isEmpty == false
  }
}

extension HTML {
  /// A box with its words, one of several of a name.
  mutating func tick(_ name: String, _ value: String, _ words: String, isTicked: Bool) {
    let id = "\(name)-\(value)"
    element("div", ["class": "choice"]) { html in
      html.void(
        "input", ["type": "checkbox", "id": id, "name": name, "value": value, "checked": isTicked ? "" : nil])
      html.element("label", ["for": id], words)
    }
  }
}

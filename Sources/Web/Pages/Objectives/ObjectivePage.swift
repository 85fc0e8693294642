import CorporatePlan
import Documents
import Ledger

/// One objective: the thread from the plan down to it, what it says, and what was said of it.
struct ObjectivePage {
  let visit: OfficeVisit
  let objective: Objective
  let access: Objective.Access
  let names: PeopleNames
  private var problems: [FormProblem] = []
  private var form = OfficeForm(fields: [])

  /// - Throws: `Refusal.notFound` for whoever is neither its owner nor their manager: not even that it is there is told.
  init(_ visit: OfficeVisit) async throws {
    guard let objective = try await visit.site.council.objectives.find(try visit.parameter("id")),
      let access = visit.book.access(of: visit.person.id, to: objective, on: visit.today)
    else { throw Refusal.notFound("This objective") }
    (self.visit, self.objective, self.access) = (visit, objective, access)
    names = try await visit.peopleNames
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await ObjectivePage(visit).html) }

  /// The owner says how it ended, or that it goes on.
  static func close(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let page = try await ObjectivePage(visit).owned
    return try await page.doing(form) {
      if let shown = form["shown_state"], shown != page.objective.state.rawValue {
        throw EditRefused([
          EditProblem(
            "state",
            "It was saved as “\(page.objective.state.rawValue)” meanwhile. Save once more if it is to be otherwise.")
        ])
      }
      var objective = page.objective
      try objective.close(FormAnswers(form.texts), in: visit.book, by: visit.person.id, on: visit.today)
      try await visit.site.council.objectives.save(objective, over: page.objective)
    }
  }

  /// The owner or their manager notes what was said.
  static func note(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let page = try await ObjectivePage(visit)
    return try await page.doing(form) {
      let (day, text) = try Objective.Note.read(FormAnswers(form.texts), in: visit.book, on: visit.today)
      for owner in page.access == .owner ? [visit.person.id] : page.owners.sorted() {
        let note = Objective.Note(
          id: Objectives.newID(), about: owner, author: visit.person.id, day: day, text: text)
        try await visit.site.council.objectives.add(note, to: page.objective.id)
      }
    }
  }

  /// This page for its owner. Their manager reads it, and changes nothing of it.
  var owned: ObjectivePage {
    get throws(Refusal) {
      guard access == .owner else {
        throw .forbidden("Only the one whose objective it is can change it. As their manager you can add a note.")
      }
      return self
    }
  }

  private func doing(_ form: OfficeForm, _ work: () async throws -> Void) async throws -> Answer {
    do {
      try await work()
      return .redirect("\(address)?saved=yes")
    } catch is ObjectiveOvertaken {
      var page = try await ObjectivePage(visit)
      page.form = form
      page.problems = [FormProblem(field: "main", words: "It was changed in that very moment: save once more.")]
      return .refusing(page.html)
    } catch let refused as EditRefused {
      var page = self
      page.form = form
      page.problems = visit.placed(refused.problems, among: ["state", "note", "note_day"])
      return .refusing(page.html)
    }
  }

  private var address: String { "/objectives/\(objective.id.addressed)" }
  private var owners: Set<String> { visit.book.owners(of: objective, on: visit.today) }

  private var html: HTML {
    HTML.page(visit, problems.isEmpty ? objective.title : "Error: \(objective.title)", .objectives) { html in
      html.errorSummary(problems)
      if visit.field("saved") != nil { html.banner("Saved.") }
      html.element("p") { $0.link("All objectives", "/objectives") }
      html.element("h1", objective.title)
      html.element("p", ["class": "headline"]) { html in
        html.tag(objective.mark)
        html.element("span", headline)
      }
      for words in visit.news(of: objective) { html.element("p", ["class": "note-block"], words) }
      html.goldenThreads(to: objective, visit)
      facts(&html)
      if access == .owner {
        html.element("p") { $0.element("a", ["class": "button", "href": "\(address)/edit"], "Change what it says") }
      }
      notes(&html)
      if access == .owner { closing(&html) }
    }
  }

  private var headline: String {
    let whose = access == .owner ? "Yours" : visit.whose(objective, names)
    return "\(whose), \(objective.year.name)\(objective.due.map { ", due \($0.words)" } ?? "")."
  }

  private func facts(_ html: inout HTML) {
    html.raw("<section><h2>What it says</h2>")
    html.summaryList { html in
      if let text = objective.text { html.summaryRow("In more words") { $0.prose(text) } }
      if let measure = objective.measure { html.summaryRow("How one will know that it was met") { $0.prose(measure) } }
      html.summaryRow("Due", objective.due?.words)
      html.summaryRow("Year", objective.year.name)
      if let post = objective.post {
        html.summaryRow("Belongs to the post", visit.book.posts[post]?.title ?? "One that is gone")
      }
      html.summaryRow(
        "Who sees it",
        objective.post == nil
          ? "Whose it is and their manager alone."
          : "Whoever holds the post and their manager alone. While it is open the next holder takes it over, without the notes."
      )
    }
    html.raw("</section>")
  }

  private func notes(_ html: inout HTML) {
    html.raw(#"<section><h2>Reviews</h2>"#)
    let notes = objective.notes(for: visit.person.id, as: access, owners: owners)
    if notes.isEmpty { html.raw("<p>Nothing has been noted yet.</p>") }
    for note in notes {
      let about = owners.count > 1 ? ", about \(names.name(of: note.about))" : ""
      html.element("h3", "\(note.day.words), \(names.name(of: note.author))\(about)")
      html.prose(note.text)
    }
    if owners.isEmpty {
      html.raw("<p>Nobody holds the post, so there is nobody to note anything of.</p>")
    } else {
      html.form("\(address)/notes", visit.session) { html in
        html.field(
          "note", "Add a note", hint: "What was said or agreed. Both of you read it; it can’t be changed afterwards.",
          problems: problems
        ) { html, describedBy in
          html.element(
            "textarea", ["id": "note", "name": "note", "rows": "4", "aria-describedby": describedBy],
            form["note"] ?? "")
        }
        html.field("note_day", "The day you spoke", problems: problems) { html, describedBy in
          html.input(
            "note_day", value: form["note_day"] ?? visit.today.words, describedBy: describedBy, isShort: true)
        }
        html.raw("<p><button>Add the note</button></p>")
      }
    }
    html.raw("</section>")
  }

  private func closing(_ html: inout HTML) {
    html.raw("<section><h2>How it ended</h2>")
    html.form("\(address)/state", visit.session) { html in
      html.kept(["shown_state": [objective.state.rawValue]])
      html.field("state", "How it stands", problems: problems) { html, describedBy in
        html.select(
          "state", name: "state", describedBy: describedBy, chosen: form["state"] ?? objective.state.rawValue,
          Objective.State.options)
      }
      html.raw("<p><button>Save how it stands</button></p>")
    }
    html.raw("</section>")
  }
}

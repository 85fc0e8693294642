import CorporatePlan
import Documents
import Ledger
import Reports

/// What was remarked on a report or one place of it: threads, answers, and whose attention they ask for.
struct CommentsPage {
  private let visit: OfficeVisit
  private let report: Report
  private let composed: ComposedReport
  /// The place that the page is about; all of the report when it is empty.
  private let key: String
  private let people: [Person]
  private let names: PeopleNames
  private var typed: (text: String, thread: String?) = ("", nil)
  private var problems: [FormProblem] = []

  private init(_ visit: OfficeVisit, on key: String) async throws {
    self.visit = visit
    report = try visit.report
    guard visit.mayComment(on: report) else { throw Refusal.notYours }
    composed = visit.composed(report)
    self.key = key
    people = try await visit.office.accounts.people().filter { !$0.isDisabled && $0.scope(for: .read) > .none }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    names = try await visit.peopleNames
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    .html(try await CommentsPage(visit, on: visit.field("on") ?? "").html)
  }

  static func add(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    var page = try await CommentsPage(visit, on: form["on"] ?? "")
    let typed = (form["text"] ?? "").replacing("\r\n", with: "\n")
    let thread = form["thread"]
    let text = page.naming(typed)
    let known = Set(page.people.map(\.id))
    let mentions = form.all("to").filter(known.contains)
    let (key, report, author) = (page.key, page.report, visit.session.author)
    do {
      try await visit.record("Comment on \(report.name(in: visit.book))", [:]) {
        try $0.comment(text, on: key, of: report.id, by: author, to: mentions, thread: thread)
      }
      return .redirect("\(page.address)&said=yes#threads")
    } catch let refused as EditRefused {
      page.typed = (typed, thread)
      page.problems = visit.placed(refused.problems, among: ["text"])
      return .refusing(page.html)
    }
  }

  /// Closes a thread, or opens it again.
  static func close(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let page = try await CommentsPage(visit, on: form["on"] ?? "")
    let id = try visit.parameter("name")
    guard visit.book.comments[id]?.report == page.report.id else { throw Refusal.notFound("This comment") }
    let isResolved = form["state"] != "open"
    try await visit.record(isResolved ? "Comment closed" : "Comment opened again", [:]) {
      try $0.resolve(id, isResolved)
    }
    return .redirect("\(page.address)#threads")
  }

  private var address: String { "\(report.address)/comments?on=\(key.addressed)" }

  /// People are kept by their ids: "@Priya Nand" becomes `@{p-1}`.
  private func naming(_ text: String) -> String {
    var text = text.replacing("@{", with: "@")
    for person in people.sorted(by: { $0.name.count > $1.name.count }) {
      text = text.replacing("@\(person.name)", with: "@{\(person.id)}")
    }
    return text
  }

  /// What was said, with the names that people have today.
  private func said(_ text: String) -> String {
    text.mentioned.reduce(text) { $0.replacing("@{\($1)}", with: "@\(names.name(of: $1))") }
  }

  private var threads: [CommentThread] {
    visit.book.threads(of: report.id).filter {
      key.isEmpty || $0.first.key == key || $0.first.key.hasPrefix("\(key)/")
    }
  }

  private var html: HTML {
    let title = key.isEmpty ? "Comments" : "Comments: \(place(key))"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .work) { html in
      html.errorSummary(problems)
      if visit.field("said") != nil { html.banner("Your comment stands here. Comments never print.") }
      html.element("h1", title)
      html.element("p") { html in
        html.link(report.name(in: visit.book), report.address + (key.isEmpty ? "" : "#\(key.placeAnchor)"))
        if !key.isEmpty {
          html.raw(" · ")
          html.link("All comments", "\(report.address)/comments")
        }
      }
      html.raw(#"<section id="threads" tabindex="-1">"#)
      if threads.isEmpty { html.raw("<p>Nothing has been remarked yet.</p>") }
      for thread in threads { self.thread(thread, &html) }
      html.raw("</section>")
      form(&html)
    }
  }

  private func place(_ key: String) -> String {
    if key.isEmpty { return "the whole report" }
    return composed.name(ofSection: composed.passage(key)?.section ?? key)
  }

  private func thread(_ thread: CommentThread, _ html: inout HTML) {
    html.element("article", ["class": thread.isOpen ? "comments" : "comments closed", "id": thread.first.id]) { html in
      html.element("h2", "On \(place(thread.first.key))\(thread.isOpen ? "" : ", closed")")
      for comment in thread.all {
        html.element("div", ["class": "comment"]) { html in
          html.element("p", ["class": "note"], "\(names.name(of: comment.by).capitalised), \(comment.day.words)")
          html.prose(said(comment.text))
          let asked = comment.mentions.map(names.name)
          if !asked.isEmpty { html.element("p", ["class": "note"], "For \(listed(asked))") }
        }
      }
      let isAnswered = typed.thread == thread.first.id
      html.form("\(report.address)/comments", visit.session) { html in
        html.kept(["on": [key], "thread": [thread.first.id]])
        let id = "text-\(thread.first.id)"
        html.field(id, "Answer") { html, _ in
          html.element("textarea", ["id": id, "name": "text", "rows": "2"], isAnswered ? typed.text : "")
        }
        html.raw(#"<p class="buttons"><button class="second">Answer</button></p>"#)
      }
      html.form("\(report.address)/comments/\(thread.first.id.addressed)", visit.session) { html in
        html.kept(["on": [key], "state": [thread.isOpen ? "closed" : "open"]])
        html.element("button", ["class": "second"], thread.isOpen ? "Close the thread" : "Open it again")
      }
    }
  }

  private func form(_ html: inout HTML) {
    html.raw("<section><h2>Say something</h2>")
    html.form("\(report.address)/comments", visit.session) { html in
      html.kept(["on": [key]])
      html.field(
        "text", "What you want to say",
        hint: "Whoever is named as @Name is asked for their attention, here and by mail. Comments never print.",
        problems: problems
      ) { html, describedBy in
        html.element(
          "textarea", ["id": "text", "name": "text", "rows": "4", "aria-describedby": describedBy],
          typed.thread == nil ? typed.text : "")
      }
      html.raw(#"<fieldset class="choices"><legend>For the attention of</legend>"#)
      for person in people where person.id != visit.person.id {
        html.element("div", ["class": "choice"]) { html in
          html.void("input", ["type": "checkbox", "id": "to-\(person.id)", "name": "to", "value": person.id])
          html.element("label", ["for": "to-\(person.id)"], person.name)
        }
      }
      html.raw(#"</fieldset><p class="buttons"><button class="button">Comment</button></p>"#)
    }
    html.raw("</section>")
  }
}

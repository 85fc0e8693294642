import CorporatePlan
import Documents
import Ledger

/// The words of one kind of letter: changed, looked at as a whole letter, or put back.
struct TemplatePage {
  private let visit: OfficeVisit
  private let kind: LetterKind
  private var subject: String
  private var text: String
  private var problems: [FormProblem] = []
  private var shown: (subject: String, text: String)?

  private init(_ visit: OfficeVisit) throws(Refusal) {
    guard let kind = LetterKind(rawValue: try visit.parameter("letter")) else { throw .notFound("This letter") }
    (self.visit, self.kind) = (visit, kind)
    let template = visit.book.template(kind)
    (subject, text) = (template.subject, template.text)
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer {
    var page = try TemplatePage(visit)
    page.shown = try page.preview(of: visit.book.template(page.kind))
    return .html(page.html)
  }

  /// Shows the whole letter, and keeps nothing.
  static func preview(_ visit: OfficeVisit) async throws -> Answer {
    var page = try TemplatePage(visit)
    let form = try await visit.form()
    guard let template = page.reading(form) else { return .refusing(page.html) }
    page.shown = try page.preview(of: template)
    return .step(page.html)
  }

  static func save(_ visit: OfficeVisit) async throws -> Answer {
    var page = try TemplatePage(visit)
    let form = try await visit.form()
    guard let template = page.reading(form) else { return .refusing(page.html) }
    let isStandard = template == .standard(page.kind)
    return try await page.record(form, because: "What the letter “\(page.kind.words)” says") { book in
      // What says the same as the standard words follows them when they get better.
      isStandard ? book.templates[template.id].map { [$0.withdrawal] } ?? [] : [template.revision]
    }
  }

  /// Back to the words that come with the program.
  static func restore(_ visit: OfficeVisit) async throws -> Answer {
    let page = try TemplatePage(visit)
    let form = try await visit.form()
    return try await page.record(form, because: "The letter “\(page.kind.words)” has the standard words again") {
      [id = page.kind.rawValue] book in book.templates[id].map { [$0.withdrawal] } ?? []
    }
  }

  /// Takes what was typed; `nil` when something in it is wrong.
  private mutating func reading(_ form: OfficeForm) -> LetterTemplate? {
    subject = form["subject"] ?? ""
    text = (form["text"] ?? "").replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    do throws(FieldError) {
      return try LetterTemplate(kind, subject: subject, text: text)
    } catch {
      let name = error.member == "subject" ? "The subject" : "The text"
      problems = [FormProblem(field: error.member, words: "\(name) \(error.message)")]
      return nil
    }
  }

  private func record(
    _ form: OfficeForm, because reason: String, _ decide: @escaping @Sendable (Book) -> [Revision]
  ) async throws -> Answer {
    do {
      try await visit.site.council.append(
        reason: reason, author: visit.session.author, at: visit.office.moment,
        expecting: [id: form["revision"].flatMap { Int($0) } ?? -1], decide: decide)
      return .redirect("\(address)?saved=yes")
    } catch is Conflict {
      var page = self
      page.problems = [
        FormProblem(
          field: "text",
          words:
            "Somebody changed these words since you opened the page. What you typed stands here; saving again replaces "
            + "theirs"
        )
      ]
      return .refusing(page.html)
    }
  }

  private func preview(of template: LetterTemplate) throws -> (subject: String, text: String) {
    try visit.book.preview(
      template, for: visit.person.name, on: visit.today, links: visit.office.postman.links)
  }

  private var id: RecordID { RecordID(LetterTemplate.kind, kind.rawValue) }
  private var address: String { "/mail/templates/\(kind.rawValue)" }
  private var isOwn: Bool { visit.book.templates[kind.rawValue] != nil }

  private var html: HTML {
    HTML.page(visit, problems.isEmpty ? kind.words : "Error: \(kind.words)", .mail) { html in
      html.errorSummary(problems)
      if visit.field("saved") != nil { html.banner("Saved. Letters that still wait are written anew within a minute.") }
      html.element("h1", kind.words)
      html.element(
        "p", kind.occasion + (isOwn ? ". The words are the council’s own." : ". These are the standard words."))
      html.element("p") { $0.link("All letters", "/mail/templates") }
      html.raw(#"<div class="letter-words">"#)
      words(&html)
      placeholders(&html)
      html.raw("</div>")
      letter(&html)
      if isOwn { back(&html) }
    }
  }

  private func words(_ html: inout HTML) {
    html.form(address, visit.session) { html in
      revision(&html)
      html.field("subject", "Subject", problems: problems) { html, describedBy in
        html.input("subject", value: subject, describedBy: describedBy)
      }
      html.field("text", "Text", problems: problems) { html, describedBy in
        html.element(
          "textarea", ["id": "text", "name": "text", "rows": "14", "aria-describedby": describedBy], text)
      }
      html.raw(#"<p class="buttons"><button class="button">Save</button> "#)
      html.element("button", ["class": "button second", "formaction": "\(address)/preview#letter"], "Show the letter")
      html.raw("</p>")
    }
  }

  private func placeholders(_ html: inout HTML) {
    html.raw("<section><h2>What can stand in braces</h2>")
    html.summaryList { html in
      for placeholder in kind.placeholders {
        let isNeeded = kind.needed.contains(placeholder)
        html.summaryRow("{\(placeholder.rawValue)}", placeholder.words + (isNeeded ? "; the text needs it" : ""))
      }
    }
    html.raw("</section>")
  }

  private func letter(_ html: inout HTML) {
    guard let shown else { return }
    html.raw(#"<section id="letter" tabindex="-1"><h2>The letter</h2>"#)
    html.raw(
      #"<p class="note">Filled in with what is recorded now, as if it were for you. Nothing of it is sent.</p>"#)
    html.letter(subject: shown.subject, text: shown.text)
    html.raw("</section>")
  }

  private func back(_ html: inout HTML) {
    html.raw("<section><h2>Back to the standard words</h2>")
    let standard = LetterTemplate.standard(kind)
    html.letter(subject: standard.subject, text: standard.text)
    html.form("\(address)/standard", visit.session) { html in
      revision(&html)
      html.raw("<p><button>Put the standard words back</button></p>")
    }
    html.raw("</section>")
  }

  /// What the form shows, so that nobody's later change is written over.
  private func revision(_ html: inout HTML) {
    html.void(
      "input", ["type": "hidden", "name": "revision", "value": String(visit.book.stamp(of: id)?.revision ?? 0)])
  }
}

extension HTML {
  /// A letter as its reader sees it.
  mutating func letter(subject: String, text: String) {
    raw(#"<div class="letter"><p class="subject"><span class="note">Subject:</span> "#)
    self.text(subject)
    raw(#"</p><p class="text">"#)
    self.text(text)
    raw("</p></div>")
  }
}

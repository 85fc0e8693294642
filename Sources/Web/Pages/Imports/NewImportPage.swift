import CorporatePlan
import Documents
import Imports

/// Choosing a file, or pasting text, and what to say beside it.
struct NewImportPage {
  private let visit: OfficeVisit
  private var asked = OfficeForm(fields: [])
  private var problems: [FormProblem] = []

  static func answer(_ visit: OfficeVisit) -> Answer { .html(NewImportPage(visit: visit).html) }

  /// Takes a file in to be read, or says what is wrong with the form.
  static func begin(_ visit: OfficeVisit) async throws -> Answer {
    // Room for the other fields beside the file.
    let form = try await visit.form(upTo: ImportDesk.limits.fileBytes + 64 << 10)
    var page = NewImportPage(visit: visit, asked: form)
    let period = page.period
    guard let file = page.file, page.problems.isEmpty else { return page.refusing }
    let asked = ImportAsked(period: period, council: form["council"], kind: form["kind"])
    guard let job = visit.office.imports.begin(file, asked, into: visit.book, for: visit.session) else {
      page.problems.append(
        FormProblem(
          field: "file",
          words: "\(ImportDesk.mostFiles) files are waiting for you already: record or discard one of them first"))
      return page.refusing
    }
    return .redirect("/imports/\(job.id)")
  }

  private init(visit: OfficeVisit, asked: OfficeForm = OfficeForm(fields: [])) {
    (self.visit, self.asked) = (visit, asked)
  }

  /// The file, or the text as one.
  private var file: OfficeForm.Upload? {
    mutating get {
      let sent = asked.files.first { $0.field == "file" && !($0.name.isEmpty && $0.bytes.isEmpty) }
      switch (sent, asked["text"]) {
      case (let file?, nil): return file
      case (nil, let text?): return OfficeForm.Upload(field: "text", name: "Pasted text", bytes: Array(text.utf8))
      case (nil, nil): problems.append(FormProblem(field: "file", words: "Choose a file, or paste text"))
      case (_?, _?):
        problems.append(FormProblem(field: "file", words: "Choose a file or paste text, not both: each is one import"))
      }
      return nil
    }
  }

  private var period: Period? {
    mutating get {
      guard let code = asked["period"] else { return nil }
      if let period = visit.book.calendar.period(code) { return period }
      problems.append(FormProblem(field: "period", words: "Write the period like 2025-26-Q2, or leave it empty"))
      return nil
    }
  }

  private var refusing: Answer {
    return .refusing(html)
  }

  private var html: HTML {
    let title = "Import a plan or figures"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .imports) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      html.raw(
        #"<p class="lead">You will see what would change, and what the document leaves open, before anything is recorded.</p>"#
      )
      html.form("/imports", visit.session, sendsFiles: true) { html in
        source(&html)
        beside(&html)
        html.raw(#"<p class="buttons"><button>Read it</button> <a href="/imports">Cancel</a></p>"#)
      }
      html.waiting(visit)
    }
  }

  private func source(_ html: inout HTML) {
    html.field(
      "file", "File", hint: "Word (.docx), Excel (.xlsx), CSV or text, up to \(ImportDesk.limits.fileBytes >> 20) MB.",
      problems: problems
    ) { html, describedBy in
      html.void("input", ["type": "file", "id": "file", "name": "file", "aria-describedby": describedBy])
    }
    html.field(
      "text", "Or paste text", hint: "From a PDF, an e-mail or a spreadsheet: cells copied from Excel stay cells."
    ) { html, describedBy in
      html.element(
        "textarea", ["id": "text", "name": "text", "rows": "6", "aria-describedby": describedBy],
        asked["text"] ?? "")
    }
  }

  private func beside(_ html: inout HTML) {
    html.element("details", ["open": asked.fields.isEmpty ? nil : ""]) { html in
      html.raw("<summary>If the document does not say it, or says it wrongly</summary>")
      html.field("kind", "Read it as") { html, _ in
        html.select("kind", name: "kind", chosen: asked["kind"], ImportWords.kindOptions)
      }
      html.field("period", "Period", hint: "For example 2025-26-Q2.", problems: problems) { html, describedBy in
        html.input("period", value: asked["period"], describedBy: describedBy, isShort: true)
      }
      html.field("council", "Council’s name, as printed") { html, describedBy in
        html.input("council", value: asked["council"], describedBy: describedBy)
      }
    }
  }
}

import CorporatePlan
import Documents
import Ledger
import Reports

/// How the council wants one kind of report.
struct ReportTemplatePage {
  private let visit: OfficeVisit
  private let type: ReportType
  private let template: ReportTemplate
  /// The sections of its kind in the order they have now, one for each that a template names.
  private let sections: [ReportSection]
  private let statuses: [(status: Status, word: String)]
  private var values: FormAnswers?
  private var problems: [FormProblem] = []

  private init(_ visit: OfficeVisit) throws(Refusal) {
    let name = try visit.parameter("name")
    guard let type = ReportType.allCases.first(where: { $0.code == name }) else {
      throw .notFound("This kind of report")
    }
    (self.visit, self.type) = (visit, type)
    template = visit.book.reportTemplates[type.code] ?? ReportTemplate(type)
    let composed = visit.composed(ReportTemplatePage.example(of: type, visit))
    var seen: Set<String> = []
    let all = composed.sections + composed.leftOut
    let places = Dictionary(
      template.sections.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    sections = all.enumerated().filter { seen.insert($1.templateKey).inserted }
      .sorted { (places[$0.1.templateKey] ?? $0.0, $0.0) < (places[$1.1.templateKey] ?? $1.0, $1.0) }.map { $0.1 }
    let plain = visit.book.saying([:])
    let marks = StatusMarks(plain, composed.scorecard)
    var known: [Status] = []
    let card = composed.scorecard
    for (status, _) in card.indicators.byStatus + card.actions.byStatus where !known.contains(status) {
      known.append(status)
    }
    statuses = known.map { ($0, marks.mark($0).word) }
  }

  /// A real report of that kind: one that is being prepared, or of the newest period.
  private static func example(of type: ReportType, _ visit: OfficeVisit) -> Report {
    let prepared = visit.book.reports.values.filter { $0.type == type }.max { ($0.period, $0.id) < ($1.period, $1.id) }
    let newest = visit.book.reportingPeriods.first ?? FinancialYear(containing: visit.today).quarter(1)
    return prepared ?? Report(type, type == .annual ? FinancialYear(containing: newest.start).period : newest)
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer { .html(try ReportTemplatePage(visit).html) }

  /// The report as it is with the template of today.
  static func preview(_ visit: OfficeVisit) throws -> Answer {
    let page = try ReportTemplatePage(visit)
    let composed = visit.composed(example(of: page.type, visit))
    return .html(
      HTML.page(visit, "Preview: \(page.type.words)", .work) { html in
        html.element("p") { $0.link("The template", page.type.templateAddress) }
        html.article(composed.draft)
      })
  }

  static func save(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    var page = try ReportTemplatePage(visit)
    let answers = FormAnswers(form.texts)
    let type = page.type
    let sections = page.sections.map { (key: $0.templateKey, isRequired: $0.isRequired) }
    do {
      let receipt = try await visit.record(
        "Template of \(type.words.lowercased())", [:], expecting: form.revisionsShown
      ) { try $0.changeTemplate(type, sections: sections, answers) }
      return .redirect(visit.landing(type.templateAddress, receipt.batch))
    } catch let refused as EditRefused {
      page.values = answers
      page.problems = refused.problems.map { FormProblem(field: $0.field.fieldID, words: $0.sentence) }
      return .refusing(page.html)
    } catch is Conflict {
      page.values = answers
      page.problems = [
        FormProblem(
          field: "officers",
          words: "Somebody changed the template meanwhile. Saving again puts yours in its place.")
      ]
      return .refusing(page.html)
    }
  }

  /// A section one place up or down.
  static func order(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let page = try ReportTemplatePage(visit)
    let type = page.type
    let keys = page.sections.map(\.templateKey)
    let (key, up) = (form["key"] ?? "", form["move"] == "up")
    let receipt = try await visit.record("Order of \(type.words.lowercased())", [:]) {
      try $0.moveSection(key, up: up, in: type, sections: keys)
    }
    return .redirect(visit.landing("\(type.templateAddress)#order", receipt.batch))
  }

  /// A logo or a Word file, or none any more.
  static func upload(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form(upTo: TemplateFile.mostBytes + 64 << 10)
    var page = try ReportTemplatePage(visit)
    guard let kind = form["file-kind"].flatMap(ReportTemplate.File.init) else { throw Refusal.notFound("This file") }
    var kept: [SealedFile] = []
    if form["step"] != "remove" {
      guard let sent = form.files.first(where: { !$0.bytes.isEmpty }) else {
        page.problems = [FormProblem(field: kind.rawValue, words: "Choose the file to send.")]
        return .refusing(page.html)
      }
      do throws(TemplateFile.Rejected) {
        kept = [try TemplateFile.checked(sent.bytes, kind)]
      } catch {
        page.problems = [FormProblem(field: kind.rawValue, words: error.words)]
        return .refusing(page.html)
      }
    }
    let (type, digest, today) = (page.type, kept.first?.digest.description, visit.today)
    let receipt = try await visit.site.council.append(
      reason: "\(kind.words) of \(type.words.lowercased())", author: visit.session.author, at: visit.office.moment,
      files: kept
    ) { try Editing($0, today: today).setTemplateFile(kind, digest, of: type) }
    return .redirect(visit.landing("\(type.templateAddress)#files", receipt.batch))
  }

  /// The file as it was sent.
  static func file(_ visit: OfficeVisit) async throws -> Answer {
    let page = try ReportTemplatePage(visit)
    guard let kind = ReportTemplate.File(rawValue: try visit.parameter("id")),
      let digest = page.template.digest(of: kind).flatMap({ Digest($0) }),
      let file = try await visit.site.council.file(digest)
    else { throw Refusal.notFound("This file") }
    var answer = Answer(type: file.mediaType, bytes: file.bytes)
    if kind == .wordStyle { answer.savedAs = file.name }
    return answer
  }

  private var html: HTML {
    let title = "Template: \(type.words)"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .work) { html in
      html.errorSummary(problems)
      html.savedBanner(visit)
      html.element("h1", title)
      html.element("p") { html in
        html.link("All templates", "/work/templates")
        html.raw(" · ")
        html.link("Show it on a real report", "\(type.templateAddress)/preview")
        html.raw(" · ")
        html.link("History", "/history/report-template/\(type.code)")
      }
      order(&html)
      form(&html)
      files(&html)
    }
  }

  private func name(_ section: ReportSection) -> String {
    section.key == section.templateKey ? section.heading?.text ?? "Introduction" : "Each priority"
  }

  private func order(_ html: inout HTML) {
    html.raw(#"<section id="order" tabindex="-1"><h2>Order</h2><ol class="records">"#)
    for (index, section) in sections.enumerated() {
      html.element("li", ["class": "held"]) { html in
        html.element("p", name(section))
        for (move, words, isThere) in [("up", "Up", index > 0), ("down", "Down", index < sections.count - 1)]
        where isThere {
          html.form("\(type.templateAddress)/order", visit.session) { html in
            html.kept(["key": [section.templateKey], "move": [move]])
            html.element("button", ["class": "second"]) { html in
              html.text(words)
              html.element("span", ["class": "hidden"], ": \(name(section))")
            }
          }
        }
      }
    }
    html.raw("</ol></section>")
  }

  private func form(_ html: inout HTML) {
    html.form(type.templateAddress, visit.session) { html in
      html.shown([template.recordID: visit.book.stamp(of: template.recordID)?.revision ?? 0])
      html.raw("<section><h2>Sections</h2>")
      for section in sections { fields(of: section, &html) }
      html.raw("</section><section><h2>Words for statuses</h2>")
      html.raw(
        #"<p class="note">Used in every table, chart, sentence and key of these reports. Left empty, the rule’s own word stands.</p>"#
      )
      for (status, word) in statuses {
        let field = "word:\(status.id)"
        html.field(field.fieldID, word, problems: problems) { html, describedBy in
          html.named(field, value: values.map { $0.text(field) } ?? template.statusWords[status.id], describedBy)
        }
      }
      html.raw("</section><section><h2>Who clears it</h2>")
      html.field(
        "officers", "Officers, one to a line",
        hint:
          "By their role, in order. A star at the end marks those whose clearance the law wants: Monitoring Officer*",
        problems: problems
      ) { html, describedBy in
        let lines = template.officers.map { $0.role + ($0.isStatutory ? "*" : "") }.joined(separator: "\n")
        html.element(
          "textarea", ["id": "officers", "name": "officers", "rows": "4", "aria-describedby": describedBy],
          values.map { $0.texts("officers").joined(separator: "\n") } ?? lines)
      }
      let inOrder = values.map { $0.isYes("in_order") } ?? template.clearsInOrder
      html.field(
        EditField(name: "in_order", label: "One after the other, in this order", control: .tick),
        [inOrder ? "yes" : ""], problems)
      html.raw(#"</section><p class="buttons"><button class="button">Save</button></p>"#)
    }
  }

  private func fields(of section: ReportSection, _ html: inout HTML) {
    let key = section.templateKey
    let own = template.sections.first { $0.key == key }
    let isOne = section.key == key && section.heading != nil
    let isChanged = own?.heading != nil || own?.text != nil || own?.isLeftOut == true
    html.element("details", ["open": isChanged ? "" : nil]) { html in
      html.element("summary", name(section) + (own?.isLeftOut == true ? " (left out)" : ""))
      if isOne {
        let field = "heading:\(key)"
        html.field(field.fieldID, "Heading", problems: problems) { html, describedBy in
          html.named(field, value: values.map { $0.text(field) } ?? own?.heading, describedBy)
        }
      }
      let opening = "opening:\(key)"
      html.field(
        opening.fieldID, "Words it begins with",
        hint: "They stand in every such report. Numbers in them are checked as those of officers.", problems: problems
      ) { html, describedBy in
        html.element(
          "textarea", ["id": opening.fieldID, "name": opening, "rows": "3", "aria-describedby": describedBy],
          (values.map { $0.text(opening) } ?? own?.text) ?? "")
      }
      if !section.isRequired {
        let field = "left_out:\(key)"
        let isOut = values.map { $0.isYes(field) } ?? (own?.isLeftOut == true)
        html.element("div", ["class": "choice"]) { html in
          html.void(
            "input",
            ["type": "checkbox", "id": field.fieldID, "name": field, "value": "yes", "checked": isOut ? "" : nil])
          html.element("label", ["for": field.fieldID], "Leave it out")
        }
      }
    }
  }

  private func files(_ html: inout HTML) {
    html.raw(#"<section id="files" tabindex="-1"><h2>Logo and Word styles</h2>"#)
    for kind in ReportTemplate.File.allCases {
      let digest = template.digest(of: kind)
      html.element("h3", kind.words)
      if let digest {
        html.element("p") { html in
          if kind == .logo {
            html.void(
              "img", ["src": "\(type.templateAddress)/files/logo", "alt": "The logo as it was sent", "class": "logo"])
            html.raw("<br>")
          } else {
            html.link("The file as it was sent", "\(type.templateAddress)/files/\(kind.rawValue)")
            html.raw(" ")
          }
          html.element("code", ["class": "digest"], digest)
        }
      }
      html.form("\(type.templateAddress)/files", visit.session, sendsFiles: true) { html in
        html.kept(["file-kind": [kind.rawValue]])
        html.field(kind.rawValue, digest == nil ? "File" : "Another file", hint: kind.hint, problems: problems) {
          html, describedBy in
          html.void(
            "input",
            [
              "type": "file", "id": kind.rawValue, "name": "file", "accept": kind.accepts,
              "aria-describedby": describedBy,
            ])
        }
        html.raw(#"<p class="buttons"><button class="second">Send the file</button>"#)
        if digest != nil {
          html.raw(#" <button class="second" name="step" value="remove">Do without</button>"#)
        }
        html.raw("</p>")
      }
    }
    html.raw("</section>")
  }
}

extension ReportTemplate.File {
  var words: String {
    switch self {
    case .logo: "Logo"
    case .wordStyle: "Word styles"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .logo: "A PNG or JPEG picture of at most 200 kB; it stands at the head of the report."
    case .wordStyle: "A Word file (.docx) whose styles, fonts, page and headers are used for the report in Word."
    }
  }

  fileprivate var accepts: String {
    switch self {
    case .logo: "image/png,image/jpeg"
    case .wordStyle: ".docx"
    }
  }
}

extension String {
  /// An id for a field whose name has a colon in it.
  fileprivate var fieldID: String { replacing(":", with: "-").replacing(" ", with: "-") }
}

extension HTML {
  fileprivate mutating func named(_ name: String, value: String?, _ describedBy: String?) {
    void(
      "input",
      [
        "type": "text", "id": name.fieldID, "name": name, "value": value, "aria-describedby": describedBy,
        "autocomplete": "off",
      ])
  }
}

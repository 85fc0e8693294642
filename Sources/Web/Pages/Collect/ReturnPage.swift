import CorporatePlan
import Documents
import Ledger

/// One return with all its fields, what the figure means, and everything that was recorded of it.
struct ReturnPage {
  private let visit: OfficeVisit
  /// In which the row stands so: what others record while the page is made is not on it.
  private let book: Book
  private let row: ReturnRow
  private let history: [Entry]
  private let names: PeopleNames
  private let own: [Objective]
  private var outcome: ReturnOutcome?
  private var savedBy: String?
  private var typed: [String: String]?

  static func answer(_ visit: OfficeVisit, _ kind: String) async throws -> Answer {
    .html(try await ReturnPage(visit, visit.book, kind).html)
  }

  static func save(_ visit: OfficeVisit, _ kind: String) async throws -> Answer {
    let form = try await visit.form(upTo: Evidence.mostBytes + 64 << 10)
    let row = try found(visit, visit.book, kind)
    try visit.require(row.slot.subject)
    let prefix = ReturnFields.prefix(row.slot.subject)
    let fields = ReturnFields.all(in: form)[prefix] ?? [:]
    // Before anything is recorded: what is told as refused has left nothing behind.
    let file = form.files.first { !$0.bytes.isEmpty }
    if let file { try Evidence.check(file, for: row.slot, visit) }
    let saving = ReturnSaving(
      period: row.slot.period, reach: visit.reach, typed: [prefix: fields],
      shown: form["position"].flatMap { Int($0) } ?? 0)
    let (outcomes, book) = try await saving.record(
      in: visit.site.council, by: visit.session.author, on: visit.today, at: visit.office.moment)
    switch outcomes[prefix] {
    case .refused?, .conflict?:
      var page = try await ReturnPage(visit, book, kind)
      (page.outcome, page.typed) = (outcomes[prefix], fields)
      page.savedBy = try await visit.savedBy(outcomes[prefix], book)
      return .refusing(page.html)
    case .saved?, .unchanged?, nil: break
    }
    if let file {
      try await Evidence.keep(file, for: row.slot, visit)
    }
    return .redirect("\(address(row))?saved=yes")
  }

  private init(_ visit: OfficeVisit, _ book: Book, _ kind: String) async throws {
    (self.visit, self.book) = (visit, book)
    row = try ReturnPage.found(visit, book, kind)
    try visit.require(row.slot.subject)
    var entries: [Entry] = []
    for record in row.expecting.keys {
      entries += try await visit.site.council.history(of: record)
    }
    entries += try await visit.site.council.history(
      of: RecordID(Review.kind, row.slot.id))
    history = entries.sorted { $0.position > $1.position }
    names = try await visit.peopleNames
    own = try await visit.ownObjectives
  }

  private static func found(_ visit: OfficeVisit, _ book: Book, _ kind: String) throws -> ReturnRow {
    guard
      let row = book.returnRow(
        of: RecordID(kind, try visit.parameter("id")), in: try visit.collectedPeriod, on: visit.today)
    else { throw Refusal.notFound("This return") }
    return row
  }

  static func address(of subject: RecordID, in period: Period) -> String {
    let noun = subject.kind == Indicator.kind ? "indicators" : "actions"
    return "/collect/\(period.code.addressed)/\(noun)/\(subject.record.addressed)"
  }

  private static func address(_ row: ReturnRow) -> String { address(of: row.slot.subject, in: row.slot.period) }

  private var prefix: String { ReturnFields.prefix(row.slot.subject) }

  private var html: HTML {
    let problems = problems
    return HTML.page(visit, problems.isEmpty ? row.title : "Error: \(row.title)", .collect) { html in
      html.errorSummary(problems)
      if visit.field("saved") != nil { html.banner("Saved.") }
      html.element("p") {
        $0.link("All returns for \(row.slot.period.name)", "/collect/\(row.slot.period.code.addressed)")
      }
      html.element("h1", row.title)
      standing(&html)
      form(problems, &html)
      Evidence.write(of: row.slot, visit, into: &html)
      definition(&html)
      html.ownObjectives(own, serving: row.slot.subject)
      past(&html)
    }
  }

  private var problems: [FormProblem] {
    switch outcome {
    case .refused(let found)?:
      found.map { problem in
        let field = row.allFields.contains(problem.field) ? problem.field : row.allFields[0]
        return FormProblem(field: "f-\(field.rawValue)", words: problem.sentence)
      }
    case .conflict?:
      [
        FormProblem(
          field: "f-\(row.allFields[0].rawValue)",
          words: "Somebody else changed it while you typed. Both are shown below; save again to put yours in its place")
      ]
    case .saved?, .unchanged?, nil: []
    }
  }

  private func standing(_ html: inout HTML) {
    let grid = GridRow(book: book, row: row, outcome: outcome, typed: typed, savedBy: savedBy)
    html.raw(#"<div class="standing"><p class="headline">"#)
    grid.status(&html)
    html.raw(" <span>")
    grid.state(&html)
    html.raw("</span></p>")
    if let why = row.why { html.element("p", ["class": "note"], why) }
    grid.words(&html)
    html.raw("</div>")
  }

  private func form(_ problems: [FormProblem], _ html: inout HTML) {
    html.form(ReturnPage.address(row), visit.session, sendsFiles: true) { html in
      html.void("input", ["type": "hidden", "name": "position", "value": "\(book.position)"])
      html.void(
        "input",
        [
          "type": "hidden", "name": "\(prefix):was",
          "value": ReturnFields.fingerprint(ReturnFields.recorded(row, row.allFields)),
        ])
      for field in row.allFields { self.field(field, problems, &html) }
      html.field(
        "evidence", "Evidence",
        hint:
          "A file that shows it, of at most \(Evidence.mostBytes >> 20) MB. It is not public, and kept without its name."
      ) { html, describedBy in
        html.void("input", ["type": "file", "id": "evidence", "name": "evidence", "aria-describedby": describedBy])
      }
      html.raw(#"<p><button class="button">Save</button></p>"#)
    }
  }

  private func field(_ field: ReturnField, _ problems: [FormProblem], _ html: inout HTML) {
    let value = typed?[field.rawValue] ?? ReturnFields.recorded(row, field)
    let name = "\(prefix):\(field.rawValue)"
    let id = "f-\(field.rawValue)"
    html.field(id, field.label, hint: hint(field), problems: problems) { html, describedBy in
      switch field {
      case .commentary, .action, .note, .done, .next:
        html.element(
          "textarea",
          [
            "id": id, "name": name, "rows": field == .note ? "6" : "4", "aria-describedby": describedBy,
            "data-most": field == .note ? nil : "\(Commentary.mostPublic)",
          ], value)
      case .reason:
        html.select(
          id, name: name, describedBy: describedBy, chosen: value,
          [("", "There is a figure, or nothing is entered yet")]
            + MissingReason.offered.map { ($0.rawValue, $0.rawValue.capitalised) })
      case .state:
        html.select(
          id, name: name, describedBy: describedBy, chosen: value,
          [Actual.State.final, .provisional, .estimated, .revised].map { ($0.rawValue, $0.rawValue.capitalised) })
      case .stage:
        html.select(
          id, name: name, describedBy: describedBy, chosen: value,
          [("", "Choose")] + ActionUpdate.Stage.allCases.map { ($0.rawValue, $0.rawValue.capitalised) })
      case .judged:
        html.select(
          id, name: name, describedBy: describedBy, chosen: value,
          [("", "Not judged")] + book.judgements(in: row.slot.period).map { ($0.id, $0.id.capitalised) })
      case .nothing:
        html.select(id, name: name, describedBy: describedBy, chosen: value, ReturnField.somethingOrNothing)
      case .value, .numerator, .denominator, .percent, .forecast, .completed, .until, .whole:
        html.void(
          "input",
          [
            "type": "text", "id": id, "name": name, "value": value, "aria-describedby": describedBy, "class": "short",
            "autocomplete": "off",
          ])
      }
    }
  }

  private func hint(_ field: ReturnField) -> String? {
    switch field {
    case .value: "As you would write it: 92.5%, 1,234, £1.2m, 14/16"
    case .commentary, .done: "Public; at most \(Commentary.mostPublic) characters"
    case .action, .next: "Public; at most \(Commentary.mostPublic) characters"
    case .note: "For your colleagues and reviewers; never published"
    case .forecast, .completed: "Like 31/3/2026"
    case .percent: "0 to 100"
    default: nil
    }
  }

  private func definition(_ html: inout HTML) {
    guard let indicator = row.figure?.indicator else { return }
    html.raw("<section>")
    IndicatorFacts(visit.book, indicator).writeDefinition(into: &html)
    html.raw("</section>")
  }

  private func past(_ html: inout HTML) {
    guard !history.isEmpty else { return }
    html.raw("<section><h2>What was recorded</h2>")
    html.table(
      Table(
        "Every change of this return, newest first",
        columns: [.init("When", width: 2), .init("Who", width: 2), .init("What", width: 4)],
        rows: history.map { entry in
          Table.Row([
            .text(entry.recordedAt.londonDay.words), .text(names.name(of: entry.author)),
            .text(ReturnPage.words(entry)),
          ])
        }))
    html.raw("</section>")
  }

  private static func words(_ entry: Entry) -> String {
    guard let body = entry.json else { return "Taken back" }
    switch entry.kind {
    case Actual.kind: return "Figure: \(body["value"]?.string ?? "")"
    case Commentary.kind: return "\((body["purpose"]?.string ?? "").capitalised): \(body["text"]?.string ?? "")"
    case ActionUpdate.kind:
      return ["stage", "percent", "judged", "forecast", "completed"].compactMap { name in
        body[name].map { "\(name) \($0.string ?? $0.canonical)" }
      }.joined(separator: ", ").capitalised
    case Review.kind:
      return (body["step"]?.string ?? "").capitalised + (body["reason"]?.string.map { ": \($0)" } ?? "")
    default: return entry.kind
    }
  }
}

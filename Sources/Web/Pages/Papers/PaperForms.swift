import CorporatePlan
import Documents
import Reports

/// Papers for a meeting written in the office: what they ask for, and what has to be shown before the meeting.
enum PaperForms {
  static func new(_ visit: OfficeVisit) -> Answer { adding(visit).answer }

  static func add(_ visit: OfficeVisit) async throws -> Answer {
    try await adding(visit).record("Paper begun", to: "/papers") { try $0.addPaper($1) }
  }

  private static func adding(_ visit: OfficeVisit) -> EditForm {
    var form = EditForm(visit, "Begin a paper", at: "/papers", back: "/papers", fields(visit, nil))
    form.button = "Begin"
    form.place = .papers
    return form
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer { try changing(visit).answer }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await changing(visit).record("Paper changed", to: "/papers/\(id.addressed)") {
      editing, answers in try editing.changePaper(id, answers)
    }
  }

  private static func changing(_ visit: OfficeVisit) throws -> EditForm {
    let paper = try visit.paper
    let address = "/papers/\(paper.id.addressed)"
    var form = EditForm(
      visit, "Change “\(paper.title)”", at: "\(address)/edit", back: address, fields(visit, paper), of: paper)
    form.place = .papers
    let book = visit.book
    form.recorded["recommendations"] = book.recommendations.values.filter { $0.paper == paper.id }
      .sorted { $0.number < $1.number }.map(\.text)
    form.recorded["options"] = book.options.values.filter { $0.paper == paper.id }
      .sorted { $0.number < $1.number }.map(\.title)
    form.recorded["report"] = book.reports.values.filter { $0.paper == paper.id }.map(\.id).sorted()
    form.values = form.recorded
    return form
  }

  private static func fields(_ visit: OfficeVisit, _ paper: Paper?) -> [EditField] {
    let kind = RecordKind.named(Paper.kind)
    let book = visit.book
    let reports: [EditField.Option] =
      Set(
        book.reports.keys
          + book.reportingPeriods.prefix(4).map { Report(.performance, $0).id }
      ).sorted().compactMap { id in book.report(id).map { (value: id, words: $0.name(in: book)) } }
    return [
      kind.field("title", .lines), kind.field("committee", .short, hint: "The body that meets, like Cabinet"),
      kind.field("meeting", .short, hint: "The day of the meeting, like 15 February 2026"),
      EditField(
        name: "report", label: "The report that goes with it",
        hint: "Its clearances and checks are those of the paper.", control: .choice([("", "None")] + reports)),
      EditField(
        name: "recommendations", label: "Recommendations", hint: "What the meeting is asked to decide, one to a line",
        control: .lines),
      EditField(
        name: "options", label: "Options considered", hint: "One to a line, doing nothing among them", control: .lines),
      EditField(
        name: "section_title", label: "Heading of a further section",
        hint: "An implication, like “Legal implications”"),
      EditField(name: "section_text", label: "Text of that section", control: .lines),
      .reason(),
    ]
  }

  static func checks(_ visit: OfficeVisit) throws -> Answer { try checking(visit).answer }

  static func check(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await checking(visit).record("Mandatory checks", to: "/papers/\(id.addressed)#checks") {
      editing, answers in try editing.checkPaper(id, answers)
    }
  }

  private static func checking(_ visit: OfficeVisit) throws -> EditForm {
    let paper = try visit.paper
    let address = "/papers/\(paper.id.addressed)"
    let kind = RecordKind.named(Paper.kind)
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, _ of: Choice.Type) -> EditField {
      let options: [EditField.Option] = Choice.allCases.map { (value: $0.rawValue, words: $0.rawValue.capitalised) }
      return kind.field(name, .choice([("", "Not answered")] + options), hint: "")
    }
    let paragraphs: [EditField.Option] = ExemptParagraph.allCases.map {
      (value: "\($0.rawValue)", words: "\($0.rawValue): \($0.words)")
    }
    let sections: [EditField.Option] = visit.book.reports.values.filter { $0.paper == paper.id }.sorted {
      $0.id < $1.id
    }
    .flatMap { ReportAsSealed(visit.book, $0).document.outline }.map {
      (value: $0.heading.anchor, words: $0.heading.text)
    }
    var form = EditForm(
      visit, "Mandatory checks of “\(paper.title)”", at: "\(address)/checks", back: address,
      [
        .group(
          "Equality",
          [
            choice("equality", PaperChecks.Equality.self), kind.field("equality_day", .short),
            visit.ownerField(kind, named: "equality_by"), kind.field("equality_reason", .lines),
          ]),
        .group("Wards", [choice("wards", PaperChecks.Wards.self), kind.field("wards_day", .short)]),
        .group(
          "Key decision and its notice",
          [
            choice("key", PaperChecks.Answer.self), kind.field("notice", .short),
            choice("urgency", PaperChecks.Urgency.self), kind.field("urgency_reason", .lines),
          ]),
        .group(
          "Calling it in",
          [
            choice("call_in", PaperChecks.CallIn.self), kind.field("call_in_days", .short),
            kind.field("call_in_reason", .lines),
          ]),
        .group(
          "What is exempt",
          [
            choice("exempt", PaperChecks.Answer.self), kind.field("paragraphs", .several(paragraphs)),
            kind.field("public_interest", .lines), kind.field("exempt_sections", .several(sections)),
            kind.field("private_notice", .short),
          ]),
        [.reason()],
      ].flatMap(\.self).map { field in
        var field = field
        if field.hint == "" { field.hint = nil }
        return field
      }, of: paper)
    form.place = .papers
    let printed = paper.form.map { "\($0.name) \($0.words)" }
    form.above = { html in
      guard !printed.isEmpty else { return }
      html.raw("<details><summary>What the imported form says</summary>")
      html.bullets(printed)
      html.raw("</details>")
    }
    return form
  }
}

extension OfficeVisit {
  var paper: Paper {
    get throws(Refusal) {
      guard let paper = book.papers[try parameter("id")] else { throw .notFound("This paper") }
      return paper
    }
  }
}

import CorporatePlan
import Documents
import Ledger

/// An objective written, and its words changed: by its owner alone.
enum ObjectiveForms {
  static func new(_ visit: OfficeVisit) -> Answer { form(visit, Objective(newFor: visit)).answer }

  static func add(_ visit: OfficeVisit) async throws -> Answer {
    try await save(visit, Objective(newFor: visit), isNew: true)
  }

  static func editing(_ visit: OfficeVisit) async throws -> Answer {
    form(visit, try await ObjectivePage(visit).owned.objective, isNew: false).answer
  }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    try await save(visit, try await ObjectivePage(visit).owned.objective, isNew: false)
  }

  private static func save(_ visit: OfficeVisit, _ objective: Objective, isNew: Bool) async throws -> Answer {
    let sent = try await visit.form()
    var written = objective
    var page = form(visit, objective, isNew: isNew)
    page.values = sent.texts
    if !isNew, let shown = sent.objectiveShown, shown != objective.texts {
      page.meet(objective.texts, after: shown, of: page.fields, by: nil)
      page.tellClashes()
      return page.answer(.conflict)
    }
    do {
      try written.read(
        FormAnswers(sent.texts), in: visit.book, by: visit.person.id, offering: visit.servable, on: visit.today)
    } catch {
      page.problems = error.problems
      return page.answer
    }
    do {
      try await visit.site.council.objectives.save(written, over: isNew ? nil : objective)
    } catch is ObjectiveOvertaken {
      page.problems = [EditProblem("main", "It was changed in that very moment: save once more.")]
      return page.answer(.conflict)
    }
    return .redirect("/objectives/\(written.id.addressed)?saved=yes")
  }

  private static func form(_ visit: OfficeVisit, _ objective: Objective, isNew: Bool = true) -> EditForm {
    let address = isNew ? "/objectives" : "/objectives/\(objective.id.addressed)"
    var form = EditForm(
      visit, isNew ? "Write an objective" : "Change “\(objective.title)”", at: address, back: address,
      fields(visit, objective))
    form.place = .objectives
    form.values = objective.texts
    if !isNew { form.kept = ["said": [objective.said]] }
    return form
  }

  private static func fields(_ visit: OfficeVisit, _ objective: Objective) -> [EditField] {
    let year = FinancialYear(containing: visit.today).first
    let years = Set([year - 1, year, year + 1, objective.year.first]).sorted().map(FinancialYear.init)
    let servable = visit.servable
    let posts = visit.book.ownPosts(of: visit.person.id, on: visit.today).compactMap { visit.book.posts[$0] }
    let indicators = visit.book.indicators.values.filter { servable.contains($0.recordID) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { ($0.id, $0.name.inLine) }
    return [
      EditField(name: "title", label: "What is to be reached", control: .line),
      EditField(name: "text", label: "In more words", control: .lines),
      EditField(
        name: "measure", label: "How you will know that it was met", hint: "What can be counted, seen or shown",
        control: .lines),
      EditField(name: "due", label: "Due", hint: "Like 31 March 2026", control: .short),
      EditField(name: "year", label: "Year", control: .choice(years.map { ($0.code, $0.name) })),
      EditField(
        name: "post", label: "Whose it is",
        hint: "An objective of the post goes on with its next holder while it is open; your own never does.",
        control: .choice([("", "My own")] + posts.map { ($0.id, "Of the post: \($0.title)") })),
      EditField(
        name: "items", label: "What of the plan it serves",
        control: .several(visit.itemOptions { servable.contains($0.recordID) })),
      EditField(name: "indicators", label: "Indicators it is to move", control: .several(indicators)),
    ]
  }
}

extension Objective {
  /// What stands in the fields of its form.
  fileprivate var texts: [String: [String]] {
    [
      "title": [title], "text": [text ?? ""], "measure": [measure ?? ""], "due": [due?.words ?? ""],
      "year": [year.code], "post": [post ?? ""],
      "items": serves.filter { $0.kind == PlanItem.kind }.map(\.record),
      "indicators": serves.filter { $0.kind == Indicator.kind }.map(\.record),
    ]
  }

  /// The same as one text, which the form carries along: what an objective said before is kept nowhere, so only the form
  /// can tell what its writer had before them.
  fileprivate var said: String { JSON.sorted(texts.map { ($0, .array($1.map(JSON.string))) }).canonical }

  fileprivate init(newFor visit: OfficeVisit) {
    self.init(
      id: Objectives.newID(), person: visit.person.id, title: "", year: FinancialYear(containing: visit.today))
  }
}

extension OfficeForm {
  /// What the objective said when the form was opened; `nil` where the form does not tell.
  fileprivate var objectiveShown: [String: [String]]? {
    guard let said = self["said"], case .members(let fields)? = try? JSON(parsing: said) else { return nil }
    return Dictionary(
      fields.map { ($0.key, ($0.value.array ?? []).compactMap(\.string)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension OfficeVisit {
  /// What an objective may serve: what is in the plan and public, or within the visitor's reach to read.
  fileprivate var servable: Set<RecordID> {
    let items = book.items.values.filter { $0.isInPlan(on: today) }.map(\.recordID)
    let indicators = book.indicators.values.filter { $0.isInPlan(on: today) }.map(\.recordID)
    return Set((items + indicators).filter(seesOfPlan))
  }
}

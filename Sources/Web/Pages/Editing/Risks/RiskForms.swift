import CorporatePlan
import Documents

/// Risks added and changed, and where each stood at the end of a period.
enum RiskForms {
  static func new(_ visit: OfficeVisit) -> Answer { adding(visit).answer }

  static func add(_ visit: OfficeVisit) async throws -> Answer {
    try await adding(visit).record("Risk added", to: "/risks") { try $0.addRisk($1) }
  }

  private static func adding(_ visit: OfficeVisit) -> EditForm {
    var form = EditForm(visit, "Add a risk", at: "/edit/risks", back: "/risks", fields(visit))
    form.button = "Add"
    form.place = .risks
    return form
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer { try changing(visit).answer }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await changing(visit).record("Risk changed", to: "/risks/\(id.addressed)") {
      editing, answers in try editing.changeRisk(id, answers)
    }
  }

  private static func changing(_ visit: OfficeVisit) throws -> EditForm {
    let risk = try visit.risk
    var form = EditForm(
      visit, "Change “\(risk.title)”", at: "/edit/risks/\(risk.id.addressed)", back: "/risks/\(risk.id.addressed)",
      fields(visit), of: risk)
    form.place = .risks
    // A place is two fields, and half a place is none.
    form.together = [["inherent_likelihood", "inherent_impact"], ["target_likelihood", "target_impact"]]
    return form
  }

  private static func fields(_ visit: OfficeVisit) -> [EditField] {
    let kind = RecordKind.named(Risk.kind)
    let matrix = visit.book.riskMatrix
    let likelihoods = matrix.likelihoodChoices
    let impacts = matrix.impactChoices
    return [
      kind.field("title", .lines, hint: "What may happen, in a line"), kind.field("code", .short),
      kind.field("cause", .lines), kind.field("effect", .lines), kind.field("category", .short),
      visit.ownerField(kind),
      kind.field("items", .several(visit.itemOptions()), hint: "What of the plan it threatens"),
      kind.field("mitigations", .lines, hint: "What is done against it, one to a line"),
      kind.field("inherent_likelihood", .choice(likelihoods), hint: "Before anything was done against it"),
      kind.field("inherent_impact", .choice(impacts)),
      kind.field("target_likelihood", .choice(likelihoods), hint: "Where it is to be brought"),
      kind.field("target_impact", .choice(impacts)),
      kind.field("text", .lines, isRare: true),
      .reason(),
    ]
  }

  static func matrix(_ visit: OfficeVisit) -> Answer { matrixForm(visit).answer }

  static func setMatrix(_ visit: OfficeVisit) async throws -> Answer {
    var form = matrixForm(visit)
    let sent = try await visit.form()
    // Rows mean something only together: all of them are sent on, or none.
    form.together = [form.fields.map(\.name).filter { $0.hasPrefix("row:") }]
    return try await form.record(sent, "Risk matrix set", to: "/risks/matrix") { editing, answers in
      answers.has("row:1") ? try editing.setRiskMatrix(answers) : []
    }
  }

  private static func matrixForm(_ visit: OfficeVisit) -> EditForm {
    let matrix = visit.book.riskMatrix
    let fields = (1...10).map { row in
      EditField(
        name: "row:\(row)", label: "Likelihood \(row)\(row == 1 ? ", the least likely" : "")",
        hint: row == 1 ? "A band for each impact, the least grave first, with spaces between: green green amber" : nil,
        isRare: row > max(5, matrix.likelihoods))
    }
    var form = EditForm(
      visit, "The council’s risk matrix", at: "/edit/risk-matrix", back: "/risks/matrix", fields + [.reason()])
    form.place = .risks
    form.values = rows(of: matrix)
    form.reading = { body, _ in (try? RiskMatrix(id: RiskMatrix.only, Fields(body))).map(rows) ?? [:] }
    form.recorded = form.values
    let record = RecordID(RiskMatrix.kind, RiskMatrix.only)
    form.shown = [record: visit.book.stamp(of: record)?.revision ?? 0]
    form.above = { html in
      html.element(
        "p", "Bands are green, amber and red, or words of the council’s own. Scores that were given keep their place.")
    }
    return form
  }

  /// What the fields say of a matrix.
  private static func rows(of matrix: RiskMatrix) -> [String: [String]] {
    let rows = matrix.rows.enumerated().map { ("row:\($0 + 1)", [$1.map(\.id).joined(separator: " ")]) }
    return Dictionary(rows, uniquingKeysWith: { one, _ in one })
  }

  static func scoring(_ visit: OfficeVisit) throws -> Answer { try scoreForm(visit).answer }

  static func score(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let risk = try visit.risk
    let form = try scoreForm(visit)
    let period = sent["period"].flatMap(visit.book.calendar.period)
    return try await form.record(sent, "Risk scored", to: "/risks/\(risk.id.addressed)") { editing, answers in
      guard let period else {
        throw EditRefused([EditProblem("period", "Choose the period at whose end it stood so.")])
      }
      return try editing.scoreRisk(risk.id, in: period, answers)
    }
  }

  private static func scoreForm(_ visit: OfficeVisit) throws -> EditForm {
    let risk = try visit.risk
    let matrix = visit.book.riskMatrix
    let kind = RecordKind.named(RiskScore.kind)
    var form = EditForm(
      visit, "Score “\(risk.title)”", at: "/edit/risks/\(risk.id.addressed)/score", back: "/risks/\(risk.id.addressed)",
      [
        EditField(
          name: "period", label: "At the end of",
          hint: "A score that stands for that day already is replaced, and stays in the history.",
          control: .choice([("", "Choose")] + visit.periodOptions)),
        kind.field("likelihood", .choice(matrix.likelihoodChoices), hint: "From 1, the least likely"),
        kind.field("impact", .choice(matrix.impactChoices), hint: "From 1, the least grave"),
        .reason(),
      ])
    form.place = .risks
    form.button = "Record"
    let quarter = Period.containing(visit.today, .quarter)
    form.values["period"] = [quarter?.code].compactMap { $0 }
    return form
  }
}

extension OfficeVisit {
  var risk: Risk {
    get throws(Refusal) {
      guard let risk = book.risks[try parameter("id")] else { throw .notFound("This risk") }
      guard mayRead(risk, Belongings(book)) else { throw .notYours }
      return risk
    }
  }

  /// The Book without the risks of services that the visitor does not read, and of papers that are exempt.
  var bookOfRisks: Book {
    let belongings = Belongings(book)
    return book.without(book.risks.values.filter { !mayRead($0, belongings) }.map(\.recordID))
  }

  private func mayRead(_ risk: Risk, _ belongings: Belongings) -> Bool {
    readsWords(ofPaper: risk.paper)
      && belongings.belonging(of: risk.recordID).isWithin(book.reach(of: person.id, scope(for: .read), on: today))
  }
}

extension RiskMatrix {
  fileprivate var likelihoodChoices: [EditField.Option] { Self.choices(likelihoods, "least likely", "most likely") }
  fileprivate var impactChoices: [EditField.Option] { Self.choices(impacts, "least grave", "gravest") }

  private static func choices(_ most: Int, _ least: String, _ greatest: String) -> [EditField.Option] {
    [("", "Not placed")]
      + (1...most).map { ("\($0)", $0 == 1 ? "1, \(least)" : $0 == most ? "\($0), \(greatest)" : "\($0)") }
  }
}

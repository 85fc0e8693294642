extension Editing {
  /// A new risk. Fields: `title`, what may happen; `cause`, `effect`, `category`, `code`, `text`, `owner`, `mitigations`
  /// and `items`, one to a line; `inherent_likelihood`, `inherent_impact`, `target_likelihood`, `target_impact`.
  package func addRisk(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    var risk = Risk(
      id: newID(answers.text("title") ?? "", beside: book.risks.keys), title: "",
      order: (book.risks.values.map(\.order).max() ?? 0) + 1)
    form.read(into: &risk)
    try form.finish()
    return [risk.revision]
  }

  package func changeRisk(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var risk = try self.risk(id)
    var form = FormReading(answers, book)
    form.read(into: &risk)
    try form.finish()
    return try changed(risk)
  }

  /// How a risk stood at the end of a period. Fields: `likelihood`, `impact`, or `status` alone where the council has no
  /// places in its matrix for it. A colour other than the matrix's is refused: change the place, or the matrix.
  package func scoreRisk(_ id: String, in period: Period, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    _ = try risk(id)
    var form = FormReading(answers, book)
    let place = form.place("likelihood", "impact")
    var status = answers.text("status").map { Status($0) }
    if let place, let own = book.riskMatrix.status(of: place) {
      if let status, status != own {
        form.refuse("status", "The matrix says \(own) for that place; leave the status empty, or choose another place.")
      }
      status = own
    }
    if status == nil, form.problems.isEmpty {
      form.refuse("likelihood", "Choose how likely and how grave it is.")
    }
    try form.finish()
    return try changed(
      RiskScore(
        risk: id, day: period.end + -1, status: status, likelihood: place?.likelihood, impact: place?.impact))
  }

  /// The council's own matrix. Fields: `row:1`, the statuses of the least likely row from the least grave impact, and so
  /// on upwards, each separated by spaces.
  package func setRiskMatrix(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    let rows = (1...10).prefix { answers.text("row:\($0)") != nil }
      .map { (answers.text("row:\($0)") ?? "").lowercased().split(separator: " ").map { Status(String($0)) } }
    let matrix = RiskMatrix(rows: rows)
    if !(2...10).contains(rows.count) || !(2...10).contains(matrix.impacts) {
      form.refuse("row:1", "A matrix has two to ten rows, each with two to ten statuses.")
    }
    for (index, row) in rows.enumerated() where row.count != matrix.impacts {
      form.refuse(
        "row:\(index + 1)", "This row has \(row.count) statuses and the first \(matrix.impacts); make them alike.")
    }
    let places =
      book.riskScores.values.compactMap(\.place)
      + book.risks.values.flatMap { [$0.inherent, $0.target].compactMap { $0 } }
    if let outside = places.first(where: { $0.likelihood > matrix.likelihoods || $0.impact > matrix.impacts }) {
      form.refuse(
        "row:1",
        "A risk was scored \(outside.likelihood) by \(outside.impact), which has no place in it; keep as many rows and statuses."
      )
    }
    try form.finish()
    return try changed(matrix)
  }

  func risk(_ id: String) throws(EditRefused) -> Risk {
    guard let risk = book.risks[id] else {
      throw EditRefused("risk", "There is no risk “\(id)”; it may have been withdrawn.")
    }
    return risk
  }
}

extension FormReading {
  fileprivate mutating func read(into risk: inout Risk) {
    required("title", "Write what may happen, in a line.", into: &risk.title)
    text("code", into: &risk.code)
    text("text", into: &risk.text)
    text("cause", into: &risk.cause)
    text("effect", into: &risk.effect)
    text("category", into: &risk.category)
    owner(into: &risk.owner)
    items(into: &risk.items)
    texts("mitigations", into: &risk.mitigations)
    if answers.has("inherent_likelihood") { risk.inherent = place("inherent_likelihood", "inherent_impact") }
    if answers.has("target_likelihood") { risk.target = place("target_likelihood", "target_impact") }
    if answers.has("inherent_likelihood") || answers.has("target_likelihood"), let inherent = risk.inherent,
      let target = risk.target, inherent.product < target.product
    {
      refuse("target_likelihood", "The target is worse than the risk was at first; turn them round.")
    }
    let title = risk.title.lowercased()
    let id = risk.id
    let isNamed = book.risks[id]?.title != risk.title
    if isNamed, book.risks.values.contains(where: { $0.id != id && $0.title.lowercased() == title }) {
      refuse("title", "There is a risk called “\(risk.title)”; change that one, or say in the title what differs.")
    }
    check(risk)
  }

  /// A place in the council's matrix; `nil` when both fields are empty.
  fileprivate mutating func place(_ likelihoodField: String, _ impactField: String) -> RiskPlace? {
    let matrix = book.riskMatrix
    var likelihood: Int?
    var impact: Int?
    number(likelihoodField, 1...matrix.likelihoods, into: &likelihood)
    number(impactField, 1...matrix.impacts, into: &impact)
    if let likelihood, let impact { return RiskPlace(likelihood: likelihood, impact: impact) }
    if answers.text(likelihoodField) == nil, answers.text(impactField) != nil {
      refuse(likelihoodField, "Choose how likely it is, beside how grave.")
    }
    if answers.text(impactField) == nil, answers.text(likelihoodField) != nil {
      refuse(impactField, "Choose how grave it is, beside how likely.")
    }
    return nil
  }
}

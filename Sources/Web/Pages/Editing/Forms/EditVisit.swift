import CorporatePlan
import Documents
import Ledger

extension OfficeVisit {
  /// Records what is decided on the newest Book. Why is what the form says, or what it comes to.
  @discardableResult
  func record(
    _ reason: String, _ answers: FormAnswers, expecting: [RecordID: Int] = [:],
    _ decide: @escaping @Sendable (Editing) throws -> [Revision]
  ) async throws -> Receipt {
    let today = today
    let why = answers.text("reason").map { "\(reason): \($0)" } ?? reason
    return try await site.council.append(
      reason: why, author: session.author, at: office.moment, expecting: expecting
    ) { book in try decide(Editing(book, today: today)) }
  }

  /// What can be asked of the plan as it stands.
  var editing: Editing { Editing(book, today: today) }

  /// Where a form leads once it is recorded: with the batch, so that the page can offer to undo it.
  func landing(_ destination: String, _ batch: String?) -> String {
    let parts = destination.split(separator: "#", maxSplits: 1)
    let mark = destination.contains("?") ? "&" : "?"
    return "\(parts[0])\(mark)saved=\((batch ?? "nothing").addressed)" + (parts.count > 1 ? "#\(parts[1])" : "")
  }

  /// What stands against a form, each at its field; what belongs to none, at the page.
  func placed(_ problems: [EditProblem], among fields: Set<String>) -> [FormProblem] {
    problems.map { problem in
      FormProblem(
        field: fields.contains(problem.field) || problem.field == "clashes" ? problem.field : "main",
        words: problem.sentence)
    }
  }

  var item: PlanItem {
    get throws(Refusal) {
      guard let item = book.items[try parameter("id")] else { throw .notFound("This part of the plan") }
      return item
    }
  }

  var indicator: Indicator {
    get throws(Refusal) {
      guard let indicator = book.indicators[try parameter("id")] else { throw .notFound("This indicator") }
      return indicator
    }
  }
}

extension HTML {
  /// What was just recorded, and the way to take it back.
  mutating func savedBanner(_ visit: OfficeVisit) {
    guard let batch = visit.field("saved") else { return }
    guard batch != "nothing" else { return banner("Nothing was changed: it stands so already.") }
    raw(#"<div class="banner" role="status"><p>Saved. "#)
    if visit.may(.editPlan) { link("Undo this", "/edit/batches/\(batch.addressed)/undo") }
    raw("</p></div>")
  }
}

extension OfficeForm {
  /// What was written, by field.
  var texts: [String: [String]] {
    Dictionary(grouping: fields.filter { !["token", "shown", "previewed", "step"].contains($0.name) }, by: \.name)
      .mapValues { $0.map { $0.value.replacing("\r\n", with: "\n") } }
  }

  /// The revisions that the form had shown.
  var revisionsShown: [RecordID: Int] {
    var shown: [RecordID: Int] = [:]
    for text in all("shown") {
      let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
      if parts.count == 3, let revision = Int(parts[0]) { shown[RecordID(parts[1], parts[2])] = revision }
    }
    return shown
  }

  /// Which button was pressed: `preview`, `record`, `back`.
  var step: String { self["step"] ?? "preview" }
}

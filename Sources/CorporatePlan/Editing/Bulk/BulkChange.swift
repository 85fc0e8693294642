/// One change of many items, indicators and risks at once, before it is recorded: what each would become.
package struct BulkChange: Sendable {
  package struct Line: Sendable, Equatable {
    package let subject: RecordID
    package let name: String
    package let from: String
    package let to: String
    package let problem: String?
    fileprivate let revisions: [Revision]
  }

  package let lines: [Line]

  /// Those of the subjects that can be changed, in one batch; each record once.
  package var revisions: [Revision] {
    var seen: Set<RecordID> = []
    return lines.filter { $0.problem == nil }.flatMap(\.revisions)
      .filter { seen.insert(RecordID($0.kind, $0.record)).inserted }
  }

  /// What stands against each of the others; the field is `subject:` with its kind and id.
  package var problems: [EditProblem] {
    lines.compactMap { line in line.problem.map { EditProblem("subject:\(line.subject)", $0) } }
  }

  package enum Choice: String, Sendable, CaseIterable {
    case owner
    case due
    case publication
    case close
  }
}

extension Editing {
  /// One change of many. Fields: `change`, a `BulkChange.Choice`, and what that takes: `owner`; `due`, or `by`, such as
  /// `+3 months` or `-2 weeks`; `publication`; `last_day` and `reason`.
  package func bulkChange(_ subjects: [RecordID], _ answers: FormAnswers) throws(EditRefused) -> BulkChange {
    var form = FormReading(answers, book)
    if subjects.isEmpty { form.refuse("subjects", "Choose at least one line.") }
    guard let choice = answers.text("change").flatMap(BulkChange.Choice.init(rawValue:)) else {
      form.refuse("change", "Choose what is changed: the owner, the due date, the publication, or that they close.")
      throw EditRefused(form.problems)
    }
    let change = self.change(choice, &form)
    try form.finish()
    guard let change else { throw EditRefused(form.problems) }
    var seen: Set<RecordID> = []
    return BulkChange(
      lines: subjects.filter { seen.insert($0).inserted }.map { line(of: $0, change, among: Set(subjects)) })
  }

  private func change(_ choice: BulkChange.Choice, _ form: inout FormReading) -> OneChange? {
    switch choice {
    case .owner:
      var owner: String?
      if form.answers.text("owner") == nil { form.refuse("owner", "Choose the post that answers for them.") }
      form.owner(into: &owner)
      return owner.map(OneChange.owner)
    case .due:
      if let text = form.answers.text("by") {
        if let shift = DueShift(text) { return .shift(shift) }
        form.refuse("by", "“\(text)” is no span; write it like +3 months, -2 weeks or 10 days.")
        return nil
      }
      guard let text = form.answers.text("due") else {
        form.refuse("due", "Write when they are due, or by how much that moves.")
        return nil
      }
      return .due(text)
    case .publication:
      guard let publication = form.answers.text("publication").flatMap(Publication.init(rawValue:)) else {
        form.refuse("publication", "Choose who sees them: public or internal.")
        return nil
      }
      return .publication(publication)
    case .close:
      _ = form.reason("reason", "Say why they leave the plan: councillors ask.")
      return form.lastDay().map { _ in .close(form.answers) }
    }
  }

  private func line(of subject: RecordID, _ change: OneChange, among all: Set<RecordID>) -> BulkChange.Line {
    let name = book.items[subject.record]?.title
    func made(_ name: String, _ from: String?, _ to: String, _ make: () throws(EditRefused) -> [Revision])
      -> BulkChange.Line
    {
      do throws(EditRefused) {
        return BulkChange.Line(
          subject: subject, name: name, from: from ?? "", to: to, problem: nil, revisions: try make())
      } catch {
        return BulkChange.Line(
          subject: subject, name: name, from: from ?? "", to: to,
          problem: error.problems.map(\.sentence).joined(separator: " "), revisions: [])
      }
    }
    switch (subject.kind, book.record(subject)) {
    case (PlanItem.kind, let item as PlanItem):
      return made(item.title, change.before(item), change.after(item, book)) { () throws(EditRefused) in
        if let answers = change.isClosing { return try closing(item, answers, among: all) }
        return try changeItem(item.id, change.answers(item))
      }
    case (Indicator.kind, let indicator as Indicator):
      return made(indicator.name, change.before(indicator), change.after(nil, book)) { () throws(EditRefused) in
        if let answers = change.isClosing { return try closeIndicator(indicator.id, answers) }
        if change.isDue { throw EditRefused("due", "An indicator has no due date; leave it out.") }
        return try changeIndicator(indicator.id, change.answers(nil))
      }
    case (Risk.kind, let risk as Risk):
      return made(risk.title, risk.owner, change.after(nil, book)) { () throws(EditRefused) in
        guard case .owner(let owner) = change else {
          throw EditRefused("change", "Of risks only the owner can be changed together; leave it out.")
        }
        return try changeRisk(risk.id, ["owner": owner])
      }
    default:
      return made(name ?? subject.record, nil, "") { () throws(EditRefused) in
        throw EditRefused("subjects", "“\(subject.record)” is no longer there; leave it out.")
      }
    }
  }

  /// What hangs on it and is closed in the same go needs no decision.
  private func closing(_ item: PlanItem, _ answers: FormAnswers, among all: Set<RecordID>) throws(EditRefused)
    -> [Revision]
  {
    let last = answers.text("last_day").flatMap { FuzzyDate($0, in: book.planSpan)?.deadline } ?? today
    let hanging = book.hanging(on: item.id, from: last + 1)
    let areAll =
      hanging.items.allSatisfy { all.contains($0.recordID) }
      && hanging.indicators.allSatisfy { all.contains($0.recordID) }
    var said: [String: [String]] = [:]
    for field in ["last_day", "reason", "children", "indicators"] where answers.has(field) {
      said[field] = [answers.text(field) ?? ""]
    }
    if areAll { (said["children"], said["indicators"]) = (["close"], ["close"]) }
    return try closeItem(item.id, FormAnswers(said))
  }
}

/// What is changed of each.
private enum OneChange {
  case owner(String)
  case due(String)
  case shift(DueShift)
  case publication(Publication)
  case close(FormAnswers)

  var isClosing: FormAnswers? {
    if case .close(let answers) = self { return answers }
    return nil
  }

  var isDue: Bool {
    switch self {
    case .due, .shift: true
    default: false
    }
  }

  func before(_ item: PlanItem) -> String? {
    switch self {
    case .owner: item.owner
    case .due, .shift: item.dueWords ?? item.due?.words
    case .publication: item.publication.rawValue
    case .close: item.end.map { "until \(($0 + -1).words)" }
    }
  }

  func before(_ indicator: Indicator) -> String? {
    switch self {
    case .owner: indicator.owner
    case .due, .shift: nil
    case .publication: indicator.publication.rawValue
    case .close: indicator.end.map { "until \(($0 + -1).words)" }
    }
  }

  func after(_ item: PlanItem?, _ book: Book) -> String {
    switch self {
    case .owner(let owner): owner
    case .due(let text): text
    case .shift(let shift): item?.due.map { shift.moved($0).words } ?? ""
    case .publication(let publication): publication.rawValue
    case .close(let answers): "until \(answers.text("last_day") ?? "")"
    }
  }

  func answers(_ item: PlanItem?) throws(EditRefused) -> FormAnswers {
    switch self {
    case .owner(let owner): return ["owner": owner]
    case .due(let text): return ["due": text]
    case .shift(let shift):
      guard let due = item?.due else { throw EditRefused("due", "It has no day that could be moved; set one.") }
      return ["due": shift.moved(due).description]
    case .publication(let publication): return ["publication": publication.rawValue]
    case .close(let answers): return answers
    }
  }
}

import CorporatePlan
import Documents
import HTTPTypes
import Ledger

/// A form by which something of the plan is added or changed, on a page of its own: what stands in its fields, what is
/// against it, and what somebody else recorded meanwhile.
struct EditForm {
  let visit: OfficeVisit
  let title: String
  /// Where it is sent.
  let address: String
  /// Where the page leads that gives it up.
  let back: String
  var button = "Save"
  var place = Frame.Place.edit
  var fields: [EditField]
  /// What is recorded, by field; a field that still says so is not sent on, so that it changes nothing.
  var recorded: [String: [String]] = [:]
  /// What stands in the fields.
  var values: [String: [String]] = [:]
  /// The revisions of the records that the form shows.
  var shown: [RecordID: Int] = [:]
  var problems: [EditProblem] = []
  var clashes: [Clash] = []
  /// Fields that are sent along unseen.
  var kept: [String: [String]] = [:]
  /// Fields that mean something only together: where one of them was changed, all are sent on.
  var together: [[String]] = []
  /// What the fields say of what is recorded.
  var reading: @Sendable (JSON, RecordKind) -> [String: [String]] = { EditForm.texts(of: $0, $1) }
  /// What is said of a record that was withdrawn meanwhile, by what the fields had said of it and who withdrew it, and what
  /// that leaves in the fields.
  var withdraw: @Sendable (inout EditForm, _ before: [String: [String]], _ author: String?) -> Void = {
    form, _, author in
    form.problems.append(
      EditProblem("main", "It was withdrawn meanwhile\(EditForm.by(author)); there is nothing left to change."))
  }
  /// What is told above the fields.
  var above: @Sendable (inout HTML) -> Void = { _ in }
  /// What stands after the form.
  var below: @Sendable (inout HTML) -> Void = { _ in }

  init(
    _ visit: OfficeVisit, _ title: String, at address: String, back: String, _ fields: [EditField],
    of record: (any Record)? = nil
  ) {
    (self.visit, self.title, self.address, self.back, self.fields) = (visit, title, address, back, fields)
    guard let record else { return }
    shown = [record.recordID: visit.book.stamp(of: record.recordID)?.revision ?? 0]
    recorded = EditForm.texts(of: record.body, RecordKind.named(type(of: record).kind))
    values = recorded
  }

  /// What the fields say of a record.
  static func texts(of body: JSON, _ kind: RecordKind) -> [String: [String]] {
    var texts = kind.texts(of: body)
    // What is public says nothing; what is due is one field, in the plan's words where it has some.
    if kind.member("publication") != nil, texts["publication"] == nil { texts["publication"] = ["public"] }
    if let words = texts["due_words"] { texts["due"] = words }
    // The last day of a term is asked for, and the day after it recorded.
    if kind.kind == EnteredPeriod.kind, let end = body["end"]?.string.flatMap({ Day($0) }) {
      texts["last"] = [(end + -1).words]
    }
    return texts
  }

  /// A field that both changed: what the page had shown, what stands there now, and what was written.
  struct Clash: Equatable, Sendable {
    let label: String
    let now: String
    let written: String
    let author: String
  }
}

extension EditForm {
  typealias Decision = @Sendable (Editing, FormAnswers) throws -> [Revision]

  /// Records what was sent, and shows the plan again; or this page, with what stands against it.
  ///
  /// - Parameter reason: what it is called in the history where nobody said why.
  func record(_ reason: String, to destination: String, _ decide: @escaping Decision) async throws -> Answer {
    try await record(try await visit.form(), reason, to: destination, decide)
  }

  func record(_ sent: OfficeForm, _ reason: String, to destination: String, _ decide: @escaping Decision)
    async throws -> Answer
  {
    var page = self
    page.values = sent.texts
    let answers = FormAnswers(page.changed)
    do {
      let receipt = try await visit.record(reason, answers, expecting: sent.revisionsShown) { try decide($0, answers) }
      return .redirect(visit.landing(destination, receipt.batch))
    } catch let refused as EditRefused {
      page.problems = refused.problems
    } catch let conflict as Conflict {
      try await page.meet(Dictionary(conflict.overtaken.map { ($0.record, $0.shown) }) { first, _ in first })
    }
    return page.answer
  }

  /// This page with what others recorded of its record since it was shown; `nil` where nobody did. A preview asks for it
  /// first: it shows the newest, so that nobody would see what goes.
  func overtaken(_ sent: OfficeForm) async throws -> EditForm? {
    let overtaken = visit.overtaken(sent).filter { shown[$0.key] != nil }
    guard !overtaken.isEmpty else { return nil }
    var page = self
    page.values = sent.texts
    try await page.meet(overtaken)
    return page
  }

  /// What was written, without the fields that say what is recorded: those change nothing, even where what was imported
  /// there could not be entered today.
  private var changed: [String: [String]] {
    if recorded.isEmpty { return values }
    var changed = values.filter { plain($1) != plain(recorded[$0] ?? []) }
    for group in together where group.contains(where: { changed[$0] != nil }) {
      for name in group { changed[name] = values[name] }
    }
    return changed
  }

  private func plain(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split(whereSeparator: \.isNewline) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Somebody was first. What only they changed stands as theirs; what both changed is told with both values, and the
  /// fields keep what was written here.
  ///
  /// - Parameter overtaken: the revisions that the form had shown of what is another by now.
  private mutating func meet(_ overtaken: [RecordID: Int]) async throws {
    let names = try await visit.peopleNames
    for (record, revision) in overtaken.sorted(by: { ($0.key.kind, $0.key.record) < ($1.key.kind, $1.key.record) }) {
      let entries = try await visit.site.council.history(of: record)
      let (kind, current) = (RecordKind.named(record.kind), entries.last)
      func texts(_ entry: Entry?) throws -> [String: [String]] {
        try entry?.body.map { reading(try JSON(parsing: $0), kind) } ?? [:]
      }
      let before = try texts(entries.first { $0.revision == revision })
      let now = try texts(current)
      let author = current.map {
        names.saved($0.author, at: $0.recordedAt, in: visit.book, on: visit.today)
      }
      if current?.body == nil { withdraw(&self, before, author) }
      let told = fields.filter { kind.member($0.name) != nil || before[$0.name] != nil || now[$0.name] != nil }
      meet(now, after: before, of: told, by: author)
      shown[record] = current?.revision ?? 0
      recorded = now
    }
    tellClashes()
  }

  /// Puts what was recorded meanwhile beside what was written, field by field.
  ///
  /// - Parameters:
  ///   - now: what is recorded.
  ///   - before: what the form had shown.
  mutating func meet(
    _ now: [String: [String]], after before: [String: [String]], of fields: [EditField], by author: String?
  ) {
    for field in fields {
      let (old, new) = (plain(before[field.name] ?? []), plain(now[field.name] ?? []))
      let own = plain(values[field.name] ?? [])
      if own == old {
        values[field.name] = now[field.name] ?? []
      } else if new != old, new != own {
        clashes.append(
          Clash(label: field.label, now: field.words(new), written: field.words(own), author: author ?? "Somebody"))
      }
    }
    if clashes.isEmpty, problems.isEmpty {
      problems.append(
        EditProblem(
          "main",
          "Something else of it was changed meanwhile\(EditForm.by(author)). It stands below with what you wrote: \(button.lowercased()) once more."
        ))
    }
  }

  /// By whom, where that is known: ", by the Head of Housing".
  static func by(_ author: String?) -> String { author.map { ", by \($0)" } ?? "" }

  /// Says that two wrote into the same fields, where they did.
  mutating func tellClashes() {
    if !clashes.isEmpty {
      problems.append(
        EditProblem(
          "clashes",
          "Somebody changed the same meanwhile. Both stand below, and nothing of yours is lost: change the fields, or \(button.lowercased()) once more to keep yours."
        ))
    }
  }
}

extension EditField {
  /// What stands in it, as people read it.
  fileprivate func words(_ texts: [String]) -> String {
    let words = texts.map { text in
      switch control {
      case .choice(let options), .several(let options): options.first { $0.value == text }?.words ?? text
      default: text
      }
    }
    return words.isEmpty ? "nothing" : words.joined(separator: "; ")
  }
}

extension EditForm {
  /// The page where what was sent was overtaken.
  func answer(_ status: HTTPResponse.Status) -> Answer {
    var answer = answer
    answer.status = status
    return answer
  }

  var answer: Answer {
    var answer = Answer.html(html)
    if !clashes.isEmpty {
      answer.status = .conflict
    } else if !problems.isEmpty {
      answer.status = .unprocessableContent
    }
    return answer
  }

  private var html: HTML {
    // In the order of the fields, of which why stands last.
    let order = fields.filter { !$0.isRare && $0.name != "reason" } + fields.filter(\.isRare)
    let rank = Dictionary(order.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = self.problems.enumerated().sorted { one, other in
      (rank[one.element.field] ?? order.count, one.offset) < (rank[other.element.field] ?? order.count, other.offset)
    }
    let problems = visit.placed(sorted.map(\.element), among: Set(fields.map(\.name)))
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", place) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      html.clashes(clashes)
      above(&html)
      html.form(address, visit.session) { html in
        html.shown(shown)
        html.kept(kept)
        let why = fields.filter { $0.name == "reason" }
        usual(problems, &html)
        let rare = fields.filter(\.isRare)
        if !rare.isEmpty {
          let isOpen = problems.contains { problem in rare.contains { $0.name == problem.field } }
          html.element("details", ["open": isOpen ? "" : nil]) { html in
            html.raw("<summary>More fields</summary>")
            for field in rare { html.field(field, values[field.name] ?? [], problems) }
          }
        }
        for field in why { html.field(field, values[field.name] ?? [], problems) }
        html.element("p", ["class": "buttons"]) { html in
          html.element("button", button)
          html.raw(" ")
          html.link("Cancel", back)
        }
      }
      below(&html)
    }
  }

  /// The fields that most forms are sent with, those of a group in a frame of their own.
  private func usual(_ problems: [FormProblem], _ html: inout HTML) {
    let shown = fields.filter { !$0.isRare && $0.name != "reason" }
    for (index, field) in shown.enumerated() {
      let group = field.group
      if let group, index == 0 || shown[index - 1].group != group {
        html.raw(#"<fieldset class="group"><legend>"#)
        html.text(group)
        html.raw("</legend>")
      }
      html.field(field, values[field.name] ?? [], problems)
      if group != nil, index == shown.count - 1 || shown[index + 1].group != group { html.raw("</fieldset>") }
    }
  }
}

extension HTML {
  /// What two people wrote into the same fields.
  mutating func clashes(_ clashes: [EditForm.Clash]) {
    guard !clashes.isEmpty else { return }
    raw(#"<div id="clashes" tabindex="-1">"#)
    table(
      Table(
        "Changed by somebody else while you were writing",
        columns: [
          .init("Field", width: 2), .init("Stands now", width: 4), .init("You wrote", width: 4),
          .init("Saved by", width: 3),
        ],
        rows: clashes.map { clash in
          Table.Row([.rowHeader(clash.label), .text(clash.now), .text(clash.written), .text(clash.author)])
        }))
    raw("</div>")
  }

  /// The revisions that a form shows.
  mutating func shown(_ shown: [RecordID: Int]) {
    for (record, revision) in shown.sorted(by: { ($0.key.kind, $0.key.record) < ($1.key.kind, $1.key.record) }) {
      void("input", ["type": "hidden", "name": "shown", "value": "\(revision) \(record.kind) \(record.record)"])
    }
  }
}

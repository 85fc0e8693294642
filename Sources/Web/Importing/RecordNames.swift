import CorporatePlan
import Imports

/// What records are called in plain words: of a Book, and of changes that are not in it yet.
struct RecordNames: Sendable {
  private let book: Book
  private var titles: [RecordID: String] = [:]

  init(_ book: Book, _ changes: [Change] = []) {
    self.book = book
    for change in changes {
      if let title = RecordNames.title(of: change.revision.body, change.revision.kind) {
        titles[RecordID(change.revision.kind, change.revision.record)] = title
      }
    }
  }

  /// The title of a thing: an indicator's name, an item's title; its id where nothing better is known.
  func name(_ id: RecordID) -> String {
    titles[id] ?? book.record(id).flatMap { RecordNames.title(of: $0.body, id.kind) } ?? id.record
  }

  /// A record in a line: what it is of, and what it says.
  func line(of id: RecordID, _ body: JSON?) -> (name: String, says: String?) {
    guard let body = body ?? book.record(id)?.body else { return (name(id), nil) }
    let period = body["period"]?.string.map { book.calendar.period($0)?.name ?? $0 }
    func of(_ kind: String, _ member: String) -> String {
      [body[member]?.string.map { name(RecordID(kind, $0)) }, period].compactMap { $0 }.joined(separator: ", ")
    }
    switch id.kind {
    case "actual": return (of("indicator", "indicator"), body["value"]?.string)
    case "target": return (of("indicator", "indicator"), body["target"]?.string)
    case "comparator":
      return (of("indicator", "indicator"), joined(body["group"]?.string, body["value"]?.string, body["as_of"]?.string))
    case "printed", "override": return (of("indicator", "indicator"), body["status"]?.string?.capitalised)
    case "baseline": return (subject(of: body), joined(body["baseline"]?.string, body["as_of"]?.string))
    case "update":
      let percent = body["percent"]?.integer.map { "\($0)%" }
      return (of("item", "item"), joined(body["stage"]?.string?.capitalised, percent, body["judged"]?.string))
    case "printed-progress": return (of("item", "item"), body["percent"]?.integer.map { "\($0)%" })
    case "commentary": return (joined(subject(of: body), period) ?? "", body["text"]?.string?.shortened)
    case "contribution":
      let item = body["item"]?.string.map { name(RecordID("item", $0)) } ?? ""
      return (subject(of: body), "\(body["relation"]?.string ?? "contributes to") \(item)")
    case "lineage": return lineage(body)
    case "split":
      let (original, rated) = (body["original"]?.integer ?? 0, body["rated"]?.integer ?? 0)
      return (name(RecordID("item", id.record)), "\(original) promised, \(rated) rated")
    case "recommendation", "option":
      return (
        "\(body["number"]?.integer ?? 0). \((body["title"] ?? body["text"])?.string?.shortened ?? "")",
        body["outcome"]?.string
      )
    case "clearance": return (body["role"]?.string ?? "", body["day"]?.string.flatMap { Day($0)?.words })
    case "risk-score": return (of("risk", "risk"), body["status"]?.string)
    case "item": return (name(id), joined(body["level"]?.string, body["due"]?.string.flatMap { Day($0)?.words }))
    case "ruling":
      let span = [body["from"], body["to"]].compactMap { $0?.string.flatMap { Day($0)?.words } }
      return (
        body["for"]?.string == "actions"
          ? "For actions" : of("indicator", "indicator").nonEmpty ?? "For all indicators",
        joined(body["rule"]?.string, span.joined(separator: " to "))
      )
    case "passage", "comment":
      let report = body["report"]?.string ?? ""
      let words = body["text"]?.string.map { text in
        text.mentioned.reduce(text) { $0.replacing("@{\($1)}", with: "@somebody") }.shortened
      }
      return (book.reports[report]?.name(in: book) ?? report, words)
    case "report": return (book.reports[id.record]?.name(in: book) ?? id.record, body["detail"]?.string)
    case "question": return (body["text"]?.string?.shortened ?? id.record, body["answer"]?.string?.shortened)
    case "section": return (name(id), body["text"]?.string?.shortened)
    default: return (name(id), nil)
    }
  }

  private func lineage(_ body: JSON) -> (String, String?) {
    func names(_ member: String) -> String {
      (body[member]?.array ?? []).compactMap(\.string)
        .map { name(RecordID(body["of"]?.string ?? "item", $0)) }.joined(separator: "; ")
    }
    return (names("from").isEmpty ? names("to") : names("from"), joined(body["relation"]?.string, names("to")))
  }

  private func subject(of body: JSON) -> String {
    name(RecordID(body["of"]?.string ?? "item", body["subject"]?.string ?? ""))
  }

  private func joined(_ words: String?...) -> String? {
    let words = words.compactMap { $0 }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private static func title(of body: JSON?, _ kind: String) -> String? {
    guard let title = (body?["title"] ?? body?["name"])?.string else { return nil }
    guard kind == "item" || kind == "indicator" || kind == "risk", let code = body?["code"]?.string else {
      return title
    }
    return "\(code) \(title)"
  }
}

extension RecordNames {
  /// What differs between two bodies of a record, member by member, with both values.
  func differences(_ before: JSON?, _ after: JSON?, of kind: String) -> [(
    member: String, before: String?, after: String?
  )] {
    guard case .members(let old) = before, case .members(let new) = after else { return [] }
    var keys: [String] = []
    for member in new + old where !keys.contains(member.key) { keys.append(member.key) }
    // Where it was found is no difference, as in `Change.kind`.
    return keys.filter { $0 != "source" && $0 != "evidence" }.compactMap { key in
      let (old, new) = (before?[key], after?[key])
      guard old != new else { return nil }
      return (RecordNames.member(key, of: kind), words(old, key), words(new, key))
    }
  }

  private func words(_ value: JSON?, _ member: String) -> String? {
    switch value {
    case nil, .null: return nil
    case .string(let text):
      if let kind = RecordNames.references[member] { return name(RecordID(kind, text)) }
      return Day(text)?.words ?? text
    case .number(let text): return text
    case .bool(let isSo): return isSo ? "yes" : "no"
    case .array(let values):
      return values.map { words($0, member) ?? "" }.joined(separator: "; ")
    case .members(let members):
      return members.map { "\($0.key): \(words($0.value, $0.key) ?? "")" }.joined(separator: "; ")
    }
  }

  /// Members that hold the id of something else.
  private static let references = [
    "parent": "item", "item": "item", "items": "item", "indicator": "indicator", "risk": "risk", "paper": "paper",
  ]

  /// A member as a person would call it: "Plan title" for `plan_title`.
  private static func member(_ key: String, of kind: String) -> String {
    switch key {
    case "as_of": "As at"
    case "value": "Figure"
    case "order": "Place in the order"
    case "parent": "Belongs to"
    case "items": "Belongs to"
    default: RecordKind.named(kind).member(key)?.words ?? key.replacing("_", with: " ").capitalised
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }

  /// The first words of a long text.
  fileprivate var shortened: String {
    let line = replacing("\n", with: " ")
    guard line.count > 160 else { return line }
    return "\(line.prefix(160))…"
  }
}

/// One change of a record as people read it: who, when, why, and each member from and to.
package struct RecordChange: Sendable, Equatable {
  package let position: Int
  package let revision: Int
  package let batch: String
  package let at: Moment
  /// The id of a person or of a part of the system; a page puts the name to it.
  package let author: String
  package let reason: String
  package let sort: Sort
  /// In the order in which people read the record; empty when it was withdrawn.
  package let members: [Member]

  package enum Sort: String, Sendable { case recorded, changed, withdrawn }

  package struct Member: Sendable, Equatable {
    /// As in the body: `due_words`.
    package let name: String
    /// "Due in words".
    package let heading: String
    /// In words; `nil` for nothing.
    package let from: String?
    package let to: String?
  }
}

extension Book {
  /// What was changed of a record, oldest first, from its entries in order.
  package func changes(_ entries: [Entry]) throws(JSONError) -> [RecordChange] {
    var changes: [RecordChange] = []
    var before: JSON?
    for entry in entries {
      var after: JSON?
      if let body = entry.body { after = try JSON(parsing: body) }
      changes.append(
        RecordChange(
          position: entry.position, revision: entry.revision, batch: entry.batch, at: entry.recordedAt,
          author: entry.author, reason: entry.reason,
          sort: after == nil ? .withdrawn : before == nil ? .recorded : .changed,
          members: after == nil ? [] : changedMembers(of: RecordKind.named(entry.kind), before, after)))
      before = after
    }
    return changes
  }

  /// What two bodies of a record differ in; of a new one, all that it says.
  package func changedMembers(of kind: RecordKind, _ before: JSON?, _ after: JSON?) -> [RecordChange.Member] {
    RecordChange.names(before, after, in: kind).compactMap { name in
      let (old, new) = (before?[name], after?[name])
      guard old != new else { return nil }
      let member = kind.member(name) ?? RecordMember(unknown: name, .fitting(new ?? old ?? .null))
      return RecordChange.Member(
        name: name, heading: member.words, from: old.map { words($0, member, beside: before) },
        to: new.map { words($0, member, beside: after) })
    }
  }

  /// A member's value in words: days written out, and other records by what they are called.
  func words(_ value: JSON, _ member: RecordMember, beside body: JSON?) -> String {
    if case .array(let values) = value { return values.map { words($0, member, beside: body) }.joined(separator: "; ") }
    guard let text = value.scalarText else { return member.form.cell(value) ?? value.canonical }
    switch member.reference {
    case .to(let kind): return name(of: RecordID(kind, text))
    case .toKind(let other): return name(of: RecordID(body?[other]?.string ?? PlanItem.kind, text))
    case nil: break
    }
    if member.name == "owner" { return posts[text]?.title ?? text }
    if member.name == "period", let period = calendar.period(text) { return period.name }
    return member.form == .day ? Day(text)?.words ?? text : text
  }

  private func name(of id: RecordID) -> String {
    let body = record(id)?.body
    return (body?["title"] ?? body?["name"])?.string ?? id.record
  }
}

extension RecordChange {
  /// The names of both bodies' members, in the order of the dictionary, unknown ones last.
  fileprivate static func names(_ before: JSON?, _ after: JSON?, in kind: RecordKind) -> [String] {
    var names: [String] = []
    for case .members(let members)? in [after, before] {
      for member in members where !names.contains(member.key) { names.append(member.key) }
    }
    func place(_ name: String) -> Int { kind.members.firstIndex { $0.name == name } ?? kind.members.count }
    return names.sorted { (place($0), $0) < (place($1), $1) }
  }
}

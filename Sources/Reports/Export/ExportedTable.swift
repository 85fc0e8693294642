import CorporatePlan

/// The records of one kind as rows of text: what they say first, then ids, at the end what only an import reads.
struct ExportedTable: Sendable {
  let kind: RecordKind
  let columns: [ExportedColumn]
  /// One text for each column; empty where a record has no such member.
  let rows: [[String]]

  init(_ kind: RecordKind, _ records: [any Record], _ titles: RecordTitles) {
    self.kind = kind
    let bodies = records.map(\.body)
    let members = ExportedTable.members(kind, bodies)
    let references = members.filter { $0.reference != nil }
    columns =
      members.map { $0.reference == nil ? .member($0) : .reading($0) } + references.map { .member($0) }
      + [.record, .check]
    let columns = columns
    rows = zip(records, bodies).map { record, body in
      columns.map { column in
        switch column {
        case .member(let member): body[member.name].flatMap { member.form.cell($0) } ?? ""
        case .reading(let member): titles.named(by: member, in: body)
        case .record: record.id
        case .check: body.check
        }
      }
    }
  }

  /// The dictionary's members, and those that it does not know. Where a value does not fit its member's form, as a rule
  /// may have it, the whole column is written as JSON.
  private static func members(_ kind: RecordKind, _ bodies: [JSON]) -> [RecordMember] {
    var values: [String: [JSON]] = [:]
    for case .members(let members) in bodies {
      for member in members { values[member.key, default: []].append(member.value) }
    }
    let unknown = values.keys.filter { kind.member($0) == nil }.sorted()
    return kind.members.map { $0.fitting(values[$0.name] ?? []) }
      + unknown.map { name in
        let all = values[name] ?? []
        return RecordMember(unknown: name, all.first.map(RecordMember.Form.fitting) ?? .structure).fitting(all)
      }
  }
}

extension RecordMember {
  fileprivate func fitting(_ values: [JSON]) -> RecordMember {
    if values.allSatisfy({ form.cell($0) != nil }) { return self }
    return RecordMember(name, "\(heading) (JSON)", .structure, meaning, reference: reference)
  }
}

/// What a column of an export holds.
enum ExportedColumn: Sendable {
  case member(RecordMember)
  /// The title of what a member names, beside its id. No import reads it.
  case reading(RecordMember)
  case record
  /// See `JSON.check`.
  case check

  /// In a workbook.
  var heading: String {
    switch self {
    case .member(let member): member.reference == nil ? member.heading : "\(member.heading) (record)"
    case .reading(let member): "\(member.heading) (for reading)"
    case .record: "record (do not change)"
    case .check: "check (do not change)"
    }
  }

  /// In a CSV file.
  var header: String {
    switch self {
    case .member(let member): member.name
    case .reading(let member): "\(member.name)_for_reading"
    case .record: "record"
    case .check: "check"
    }
  }

  /// As the sheet "Columns" says it.
  var type: String {
    switch self {
    case .member(let member): member.form.rawValue
    case .reading: "for reading"
    case .record: "record"
    case .check: "check"
    }
  }

  var member: String {
    if case .member(let member) = self { return member.name }
    return ""
  }

  var meaning: String {
    switch self {
    case .member(let member):
      switch member.reference {
      case nil: member.meaning
      case .to(let kind): "\(member.meaning). The record on the sheet \(RecordKind.named(kind).name)"
      case .toKind: "\(member.meaning). A record of the kind beside it"
      }
    case .reading(let member): "The name that goes with \(member.heading) (record); changing it does nothing"
    case .record: "The row's own id. Leave it empty in a row that you add"
    case .check: "Tells an import which rows were edited. Leave it empty in a row that you add"
    }
  }
}

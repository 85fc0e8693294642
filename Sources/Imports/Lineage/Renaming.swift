import CorporatePlan

/// Gives items and indicators other ids, in the records themselves and wherever others refer to them.
struct Renaming {
  private let ids: [RecordID: String]
  private let calendar: PeriodCalendar

  init(_ ids: [RecordID: String], calendar: PeriodCalendar) {
    self.ids = ids
    self.calendar = calendar
  }

  /// The record with the new ids in it; itself when it speaks of none of them.
  func renamed(_ record: any Record) -> any Record { renamed(opened: record) }

  private func renamed<Row: Record>(opened row: Row) -> any Record {
    guard case .members(let members) = row.body else { return row }
    let subjectKind = row.body["of"]?.string ?? PlanItem.kind
    var id = ids[RecordID(row.recordID.kind == Split.kind ? PlanItem.kind : row.recordID.kind, row.id)] ?? row.id
    var isChanged = id != row.id
    func new(_ kind: String, _ old: String) -> String {
      guard let new = ids[RecordID(kind, old)] else { return old }
      isChanged = true
      // Ids such as `commentary-open-boathouse-2` are made of what they are about; those of things with a name of their own
      // only happen to hold the same words, and others refer to them.
      if !named.contains(row.recordID.kind), row.id.contains(old), id == row.id {
        id = row.id.replacing(old, with: new)
      }
      return new
    }
    let body = members.map { member -> (String, JSON) in
      let kind: String? =
        switch member.key {
        case "parent", "item", "items": PlanItem.kind
        case "indicator", "derived_from": Indicator.kind
        case "subject": subjectKind
        default: nil
        }
      guard let kind else { return (member.key, member.value) }
      if let old = member.value.string { return (member.key, .string(new(kind, old))) }
      guard let old = member.value.array?.compactMap(\.string) else { return (member.key, member.value) }
      return (member.key, .array(old.map { .string(new(kind, $0)) }))
    }
    guard isChanged else { return row }
    // A record that was read once is read again: only ids are others.
    return (try? Row(id: id, Fields(.sorted(body), calendar: calendar))) ?? row
  }
}

/// Kinds whose ids are made of their own names.
private let named: Set<String> = [PlanItem.kind, Indicator.kind, Risk.kind, Partner.kind, Plan.kind, Paper.kind]

import CorporatePlan

/// What people call a record: the name or title it goes by beside its id.
struct RecordTitles {
  private let titles: [RecordID: String]

  init(_ records: [any Record]) {
    var titles: [RecordID: String] = [:]
    for record in records where !(record is Actual || record is Target) {
      let body = record.body
      if let title = body["name"]?.string ?? body["title"]?.string { titles[record.recordID] = title }
    }
    self.titles = titles
  }

  /// The titles of what a member of a body names; empty where nothing of that id is known.
  func named(by member: RecordMember, in body: JSON) -> String {
    let kind: String? =
      switch member.reference {
      case .to(let kind): kind
      case .toKind(let other): body[other]?.string
      case nil: nil
      }
    guard let kind, let value = body[member.name] else { return "" }
    let ids = value.string.map { [$0] } ?? value.array?.compactMap(\.string) ?? []
    return ids.map { titles[RecordID(kind, $0)] ?? "" }.joined(separator: " | ")
  }
}

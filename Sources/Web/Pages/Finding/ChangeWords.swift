import CorporatePlan
import Documents
import Ledger

/// A change in a line: what it is of, and from what to what.
struct ChangeWords {
  private let visit: OfficeVisit
  private let names: PeopleNames
  private let records: RecordNames

  /// Of long texts only the beginning: the page of the thing has the rest.
  private static let longest = 200

  init(_ visit: OfficeVisit, _ names: PeopleNames) {
    (self.visit, self.names) = (visit, names)
    records = RecordNames(visit.book)
  }

  /// "Target of Household waste recycled, 2025/26: 45% → 46%".
  func write(_ change: RecordedChange, into html: inout HTML) {
    let entry = change.entry
    let (before, after) = (change.before.flatMap(ChangeWords.json), entry.body.flatMap(ChangeWords.json))
    let (name, says) = line(of: entry, after ?? before)
    html.text(ChangeWords.relation(entry.kind, after ?? before) + (name.isEmpty ? "" : " "))
    if let subject = try? entry.subject(before: before), case .of(let record) = subject,
      let address = visit.address(of: record)
    {
      html.link(name, address)
    } else {
      html.text(name)
    }
    html.text(": ")
    html.text(what(entry, before, after, says))
  }

  /// "Target of Household waste recycled, 2025/26".
  func title(of entry: Entry) -> String {
    let name = line(of: entry, entry.json).name
    return ChangeWords.relation(entry.kind, entry.json) + (name.isEmpty ? "" : " \(name)")
  }

  /// The same with what it says: "Target of Household waste recycled, 2025/26: 46%".
  func line(_ entry: Entry) -> String {
    let says = entry.body == nil ? "withdrawn" : line(of: entry, entry.json).says
    return [title(of: entry), says].compactMap { $0 }.joined(separator: ": ")
  }

  private func what(_ entry: Entry, _ before: JSON?, _ after: JSON?, _ says: String?) -> String {
    guard let after else { return "withdrawn" }
    // Of a step only what it is counts, not which one was before.
    guard let before, ![Review.kind, SignOff.kind].contains(entry.kind) else {
      return says ?? (entry.revision == 1 ? "recorded" : "recorded again")
    }
    let kind = RecordKind.named(entry.kind)
    let members = visit.book.changedMembers(of: kind, before, after)
    let told = members.filter { !ChangeWords.machinery.contains($0.name) }.map { member in
      if kind.member(member.name)?.form == .structure { return "\(member.heading) changed" }
      let values = "\(value(member.from, member.name)) → \(value(member.to, member.name))"
      return ChangeWords.main[entry.kind] == member.name ? values : "\(member.heading): \(values)"
    }
    if !told.isEmpty { return told.joined(separator: "; ") }
    return members.contains { $0.name == "source" } ? "where it was found" : "recorded again"
  }

  /// What a record is to the thing it is about; else what it is.
  private static func relation(_ kind: String, _ body: JSON?) -> String {
    if kind == Commentary.kind, let purpose = body?["purpose"]?.string.flatMap(Commentary.Purpose.init(rawValue:)) {
      return relations[purpose] ?? "Comment on"
    }
    if kind == PlanItem.kind, let level = body?["level"]?.string { return level }
    return relationsOfKinds[kind] ?? ImportWords.noun(kind).one.capitalised
  }

  private static let relations: [Commentary.Purpose: String] = [
    .variance: "Explanation of", .action: "What is being done about", .nextQuarter: "What comes next with",
    .achievement: "Achievement of", .note: "Note behind", .glossary: "Explanation of a word in",
  ]

  private static let relationsOfKinds = [
    Actual.kind: "Figure of", Target.kind: "Target of", Baseline.kind: "Baseline of", Comparator.kind: "Comparison of",
    ActionUpdate.kind: "Progress of", PrintedProgress.kind: "Printed percentage of",
    StatusOverride.kind: "Officer’s rating of", PrintedStatus.kind: "Printed status of", Review.kind: "Return of",
    Waiver.kind: "Waiver for", Confirmation.kind: "Answer to a warning about", LockException.kind: "Exception for",
    EvidenceFile.kind: "Evidence for", RiskScore.kind: "Score of", SignOff.kind: "Sign-off of",
    Cycle.kind: "Calendar of", Freeze.kind: "Freeze of", Seal.kind: "Sealed report of", Tenure.kind: "Holder of",
    Ruling.kind: "Rule in force:", Contribution.kind: "Contribution of", Split.kind: "Split of",
    Lineage.kind: "What became of", Passage.kind: "Passage of", Remark.kind: "Comment on", Report.kind: "Settings of",
    CouncillorQuestion.kind: "Question:",
  ]

  /// The member that is what such a record says: its heading goes without saying.
  private static let main = [
    Actual.kind: "value", Target.kind: "target", Baseline.kind: "baseline", Comparator.kind: "value",
    Commentary.kind: "text", StatusOverride.kind: "status", PrintedStatus.kind: "status",
    PrintedProgress.kind: "percent", Waiver.kind: "reason", Confirmation.kind: "words", RiskScore.kind: "status",
    Holiday.kind: "name",
  ]

  /// What only the program reads.
  private static let machinery: Set = ["source", "evidence", "of", "seen", "digest", "position", "ledger_hash"]

  private static func json(_ text: String) -> JSON? { try? JSON(parsing: text) }

  private func line(of entry: Entry, _ body: JSON?) -> (name: String, says: String?) {
    func text(_ member: String) -> String? { body?[member]?.string }
    let period = text("period").map { visit.book.calendar.period($0)?.name ?? $0 }
    switch entry.kind {
    case Review.kind, Waiver.kind, Confirmation.kind, LockException.kind, EvidenceFile.kind:
      let name = records.name(RecordID(text("of") ?? PlanItem.kind, text("subject") ?? ""))
      let says = [text("step"), text("reason"), text("words"), text("name")].compactMap { $0 }.joined(separator: ": ")
      return ([name, period].compactMap { $0 }.joined(separator: ", "), says)
    case Cycle.kind, Freeze.kind, Seal.kind: return (period ?? entry.record, nil)
    case SignOff.kind: return ("\(named(text("unit") ?? "")), \(period ?? "")", text("comments"))
    case RiskMatrix.kind: return ("", nil)
    case Tenure.kind: return (named(text("post") ?? ""), text("person").map { names.name(of: $0) })
    default: return records.line(of: entry.recordID, body)
    }
  }

  private func value(_ words: String?, _ member: String) -> String {
    guard let words, !words.isEmpty else { return "nothing" }
    let plain = member == "person" ? names.name(of: words) : words
    return plain.count > ChangeWords.longest ? "\(plain.prefix(ChangeWords.longest))…" : plain
  }

  private func named(_ id: String) -> String { visit.book.posts[id]?.title ?? visit.book.services[id]?.name ?? id }
}

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

  func write(_ change: RecordedChange, into html: inout HTML) {
    let entry = change.entry
    let (before, after) = (change.before.flatMap(ChangeWords.json), entry.body.flatMap(ChangeWords.json))
    html.element("span", ["class": "note"], ImportWords.noun(entry.kind).one.capitalised)
    html.text(" ")
    let (name, says) = line(of: entry, after ?? before)
    if let subject = try? entry.subject(before: before), case .of(let record) = subject,
      let address = visit.address(of: record)
    {
      html.link(name, address)
    } else {
      html.text(name)
    }
    guard after != nil else {
      html.text(": withdrawn")
      return
    }
    guard before != nil else {
      html.text(says.map { ": \($0)" } ?? (entry.revision == 1 ? ": recorded" : ": recorded again"))
      return
    }
    let differences = records.differences(before, after)
    if differences.isEmpty { html.text(": where it was found") }
    for (index, difference) in differences.enumerated() {
      html.text(index == 0 ? ": " : "; ")
      html.text(
        "\(difference.member.lowercased()) from \(value(difference.before, difference.member)) to \(value(difference.after, difference.member))"
      )
    }
  }

  private static func json(_ text: String) -> JSON? { try? JSON(parsing: text) }

  private func line(of entry: Entry, _ body: JSON?) -> (name: String, says: String?) {
    func text(_ member: String) -> String? { body?[member]?.string }
    let period = text("period").map { visit.book.calendar.period($0)?.name ?? $0 }
    switch entry.kind {
    case Review.kind, Waiver.kind, Confirmation.kind, LockException.kind:
      let name = records.name(RecordID(text("of") ?? PlanItem.kind, text("subject") ?? ""))
      let says = [text("step"), text("reason"), text("words")].compactMap { $0 }.joined(separator: ": ")
      return ([name, period].compactMap { $0 }.joined(separator: ", "), says)
    case Cycle.kind, Freeze.kind, Seal.kind: return (period ?? entry.record, nil)
    case SignOff.kind: return ("\(named(text("unit") ?? "")), \(period ?? "")", text("comments"))
    case Tenure.kind: return (named(text("post") ?? ""), text("person").map { names.name(of: $0) })
    default: return records.line(of: entry.recordID, body)
    }
  }

  /// A value between quotation marks; ids of posts, services and people by what they are called.
  private func value(_ words: String?, _ member: String) -> String {
    guard let words, !words.isEmpty else { return "nothing" }
    let plain =
      switch member {
      case "Owner", "Post", "Reports to", "Service", "Directorate", "Unit": named(words)
      case "Person": names.name(of: words)
      default: words
      }
    return "“\(plain.count > ChangeWords.longest ? "\(plain.prefix(ChangeWords.longest))…" : plain)”"
  }

  private func named(_ id: String) -> String { visit.book.posts[id]?.title ?? visit.book.services[id]?.name ?? id }
}

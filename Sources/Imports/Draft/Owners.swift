import CorporatePlan
import Documents

/// Who answers for something is a post. Where a document has what may be the name of a person instead, it is left out of
/// the record, which can't be erased, until somebody says that it is a post (design, section 4).
extension ImportDraft {
  mutating func askAboutOwners() {
    let doubtful = records.compactMap { record -> (owner: String, at: Locator)? in
      guard let owner = record.owner, PersonsName.isOne(owner) else { return nil }
      return (owner, place(of: record.recordID) ?? .document)
    }
    var people: Set<String> = []
    var asked: Set<String> = []
    for (owner, locator) in doubtful where asked.insert(owner).inserted {
      let answer = ask(
        .personOrPost, at: locator, about: "\(locator), name \(asked.count)", verbatim: owner,
        "Is this a person or a post? A person's name is not kept in the record, which can't be erased. Until this is answered it is left out.",
        choices: [
          Question.Choice("post", "A post or a team: keep it"), Question.Choice("person", "A person: leave it out"),
        ])
      if answer != "post" { people.insert(owner) }
    }
    if people.isEmpty { return }
    replaceRecords { record in
      guard let owner = record.owner, people.contains(owner) else { return record }
      return record.withoutOwner
    }
  }
}

extension Record {
  fileprivate var owner: String? {
    cast(to: Indicator.self)?.owner ?? cast(to: PlanItem.self)?.owner ?? cast(to: Risk.self)?.owner
  }

  fileprivate var withoutOwner: any Record {
    switch self {
    case var item as PlanItem:
      item.owner = nil
      return item
    case var indicator as Indicator:
      indicator.owner = nil
      return indicator
    case var risk as Risk:
      risk.owner = nil
      return risk
    default: return self
    }
  }
}

extension DiagnosticCode {
  static let personOrPost = DiagnosticCode(
    "person-or-post", "What answers for an item may be the name of a person.",
    remedy: "Say whether it is a post; for a person, enter the post that they hold.")
}

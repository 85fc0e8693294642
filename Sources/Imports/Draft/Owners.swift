import CorporatePlan
import Documents

/// Who answers for something is a post. Where a document has what may be the name or the address of a person instead, or
/// beside it, it is left out of the record, which can't be erased, until somebody says what it is (design, section 4).
extension ImportDraft {
  mutating func askAboutOwners() {
    var seen: Set<String> = []
    let doubtful = records.compactMap { record -> (owner: String, read: OwnerWords, at: Locator)? in
      guard let owner = record.owner, seen.insert(owner).inserted else { return nil }
      let read = OwnerWords(owner)
      return read.mayBePerson ? (owner, read, place(of: record.recordID) ?? .document) : nil
    }
    // What becomes of each; nothing for what is left out.
    var settled: [String: String?] = [:]
    for (owner, read, locator) in doubtful {
      var choices = [
        Question.Choice("post", "A post or a team: keep it"), Question.Choice("person", "A person: leave it out"),
      ]
      if let post = read.post { choices.insert(Question.Choice("post-only", "Keep only the post, “\(post)”"), at: 0) }
      let answer = ask(
        .personOrPost, at: locator, about: "\(locator), name \(settled.count + 1)", verbatim: owner,
        read.post == nil
          ? "Is this a person or a post? A person's name is not kept in the record, which can't be erased. Until this is answered it is left out."
          : "Does this name a person beside a post? A person's name is not kept in the record, which can't be erased. Until this is answered it is left out.",
        choices: choices)
      switch answer {
      case "post": settled[owner] = .some(owner)
      case "post-only": settled[owner] = .some(read.post)
      default: settled[owner] = .some(nil)
      }
    }
    if settled.isEmpty { return }
    replaceRecords { record in
      guard let owner = record.owner, let now = settled[owner], now != owner else { return record }
      return record.answeredFor(by: now)
    }
  }
}

/// What a cell of owners says: the parts that may be people, and the post beside them.
struct OwnerWords {
  let mayBePerson: Bool
  /// The parts that are no people; `nil` where none is.
  let post: String?

  init(_ text: String) {
    var posts: [String] = []
    var people = 0
    for part in OwnerWords.parts(of: text) {
      if OwnerWords.isPerson(part) {
        people += 1
      } else if let post = PersonsName.post(behindNameIn: part) {
        people += 1
        posts.append(post)
      } else {
        posts.append(part)
      }
    }
    // "Smith, Jane" is one person, of whom no part is a post.
    if people > 0, posts.allSatisfy({ !$0.contains(" ") && !PersonsName.isPost($0) }) { posts = [] }
    mayBePerson = people > 0
    post = posts.isEmpty ? nil : posts.joined(separator: ", ")
  }

  /// Posts have an "and" of their own, which parts people only.
  private static func parts(of text: String) -> [String] {
    text.split(separator: betweenOwners).map(\.trimmed).filter { !$0.isEmpty }.flatMap { part -> [String] in
      let people = part.split(separator: betweenPeople).map(\.trimmed)
      return people.contains(where: isPerson) ? people : [part]
    }
  }

  private static func isPerson(_ text: String) -> Bool {
    PersonsName.isOne(text) || PersonsName.isAddress(text) || PersonsName.isFirstName(text)
  }
}

extension Record {
  fileprivate var owner: String? {
    cast(to: Indicator.self)?.owner ?? cast(to: PlanItem.self)?.owner ?? cast(to: Risk.self)?.owner
  }

  fileprivate func answeredFor(by owner: String?) -> any Record {
    switch self {
    case var item as PlanItem:
      item.owner = owner
      return item
    case var indicator as Indicator:
      indicator.owner = owner
      return indicator
    case var risk as Risk:
      risk.owner = owner
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

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let betweenOwners = /\s*[,;|\/():\n]\s*|\s[-–—]\s/
nonisolated(unsafe) private let betweenPeople = /\s*&\s*|\s+and\s+/

/// Something that can be looked for: a thing of the plan, what was said of it, a paper, a part of the council.
package struct Findable: Sendable {
  package let kind: Kind
  package let id: RecordID
  package let code: String?
  package let title: String
  /// What else it says, which is shown where it was found.
  package let text: String
  /// What it speaks of, where that is another thing: the indicator that words are about.
  package var subject: RecordID?
  package var period: Period?
  /// The priority it belongs to, by id.
  package var priority: String?
  package var status: Status?
  package var belonging = Belonging()
  /// Whether it is only for those whose reach takes it in.
  package var isOfOffice = false

  /// In the order in which they are shown.
  package enum Kind: String, Sendable, CaseIterable {
    case plan
    case indicators
    case risks
    case reports
    case papers
    case services
    case posts
    case people
    case words
  }

  package init(_ kind: Kind, _ id: RecordID, code: String? = nil, title: String, text: [String?] = []) {
    (self.kind, self.id, self.code, self.title) = (kind, id, code, title)
    self.text = text.compactMap { $0?.trimmed }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  package var service: String? { belonging.services.first }

  func isFor(_ reach: Reach) -> Bool { isOfOffice ? belonging.isWithin(reach) : reach.scope > .none }
}

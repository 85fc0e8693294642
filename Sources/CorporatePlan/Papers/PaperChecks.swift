/// What a paper has to show before it goes to a meeting: equality, wards, key decision and call-in, what is exempt.
///
/// A member that is `nil` has not been answered. Sources: Equality Act 2010 section 149; the Local Authorities (Executive
/// Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089), regulations 5 and 8 to 11;
/// Local Government Act 1972 section 100B and Schedule 12A.
package struct PaperChecks: Equatable, Sendable {
  package var equality: Equality?
  /// When the impact was assessed.
  package var equalityDay: Day?
  /// The post that assessed it.
  package var equalityBy: String?
  /// Why it need not be assessed.
  package var equalityReason: String?

  package var wards: Wards?
  package var wardsDay: Day?

  package var isKey: Answer?
  /// When the notice of a key decision was published.
  package var notice: Day?
  /// What is done where 28 clear days can't be kept.
  package var urgency: Urgency?
  package var urgencyReason: String?

  package var callIn: CallIn?
  /// Working days in which the decision can be called in; the council's own count.
  package var callInDays: Int?
  package var callInReason: String?

  package var isExempt: Answer?
  /// Paragraphs of Part 1 of Schedule 12A.
  package var paragraphs: [Int] = []
  /// Why keeping it back outweighs the public interest in disclosing it (Schedule 12A, paragraph 10).
  package var publicInterest: String?
  /// The anchors of the sections that were marked as exempt, whatever was answered since: `keptBack` are those that are.
  package var exemptSections: [String] = []
  /// When the notice of a meeting in private was published (regulation 5(2)).
  package var privateNotice: Day?

  package init() {}

  /// The anchors of the sections that are kept back; the rest is public. None unless the paper is said to be exempt: what
  /// was marked before that was answered with no stays on the form and keeps nothing.
  package var keptBack: [String] { isExempt == .yes ? exemptSections : [] }

  package enum Answer: String, Sendable, CaseIterable { case yes, no }

  package enum Equality: String, Sendable, CaseIterable {
    case assessed
    case notNeeded = "not needed"
  }

  package enum Wards: String, Sendable, CaseIterable {
    case told
    case all = "affects all wards"
  }

  package enum Urgency: String, Sendable, CaseIterable {
    /// Regulation 10: the chair of overview and scrutiny is told, five clear days before.
    case general = "general exception"
    /// Regulation 11: the chair agrees that it is urgent.
    case special = "special urgency"
  }

  package enum CallIn: String, Sendable, CaseIterable {
    case subject = "subject to call-in"
    case waived
    case notSubject = "not subject to call-in"
  }
}

extension PaperChecks {
  init(_ fields: Fields) throws(FieldError) {
    equality = try fields.optionalChoice("equality")
    equalityDay = try fields.day("equality_day")
    equalityBy = fields.optionalText("equality_by")
    equalityReason = fields.optionalText("equality_reason")
    wards = try fields.optionalChoice("wards")
    wardsDay = try fields.day("wards_day")
    isKey = try fields.optionalChoice("key")
    notice = try fields.day("notice")
    urgency = try fields.optionalChoice("urgency")
    urgencyReason = fields.optionalText("urgency_reason")
    callIn = try fields.optionalChoice("call_in")
    callInDays = try fields.optionalInteger("call_in_days")
    callInReason = fields.optionalText("call_in_reason")
    isExempt = try fields.optionalChoice("exempt")
    for text in fields.texts("paragraphs") {
      guard let paragraph = Int(text), ExemptParagraph(rawValue: paragraph) != nil else {
        throw FieldError("paragraphs", "is no paragraph of Schedule 12A: “\(text)”")
      }
      paragraphs.append(paragraph)
    }
    publicInterest = fields.optionalText("public_interest")
    exemptSections = fields.texts("exempt_sections")
    privateNotice = try fields.day("private_notice")
  }

  /// The members of a paper's body that hold it.
  var members: KeyValuePairs<String, JSON?> {
    [
      "equality": (equality?.rawValue).json, "equality_day": (equalityDay?.description).json,
      "equality_by": equalityBy.json, "equality_reason": equalityReason.json, "wards": (wards?.rawValue).json,
      "wards_day": (wardsDay?.description).json, "key": (isKey?.rawValue).json, "notice": (notice?.description).json,
      "urgency": (urgency?.rawValue).json, "urgency_reason": urgencyReason.json, "call_in": (callIn?.rawValue).json,
      "call_in_days": callInDays.map { JSON($0) }, "call_in_reason": callInReason.json,
      "exempt": (isExempt?.rawValue).json, "paragraphs": paragraphs.map { "\($0)" }.json,
      "public_interest": publicInterest.json, "exempt_sections": exemptSections.json,
      "private_notice": (privateNotice?.description).json,
    ]
  }
}

extension Paper {
  /// Whether it holds what is exempt from publication (Local Government Act 1972, Schedule 12A).
  package var isExempt: Bool { checks.isExempt == .yes }
}

extension Book {
  /// The checks of the paper that a report goes with.
  package func paperChecks(of report: Report) -> PaperChecks? { report.paper.flatMap { papers[$0]?.checks } }

  /// Whether a paper holds what is exempt. Of one that is gone nobody can tell any more, so that it is taken for one.
  package func isExempt(paper id: String?) -> Bool {
    guard let id else { return false }
    return papers[id].map(\.isExempt) ?? true
  }
}

/// The paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972, by their numbers.
package enum ExemptParagraph: Int, Sendable, CaseIterable {
  case individual = 1
  case identity, finance, labour, privilege, notices, crime

  /// What such information is, in the words of the Schedule made short.
  package var words: String {
    switch self {
    case .individual: "information relating to any individual"
    case .identity: "information likely to reveal the identity of an individual"
    case .finance: "information relating to the financial or business affairs of any particular person"
    case .labour: "information relating to consultations or negotiations on labour relations"
    case .privilege: "information to which legal professional privilege could be maintained"
    case .notices: "information that reveals a proposed statutory notice, order or direction"
    case .crime: "information relating to the prevention, investigation or prosecution of crime"
    }
  }
}

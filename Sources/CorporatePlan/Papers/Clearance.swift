/// That an officer cleared a paper or a report, or refused to: by role and date. Who the person was stays out of the ledger,
/// which can't be erased; the entry's author is an id.
package struct Clearance: Record {
  package static let kind = "clearance"
  /// The paper it was printed in; `nil` when it was given here.
  package var paper: String?
  /// The report that was read; `nil` for a clearance that was printed in an imported paper.
  package var report: String?
  /// "Chief Financial Officer".
  package var role: String
  package var decision: Decision
  /// Whether someone signed on behalf of the officer.
  package var onBehalf: Bool
  package var day: Day?
  /// What the officer said: conditions of a clearance, or why it was refused.
  package var comments: String?
  package var order: Int
  /// What was read, so that an edit afterwards shows; `nil` for a printed clearance.
  package var content: ClearedContent?

  package enum Decision: String, Sendable, CaseIterable {
    case cleared
    case withComments = "cleared with comments"
    case refused = "not cleared"
  }

  package var id: String { "\(report ?? paper ?? "")#\(role)" }

  package init(
    paper: String, role: String, onBehalf: Bool = false, day: Day? = nil, comments: String? = nil, order: Int = 0
  ) {
    self.paper = paper
    self.role = role
    decision = .cleared
    self.onBehalf = onBehalf
    self.day = day
    self.comments = comments
    self.order = order
  }

  package init(
    report: String, role: String, _ decision: Decision, onBehalf: Bool = false, on day: Day, comments: String? = nil,
    order: Int = 0, of content: ClearedContent
  ) {
    self.report = report
    self.role = role
    self.decision = decision
    self.onBehalf = onBehalf
    self.day = day
    self.comments = comments
    self.order = order
    self.content = content
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    paper = fields.optionalText("paper")
    report = fields.optionalText("report")
    if paper == nil, report == nil { throw FieldError("paper", "is missing") }
    role = try fields.text("role")
    decision = try fields.choice("decision", default: .cleared)
    onBehalf = fields.flag("on_behalf")
    day = try fields.day("day")
    comments = fields.optionalText("comments")
    order = try fields.integer("order", default: 0)
    if let content = fields.json["content"] { self.content = try ClearedContent(Fields(content)) }
  }

  package var body: JSON {
    .object([
      "paper": paper.json, "report": report.json, "role": .string(role),
      "decision": decision == .cleared ? nil : .string(decision.rawValue), "on_behalf": onBehalf.json,
      "day": (day?.description).json, "comments": comments.json, "order": JSON(order), "content": content?.body,
    ])
  }
}

/// A report as somebody read it: the digest of the whole and of each section. In the ledger they are called hashes: what is
/// called a digest there names a file, which `verify` looks for.
///
/// Neither holds the edition, the ledger's position or who cleared it, so that clearing does not change what is cleared.
package struct ClearedContent: Equatable, Sendable {
  /// `sha256:` and 64 hex digits.
  package let digest: String
  package let sections: [Section]

  package struct Section: Equatable, Sendable {
    /// What it is, whatever its heading.
    package let key: String
    package let heading: String
    package let digest: String

    package init(_ key: String, heading: String, digest: String) {
      self.key = key
      self.heading = heading
      self.digest = digest
    }
  }

  package init(digest: String, sections: [Section]) {
    self.digest = digest
    self.sections = sections
  }

  init(_ fields: Fields) throws(FieldError) {
    digest = try ClearedContent.hash(fields)
    sections = try (fields.json["sections"]?.array ?? []).map { section throws(FieldError) in
      let section = Fields(section)
      return Section(
        try section.text("key"), heading: section.optionalText("heading") ?? "",
        digest: try ClearedContent.hash(section))
    }
  }

  /// Earlier programs called it a digest; ledgers hold such ones.
  private static func hash(_ fields: Fields) throws(FieldError) -> String {
    if let earlier = fields.optionalText("digest") { return earlier }
    return try fields.text("hash")
  }

  var body: JSON {
    .object([
      "hash": .string(digest),
      "sections": .array(
        sections.map {
          .object([
            "key": .string($0.key), "heading": $0.heading.isEmpty ? nil : .string($0.heading),
            "hash": .string($0.digest),
          ])
        }),
    ])
  }

  /// The sections of this that the earlier one has not, or has otherwise; then those that are gone.
  package func changes(since earlier: ClearedContent) -> [(section: Section, change: Change)] {
    let before = Dictionary(earlier.sections.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(sections.map(\.key))
    let here = sections.compactMap { section -> (Section, Change)? in
      guard let old = before[section.key] else { return (section, .added) }
      return old.digest == section.digest ? nil : (section, .changed)
    }
    return here + earlier.sections.filter { !kept.contains($0.key) }.map { ($0, .leftOut) }
  }

  package enum Change: String, Sendable {
    case changed
    case added = "was added"
    case leftOut = "was left out"
  }
}

/// What a councillor asked about the plan or a period, the post that answers, and the answer. It prints in reports once
/// somebody approved it.
package struct Question: Record, Dated {
  package static let kind = "question"
  package let id: String
  /// What it is asked in.
  package var period: Period
  /// The indicator, or the part of the plan, that it is about; the whole plan when there is none.
  package var subject: RecordID?
  package var text: String
  /// The id of the councillor who asked, where they have an account. Names are no part of the ledger.
  package var by: String?
  /// On whose behalf it is printed: "Overview and Scrutiny Committee".
  package var committee: String?
  /// The post that is to answer.
  package var post: String?
  package var answer: String?
  /// Whether it may print.
  package var isApproved: Bool

  package init(
    id: String, period: Period, subject: RecordID? = nil, text: String, by: String? = nil, committee: String? = nil,
    post: String? = nil, answer: String? = nil, isApproved: Bool = false
  ) {
    self.id = id
    self.period = period
    self.subject = subject
    self.text = text
    self.by = by
    self.committee = committee
    self.post = post
    self.answer = answer
    self.isApproved = isApproved
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    period = try fields.period("period")
    subject = fields.optionalText("subject").map { RecordID(fields.optionalText("of") ?? PlanItem.kind, $0) }
    text = try fields.text("text")
    by = fields.optionalText("by")
    committee = fields.optionalText("committee")
    post = fields.optionalText("post")
    answer = fields.optionalText("answer")
    isApproved = fields.flag("approved")
  }

  package var body: JSON {
    .object([
      "period": .string(period.code), "of": (subject?.kind).json, "subject": (subject?.record).json,
      "text": .string(text), "by": by.json, "committee": committee.json, "post": post.json, "answer": answer.json,
      "approved": isApproved.json,
    ])
  }
}

extension Question {
  /// How far it has come.
  package enum State: String, Sendable, CaseIterable {
    case asked
    /// A post is to answer it.
    case assigned
    case answered
    /// It prints.
    case approved
  }

  package var state: State {
    if isApproved, answer != nil { return .approved }
    if answer != nil { return .answered }
    return post == nil ? .asked : .assigned
  }
}

extension Book {
  /// The questions that print in reports of a period, in the order in which they were asked.
  package func approvedQuestions(in period: Period) -> [Question] {
    questions.values.filter { $0.period.code == period.code && $0.state == .approved }
      .sorted { ($0.id.count, $0.id) < ($1.id.count, $1.id) }
  }

  /// The questions that wait for an answer of somebody's posts.
  package func questions(askedOf person: String, on day: Day) -> [Question] {
    questions.values.filter { question in
      question.state == .assigned && question.post.map { recipients(of: $0, on: day).contains(person) } == true
    }
    .sorted { ($0.id.count, $0.id) < ($1.id.count, $1.id) }
  }
}

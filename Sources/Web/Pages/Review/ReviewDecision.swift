import CorporatePlan

extension ReviewPage {
  /// What a reviewer decides on one return, as the form says it.
  struct Decision: Sendable {
    let subject: RecordID
    let step: Review.Step
    let reason: String
    /// The newest change of the return that the form showed; what says nothing has seen nothing.
    let seen: Int
    /// The revision of its review that the form showed.
    let revision: Int

    init?(_ form: OfficeForm) {
      guard let subject = form["row"].flatMap(RecordID.init(key:)), let step = form["step"].flatMap(Review.Step.init),
        step != .submitted
      else { return nil }
      (self.subject, self.step) = (subject, step)
      reason = form["reason"] ?? ""
      seen = form["seen"].flatMap { Int($0) } ?? -1
      revision = form["revision"].flatMap { Int($0) } ?? -1
    }
  }
}

extension OfficeVisit {
  /// Who takes a step now.
  var stepper: Stepper { Stepper(person.id, on: today) }

  /// Records one decision on the newest state of the return, if that is what the form showed.
  func record(_ decision: ReviewPage.Decision, in period: Period) async throws {
    let (stepper, reach) = (stepper, reach)
    let review = RecordID(Review.kind, Slot.id(of: decision.subject, in: period))
    try await site.council.append(
      reason: decision.step == .approved ? "Return approved" : "Return returned", author: session.author,
      at: office.moment, expecting: [review: decision.revision]
    ) { book in
      guard book.isWithin(reach, decision.subject) else { throw Refusal.notYours }
      guard let row = book.returnRow(of: decision.subject, in: period, on: stepper.day) else {
        throw Refusal.notFound("This return")
      }
      let shown = [row.id: decision.seen]
      return decision.step == .approved
        ? try book.approval(of: [row], by: stepper, shown: shown)
        : try book.givingBack([row], because: decision.reason, shown: shown)
    }
  }

  /// How many of the rows can be approved without a closer look.
  func approvable(_ rows: [ReturnRow]) -> Int {
    (try? book.approvalOfAll(rows, by: stepper))?.revisions.count ?? 0
  }
}

/// What a change in the ledger is about.
package enum ChangeSubject: Equatable, Sendable {
  /// An indicator, an item of the plan, or a risk: for those whose it is.
  case of(RecordID)
  /// What holds for everybody: the calendar, the rules, the report.
  case everybody
  /// What only those need who see all: who holds which post, files that were taken in.
  case council
}

extension Entry {
  /// - Parameter before: the record's body before, which tells what a withdrawal is about.
  package func subject(before: JSON?) throws(JSONError) -> ChangeSubject {
    var now: JSON?
    if let body { now = try JSON(parsing: body) }
    let body = now ?? before
    func text(_ member: String) -> String? { body?[member]?.string }
    switch kind {
    case PlanItem.kind, Indicator.kind, Risk.kind: return .of(recordID)
    case RiskScore.kind: return text("risk").map { .of(RecordID(Risk.kind, $0)) } ?? .council
    case Split.kind: return .of(RecordID(PlanItem.kind, record))
    case Actual.kind, Target.kind, StatusOverride.kind, PrintedStatus.kind, Comparator.kind:
      return text("indicator").map { .of(RecordID(Indicator.kind, $0)) } ?? .council
    case ActionUpdate.kind, PrintedProgress.kind:
      return text("item").map { .of(RecordID(PlanItem.kind, $0)) } ?? .council
    case Commentary.kind, Baseline.kind, Section.kind, Contribution.kind, Review.kind, Waiver.kind, Confirmation.kind,
      LockException.kind, EvidenceFile.kind:
      return text("subject").map { .of(RecordID(text("of") ?? PlanItem.kind, $0)) } ?? .council
    case Question.kind:
      return text("subject").map { .of(RecordID(text("of") ?? PlanItem.kind, $0)) } ?? .everybody
    case SignOff.kind: return text("unit").map { .of(RecordID(Service.kind, $0)) } ?? .council
    case CouncilProfile.kind, Plan.kind, EnteredPeriod.kind, RuleRecord.kind, Ruling.kind, Cycle.kind, Freeze.kind,
      Holiday.kind, Seal.kind:
      return .everybody
    default: return .council
    }
  }
}

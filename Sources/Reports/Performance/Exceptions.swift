import CorporatePlan
import Documents

/// Why an indicator or action is listed in a report by exception. Which 22 of 200 were chosen is the first question of
/// members, so each says.
extension PerformanceReport {
  func exceptions(_ standing: IndicatorStanding) -> [String] {
    var reasons: [String] = []
    let tone = marks.mark(standing.outcome).tone
    let before = since.standingBefore(standing.indicator)
    let isNewData = before?.dataPeriod.map { $0.code } != standing.dataPeriod?.code
    if standing.status != nil, tone == .red { reasons.append("off target") }
    if standing.status != nil, tone == .amber, isNewData, let before, before.status != nil,
      marks.mark(before.outcome).tone == .amber
    {
      reasons.append("slightly off target twice running")
    }
    if let move = since.moved(standing.indicator.recordID) {
      reasons.append("was \(marks.mark(move.status.before).word)")
    }
    if standing.isDue, !standing.hasData { reasons.append("no figure") }
    if case .undetermined = standing.outcome, standing.hasData { reasons.append("can't be rated yet") }
    if standing.hasData, standing.state == .provisional || standing.state == .estimated {
      reasons.append(standing.state.rawValue)
    }
    if standing.state == .revised || since.revised.contains(where: { $0.indicator.id == standing.indicator.id }) {
      reasons.append("figure corrected")
    }
    if standing.override != nil { reasons.append("decided by an officer") }
    return reasons
  }

  func exceptions(_ action: ActionStanding) -> [String] {
    var reasons: [String] = []
    let mark = actionMarks.mark(action.outcome)
    if action.status != nil, mark.tone == .red { reasons.append("off track") }
    if isOverdue(action) { reasons.append("overdue") }
    if let move = since.moved(action.item.recordID) {
      reasons.append("was \(actionMarks.mark(move.status.before).word)")
    }
    if let before = since.before?.allActions.first(where: { $0.item.id == action.item.id }), before.status != nil,
      action.status != nil, mark.tone == .amber, actionMarks.mark(before.outcome).tone == .amber
    {
      reasons.append("slightly off track twice running")
    }
    if action.update == nil { reasons.append("nothing reported") }
    if case .undetermined = action.outcome { reasons.append("not judged") }
    return reasons
  }

  /// Whether its date had passed when the period ended and it was not done.
  func isOverdue(_ action: ActionStanding) -> Bool {
    guard let due = action.item.due, due < period.end else { return false }
    switch action.update?.stage {
    case .complete, .withdrawn: return false
    default: return action.item.end.map { period.end <= $0 } ?? true
    }
  }

  /// Those that the report lists: all of them, or those with a reason.
  func shown(_ standings: [IndicatorStanding]) -> [IndicatorStanding] {
    detail == .full ? standings : standings.filter { !exceptions($0).isEmpty }
  }

  func shown(_ actions: [ActionStanding]) -> [ActionStanding] {
    detail == .full ? actions : actions.filter { !exceptions($0).isEmpty }
  }

  /// What is counted and not listed, by name in one line.
  func rest(_ names: [String], of whole: Int, _ noun: String) -> [ReportPart] {
    guard detail == .exceptions, whole > 0 else { return [] }
    guard !names.isEmpty else { return [] }
    let plan = whole == 1 ? "The one \(noun)" : "\(names.count) of \(counted(whole, noun))"
    return [
      .paragraph(
        "\(plan) \(names.count == 1 ? "gives" : "give") no reason to be listed: \(names.joined(separator: "; ")).")
    ]
  }
}

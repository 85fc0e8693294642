/// Words or figures that a return can't be submitted without, and why.
package struct Demand: Hashable, Sendable {
  package let kind: Kind
  /// The field that meets it.
  package let field: ReturnField
  package let sentence: String

  package enum Kind: String, Sendable, CaseIterable {
    /// Nothing was entered.
    case entry
    /// An action under way that nobody judged.
    case judgement
    /// There is no figure, and no word of why.
    case missing
    /// It has the worst status of its rule.
    case red
    /// Its status is another than the period before.
    case moved
    /// The officer's judgement is another than the dates suggest.
    case differs
    /// An officer decided its status in place of the rule.
    case override
    /// An action is forecast later than it was.
    case later
  }

  init(_ kind: Kind, _ field: ReturnField, _ sentence: String) {
    self.kind = kind
    self.field = field
    self.sentence = sentence
  }
}

/// What asks for words on an indicator's return.
struct FigureDemands {
  let standing: IndicatorStanding
  let before: (period: Period, status: Status)?
  /// The rule in force, whose words for statuses are the council's; `nil` where there is none.
  let rule: RatingRule?
  /// Whether something public is said of it.
  let hasWords: Bool

  var unmet: [Demand] {
    if !standing.isReturned || standing.value == .missing(.notReturned) {
      return [Demand(.entry, .value, "Enter the figure, or say why there is none.")]
    }
    guard !hasWords else { return [] }
    if case .missing(let reason) = standing.value {
      return [
        Demand(.missing, .commentary, "There is no figure (\(reason.rawValue)). Say why, and when there will be one.")
      ]
    }
    guard let status = standing.status else { return [] }
    var demands: [Demand] = []
    if status == rule?.worst ?? .red {
      demands.append(Demand(.red, .commentary, "It is \(called(status)). Say why, and what is being done."))
    }
    if let before, before.status != status {
      demands.append(
        Demand(
          .moved, .commentary,
          "It was \(called(before.status)) in \(before.period.name) and is \(called(status)) now. Say what changed."))
    }
    if let override = standing.override, override.status != standing.rating.status {
      let computed = standing.rating.status.map { "the rule gives “\(called($0))”" } ?? "the rule gives no status"
      demands.append(
        Demand(
          .override, .commentary,
          "An officer decided “\(called(override.status))”; \(computed). Say why in public words."))
    }
    return demands
  }

  /// "off target": the council's word for a status, within a sentence.
  private func called(_ status: Status) -> String {
    let word = rule?.word(for: status) ?? status.id
    return word.prefix(1).lowercased() + word.dropFirst()
  }
}

/// What asks for words on an action's return.
struct ActionDemands {
  let standing: ActionStanding
  let earlier: ActionUpdate?
  let before: (period: Period, status: Status)?
  let worst: Status
  let hasWords: Bool

  var unmet: [Demand] {
    guard let update = standing.update else {
      return [Demand(.entry, .stage, "Say how far it is, or that there is nothing to report.")]
    }
    var demands: [Demand] = []
    if case .undetermined = standing.outcome {
      demands.append(Demand(.judgement, .judged, "Judge how it is going."))
    }
    guard !hasWords else { return demands }
    if let status = standing.status {
      if status == worst { demands.append(Demand(.red, .done, "It is \(status). Say why, and what is being done.")) }
      // Completing an action is what the plan wanted.
      if let before, before.status != status, status != .complete {
        demands.append(
          Demand(
            .moved, .done, "It was \(before.status) in \(before.period.name) and is \(status) now. Say what changed."))
      }
      if standing.differsFromHint, let hint = standing.hint {
        demands.append(
          Demand(.differs, .done, "Its dates suggest \(hint), and it is judged \(status). Say why."))
      }
    }
    if let forecast = update.forecast, let was = earlier?.forecast ?? standing.item.due, forecast > was,
      update.stage != .complete
    {
      demands.append(
        Demand(.later, .done, "It is now expected on \(forecast.words), after \(was.words). Say why it is later."))
    }
    return demands
  }
}

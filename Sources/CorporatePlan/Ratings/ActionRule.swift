/// A council's rule for the status of actions, as data: from dates, or an officer's judgement (domain, section 3).
package struct ActionRule: Equatable, Sendable {
  package let id: String
  package let council: String
  /// Read in order; the first that holds.
  package let states: [State]
  /// Whether an officer judges; the computed status is then only the words of the key.
  package let isJudged: Bool

  package struct State: Equatable, Sendable {
    package let status: Status
    package let when: Condition
    package let words: String
  }

  package enum Condition: Equatable, Sendable {
    case completed
    /// The forecast is no later than so many months after the original due date; `including` that day itself.
    case forecast(monthsAfterDue: Int, including: Bool)
    case otherwise
    case judgement
  }

  /// Reads a rule with `"for": "actions"`.
  package init(_ json: JSON) throws(RuleError) {
    id = json["id"]?.string ?? "unnamed"
    council = json["council"]?.string ?? id
    isJudged = json["judged"]?.bool ?? false
    guard let items = json["states"]?.array, !items.isEmpty else {
      throw RuleError(rule: id, member: "states", message: "is missing")
    }
    var states: [State] = []
    for item in items {
      guard let status = item["status"]?.string, let when = item["when"]?.string else {
        throw RuleError(rule: id, member: "states", message: "a state needs status and when")
      }
      guard let condition = isJudged ? .judgement : Condition(when) else {
        throw RuleError(rule: id, member: "states", message: "“\(when)” is not a condition we know")
      }
      states.append(State(status: Status(status), when: condition, words: when))
    }
    self.states = states
  }

  /// The status of an action with those dates; `nil` when it takes a judgement or a date is missing.
  package func status(completed: Bool, due: Day?, forecast: Day?) -> Status? {
    for state in states {
      switch state.when {
      case .completed where completed: return state.status
      case .completed: continue
      case .forecast(let months, let including):
        guard let due, let forecast else { return nil }
        let limit = due.adding(months: months)
        if forecast < limit || (including && forecast == limit) { return state.status }
      case .otherwise: return state.status
      case .judgement: return nil
      }
    }
    return nil
  }
}

extension ActionRule {
  /// The status that the dates of an action suggest; `nil` for a withdrawn one.
  func hint(for action: PlanItem, _ update: ActionUpdate) -> Status? {
    guard update.stage != .withdrawn else { return nil }
    return status(
      completed: update.stage == .complete, due: action.due, forecast: update.forecast ?? update.completed)
  }
}

extension ActionRule.Condition {
  /// `completed`, `forecast <= original due`, `forecast < original due + 3 months`, `otherwise`.
  init?(_ text: String) {
    if text == "completed" || text == "otherwise" {
      self = text == "completed" ? .completed : .otherwise
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 4 || words.count == 7, words[0] == "forecast", words[1] == "<" || words[1] == "<=",
      words[2] == "original", words[3] == "due"
    else { return nil }
    let months = words.count == 7 && words[4] == "+" && words[6].hasPrefix("month") ? Int(words[5]) : 0
    guard let months, words.count == 4 || months > 0 else { return nil }
    self = .forecast(monthsAfterDue: months, including: words[1] == "<=")
  }
}

extension Day {
  /// The same day of a later month, or that month's last day when it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return Day(unchecked: newYear, newMonth, min(day, Day.length(of: newMonth, in: newYear)))
  }
}

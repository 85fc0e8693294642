extension RatingRule {
  /// Reads one rule in the form of `rag_schemes.json`. Refuses values of the wrong kind, limits that do not grow, and
  /// members that look like a misspelling of its own, so that a misspelt rule never rates. Other members are notes.
  package init(_ json: JSON) throws(RuleError) {
    let id = json["id"]?.string ?? "unnamed"
    func wrong(_ member: String, _ message: String) -> RuleError {
      RuleError(rule: id, member: member, message: message)
    }
    guard case .members = json else { throw wrong("", "a rule is a JSON object") }
    if let member = json.misspelt(among: RatingRule.members) {
      throw wrong(
        member, "is not a member of a rule; did you mean one of \(RatingRule.members.joined(separator: ", "))?")
    }
    for member in ["met", "equal"] where json[member] != nil && json[member]?.string == nil {
      throw wrong(member, "is not the name of a status")
    }
    guard let basisName = json["basis"]?.string else { throw wrong("basis", "is missing") }
    guard let basis = Basis(rawValue: basisName) else {
      throw wrong("basis", "“\(basisName)” is none of relative, absolute, thresholds, met")
    }
    self.id = id
    self.basis = basis
    council = json["council"]?.string ?? id
    met = Status(json["met"]?.string ?? "green")
    equal = Status(json["equal"]?.string ?? json["met"]?.string ?? "green")
    bands = try RatingRule.bands(json["bands"], "bands", "upTo", id)
    better = try RatingRule.bands(json["better"], "better", "beyond", id)
    thresholds = try RatingRule.thresholds(json["thresholds"], id)
    switch json["atThreshold"]?.string ?? "better" {
    case "better": thresholdIsBetter = true
    case "worse": thresholdIsBetter = false
    case let other: throw wrong("atThreshold", "“\(other)” is neither better nor worse")
    }
    zeroTarget = try RatingRule.zeroTarget(json["zeroTarget"], id)
    lift = try RatingRule.lift(json["lift"], id)
    switch json["compare"]?.string ?? "stored" {
    case "stored": comparesDisplayed = false
    case "displayed": comparesDisplayed = true
    case let other: throw wrong("compare", "“\(other)” is neither stored nor displayed")
    }
    var words: [Status: String] = [:]
    if case .members(let members) = json["words"] {
      for member in members { words[Status(member.key)] = member.value.string }
    }
    self.words = words
    printedKey = json["printedKey"]?.string
    if basis == .thresholds {
      guard thresholds.count >= 2, thresholds.last?.column == nil,
        thresholds.dropLast().allSatisfy({ $0.column != nil })
      else { throw wrong("thresholds", "needs a column for every status but the last") }
    } else {
      try RatingRule.check(bands, "bands", id)
      if basis == .met, bands.count > 1 { throw wrong("bands", "basis met has one band: met or not met") }
    }
    guard statuses.count <= 32 else { throw wrong("bands", "gives more than 32 statuses") }
  }

  static let members = [
    "id", "council", "source", "for", "basis", "met", "equal", "bands", "better", "thresholds", "atThreshold",
    "zeroTarget",
    "lift", "compare", "words", "printedKey",
  ]

  /// Bands grow, and only the last has no limit.
  private static func check(_ bands: [Band], _ member: String, _ id: String) throws(RuleError) {
    guard bands.last?.limit == Limit.none, !bands.dropLast().contains(where: { $0.limit == .none }) else {
      throw RuleError(rule: id, member: member, message: "needs a limit for every band but the last, which has none")
    }
    let limits = bands.compactMap { band in
      if case .of(let limit) = band.limit { limit } else { nil }
    }
    guard zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw RuleError(rule: id, member: member, message: "needs limits that grow from band to band")
    }
  }

  private static func bands(_ json: JSON?, _ member: String, _ limit: String, _ id: String) throws(RuleError) -> [Band]
  {
    guard let json else { return [] }
    guard let items = json.array else { throw RuleError(rule: id, member: member, message: "is not a list") }
    var bands: [Band] = []
    for item in items {
      guard let status = item["status"]?.string else {
        throw RuleError(rule: id, member: member, message: "a band has no status")
      }
      if let wrong = item.misspelt(among: ["status", limit, "including"]) {
        throw RuleError(
          rule: id, member: member, message: "“\(wrong)” is not a member of a band; it has status, \(limit), including")
      }
      if let including = item["including"], including.bool == nil {
        throw RuleError(rule: id, member: member, message: "including is true or false, without quotation marks")
      }
      bands.append(
        Band(Status(status), try self.limit(item[limit], member, id), including: item["including"]?.bool ?? false))
    }
    return bands
  }

  private static func limit(_ json: JSON?, _ member: String, _ id: String) throws(RuleError) -> Limit {
    guard let text = json?.scalarText else { return .none }
    if text == "tolerance" { return .tolerance }
    guard let quantity = Quantity(text), quantity >= .zero, quantity.mantissa < 1_000_000_000_000 else {
      throw RuleError(
        rule: id, member: member, message: "“\(text)” is not a limit; write a number such as 5, or tolerance")
    }
    return .of(quantity)
  }

  private static func thresholds(_ json: JSON?, _ id: String) throws(RuleError) -> [Threshold] {
    guard let json else { return [] }
    guard let items = json.array else { throw RuleError(rule: id, member: "thresholds", message: "is not a list") }
    var thresholds: [Threshold] = []
    for item in items {
      guard let status = item["status"]?.string else {
        throw RuleError(rule: id, member: "thresholds", message: "a threshold has no status")
      }
      let name = item["column"]?.string
      let column = name.flatMap(Threshold.Column.init(rawValue:))
      if let name, column == nil {
        throw RuleError(rule: id, member: "thresholds", message: "“\(name)” is none of target, green, amber")
      }
      thresholds.append(Threshold(status: Status(status), column: column))
    }
    return thresholds
  }

  private static func zeroTarget(_ json: JSON?, _ id: String) throws(RuleError) -> ZeroTarget {
    switch json {
    case nil, .string("worst"), .string("anyMissWorst"): return .worst
    case .members:
      let bands = try bands(json?["bands"] ?? json?["absolute"], "zeroTarget", "upTo", id)
      try check(bands, "zeroTarget", id)
      return .absolute(bands)
    default: throw RuleError(rule: id, member: "zeroTarget", message: "is neither worst nor bands in points")
    }
  }

  private static func lift(_ json: JSON?, _ id: String) throws(RuleError) -> Lift? {
    guard let json, json != .null else { return nil }
    guard let from = json["from"]?.string, let to = json["to"]?.string,
      let against = Lift.Against(rawValue: json["against"]?.string ?? "samePeriodLastYear")
    else {
      throw RuleError(rule: id, member: "lift", message: "needs from, to and against (samePeriodLastYear, previous)")
    }
    switch json["when"]?.string ?? "betterOrSame" {
    case "better": return Lift(from: Status(from), to: Status(to), needsBetter: true, against: against)
    case "betterOrSame": return Lift(from: Status(from), to: Status(to), needsBetter: false, against: against)
    case let other: throw RuleError(rule: id, member: "lift", message: "“\(other)” is neither better nor betterOrSame")
    }
  }
}

extension JSON {
  /// A member that begins like one of the known names and is none of them: `equall`, `upto`.
  fileprivate func misspelt(among known: [String]) -> String? {
    guard case .members(let members) = self else { return nil }
    return members.map(\.key).first { key in
      !known.contains(key)
        && known.contains { $0.lowercased().prefix(4) == key.lowercased().prefix(4) && $0.utf8.count > 3 }
    }
  }
}

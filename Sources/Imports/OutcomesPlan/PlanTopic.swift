import CorporatePlan

/// What a line in a priority's tables announces.
enum PlanTopic: Equatable {
  /// "Corporate Priority", with the title behind it or in the next cell.
  case priority
  case outcomes
  case initiatives
  case mode(PlanItem.Mode)
  case indicators
  case achievements

  init?(_ text: String) {
    guard PlanTopic.mayBeOne(text) else { return nil }
    let name = text.normalisedName
    if name.wholeMatch(of: PlanTopic.priorityWords) != nil {
      self = .priority
    } else if name.wholeMatch(of: PlanTopic.outcomesWords) != nil {
      self = .outcomes
    } else if let mode = PlanTopic.mode(name) {
      self = .mode(mode)
    } else if name.wholeMatch(of: PlanTopic.initiativesWords) != nil {
      self = .initiatives
    } else if name.wholeMatch(of: PlanTopic.indicatorsWords) != nil {
      self = .indicators
    } else if name.wholeMatch(of: PlanTopic.achievementsWords) != nil {
      self = .achievements
    } else {
      return nil
    }
  }

  // A pattern is compiled where it stands, once here and not for every cell.
  nonisolated(unsafe) private static let priorityWords =
    /(corporate |strategic |council |our )?(priority|ambition|theme|objective)( area)?( \d)?/
  nonisolated(unsafe) private static let outcomesWords =
    /(the |our |key )?(specific |key )?outcomes( (that )?we (want|aim|will|plan|hope|are).*)?/
  nonisolated(unsafe) private static let initiativesWords =
    /(the |our )?(key )?(projects|initiatives|actions)( and (projects|initiatives|actions))?( to deliver| that will deliver| we will).*/
  nonisolated(unsafe) private static let indicatorsWords =
    /(the |our |key )?(performance )?(indicators|measures)( that| which| to| of).*(evidence|success|achiev|progress|know).*/
  nonisolated(unsafe) private static let achievementsWords =
    /(20\d\d( \d\d)? )?achievements( (in|of|for|during) 20.*)?/
  nonisolated(unsafe) private static let modeWords =
    /(?:what )?(?:we|the council|i) will (continue to do|keep doing|continue|do more of|do more|do differently|change|start doing)/

  /// Whether one of the words that stand in every such heading is in a text. Every short cell of every document is asked,
  /// so it looks at bytes.
  private static func mayBeOne(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (5...100).contains(bytes.count) else { return false }
    return bytes.withContiguousStorageIfAvailable { bytes in roots.contains { holds(bytes, $0) } } ?? true
  }

  private static let roots = [
    "priorit", "ambition", "theme", "objective", "outcome", "will ", "project", "initiative", "actions", "indicator",
    "measure", "achievement",
  ].map { Array($0.utf8) }

  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ root: [UInt8]) -> Bool {
    guard bytes.count >= root.count else { return false }
    return (0...bytes.count - root.count).contains { start in
      root.indices.allSatisfy { bytes[start + $0] | 0x20 == root[$0] }
    }
  }

  private static func mode(_ name: String) -> PlanItem.Mode? {
    guard let match = name.wholeMatch(of: modeWords) else { return nil }
    switch match.1 {
    case "continue to do", "keep doing", "continue": return .continue
    case "do more of", "do more": return .more
    default: return .differently
    }
  }
}

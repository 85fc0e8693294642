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
    if name.wholeMatch(of: /(corporate |strategic |council |our )?(priority|ambition|theme|objective)( area)?( \d)?/)
      != nil
    {
      self = .priority
    } else if name.wholeMatch(
      of: /(the |our |key )?(specific |key )?outcomes( (that )?we (want|aim|will|plan|hope|are).*)?/) != nil
    {
      self = .outcomes
    } else if let mode = PlanTopic.mode(name) {
      self = .mode(mode)
    } else if name.wholeMatch(
      of:
        /(the |our )?(key )?(projects|initiatives|actions)( and (projects|initiatives|actions))?( to deliver| that will deliver| we will).*/
    ) != nil {
      self = .initiatives
    } else if name.wholeMatch(
      of:
        /(the |our |key )?(performance )?(indicators|measures)( that| which| to| of).*(evidence|success|achiev|progress|know).*/
    ) != nil {
      self = .indicators
    } else if name.wholeMatch(of: /(20\d\d( \d\d)? )?achievements( (in|of|for|during) 20.*)?/) != nil {
      self = .achievements
    } else {
      return nil
    }
  }

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
    guard
      let match = name.wholeMatch(
        of:
          /(?:what )?(?:we|the council|i) will (continue to do|keep doing|continue|do more of|do more|do differently|change|start doing)/
      )
    else { return nil }
    switch match.1 {
    case "continue to do", "keep doing", "continue": return .continue
    case "do more of", "do more": return .more
    default: return .differently
    }
  }
}

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
    guard text.utf8.count <= 100 else { return nil }
    let name = text.normalisedName
    guard PlanTopic.words.contains(where: name.contains) else { return nil }
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

  /// One of these stands in every such heading: most lines need not be looked at further.
  private static let words = [
    "priority", "ambition", "theme", "objective", "outcomes", " will ", "projects", "initiatives", "actions",
    "indicators", "measures", "achievements",
  ]

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

extension Recognition {
  /// What a kind of document is called: "a performance report with a scorecard".
  package static func words(for kind: String) -> String {
    switch kind {
    case "own-report": "a performance report that Goldthread wrote"
    case "scorecard": "a performance report with a scorecard"
    case "service-plan": "a service plan’s tables"
    case "delivery-plan": "a delivery plan"
    case "corporate-plan": "a corporate plan"
    case "cabinet-report": "a report to Cabinet"
    case "outcomes-plan": "a plan with outcomes, initiatives and evidence"
    case "pentana": "a workbook for Pentana"
    case "indicator-table": "a table of indicators or figures"
    case "goldthread-export": "an export of Goldthread"
    case "returns": "a workbook of returns"
    case "unknown": "nothing that is known here"
    default: kind.replacing("-", with: " ")
    }
  }
}

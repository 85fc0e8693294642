import CorporatePlan

/// The tables of data that a council gives out, by the names in their addresses.
package enum DataSet: String, Sendable, CaseIterable {
  case indicators, values, actions, plan, definitions
  // For those with a token alone.
  case periods, returns, risks

  /// Those that anyone may have.
  package static let open: [DataSet] = [.indicators, .values, .actions, .plan, .definitions]

  package var schema: DataSchema {
    switch self {
    case .indicators: IndicatorRow.definition.schema
    case .values: ValueRow.definition.schema
    case .actions: ActionRow.definition.schema
    case .plan: PlanRow.definition.schema
    case .definitions: DefinitionRow.definition.schema
    case .periods: PeriodRow.definition.schema
    case .returns: ReturnState.definition.schema
    case .risks: RiskRow.definition.schema
    }
  }

  /// Whether its rows are each of a reporting period.
  package var hasPeriods: Bool { schema.fields.contains { $0.name == "period" } && self != .periods }
}

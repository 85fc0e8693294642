import CorporatePlan

/// A reporting period with the days of its collection.
struct PeriodRow: Sendable {
  let period: Period
  let cycle: Cycle?
  let isFrozen: Bool
  let isSealed: Bool

  static let definition = DataDefinition<PeriodRow>(
    "periods", "Periods", row: "reporting period: its days and those of its collection", key: ["period"],
    [
      .id("period", "The reporting period") { $0.period.code },
      .text("name", "Its name") { $0.period.name },
      .day("period_start", "Its first day") { $0.period.start },
      .day("period_end", "Its last day") { $0.period.end + -1 },
      .day("opens", "The day on which returns are asked for") { $0.cycle?.opens },
      .day("returns_due", "The last day for returns") { $0.cycle?.returnsDue },
      .day("sign_off_due", "The last day for sign-off") { $0.cycle?.signOffDue },
      .day("locks", "From then on a change needs an exception") { $0.cycle?.locks },
      .day("cabinet", "The day of the cabinet’s meeting") { $0.cycle?.cabinet },
      .flag("is_frozen", "Whether nothing of it can change") { $0.isFrozen },
      .flag("is_sealed", "Whether its report is sealed") { $0.isSealed },
    ])
}

extension Book {
  /// Those that have figures, a calendar or a sealed report, oldest first.
  var periodRows: [PeriodRow] {
    let sealed = Set(seals.values.map(\.period))
    let periods = Set(reportingPeriods).union(cycles.values.map(\.period)).union(sealed)
    return periods.sorted().map { period in
      PeriodRow(
        period: period, cycle: cycles[period.code], isFrozen: freezes[period.code]?.holds == true,
        isSealed: sealed.contains(period))
    }
  }
}

import CorporatePlan
import Documents

/// Figures that can be read and are doubtful all the same.
extension TablesDraft {
  /// Whether an indicator has had figures below one before: 0.4% of bins missed.
  func isBelowOne(_ known: Indicator?) -> Bool {
    guard let known, let readings = order.book.readings[known.id] else { return false }
    return readings.actuals.contains { actual in
      actual.value.figure.map { $0.quantity.magnitude < Quantity(1) && $0.quantity != .zero } ?? false
    }
  }

  /// One question for all percentages whose figures may be parts of one (domain, section 2.1).
  mutating func askAboutFractions(of entries: [Int]) {
    guard let first = entries.first else { return }
    let slot = slots.slots.first { $0.entry == first && ($0.actual ?? $0.target) != nil }
    let figure = slot.flatMap { $0.actual ?? $0.target }.map { text($0).onOneLine } ?? ""
    let (are, they) = entries.count == 1 ? ("is a percentage", "its") : ("are percentages", "their")
    draft.tell(
      .question, .fractionBesidePercentages, at: roll[first].locator, verbatim: "\(roll[first].name): \(figure)",
      "\(named(entries)) \(are), and \(they) figures are fractions of one. They were kept as they stand: \(figure) as \(figure)%. If they mean parts of one, give them a percentage format, and import again."
    )
  }

  /// The grain of an indicator's figures, where they are of shorter periods than it is collected for on record.
  func finerGrain(than indicator: Indicator, _ place: Int) -> Period.Grain? {
    guard roll[place].known != nil, let own = indicator.frequency.months,
      let grain = roll.evidence[place].frequency, let months = grain.months, months < own
    else { return nil }
    return grain
  }

  mutating func tellFiner(_ grain: Period.Grain, of entries: [Int]) {
    let (are, periods) = (entries.count == 1 ? "is" : "are", "\(grain.rawValue)s")
    draft.tell(
      .warning, .figuresFiner, at: roll[entries[0]].locator, verbatim: roll[entries[0]].name,
      "The file gives figures for single \(periods) of \(named(entries)), which \(are) collected less often. They were taken for those \(periods); check that they are meant."
    )
  }

  /// A target of the whole year comes to those of its parts, which are on record.
  mutating func tellYearTargets() {
    guard slots.periods.contains(where: { $0.grain == .year }) else { return }
    for slot in slots.slots {
      let year = slots.period(of: slot)
      guard year.grain == .year, let cell = slot.target, let known = roll[slot.entry].known,
        let readings = order.book.readings[known.id], readings.target(in: year) == nil
      else { continue }
      let parts = readings.targets.filter {
        $0.period.grain != .year && year.start <= $0.period.start && $0.period.end <= year.end
      }
      guard !parts.isEmpty else { continue }
      let listed = parts.prefix(4).map { "\($0.verbatim) for \($0.period.name)" }.joined(separator: ", ")
      draft.tell(
        .warning, .yearTargetBeside, at: locator(cell), verbatim: text(cell).onOneLine,
        "The target of “\(known.name)” for \(year.name) is \(text(cell).onOneLine) here, and on record are targets of its parts: \(listed). All are kept; check that they agree."
      )
    }
  }

  /// The first few by their names, and how many more there are.
  private func named(_ entries: [Int]) -> String {
    let names = entries.prefix(3).map { "“\(roll[$0].name)”" }.joined(separator: ", ")
    return names + (entries.count > 3 ? " and \(entries.count - 3) more" : "")
  }
}

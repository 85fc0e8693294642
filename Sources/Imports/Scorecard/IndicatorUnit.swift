import CorporatePlan

extension IndicatorDraft {
  /// The unit of a row's figures, and what about it a person should know.
  func unit() -> (unit: Unit, diagnostics: [Diagnostic]) {
    let reading = NameReading(name: name)
    let figures = figures
    let signed = figures.filter { $0.unit == .percent }
    func told(_ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String) -> [Diagnostic] {
      [Diagnostic(severity, code, at: row.locator, verbatim: verbatim, message)]
    }
    if figures.isEmpty { return (reading.saysPercent ? .percent : reading.unit ?? .number, []) }
    if signed.count == figures.count {
      guard reading.saysCount else { return (.percent, []) }
      return (
        .percent,
        told(
          .warning, .countMeasuredInPercent,
          "The name speaks of a number, but target and actual are percentages. Correct the name or the unit.")
      )
    }
    if !signed.isEmpty {
      return (
        .percent,
        told(
          .note, .unitSignMissing, "One of the figures has a % sign and the other has none; both were read as per cent."
        )
      )
    }
    if let unit = figures.map(\.unit).first(where: { $0 != .number }) { return (unit, []) }
    guard reading.saysPercent || reading.saysProportion else { return (reading.unit ?? .number, []) }
    if figures.allSatisfy({ $0.quantity.magnitude <= Quantity(1) }), figures.contains(where: { $0.decimals > 0 }) {
      return (
        .number,
        told(
          .question, .fractionBesidePercentages,
          "The name speaks of a percentage, but the figures are fractions of one. They were kept as they stand; say whether they mean \(asPercent(figures))."
        )
      )
    }
    if reading.saysPercent {
      return (
        .percent,
        told(
          .note, .unitSignMissing,
          "The name speaks of a percentage and the figures have no % sign; they were read as per cent.")
      )
    }
    return (
      .number,
      told(
        .question, .unitSignMissing,
        "The name speaks of a proportion and the figures have no % sign; they were kept as plain numbers. Say whether per cent is meant."
      )
    )
  }

  private func asPercent(_ figures: [Figure]) -> String {
    figures.map { Quantity(mantissa: $0.quantity.mantissa * 100, scale: $0.quantity.scale) }
      .map { "\($0)%" }.joined(separator: " and ")
  }
}

import CorporatePlan
import Documents

extension PerformanceReport {
  /// Why each rating that is not good was given, with its arithmetic, and what officers say; likewise for every rating
  /// that an officer decided or that the source printed differently. Nobody has to take a status on trust.
  func reasons(_ standings: [IndicatorStanding], _ anchor: String) -> [ReportPart] {
    let items = worstFirst(standings).filter(needsReason).map(reason)
    guard !items.isEmpty else { return [] }
    return [.heading(.subsection, "What lies behind the ratings", anchor: anchor), .list(List(items: items))]
  }

  private func needsReason(_ standing: IndicatorStanding) -> Bool {
    let tone = marks.mark(standing.outcome).tone
    return tone == .amber || tone == .red || standing.override != nil || standing.isPrintedStatusUnsettled
      || !comments(on: standing.indicator.recordID).isEmpty
  }

  private func reason(_ standing: IndicatorStanding) -> [Inline] {
    var content: [Inline] = [
      .status(marks.mark(standing.outcome)), .text(" "), .strong(standing.indicator.name), .lineBreak,
    ]
    if let override = standing.override {
      content += [.text("\(decision(override, standing)) "), .lineBreak]
    }
    content.append(.text(standing.rating.why))
    if standing.isPrintedStatusUnsettled, let printed = standing.printed {
      content += [.lineBreak, .text(difference(printed, standing))]
    }
    return content + explanation(standing)
  }

  /// What officers say of it; that nobody explained the worst status is said too.
  private func explanation(_ standing: IndicatorStanding) -> [Inline] {
    let words = comments(on: standing.indicator.recordID)
    guard words.isEmpty, marks.mark(standing.outcome).tone == .red else { return words }
    return [.lineBreak, .emphasis("No explanation has been given.")]
  }

  /// "Amber, decided by an officer; the rule computes Green. Reason: …".
  private func decision(_ override: StatusOverride, _ standing: IndicatorStanding) -> String {
    let reason = override.reason.hasSuffix(".") ? override.reason : override.reason + "."
    return
      "\(marks.mark(override.status).word), decided by an officer; \(computed(standing)). Reason given: \(reason)"
  }

  private func difference(_ printed: PrintedStatus, _ standing: IndicatorStanding) -> String {
    "The document it was imported from showed \(marks.mark(printed.status).word); \(computed(standing)). "
      + "Nobody has settled the difference yet."
  }

  private func computed(_ standing: IndicatorStanding) -> String {
    switch standing.rating.outcome {
    case .rated(let status): "the rule computes \(marks.mark(status).word)"
    case .notRated(let reason): "the rule does not rate it (\(reason.text))"
    case .undetermined(let what): "the rule can't tell (\(what))"
    }
  }
}

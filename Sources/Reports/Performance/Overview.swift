import CorporatePlan
import Documents

extension PerformanceReport {
  /// How a priority stands, in sentences that each follow from the record: the counts, what moved, what is furthest from
  /// its target, and what officers said of that.
  func overview(_ section: Scorecard.Section) -> String {
    let standings = Set(section.standings.map(\.indicator.recordID))
    let actions = Set(section.actions.map(\.item.recordID))
    let moves = since.moves.filter { standings.contains($0.status.subject) || actions.contains($0.status.subject) }
    return ([counts(of: section), direction(of: section), movement(moves)] + furthest(section.standings))
      .compactMap { $0 }.joined(separator: " ")
  }

  /// "6 of 9 rated indicators are Green and 2 are Red; 4 of 6 rated Key Activities are Completed or Green."
  private func counts(of section: Scorecard.Section) -> String? {
    let parts = [
      share(section.indicatorTally, marks, nouns.indicator), share(section.actionTally, actionMarks, nouns.action),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
  }

  func share(_ tally: Tally, _ marks: StatusMarks, _ noun: String) -> String? {
    guard tally.rated > 0 else { return nil }
    func count(_ tones: Set<Tone>) -> (count: Int, words: String) {
      let statuses = tally.byStatus.filter { tones.contains(marks.mark($0.status).tone) }
      return (
        statuses.reduce(0) { $0 + $1.count }, statuses.map { marks.mark($0.status).word }.joined(separator: " or ")
      )
    }
    let (good, bad) = (count([.green, .blue]), count([.red]))
    let off = bad.count > 0 ? " and \(bad.count) \(bad.count == 1 ? "is" : "are") \(bad.words)" : ""
    return
      "\(good.count) of \(tally.rated) rated \(tally.rated == 1 ? noun : plural(noun)) \(good.count == 1 ? "is" : "are") "
      + "\(good.words)\(off)"
  }

  /// "Of 7 indicators that can be compared with the period before, 4 got better and 2 worse."
  private func direction(of section: Scorecard.Section) -> String? {
    let trends = section.indicatorTally.short
    func count(_ trend: Trend) -> Int { trends[trend, default: 0] }
    let comparable = count(.better) + count(.same) + count(.worse)
    guard comparable > 0 else { return nil }
    return
      "Of \(counted(comparable, nouns.indicator)) that can be compared with the period before, \(count(.better)) got "
      + "better and \(count(.worse)) worse."
  }

  /// The statuses that moved, by name, what got worse first.
  private func movement(_ moves: [SinceLast.Move]) -> String? {
    guard !moves.isEmpty, let before = since.before else { return nil }
    let named = moves.prefix(PerformanceReport.named).enumerated().map { index, move in
      let marks = move.status.subject.kind == PlanItem.kind ? actionMarks : marks
      return
        "“\(name(move.status))”\(index == 0 ? " moved" : "") from \(marks.mark(move.status.before).word) to \(marks.mark(move.status.now).word)"
    }
    let more = moves.count - named.count
    return
      "Since \(before.period.name), \(listed(named + (more > 0 ? ["\(more) more did too"] : [])))."
  }

  /// As many as a sentence bears.
  private static let named = 3

  /// What missed its target by the largest share of it, and the first sentence of what was said of it.
  private func furthest(_ standings: [IndicatorStanding]) -> [String] {
    let missed = standings.filter { standing in
      let tone = marks.mark(standing.outcome).tone
      return standing.status != nil && (tone == .red || tone == .amber)
        && standing.rating.share.map { $0 > .zero } ?? false
    }
    guard
      let worst = missed.enumerated().max(by: { one, other in
        (one.element.rating.share ?? .zero, -one.offset) < (other.element.rating.share ?? .zero, -other.offset)
      })?.element
    else { return [] }
    let away = worst.rating.share.map { ", \(whole($0)) away" } ?? ""
    var sentences = [
      "Furthest from its target is “\(worst.rowName)”: \(worst.valueText) against \(worst.targetText)\(away)."
    ]
    if let note = book.words(about: worst.indicator.recordID, in: period, .variance).first?.text.firstSentence {
      sentences.append("Officers say: “\(note)”")
    }
    return sentences
  }

  /// In whole per cent, and never "0%" of what was missed.
  private func whole(_ share: Quantity) -> String {
    share.rounded(to: 0) == .zero ? "less than 1%" : share.text(decimals: 0) + "%"
  }
}

extension String {
  /// Up to the first full stop, question mark or exclamation mark that ends a sentence.
  var firstSentence: String {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if ".!?".contains(self[index]), next == endIndex || self[next].isWhitespace { return String(self[..<next]) }
      index = next
    }
    return self
  }
}

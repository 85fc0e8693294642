extension PlanCheck {
  static let printedProgressDiffers = PlanCheck(
    "printed-progress-differs",
    looksFor: "A printed roll-up that is not the unweighted mean of the milestones beneath it."
  ) { plan in
    let printed = plan.book.printedProgress.values.sorted { ($0.period, $0.item) < ($1.period, $1.item) }
    var byPeriod: [Period: [String: Progress]] = [:]
    for period in Set(printed.map(\.period)) { byPeriod[period] = plan.book.progress(in: period) }
    return printed.compactMap { printed in
      guard let item = plan.book.items[printed.item] else { return nil }
      let progress = byPeriod[printed.period] ?? [:]
      guard let computed = progress[item.id] else {
        return (
          item.place,
          "\(item.quoted) is printed at \(printed.percent)% (\(printed.period.name)); nothing beneath it has a percentage, so that it can't be computed."
        )
      }
      guard computed.percent != printed.percent else { return nil }
      let ways = plan.ways(to: printed, of: item, computed, progress)
      let advice =
        ways.isEmpty
        ? "No other usual way gives the printed figure."
        : "The printed figure is \(ways.joined(separator: ", or "))."
      return (
        item.place,
        "\(item.quoted): printed \(printed.percent)%, computed \(computed.percent)% (\(computed.method)), \(printed.period.name). \(advice)"
      )
    }
  }
}

extension CheckedPlan {
  /// Other ways of reckoning that give the printed figure (domain, section 5.2).
  fileprivate func ways(
    to printed: PrintedProgress, of item: PlanItem, _ computed: Progress, _ progress: [String: Progress]
  ) -> [String] {
    let parts = tree.children[item.id] ?? []
    let actions = actions(under: item.id).filter { progress[$0.id] != nil }
    var ways: [String] = []
    if let mean = mean(of: parts.compactMap { share($0, progress, printed.period) }), mean == printed.percent {
      ways.append("the mean of its \(parts.count) parts")
    }
    if actions.map(\.id) != parts.map(\.id), let mean = mean(of: actions.compactMap { progress[$0.id]?.share }),
      mean == printed.percent
    {
      ways.append("the mean of the \(actions.count) actions beneath it")
    }
    if computed.leftOut > 0, computed.percent(withAtNought: computed.leftOut) == printed.percent {
      ways.append("the mean with those left out counted as nought")
    } else if computed.percent(withAtNought: 1) == printed.percent {
      ways.append("the mean with one more \(computed.kind.rawValue) at nought, which may have been lost on the way")
    }
    if printed.period.shareOfYear == printed.percent {
      ways.append("the share of the year that had passed, which may be a placeholder")
    }
    return ways
  }

  private func actions(under id: String) -> [PlanItem] {
    (tree.children[id] ?? []).flatMap { ($0.role == .action ? [$0] : []) + actions(under: $0.id) }
  }

  /// A part's own mean, or what was reported of it.
  private func share(_ item: PlanItem, _ progress: [String: Progress], _ period: Period) -> Share? {
    if let share = progress[item.id]?.share { return share }
    return book.updates["\(item.id)@\(period.code)"]?.percent.map { Share(sum: $0, count: 1) }
  }

  /// The mean of means, exact until it is rounded half up.
  private func mean(of shares: [Share]) -> Int? {
    guard shares.count > 1 else { return nil }
    var (sum, count) = (Int128(0), Int128(1))
    for share in shares {
      sum = sum * Int128(share.count) + Int128(share.sum) * count
      count *= Int128(share.count)
      let divisor = greatestCommonDivisor(sum, count)
      (sum, count) = (sum / divisor, count / divisor)
      guard count < 1 << 90 else { return nil }
    }
    count *= Int128(shares.count)
    return Int((2 * sum + count) / (2 * count))
  }
}

/// A mean that is not rounded yet.
private struct Share {
  let sum: Int
  let count: Int
}

private func greatestCommonDivisor(_ one: Int128, _ other: Int128) -> Int128 {
  var (a, b) = (one, other)
  while b != 0 { (a, b) = (b, a % b) }
  return a == 0 ? 1 : a
}

extension Progress {
  fileprivate var share: Share { Share(sum: sum, count: counted) }

  /// Rounded half up, with so many more at 0%.
  fileprivate func percent(withAtNought more: Int) -> Int { (2 * sum + counted + more) / (2 * (counted + more)) }
}

extension Period {
  /// How much of the financial year has passed at its end, in per cent: 25 for the first quarter.
  fileprivate var shareOfYear: Int? {
    guard let year = Period.containing(end + -1, .year), grain != .year else { return nil }
    let months = (end.civil.year - year.start.civil.year) * 12 + end.civil.month - year.start.civil.month
    return (200 * months + 12) / 24
  }
}

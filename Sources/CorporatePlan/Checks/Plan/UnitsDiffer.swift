extension PlanCheck {
  static let unitsDiffer = PlanCheck(
    "units-differ", looksFor: "An indicator whose targets, actuals and baseline are not all in one unit."
  ) { plan in
    plan.indicators.compactMap { indicator in
      let figures = plan.figures(of: indicator)
      for (place, one) in figures.enumerated() {
        if let other = figures[..<place].first(where: { !$0.figure.unit.isComparable(with: one.figure.unit) }) {
          return (
            indicator.place,
            "\(indicator.name.quoted) has \(other.what) of \(other.figure.text) and \(one.what) of \(one.figure.text). Bring them to one unit."
          )
        }
      }
      return nil
    }
  }
}

extension CheckedPlan {
  /// The first figure in each unit that an indicator has, with what it is.
  fileprivate func figures(of indicator: Indicator) -> [(what: String, figure: Figure)] {
    let readings = book.readings[indicator.id] ?? Readings()
    var all: [(what: String, figure: Figure)] = []
    func take(_ what: String, _ figure: Figure?) {
      if let figure, !all.contains(where: { $0.figure.unit == figure.unit }) { all.append((what, figure)) }
    }
    for target in readings.targets { take("a target for \(target.period.name)", target.expression?.figure) }
    take("a baseline", book.baselines["\(indicator.recordID.kind):\(indicator.id)"]?.value?.figure)
    for actual in readings.actuals { take("an actual for \(actual.period.name)", actual.value.figure) }
    return all
  }
}

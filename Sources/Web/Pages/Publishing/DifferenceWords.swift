import CorporatePlan
import Documents

/// What an indicator or action said before and says after, and why, in words for readers.
struct DifferenceWords {
  let difference: IssueDifference
  let marks: Marks

  var name: Table.Cell {
    let address = difference.subject.kind == Indicator.kind ? "indicators" : "actions"
    return Table.Cell(
      [.link(difference.name, url: "/\(address)/\(difference.subject.record.addressed)")], isRowHeader: true)
  }

  var before: Table.Cell { cell(difference.before) }
  var after: Table.Cell { cell(difference.after) }
  var why: String { difference.causes.map(words).joined(separator: "; ").capitalised + "." }

  /// A figure that is withheld now is not told by what it was.
  private var isWithheld: Bool {
    if case .indicator(let standing)? = difference.after { return standing.value == .missing(.suppressed) }
    return false
  }

  private func cell(_ said: IssueDifference.Said?) -> Table.Cell {
    switch said {
    case nil: return "not in the report"
    case .action(let standing)?: return Table.Cell([.status(marks.mark(standing))])
    case .indicator(let standing)?:
      if isWithheld { return "withheld: the numbers are small" }
      let indicator = standing.indicator
      let state = standing.hasData && standing.state != .final ? " (\(standing.state.rawValue))" : ""
      let target = standing.target.map { ", target \(indicator.text($0))" } ?? ""
      return Table.Cell([
        .text("\(indicator.text(standing.value))\(state)\(target) "), .status(marks.mark(standing)),
      ])
    }
  }

  private func words(_ cause: IssueDifference.Cause) -> String {
    switch cause {
    case .added: "it was added to the report since"
    case .gone: "it is not in the report any more"
    case .figure where isWithheld: "the figure is not published any more, because the numbers are small"
    case .figure: "the figure was revised"
    case .state: "the figure was \(isFinal ? "confirmed as final" : "marked otherwise")"
    case .target: "the target was changed"
    case .officer: "an officer’s decision was made, changed or taken back"
    case .rule(let old, let new): "the rule was changed, from \(old) to \(new)"
    case .definition: "the rule looks at limits or an earlier figure, and those were changed"
    case .update: "the officer’s judgement was revised"
    }
  }

  private var isFinal: Bool {
    if case .indicator(let standing)? = difference.after { return standing.state == .final }
    return false
  }
}

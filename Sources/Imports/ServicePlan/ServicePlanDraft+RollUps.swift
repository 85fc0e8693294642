import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// Gives percentages that stand alone to the priorities they stand with, in order.
  mutating func placeOrphans() {
    for row in orphans { place(row) }
  }

  private mutating func place(_ row: OrphanRow) {
    if period == nil {
      undated += row.cells
      return
    }
    let printed = Set(rollUps.map(\.item))
    let free = (row.above.isEmpty ? row.below : row.above).filter { !printed.contains($0) }
    for cell in row.cells {
      guard let percents = CellWords(cell.text).percentages, percents.count == 1, let item = free.first,
        row.cells.count == 1
      else {
        draft.tell(
          .question, .rollUpHomeless, at: cell.locator, verbatim: cell.text.trimmed,
          "This percentage stands alone, and no priority beside it lacks one. Say what it is of.")
        continue
      }
      draftRollUp(percents[0], of: item, cell)
      let agrees = progress[item]?.percent == percents[0]
      draft.tell(
        agrees ? .note : .warning, .rollUpPlaced, at: cell.locator, verbatim: cell.text.trimmed,
        "This percentage stands alone. By its place it is that of “\(title(item))”\(agrees ? ", and its milestones give the same figure" : ", though its milestones give another; check it")."
      )
    }
  }

  /// Holds printed percentages against the mean of the milestones beneath.
  mutating func checkRollUps() {
    let unsettled = unsettledBeneath()
    for printed in rollUps {
      guard let computed = progress[printed.item] else {
        draft.tell(
          .note, .printedRollUpUnchecked, at: printed.cell.locator, verbatim: printed.cell.text.trimmed,
          "No milestone of “\(title(printed.item))” has a percentage, so the printed one can't be checked.")
        continue
      }
      if let open = unsettled[printed.item] {
        draft.tell(
          .note, .printedRollUpUnchecked, at: printed.cell.locator, verbatim: printed.cell.text.trimmed,
          "“\(title(printed.item))” is printed with \(printed.percent)%. Questions about merged cells are open beneath it (\(open.joined(separator: ", "))), so it can't be checked yet."
        )
      } else if computed.percent != printed.percent {
        draft.tell(
          .warning, .printedRollUpDiffers, at: printed.cell.locator, verbatim: printed.cell.text.trimmed,
          "“\(title(printed.item))” is printed with \(printed.percent)%; its milestones give \(computed.percent)% (\(computed.method)). The printed figure is kept beside the computed one."
        )
      }
    }
  }

  /// Percentages that equal the part of the year that has gone by: time, most likely, and no progress.
  mutating func checkElapsedTime() {
    guard let period, period.grain == .quarter, let quarter = period.code.last.flatMap({ Int(String($0)) }), quarter < 4
    else {
      return
    }
    let elapsed = quarter * 25
    for printed in rollUps where printed.percent == elapsed && progress[printed.item]?.percent != elapsed {
      draft.tell(
        .warning, .elapsedQuarter, at: printed.cell.locator, verbatim: printed.cell.text.trimmed,
        "\(elapsed)% is the part of the year gone by at the end of \(period.name), and not what the milestones of “\(title(printed.item))” give. It may stand for time and not for progress."
      )
    }
    let items = draft.records.compactMap { $0 as? PlanItem }
    let children = Dictionary(grouping: items, by: \.parent)
    for mission in children[nil] ?? [] where mission.role == .priority {
      let leaves = percentages(beneath: mission.id, children)
      let equal = leaves.filter { $0 == elapsed }
      guard equal.count >= 3, equal.count * 5 >= leaves.count, let place = draft.place(of: mission.recordID) else {
        continue
      }
      draft.tell(
        .warning, .elapsedQuarter, at: place, verbatim: mission.title,
        "\(equal.count) of the \(leaves.count) milestones of “\(mission.title)” stand at exactly \(elapsed)%, the part of the year gone by at the end of \(period.name). Check that progress was entered and not time."
      )
    }
  }

  /// The actions about which a question is open, by code or title, for each item above them.
  private func unsettledBeneath() -> [String: [String]] {
    var beneath: [String: [String]] = [:]
    for id in unsettled.sorted() {
      guard let action = draft.record(RecordID(PlanItem.kind, id)) as? PlanItem else { continue }
      var parent = action.parent
      while let place = parent {
        beneath[place, default: []].append(action.code ?? action.title)
        parent = (draft.record(RecordID(PlanItem.kind, place)) as? PlanItem)?.parent
      }
    }
    return beneath
  }

  private func title(_ item: String) -> String {
    (draft.record(RecordID(PlanItem.kind, item)) as? PlanItem)?.title ?? item
  }
}

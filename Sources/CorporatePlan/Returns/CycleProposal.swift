/// The calendar that is proposed for a quarter, and what does not fit in it.
package struct CycleProposal: Equatable, Sendable {
  package let cycle: Cycle
  /// Sentences for the performance officer: which days come too early.
  package let remarks: [String]

  /// Counts on from the end of the period and, where the day of Cabinet is known, back from it (domain, section 7):
  /// notice of a key decision 28 clear days before, clearances 22 days before, the paper with democratic services seven
  /// working days before, the agenda out five clear working days before.
  package init(for period: Period, _ days: WorkingDays, cabinet: Day? = nil) {
    var cycle = Cycle.proposed(for: period, days)
    var remarks: [String] = []
    if let cabinet {
      cycle.cabinet = cabinet
      // On a day that is worked: the last one up to it.
      func worked(_ day: Day) -> Day { days.isWorking(day) ? day : days.day(-1, after: day) }
      let notice = worked(cabinet + -29)
      let clearances = worked(cabinet + -22)
      let papers = days.day(-7, after: cabinet)
      (cycle.notice, cycle.clearances, cycle.papers) = (notice, clearances, papers)
      cycle.agenda = days.day(-6, after: cabinet)
      if !days.isWorking(cabinet) { remarks.append("Cabinet on \(cabinet.words) is no working day.") }
      if let team = cycle.leadershipTeam, clearances <= team {
        remarks.append(
          "The leadership team sees the report on \(team.words), and clearances are due by \(clearances.words). Bring the "
            + "one forward, or report to a later Cabinet.")
      }
      if papers <= cycle.signOffDue {
        remarks.append(
          "The paper is due on \(papers.words), before returns are signed off on \(cycle.signOffDue.words). Cabinet on "
            + "\(cabinet.words) is too early for this period.")
      }
    }
    self.cycle = cycle
    self.remarks = remarks
  }
}

extension Book {
  /// Opens a period with the days as they were settled, or moves them; refused when they are out of order.
  package func opening(_ cycle: Cycle) throws(EntryRefused) -> [Revision] {
    if let refusal = refusal(toChange: cycle.period) { throw EntryRefused([EntryProblem(.whole, refusal)]) }
    do {
      _ = try Cycle(id: cycle.id, Fields(cycle.body, calendar: calendar))
    } catch {
      throw EntryRefused([EntryProblem(.whole, "\(error)")])
    }
    return cycle == cycles[cycle.id] ? [] : [cycle.revision]
  }
}

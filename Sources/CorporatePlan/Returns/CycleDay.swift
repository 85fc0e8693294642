/// A day in the calendar of a quarter, in the order in which they usually come.
package enum CycleDay: String, Sendable, CaseIterable {
  case opens
  case returnsDue = "returns_due"
  case signOffDue = "sign_off_due"
  case locks
  case leadershipTeam = "leadership_team"
  case board
  case notice, clearances, papers, agenda, cabinet

  /// A calendar without it is none.
  package var isNeeded: Bool { [.opens, .returnsDue, .signOffDue, .locks].contains(self) }

  package var words: String {
    switch self {
    case .opens: "Requests go out"
    case .returnsDue: "Returns due"
    case .signOffDue: "Sign-off due"
    case .locks: "Returns lock"
    case .leadershipTeam: "Leadership team"
    case .board: "Performance board"
    case .notice: "Notice of a key decision"
    case .clearances: "Clearances due"
    case .papers: "Paper to democratic services"
    case .agenda: "Agenda published"
    case .cabinet: "Cabinet"
    }
  }
}

extension Cycle {
  package subscript(day: CycleDay) -> Day? {
    switch day {
    case .opens: opens
    case .returnsDue: returnsDue
    case .signOffDue: signOffDue
    case .locks: locks
    case .leadershipTeam: leadershipTeam
    case .board: board
    case .notice: notice
    case .clearances: clearances
    case .papers: papers
    case .agenda: agenda
    case .cabinet: cabinet
    }
  }
}

/// What is wrong with one day of a calendar, and what to type instead.
package struct CycleProblem: Hashable, Sendable {
  /// `nil` for the calendar as a whole.
  package let day: CycleDay?
  package let sentence: String
}

/// All that is wrong with a calendar, at once. Nothing of it was recorded.
package struct CycleRefused: Error, Equatable {
  package let problems: [CycleProblem]
}

extension Book {
  /// Opens a quarter with days as somebody typed them, or moves its days. A day left empty is not kept, unless a calendar
  /// needs it.
  package func opening(_ period: Period, typed: [CycleDay: String]) throws(CycleRefused) -> [Revision] {
    var problems = refusal(toChange: period).map { [CycleProblem(day: nil, sentence: $0)] } ?? []
    var days: [CycleDay: Day] = [:]
    for kind in CycleDay.allCases {
      let text = typed[kind]?.trimmed ?? ""
      if let day = Day(typed: text) {
        days[kind] = day
      } else if !text.isEmpty {
        problems.append(
          CycleProblem(day: kind, sentence: "\(kind.words): enter a date, like 14/10/2025 or 14 October 2025"))
      } else if kind.isNeeded {
        problems.append(CycleProblem(day: kind, sentence: "\(kind.words): enter the day; a quarter needs it"))
      }
    }
    problems += CycleDay.disorder(of: days)
    guard problems.isEmpty, let opens = days[.opens], let returnsDue = days[.returnsDue],
      let signOffDue = days[.signOffDue], let locks = days[.locks]
    else { throw CycleRefused(problems: problems) }
    var cycle = Cycle(period: period, opens: opens, returnsDue: returnsDue, signOffDue: signOffDue, locks: locks)
    (cycle.leadershipTeam, cycle.board, cycle.cabinet) = (days[.leadershipTeam], days[.board], days[.cabinet])
    (cycle.notice, cycle.clearances) = (days[.notice], days[.clearances])
    (cycle.papers, cycle.agenda) = (days[.papers], days[.agenda])
    return cycle == cycles[cycle.id] ? [] : [cycle.revision]
  }

  /// The period whose returns are being dealt with: the one that is collected; without any calendar, the quarter that
  /// ended last or ends within a fortnight.
  package func currentPeriod(on today: Day) -> Period? {
    collecting(on: today) ?? Period.containing(today + 14, .quarter)?.earlier(by: 1)
  }
}

extension CycleDay {
  /// Days that can't come in that order: the returns' own, and what leads up to Cabinet.
  fileprivate static func disorder(of days: [CycleDay: Day]) -> [CycleProblem] {
    let pairs: [(CycleDay, CycleDay)] = [
      (.opens, .returnsDue), (.returnsDue, .signOffDue), (.signOffDue, .locks), (.notice, .cabinet),
      (.clearances, .cabinet), (.papers, .cabinet), (.agenda, .cabinet),
    ]
    return pairs.compactMap { first, then in
      guard let one = days[first], let other = days[then], other < one else { return nil }
      return CycleProblem(
        day: then,
        sentence: "\(then.words), \(other.words), is before “\(first.words)”, \(one.words). Move one of them")
    }
  }
}

/// By when what has to be done before a meeting, counted back from it.
package struct PaperDeadlines: Equatable, Sendable {
  package let steps: [Step]

  package struct Step: Equatable, Sendable {
    package let kind: Kind
    /// The last day on which it is in time.
    package let due: Day
    /// When it was done, as far as is recorded.
    package let done: Day?

    /// How it stands on a day.
    package func state(on day: Day) -> State {
      guard let done else { return day <= due ? .ahead : .overdue }
      return done <= due ? .inTime : .late
    }
  }

  package enum State: String, Sendable {
    case ahead = "not done yet"
    case overdue
    case inTime = "done in time"
    case late = "done late"
  }

  package enum Kind: String, Sendable, CaseIterable {
    /// SI 2012/2089, regulation 9: 28 clear days, counted in calendar days.
    case keyNotice = "Notice of the key decision published"
    /// The same, regulation 5(2).
    case privateNotice = "Notice of a meeting in private published"
    case clearances = "Cleared by the officers"
    /// Local Government Act 1972 section 100B: five clear days, of which weekends and bank holidays are none.
    case agenda = "Agenda and report published"
  }

  /// - Parameters:
  ///   - cleared: the day of the last clearance, once nobody is waited for.
  ///   - clearanceDue: when clearances were asked for by; 22 days before the meeting unless somebody said, as in the calendar of
  ///     a quarter.
  package init?(
    _ paper: Paper, _ days: WorkingDays, clearanceDue: Day? = nil, cleared: Day? = nil, published: Day? = nil
  ) {
    guard let meeting = paper.meeting else { return nil }
    var steps: [Step] = []
    if paper.checks.isKey == .yes {
      steps.append(Step(kind: .keyNotice, due: meeting + -29, done: paper.checks.notice))
    }
    if paper.isExempt {
      steps.append(Step(kind: .privateNotice, due: meeting + -29, done: paper.checks.privateNotice))
    }
    steps.append(Step(kind: .clearances, due: clearanceDue ?? days.lastWorking(to: meeting + -22), done: cleared))
    steps.append(Step(kind: .agenda, due: days.day(-6, after: meeting), done: published))
    self.steps = steps.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
  }
}

extension WorkingDays {
  /// The day itself when it is worked, otherwise the last one before it.
  package func lastWorking(to last: Day) -> Day { isWorking(last) ? last : day(-1, after: last) }
}

extension Book {
  /// The council's working days around a meeting.
  package func workingDays(around meeting: Day) -> WorkingDays {
    let year = meeting.civil.year
    return WorkingDays(
      holidays: (year - 1...year + 1).flatMap(BankHolidays.englandAndWales) + holidays.values.map(\.day))
  }
}

/// The calendar of one reporting period: when returns are asked for, due, signed off and locked, and who sees them when
/// (domain, section 7). Each day is the council's to move.
package struct Cycle: Record, Dated {
  package static let kind = "cycle"
  package var period: Period
  /// Requests go out with definitions, targets and last values.
  package var opens: Day
  package var returnsDue: Day
  package var signOffDue: Day
  /// From then on a change needs an exception with a reason.
  package var locks: Day
  package var leadershipTeam: Day?
  package var board: Day?
  package var cabinet: Day?
  /// The last day for publishing notice of a key decision, for the officers' clearances, for handing the paper to
  /// democratic services, and for publishing the agenda.
  package var notice: Day?
  package var clearances: Day?
  package var papers: Day?
  package var agenda: Day?

  package var id: String { period.code }

  package init(period: Period, opens: Day, returnsDue: Day, signOffDue: Day, locks: Day) {
    self.period = period
    self.opens = opens
    self.returnsDue = returnsDue
    self.signOffDue = signOffDue
    self.locks = locks
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    period = try fields.period("period")
    opens = try Cycle.day("opens", fields)
    returnsDue = try Cycle.day("returns_due", fields)
    signOffDue = try Cycle.day("sign_off_due", fields)
    locks = try Cycle.day("locks", fields)
    leadershipTeam = try fields.day("leadership_team")
    board = try fields.day("board")
    cabinet = try fields.day("cabinet")
    notice = try fields.day("notice")
    clearances = try fields.day("clearances")
    papers = try fields.day("papers")
    agenda = try fields.day("agenda")
    guard opens <= returnsDue else { throw FieldError("returns_due", "is before the day on which returns open") }
    guard returnsDue <= signOffDue else {
      throw FieldError("sign_off_due", "is before the day on which returns are due")
    }
    guard signOffDue <= locks else { throw FieldError("locks", "is before the day on which sign-off is due") }
  }

  private static func day(_ name: String, _ fields: Fields) throws(FieldError) -> Day {
    guard let day = try fields.day(name) else { throw FieldError(name, "is missing") }
    return day
  }

  package var body: JSON {
    .object([
      "period": .string(period.code), "opens": .string(opens.description),
      "returns_due": .string(returnsDue.description), "sign_off_due": .string(signOffDue.description),
      "locks": .string(locks.description), "leadership_team": (leadershipTeam?.description).json,
      "board": (board?.description).json, "cabinet": (cabinet?.description).json,
      "notice": (notice?.description).json, "clearances": (clearances?.description).json,
      "papers": (papers?.description).json, "agenda": (agenda?.description).json,
    ])
  }
}

extension Cycle {
  /// The days most councils keep, counted in working days from the period's last day: requests ten before, returns due
  /// ten after, sign-off and lock fifteen after, leadership team seventeen after (domain, section 7).
  package static func proposed(for period: Period, _ days: WorkingDays) -> Cycle {
    let last = period.end + -1
    var cycle = Cycle(
      period: period, opens: days.day(-10, after: last), returnsDue: days.day(10, after: last),
      signOffDue: days.day(15, after: last), locks: days.day(15, after: last))
    cycle.leadershipTeam = days.day(17, after: last)
    return cycle
  }
}

/// What a period's collection asks of somebody: the returns within their reach, and how many are left.
package struct Duties: Sendable {
  package let period: Period
  package let cycle: Cycle
  /// All their returns, in the plan's order.
  package let rows: [ReturnRow]
  /// Given back with a reason.
  package let returned: [ReturnRow]
  package let overdue: [ReturnRow]
  /// Asked for, in time.
  package let due: [ReturnRow]
  /// Entered or changed, and not submitted.
  package let unsent: [ReturnRow]
  /// The working days left, today's not counted: 0 on the last one; negative after it.
  package let daysLeft: Int

  /// - Parameter rows: all the period's rows, of this Book and day.
  package init?(_ book: Book, _ rows: [ReturnRow], in period: Period, for posts: Set<String>, on today: Day) {
    guard let cycle = book.cycles[period.code] else { return nil }
    let own = rows.filter { $0.slot.owner.map(posts.contains) ?? false }
    self.period = period
    self.cycle = cycle
    self.rows = own
    returned = own.filter { $0.state == .returned }
    overdue = own.filter { $0.state == .overdue }
    due = own.filter { $0.state == .due }
    unsent = own.filter { $0.state == .entered || $0.state == .reopened }
    let days = book.workingDays(around: period)
    daysLeft =
      today <= cycle.returnsDue
      ? days.clearDays(from: today, to: cycle.returnsDue + 1)
      : -max(1, days.clearDays(from: cycle.returnsDue, to: today + 1))
  }

  /// How many somebody still has to send.
  package var left: Int { rows.count { $0.slot.isOutstanding } }

  /// "Quarter 3 2025/26 closes in 6 working days. You have 3 of 12 left."
  package var sentence: String {
    let done = rows.isEmpty ? "You owe nothing." : left == 0 ? "You have sent all \(rows.count)." : remaining
    return "\(period.name) \(closes). \(done)"
  }

  private var remaining: String {
    left == 1 && rows.count == 1 ? "Your one return is left." : "You have \(left) of \(rows.count) left."
  }

  private var closes: String {
    switch daysLeft {
    case 0: "closes today"
    case 1: "closes in 1 working day"
    case 2...: "closes in \(daysLeft) working days"
    case -1: "closed 1 working day ago"
    default: "closed \(-daysLeft) working days ago"
    }
  }
}

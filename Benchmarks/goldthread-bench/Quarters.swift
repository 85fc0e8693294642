import CorporatePlan
import Ledger

/// Makes the council whose quarter is collected: six hundred indicators owed by one post, five quarters of figures and
/// targets, words where the last one was red, and half of this quarter's figures entered. Prints the quarter, and the
/// address and password of the officer who holds the post.
func makeQuarter(directory: String) async throws {
  let council = try await Council.open(directory: directory, council: "bench")
  let now = Moment(milliseconds: 1_760_000_000_000)
  let administrator = try await council.accounts.addFirst(
    name: "Administrator", email: "administrator@bench.example", password: Secret().text, at: now)
  let officer = try await council.accounts.add(
    name: "Officer", email: "officer@bench.example", roles: [.responsibleOfficer], at: now)
  let letter = try await council.accounts.letter(.invitation, to: officer.id, at: now)
  let password = String(Secret().text.prefix(16))
  _ = try await council.accounts.setPassword(password, with: letter, at: now)
  let revisions = try plan(heldBy: officer.id) + (0..<600).flatMap(returns)
  try await council.append(reason: "A quarter to collect", author: administrator.id, at: now) { _ in revisions }
  print(quarter.code, officer.email, password)
}

private let quarter = FinancialYear(2025).quarter(2)

/// The quarter's calendar is open on whatever day the bench runs.
private func plan(heldBy person: String) throws -> [Revision] {
  guard let rule = RuleBook.shipped["harrow-2023"], let opens = Day("2025-09-15"), let ends = Day("2099-12-31") else {
    throw Failure(description: "the rule or the calendar can't be made")
  }
  return [
    CouncilProfile(name: "Bench Council", planTitle: "Corporate Plan").revision,
    try RuleRecord(rule).revision, Ruling(rule: "harrow-2023").revision,
    Service(id: "customers", name: "Customers").revision,
    Post(id: "officer", title: "Performance Officer", service: "customers").revision,
    Tenure(id: "officer-1", post: "officer", person: person, from: opens).revision,
    PlanItem(id: "place", role: .priority, level: "Priority", title: "A place to live", order: 0).revision,
    Cycle(period: quarter, opens: opens, returnsDue: ends, signOffDue: ends, locks: ends).revision,
  ]
}

private func returns(_ number: Int) throws -> [Revision] {
  let id = "indicator-\(number)"
  var indicator = Indicator(
    id: id, name: "Requests answered within ten days by service \(number)", code: "K\(number)",
    polarity: number % 3 == 0 ? .lowIsGood : .highIsGood, unit: .percent, decimals: 1, items: ["place"], order: number)
  indicator.owner = "officer"
  var revisions = [indicator.revision]
  var period = quarter
  for back in 0..<6 {
    revisions.append(Target(indicator: id, period: period, verbatim: "\(70 + number % 20)%").revision)
    if back > 0 || number % 2 == 0 {
      let value = try Value("\(68 + (number + back) % 25).\((number * 7 + back * 3) % 10)%")
      revisions.append(Actual(indicator: id, period: period, value: value).revision)
    }
    if back < 2, number % 4 == 0 {
      revisions.append(
        Commentary(
          id: "\(Slot.id(of: indicator.recordID, in: period))#variance", subject: indicator.recordID, period: period,
          purpose: .variance, text: "Two colleagues left in July. Both posts are filled, and the backlog falls."
        ).revision)
    }
    guard let before = period.earlier(by: 1) else { break }
    period = before
  }
  return revisions
}

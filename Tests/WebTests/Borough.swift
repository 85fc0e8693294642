import CorporatePlan
import Foundation
import Ledger

@testable import Web

/// A council of two services, housing and finance, in the days in which the second quarter is collected.
struct Borough {
  /// A performance officer who is the administrator too.
  let chief: Officer

  static let period = FinancialYear(2025).quarter(2)
  static let before = FinancialYear(2025).quarter(1)
  static let repairs = RecordID(Indicator.kind, "repairs")
  static let debt = RecordID(Indicator.kind, "debt")

  init() async throws {
    chief = try await Officer()
    try await record("The plan", Borough.plan)
  }

  /// Records as one batch.
  func record(_ reason: String, by officer: Officer? = nil, _ revisions: [Revision]) async throws {
    try await chief.council.append(reason: reason, author: (officer ?? chief).person.id, at: chief.clock.now) { _ in
      revisions
    }
  }

  func record(_ reason: String, by officer: Officer? = nil, _ records: any Record...) async throws {
    try await record(reason, by: officer, records.map(\.revision))
  }

  func housing(_ roles: Set<Role> = [.responsibleOfficer]) async throws -> Officer {
    try await chief.colleague(roles, post: "repairs-officer")
  }

  func finance(_ roles: Set<Role> = [.responsibleOfficer]) async throws -> Officer {
    try await chief.colleague(roles, post: "debt-officer")
  }

  private static var plan: [Revision] {
    get throws {
      var revisions = [
        PlanItem(id: "homes", role: .priority, level: "Priority", title: "Homes for everyone", order: 1).revision,
        Service(id: "housing", name: "Housing").revision, Service(id: "finance", name: "Finance").revision,
        Post(id: "housing-head", title: "Head of Housing", service: "housing").revision,
        Post(id: "repairs-officer", title: "Repairs Officer", service: "housing", reportsTo: "housing-head").revision,
        Post(id: "debt-officer", title: "Debt Officer", service: "finance").revision,
        try RuleRecord(RuleBook.shipped["harrow-2023"]!).revision, Ruling(rule: "harrow-2023").revision,
        Cycle(
          period: period, opens: Day("2025-11-03")!, returnsDue: Day("2025-11-18")!, signOffDue: Day("2025-11-25")!,
          locks: Day("2025-11-25")!
        ).revision,
      ]
      for (order, (subject, name, owner)) in [
        (repairs, "Repairs done in time", "Repairs Officer"), (debt, "Debt collected", "Debt Officer"),
      ].enumerated() {
        var indicator = Indicator(
          id: subject.record, name: name, code: "K.0\(order + 1)", polarity: .highIsGood, unit: .percent,
          items: ["homes"], order: order)
        indicator.owner = owner
        revisions += [
          indicator.revision, Actual(indicator: subject.record, period: before, value: try Value("70%")).revision,
          Actual(indicator: subject.record, period: FinancialYear(2024).quarter(4), value: try Value("69%")).revision,
        ]
        for period in [FinancialYear(2024).quarter(4), before, period] {
          revisions.append(Target(indicator: subject.record, period: period, verbatim: "90%").revision)
        }
      }
      var action = PlanItem(
        id: "estate", role: .action, level: "Action", title: "Rebuild the estate", parent: "homes", order: 3,
        owner: "Repairs Officer")
      action.due = Day("2025-10-01")
      return revisions + [action.revision]
    }
  }
}

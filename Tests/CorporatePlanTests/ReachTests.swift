import Testing

@testable import CorporatePlan

@Suite("How far somebody may go")
struct ReachTests {
  private static let today = Day("2025-10-14")!

  /// Two services of one directorate and one of another; each action is owned by a post of its service.
  private static let book = try! Book().adding(
    [
      Service(id: "housing", name: "Housing", directorate: "Place"),
      Service(id: "streets", name: "Streets", directorate: "Place"),
      Service(id: "place", name: "Place"),
      Service(id: "finance", name: "Finance", directorate: "Resources"),
      Post(id: "housing-manager", title: "Housing Manager", service: "housing", reportsTo: "head-of-housing"),
      Post(id: "head-of-housing", title: "Head of Housing", service: "housing"),
      Post(id: "streets-manager", title: "Streets Manager", service: "streets"),
      Post(id: "director-of-place", title: "Director of Place", service: "place"),
      Post(id: "assistant", title: "Assistant", service: "place", reportsTo: "director-of-place"),
      Post(id: "accountant", title: "Accountant", service: "finance", reportsTo: "treasurer"),
      Post(id: "treasurer", title: "Treasurer"),
      Tenure(id: "t1", post: "housing-manager", person: "p-1", from: Day("2025-04-01")!, until: Day("2025-10-14")!),
      Tenure(id: "t2", post: "housing-manager", person: "p-2", from: Day("2025-10-14")!),
      Tenure(id: "t3", post: "director-of-place", person: "p-3", from: Day("2024-01-01")!),
      Tenure(id: "t5", post: "assistant", person: "p-5", from: Day("2024-01-01")!),
      Tenure(id: "t4", post: "treasurer", person: "p-4", from: Day("2024-01-01")!),
      PlanItem(id: "homes", role: .priority, level: "Priority", title: "Homes", order: 1, owner: "Housing Manager"),
      PlanItem(id: "repairs", role: .action, level: "Action", title: "Repair", parent: "homes", order: 1),
      PlanItem(
        id: "sweep", role: .action, level: "Action", title: "Sweep", parent: "homes", order: 2, owner: "streets-manager"
      ),
      PlanItem(id: "audit", role: .action, level: "Action", title: "Audit", order: 3, owner: "accountant"),
      PlanItem(id: "nobody", role: .action, level: "Action", title: "Nobody's", order: 4),
    ] as [any Record])

  private func within(_ person: String, _ scope: Permission.Scope, _ day: Day = today) -> [String] {
    let reach = Self.book.reach(of: person, scope, on: day)
    return ["repairs", "sweep", "audit", "nobody"].filter { Self.book.isWithin(reach, RecordID(PlanItem.kind, $0)) }
  }

  @Test("An officer's rows are those of the posts held that day: a change of postholder moves them")
  func assigned() {
    #expect(within("p-1", .assigned) == [])
    #expect(within("p-1", .assigned, Day("2025-10-13")!) == ["repairs"])
    #expect(within("p-2", .assigned) == ["repairs"])
    #expect(within("p-2", .ownService) == ["repairs"])
  }

  @Test("A director reaches the services of the directorate, and whoever posts report to reaches theirs")
  func services() {
    #expect(within("p-3", .ownService) == ["repairs", "sweep"])
    #expect(within("p-3", .assigned) == [])
    #expect(within("p-4", .ownService) == ["audit"])
  }

  @Test(
    "Who merely sits in a directorate's own unit reaches none of its services; nor do two who both head it, it seems")
  func unit() throws {
    #expect(within("p-5", .ownService) == [])
    let two = try Self.book.adding(
      [
        Post(id: "second", title: "Programme Lead", service: "place"),
        Tenure(id: "t6", post: "second", person: "p-6", from: Day("2024-01-01")!),
      ] as [any Record])
    for person in ["p-3", "p-6"] {
      let reach = two.reach(of: person, .ownService, on: Self.today)
      #expect(!two.isWithin(reach, RecordID(PlanItem.kind, "sweep")))
    }
  }

  @Test("All is all, none is none, and what nobody owns is only within all")
  func ends() {
    #expect(within("p-9", .all) == ["repairs", "sweep", "audit", "nobody"])
    #expect(within("p-3", .none) == [])
    #expect(within("p-9", .ownService) == [])
  }
}

import Testing

@testable import CorporatePlan

@Suite("Posts, services, postholders and holidays are kept")
struct PeopleEditingTests {
  @Test("a post that is renamed keeps its work")
  func rename() throws {
    var town = try Larkmere()
    try town.record(town.editing.changePost("leisure-head", ["title": "Head of Leisure and Culture"]))
    #expect(town.book.items["library"]?.owner == "Head of Leisure and Culture")
    #expect(town.book.post(named: town.book.items["library"]?.owner)?.id == "leisure-head")
  }

  @Test("two services may have a post of one title each, and neither gets the other's work")
  func namesakes() throws {
    var town = try Larkmere()
    try town.record(town.editing.addPost(["title": "A head"]))
    try town.record(town.editing.changePost("a-head", ["title": "Head of Leisure"]))
    #expect(town.book.post(named: town.book.items["library"]?.owner)?.id == "leisure-head")
    try town.record(town.editing.changeItem("trees", ["owner": "a-head"]))
    try town.record(town.editing.changePost("a-head", ["title": "Head of Trees"]))
    #expect(town.book.items["trees"]?.owner == "Head of Trees" && town.book.items["library"]?.owner == "leisure-head")
  }

  @Test("a post that answers for something, is held or has posts beneath it stays")
  func closing() throws {
    var town = try Larkmere()
    #expect(try refusal { try town.editing.closePost("leisure-head") }["post"]?.contains("Open a library") == true)
    try town.record(town.editing.addPost(["title": "Tree officer", "reports_to": "place-director"]))
    #expect(try refusal { try town.editing.closePost("place-director") }["post"]?.contains("Tree officer") == true)
    try town.record(town.editing.appoint(["post": "tree-officer", "person": "p7", "from": "1/4/2025"]))
    #expect(try refusal { try town.editing.closePost("tree-officer") }["post"]?.contains("holds it") == true)
    let tenure = try #require(town.book.tenures.keys.first)
    try town.record(town.editing.endTenure(tenure, ["last_day": "31/8/2025"]))
    try town.record(town.editing.closePost("tree-officer"))
    #expect(town.book.posts["tree-officer"] == nil)
  }

  @Test("posts never report to one another in a circle, and two of a service differ")
  func posts() throws {
    var town = try Larkmere()
    try town.record(town.editing.changePost("leisure-head", ["reports_to": "place-director"]))
    #expect(
      try refusal { try town.editing.changePost("place-director", ["reports_to": "leisure-head"]) }["reports_to"]?
        .contains("circle") == true)
    let problems = try refusal {
      try town.editing.addPost(["title": "head of leisure", "service": "leisure", "reports_to": "nobody"])
    }
    #expect(Set(problems.keys) == ["title", "reports_to"])
    #expect(
      try refusal { try town.editing.addPost(["title": "", "service": "x"]) }.keys.sorted() == ["service", "title"])
  }

  @Test("a service belongs to a directorate, and stays while anything belongs to it")
  func services() throws {
    var town = try Larkmere()
    try town.record(town.editing.addService(["name": "Place"]))
    try town.record(town.editing.changeService("leisure", ["directorate": "place"]))
    #expect(
      try refusal { try town.editing.changeService("place", ["directorate": "leisure"]) }.keys.sorted() == [
        "directorate"
      ])
    #expect(try refusal { try town.editing.closeService("place") }["service"]?.contains("Leisure") == true)
    #expect(try refusal { try town.editing.addService(["name": "leisure"]) }.keys.sorted() == ["name"])
    try town.record(town.editing.changeService("leisure", ["directorate": ""]))
    try town.record(town.editing.closeService("place"))
    #expect(town.book.services["place"] == nil)
  }

  @Test("the work moves with a change of postholder: one ends where the next begins")
  func postholders() throws {
    var town = try Larkmere()
    try town.record(town.editing.appoint(["post": "leisure-head", "person": "p1", "from": "1/4/2024"]))
    let next: FormAnswers = ["post": "leisure-head", "person": "p2", "from": "1 October 2025"]
    #expect(try refusal { try town.editing.appoint(next) }["replace"]?.contains("p1") == true)
    try town.record(
      town.editing.appoint(["post": "leisure-head", "person": "p2", "from": "1 October 2025", "replace": "yes"]))
    #expect(town.book.posts(of: "p1", on: Day(unchecked: 2025, 9, 30)).map(\.id) == ["leisure-head"])
    #expect(town.book.posts(of: "p1", on: Day(unchecked: 2025, 10, 1)).isEmpty)
    #expect(town.book.posts(of: "p2", on: Day(unchecked: 2025, 10, 1)).map(\.id) == ["leisure-head"])
    let first = try #require(town.book.tenures.values.first { $0.person == "p1" })
    #expect(
      try refusal { try town.editing.endTenure(first.id, ["last_day": "31/12/2025"]) }["last_day"]?.contains("p2")
        == true)
    #expect(
      try refusal { try town.editing.endTenure(first.id, ["last_day": "1/1/2024"]) }.keys.sorted() == ["last_day"])
    // Somebody who begins no later can't be pushed out by one who began before.
    #expect(
      try refusal {
        try town.editing.appoint(["post": "leisure-head", "person": "p3", "from": "1/9/2025", "replace": "yes"])
      }.keys.sorted() == ["from"])
  }

  @Test("a deputy stands beside the holder; nobody is recorded by name or address")
  func deputies() throws {
    var town = try Larkmere()
    try town.record(town.editing.appoint(["post": "leisure-head", "person": "p1", "from": "1/4/2024"]))
    try town.record(
      town.editing.appoint(["post": "leisure-head", "person": "p2", "from": "1/4/2025", "deputy": "yes"]))
    #expect(town.book.tenures.count == 2)
    #expect(
      try refusal {
        try town.editing.appoint(["post": "leisure-head", "person": "p2", "from": "1/5/2025", "deputy": "yes"])
      }.keys.sorted() == ["person"])
    #expect(
      try refusal {
        try town.editing.appoint(["post": "x", "person": "Ada King", "from": "2/5/2025", "until": "1/5/2025"])
      }.keys.sorted() == ["person", "post", "until"])
    #expect(
      try refusal { try town.editing.appoint(["post": "leisure-head", "person": "a@b.org"]) }.keys.sorted() == [
        "from", "person",
      ])
  }

  @Test("the council's own holidays count; weekends and bank holidays are no working days anyway")
  func holidays() throws {
    var town = try Larkmere()
    try town.record(town.editing.addHoliday(["day": "29 December 2025", "name": "Christmas closure"]))
    #expect(town.book.holidays["2025-12-29"]?.name == "Christmas closure")
    #expect(
      try refusal { try town.editing.addHoliday(["day": "25/12/2025", "name": "Christmas"]) }.keys.sorted() == ["day"])
    #expect(try refusal { try town.editing.addHoliday(["day": "27/12/2025"]) }.keys.sorted() == ["day", "name"])
    try town.record(town.editing.removeHoliday("2025-12-29"))
    #expect(town.book.holidays.isEmpty)
    #expect(try refusal { try town.editing.removeHoliday("2025-12-29") }.keys.sorted() == ["holiday"])
  }
}

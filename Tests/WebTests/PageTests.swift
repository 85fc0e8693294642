import CorporatePlan
import Foundation
import Ledger
import Testing

@testable import Web

@Suite("What the pages say")
struct PageTests {
  @Test("The overview says how the plan is going in one sentence and counts with denominators")
  func overview() async throws {
    let text = try await Served.shared().text("/")
    #expect(text.contains("In Q4 2023/24, 8 of 13 rated indicators met their target"))
    #expect(text.contains("8 of 10 flagship actions are complete or on track"))
    #expect(text.contains("16 in the plan, 16 due this quarter, 15 with data, 13 rated."))
    #expect(text.contains("62% of 13 rated"))
    #expect(text.contains(#"aria-label="Indicators on target by quarter""#))
    #expect(text.source.utf8.count <= 15_000)
  }

  @Test("An indicator's page says what it is, against what, and why")
  func indicator() async throws {
    let text = try await Served.shared().text("/indicators/foi-on-time")
    #expect(text.contains("79% against at least 90%: off target, worse than last quarter."))
    #expect(
      text.contains("11 percentage points worse"))
    #expect(text.contains("12.22%"))
    #expect(text.contains("harrow-2023, version 1"))
    #expect(text.contains("differs from the status that counts"))
    #expect(text.contains("Show as table"))
    #expect(text.contains(#"<a href="/priorities/council">A council that answers</a>"#))
  }

  @Test("An officer's status stands beside the computed one, with reason, author and date")
  func override() async throws {
    let text = try await Served.shared().text("/indicators/repairs-on-time")
    #expect(text.contains("82% against at least 90%: slightly off target, worse than last quarter."))
    #expect(text.contains("By the rule"))
    #expect(text.contains("One contractor’s returns were lost"))
    #expect(text.contains("Decided by an officer, 26 April 2024"))
  }

  @Test("A revised figure keeps what it was before, and who recorded each")
  func revised() async throws {
    let text = try await Served.shared().text("/indicators/calls-answered")
    #expect(text.contains("88% (r)"))
    #expect(
      text.contains(
        "26 April 2024<br>before: 87%, 13 January 2024"))
    // What officers told each other is not for the public.
    #expect(!text.contains("Late cases counted"))
  }

  @Test("A figure that comes late has the status of the report that showed it")
  func arrears() async throws {
    let council = try await SampleCouncil.open()
    var late = try #require(council.book.indicators["repairs-on-time"])
    late.lag = 1
    let record = late.revision
    try await council.append(reason: "In arrears", author: "p-2", at: Moment("2024-06-01T08:00:00.000Z")!) { _ in
      [record]
    }
    let text = try await Served(council).text("/indicators/repairs-on-time?period=2023-24-Q3")
    #expect(text.contains("the figure in this report is of Q2 2023/24, July to September 2023"))
    #expect(text.contains("83% against at least 90%: off target"))
  }

  @Test("The filter's state is in the address, and the page says how many it shows")
  func filter() async throws {
    let site = try await Served.shared()
    let found = try await site.text("/indicators?q=answered&status=Red")
    #expect(found.contains("2 of 16 indicators"))
    #expect(found.contains(#"<option value="Red" selected="">Red</option>"#))
    #expect(found.contains(#"value="answered""#))
    #expect(!found.contains("Rent arrears"))
    #expect(try await site.text("/indicators?q=zebra").contains("No indicator fits."))
    #expect(try await site.text("/indicators?priority=homes").contains("4 of 16 indicators"))
  }

  @Test("A status that there isn't is ignored, and the page says so")
  func unknownStatus() async throws {
    let found = try await Served.shared().text("/indicators?status=nope")
    #expect(found.contains("There is no status called “nope”; all are shown."))
    #expect(found.contains("16 indicators</p>"))
    #expect(!found.contains(#"name="status" value="nope""#))
  }

  @Test(
    "An author who is a post is written out; any other id stays",
    arguments: [
      ("post:head-of-housing", "Head of Housing"), ("post:director-of-care-and-health", "Director of Care and Health"),
      ("p-4", "an officer"), ("command-line", "command-line"),
    ])
  func authors(id: String, shown: String) {
    #expect(id.authorWords == shown)
  }

  @Test("A figure recorded again unchanged is confirmed, not revised")
  func confirmed() async throws {
    let council = try await SampleCouncil.open()
    let period = Period("2023-24-Q4")!
    try await council.append(reason: "Audited", author: "post:head-of-audit", at: Moment("2024-06-01T08:00:00.000Z")!) {
      _ in [Actual(indicator: "potholes", period: period, value: try Value("92%"), state: .final).revision]
    }
    let text = try await Served(council).text("/indicators/potholes")
    #expect(text.contains("1 June 2024<br>confirmed: it was 92% before"))
    #expect(!text.contains("92% (r)"))
  }

  @Test("Links on a page of an earlier period stay in that period")
  func earlier() async throws {
    let text = try await Served.shared().text("/?period=2022-23-Q1")
    #expect(text.contains("/priorities/streets?period=2022-23-Q1"))
    #expect(text.contains("In Q1 2022/23"))
    #expect(text.contains(#"<a href="/indicators?period=2022-23-Q1">Indicators</a>"#))
  }

  @Test("How we rate shows the rule's limits worked out")
  func howWeRate() async throws {
    let text = try await Served.shared().text("/how-we-rate")
    #expect(text.contains("76.0%"))
    #expect(text.contains("4 percentage points worse"))
    #expect(text.contains("3.9 percentage points worse"))
    #expect(text.contains("80.0% against a target of at least 80%"))
  }

  @Test("A sealed report shows its seal, and its files are the sealed bytes")
  func sealed() async throws {
    let council = try await SampleCouncil.open()
    let period = Period("2023-24-Q4")!
    let seal = try await council.seal(period, author: "p-1", at: Moment("2024-05-20T10:00:00.000Z")!).seal
    let site = try await Served(council)
    let text = try await site.text("/reports/2023-24-Q4")
    #expect(text.contains("was sealed on 20 May 2024 at ledger position \(seal.position)"))
    #expect(text.contains(seal.ledgerHash))
    for file in seal.files {
      #expect(text.contains(file.digest))
      let response = try await site.ask("/reports/2023-24-Q4/files/\(file.name)")
      #expect(Digest(of: Array(response.body.readableBytesView)).description == file.digest)
      #expect(response.headers[.contentType] == file.mediaType)
      #expect(response.headers[.contentDisposition] == "attachment; filename=\"\(file.name)\"")
    }
    #expect(!text.contains("Something has been recorded since"))
    #expect(try await site.text("/").contains("Sealed on 20 May 2024"))
    #expect(try await site.text("/reports/2023-24-Q3").contains("<b>Draft.</b>"))
  }
}

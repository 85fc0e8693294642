import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Harrow's corporate plan of 2014/15 becomes records", .enabled(if: Seed.corporatePlan.isPresent, Seed.absent))
struct HarrowPlanTests {
  let proposal: ImportProposal

  init() throws {
    proposal = try Self.read.get()
  }

  private static let read = Result { try Seed.corporatePlan.proposal() }

  @Test("a vision, four priorities and the enabler, 18 outcomes, 5 pledges and 110 initiatives")
  func counts() {
    #expect(proposal.recognition.kind == "outcomes-plan")
    #expect(
      proposal.counts.planItems == [.vision: 1, .priority: 5, .outcome: 18, .pledge: 5, .action: 110])
    #expect(proposal.counts.indicators == 94)
    #expect(proposal.counts.targets == 1)
    #expect(proposal.counts.commentary == [.achievement: 21])
    #expect(proposal.unplaced == [])
    let levels = proposal.items("priority").compactMap { $0["level"]?.string }
    #expect(
      levels == ["Corporate Priority", "Corporate Priority", "Corporate Priority", "Corporate Priority", "Enabler"])
  }

  @Test("119 listings in 116 cells: 30 annual, 7 bi-annual, 4 termly; 94 are different")
  func listings() throws {
    let listings = OutcomesPlanParts(try Seed.corporatePlan.document()).blocks.map {
      IndicatorListing.all(in: $0.indicators)
    }
    #expect(listings.map(\.count) == [44, 28, 10, 20, 17])
    let all = listings.flatMap { $0 }
    #expect(all.count == 119)
    #expect(all.count(where: \.isFirstInCell) == 116)
    #expect(all.count { $0.text.lowercased().contains("(annual)") } == 30)
    #expect(all.count { $0.text.contains("(bi-annual)") } == 7)
    #expect(all.count { $0.text.hasPrefix("Termly") } == 4)
    // Every listing is a link of an indicator to a priority, or the second under the same.
    let links = proposal.bodies("indicator").compactMap { $0["items"]?.array?.count }.reduce(0, +)
    #expect(links == 115)
    #expect(proposal.diagnostics(.indicatorTwice).count == 4)
  }

  @Test("outcomes are lettered, and the two on crime stand once with a second priority")
  func outcomes() {
    let outcomes = proposal.items("outcome")
    let letters = Dictionary(grouping: outcomes) { $0["parent"]?.string ?? "" }
      .mapValues { $0.compactMap { $0["code"]?.string }.joined() }
    #expect(Set(letters.values) == ["abcdef", "abcdefgh", "ab", "cd"])
    let shared = proposal.bodies("contribution").filter { $0["relation"] == "contributes to" }
    #expect(shared.count == 2)
    #expect(proposal.diagnostics(.outcomeShared).count == 2)
    #expect(proposal.diagnostics(.listedAgain).map(\.message).first?.hasPrefix("20 items in front") == true)
    #expect(proposal.diagnostics(.listedInFrontOnly) == [])
  }

  @Test("initiatives stand under their priority by what changes about them")
  func modes() {
    let modes = proposal.items("action").compactMap { $0["mode"]?.string }
    let counts = Dictionary(grouping: modes) { $0 }.mapValues(\.count)
    #expect(counts == ["continue": 33, "more": 23, "differently": 46])
  }

  @Test("the list for the next year is matched to the tables by words; the rest are items of the plan")
  func nextYear() {
    let due = proposal.items("action").filter { $0["due"] == "2015-03-31" }
    #expect(due.count == 10)
    #expect(due.count { $0["parent"] == nil } == 4)
    #expect(Set(due.map { $0["due_words"]?.string }) == ["within the next year"])
  }

  @Test("six initiatives stand under a pledge by their words, one is printed under two priorities")
  func pledges() {
    let links = proposal.bodies("contribution")
    #expect(links.count { $0["relation"] == "under pledge" } == 6)
    #expect(links.count { $0["relation"] == "same as" } == 1)
    #expect(proposal.items("pledge").map { $0["code"]?.string } == ["1", "2", "3", "4", "5"])
  }

  @Test(
    "how often, over what span and in what unit an indicator is measured",
    arguments: [
      ("smoking-prevalence", "year", "flow", "number"),
      ("first-time-entrants-to-youth-justice-system-rate-per-100-000", "quarter", "rolling 12", "per 100,000"),
      ("average-time-taken-to-repair-street-lights-days", "quarter", "flow", "days"),
      ("average-cost-per-transaction-pounds-access-harrow", "quarter", "flow", "£"),
      ("termly-rate-of-overall-absence-in-primary-schools", "term", "flow", "number"),
      ("the-percentage-of-opiate-users-leaving-treatment-drug-free", "quarter", "flow", "%"),
      ("total-debt-collected-at-year-to-date-as-a-percent-of-total", "quarter", "ytd", "%"),
    ])
  func details(id: String, frequency: String, frame: String, unit: String) throws {
    let found = proposal.records("indicator").first { $0.revision.record.hasPrefix(id) }
    let indicator = try #require(found?.revision.body)
    #expect(indicator["frequency"]?.string == frequency)
    #expect(indicator["frame"]?.string == frame)
    #expect(indicator["unit"]?.string == unit)
    #expect(indicator["shows"] == "evidence")
  }

  @Test("only the words decide a polarity: one is low, the others are open and told once")
  func polarity() {
    let polarities = proposal.bodies("indicator").compactMap { $0["polarity"]?.string }
    #expect(polarities.count { $0 == "low" } == 1)
    #expect(polarities.count { $0 == "none" } == 93)
    #expect(proposal.diagnostics(.polarityNotStated).map(\.message).first?.contains("93 of its 94") == true)
    let target = proposal.bodies("target").first
    #expect(target?["target"] == "No more than 1.5%")
    #expect(target?["period"] == "2013-14")
  }

  @Test("what is ambiguous is asked: bi-annual, two readings, other words, the school year")
  func questions() {
    #expect(proposal.diagnostics(.biAnnual).count == 5)
    #expect(proposal.diagnostics(.variantOpen).count == 1)
    #expect(proposal.diagnostics(.indicatorWordsDiffer).count == 1)
    #expect(proposal.diagnostics(.schoolYearToDate).count == 1)
    #expect(Set(proposal.bodies("indicator").compactMap { $0["variant_of"]?.string }).count == 1)
    #expect(proposal.bodies("indicator").count { $0["variant_of"] != nil } == 2)
  }

  @Test("answers are followed, one for all of a kind")
  func answers() throws {
    let answered = try Seed.corporatePlan.proposal(answers: [
      "bi-annual": "every-two-years", "variant-open": "year-to-date", "indicator-words-differ": "two",
    ])
    #expect(answered.unanswered == [])
    #expect(answered.bodies("indicator").count { $0["frequency"] == "two years" } == 5)
    #expect(answered.bodies("indicator").count { $0["variant_of"] != nil } == 0)
    // One reading less, one measure more.
    #expect(answered.counts.indicators == 94)
    #expect(answered.unplaced == [])
  }

  @Test("the text in front is kept in 22 sections, without the name of who signed it")
  func sections() throws {
    #expect(proposal.bodies("section").count == 22)
    let signed = try #require(proposal.diagnostics(.personLeftOut).first)
    #expect(!signed.message.contains(signed.verbatim))
    #expect(!proposal.recordedTexts.contains { $0.contains(signed.verbatim) })
    #expect(proposal.bodies("section").first?["text"]?.string?.hasSuffix("Leader of the Council") == true)
  }

  @Test("every line is in a record or quoted, but for the headings of the tables")
  func nothingIsLost() throws {
    let lost = proposal.lostLines(of: try Seed.corporatePlan.document()).filter { PlanTopic($0) == nil }
    #expect(lost == [])
  }

  @Test("importing it again proposes nothing")
  func again() throws {
    let second = try Seed.corporatePlan.proposal(into: try Book().applying(proposal.revisions))
    #expect(second.changes.filter { $0.kind != .unchanged }.map(\.revision.record) == [])
  }

  @Test("no other document is taken for one", arguments: Seed.all.map(\.name))
  func others(name: String) throws {
    let sure = Recogniser.outcomesPlan.confidence(LookedAt(try Seed(name: name).document()))
    #expect(name == Seed.corporatePlan.name ? sure == 95 : sure == 0)
  }
}

extension ImportProposal {
  func items(_ role: String) -> [JSON] { bodies("item").filter { $0["role"]?.string == role } }
}

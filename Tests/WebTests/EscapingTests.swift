import CorporatePlan
import Foundation
import Ledger
import Testing

@testable import Web

@Suite("Nothing that people wrote becomes markup")
struct EscapingTests {
  static let hostile = "<script>alert(1)</script>\" onmouseover=\"x\"\u{301}'&lt;"

  @Test("Hostile names, words and ids stand as text on every page")
  func names() async throws {
    let site = try await Served(try await hostileCouncil())
    let id = Self.id.addressed
    for path in [
      "/", "/priorities", "/priorities/\(id)", "/indicators", "/indicators/\(id)", "/actions/a\(id)", "/reports",
      "/reports/2023-24-Q1", "/how-we-rate", "/accessibility", "/indicators?q=\(Self.hostile.addressed)",
      "/?period=\(Self.hostile.addressed)",
    ] {
      let response = try await site.ask(path)
      let text = PageText(response)
      #expect(!text.source.utf8.contains("<script"), "\(path)")
      #expect(!text.source.utf8.contains("\" onmouseover"), "\(path)")
      #expect(!text.source.utf8.contains("&amp;amp;"), "\(path)")
    }
    #expect(try await site.ask("/indicators/\(id)").status == .ok)
    #expect(try await site.ask("/priorities/\(id)").status == .ok)
  }

  @Test("Words that a spreadsheet would run get an apostrophe, numbers stay")
  func formulas() async throws {
    let site = try await Served(try await hostileCouncil())
    let text = try await site.text("/indicators/\(Self.id.addressed)/values.csv")
    #expect(text.source.hasPrefix("indicator,name,period,period_start,period_end,period_kind,unit,target,"))
    #expect(text.contains(",-3,"))
    for path in ["/open/indicators.csv", "/open/values.csv", "/open/actions.csv"] {
      let text = try await site.text(path)
      #expect(!text.contains(",=cmd"), "\(path)")
      #expect(!text.contains(",\"=cmd"), "\(path)")
    }
  }

  private static let id = "x/\"<b>é %2e"

  private func hostileCouncil() async throws -> Council {
    let council = try await Council.open(
      directory: NSTemporaryDirectory() + "goldthread-hostile-\(UUID().uuidString)", council: "hostile")
    try await council.append(reason: Self.hostile, author: Self.hostile, at: Moment("2023-07-10T08:00:00.000Z")!) { _ in
      try Self.records
    }
    return council
  }

  private static var records: [Revision] {
    get throws {
      let period = Period("2023-24-Q1")!
      var indicator = Indicator(id: id, name: hostile, code: "=cmd|' /C calc'!A0", polarity: .highIsGood, items: [id])
      (indicator.definition, indicator.owner, indicator.source) = (hostile, "=cmd", hostile)
      indicator.tags = [hostile]
      return [
        CouncilProfile(name: hostile, planTitle: hostile, purpose: hostile, actionWord: hostile, contact: hostile)
          .revision,
        PlanItem(id: id, role: .priority, level: hostile, title: hostile, order: 0, owner: hostile, text: hostile)
          .revision,
        PlanItem(
          id: "a\(id)", role: .action, level: hostile, title: "=cmd()", parent: id, order: 1, owner: hostile,
          text: hostile
        )
        .revision,
        ActionUpdate(item: "a\(id)", period: period, stage: .inProgress, judged: Status(hostile)).revision,
        indicator.revision,
        try RuleRecord(RuleBook.shipped["harrow-2023"]!).revision, Ruling(rule: "harrow-2023").revision,
        Actual(indicator: id, period: period, value: try Value("-3"), source: hostile).revision,
        Target(indicator: id, period: period, verbatim: hostile).revision,
        StatusOverride(indicator: id, period: period, status: .green, reason: hostile).revision,
        PrintedStatus(indicator: id, period: period, status: .red, evidence: hostile).revision,
        Commentary(
          id: "c1", subject: indicator.recordID, period: period, purpose: .variance, text: hostile
        ).revision,
        Commentary(
          id: "c2", subject: RecordID(PlanItem.kind, id), period: period, purpose: .achievement, text: hostile
        ).revision,
      ]
    }
  }
}

extension String.UTF8View {
  /// Whether the bytes of a text occur in these; `Character`s would hide a `"` with a combining mark.
  func contains(_ text: String) -> Bool {
    let (bytes, wanted) = (Array(self), Array(text.utf8))
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}

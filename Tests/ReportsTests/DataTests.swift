import CorporatePlan
import Testing

@testable import Reports

@Suite("A report's data can be calculated with")
struct DataTests {
  private let data = ReportData(ThornburyVale().book, [ThornburyVale.quarter])

  private func lines(_ file: ReportFile) -> [String] {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test("one row for each indicator, with stable ids, ISO dates, status and reason")
  func indicators() throws {
    let lines = lines(data.indicatorsCSV)
    #expect(lines.count == 1 + 21)
    #expect(lines[0].hasPrefix("indicator,code,name,priority,priority_title,owner,period,period_start,period_end,"))
    let calls = try #require(lines.first { $0.hasPrefix("calls,") })
    #expect(calls.contains(",2025-26-Q2,2025-07-01,2025-09-30,2025-26-Q2,high,%,90,90%,79,79%,final,,red,red,"))
    #expect(calls.contains(",11,12.22,better,worse,71,86.5,thornbury-2025,1,"))
    let foi = try #require(lines.first { $0.hasPrefix("foi,") })
    #expect(foi.contains(",red,amber,\"The backlog of 40 requests is not in the figure, and"))
    #expect(lines.contains { $0.hasPrefix("trees,") && $0.contains(",not rated,not rated,,,not due,") })
  }

  @Test("one row for each rated action, the parts with what they are parts of")
  func actions() throws {
    let lines = lines(data.actionsCSV)
    #expect(lines.count == 1 + 11)
    #expect(
      lines.contains {
        $0.hasPrefix("hub-mill,") && $0.contains(",hubs,Open three family hubs,people,")
          && $0.hasSuffix(",in progress,green,,80,2026-01-31,,")
      })
  }

  @Test("every target and actual as number and as written, and no quarter after the report's")
  func values() throws {
    var vale = ThornburyVale()
    vale.records.add(
      Actual(indicator: "calls", period: FinancialYear(2025).quarter(3), value: try Value("88%")))
    let lines = lines(ReportData(vale.book, [ThornburyVale.quarter]).valuesCSV)
    #expect(lines.filter { $0.hasPrefix("calls,") }.count == 3)
    #expect(lines.contains { $0.hasPrefix("homeless,") && $0.contains(",52,52%,62.2449,61/98,final,") })
    #expect(lines.contains { $0.hasPrefix("walks,") && $0.contains(",500,500,,,missing,no activity,") })
  }

  @Test("what was waived says so among the figures of the report and of the indicator's own page")
  func waived() throws {
    var vale = ThornburyVale()
    let past = FinancialYear(2024).quarter(4)
    vale.records.add(Target(indicator: "wait", period: past, verbatim: "120"))
    func rows() throws -> [[String]] {
      let data = ReportData(vale.book, [ThornburyVale.quarter])
      let own = data.values(of: try #require(vale.book.indicators["wait"])).csv
      return [data.valuesCSV, ReportFile(name: "wait.csv", mediaType: "text/csv", bytes: own)].map { file in
        lines(file).filter { $0.hasPrefix("wait,") && $0.contains(",2024-25-Q4,") }
      }
    }
    for own in try rows() { #expect(own.count == 1 && own[0].contains(",120,120,,,missing,no actual,")) }
    vale.records.add(Waiver(RecordID(Indicator.kind, "wait"), in: past, reason: "The system was replaced"))
    for own in try rows() {
      #expect(own.count == 1 && own[0].contains(",120,120,,,missing,waived,") && !own[0].contains("replaced"))
    }
  }

  @Test("the JSON has the tallies of the whole plan and of each priority")
  func json() throws {
    let json = try JSON(parsing: data.json.canonical)
    let period = try #require(json["periods"]?.array?.first)
    #expect(period["indicators"]?["rated"]?.integer == 17)
    #expect(period["indicators"]?["by_status"]?["red"]?.integer == 5)
    #expect(period["priorities"]?.array?.compactMap { $0["indicators"]?["in_plan"]?.integer } == [7, 7, 7])
    #expect(period["rules"]?.array?.first?["rule"]?["id"]?.string == "thornbury-2025")
    #expect(json["indicators"]?.array?.count == 21)
  }

  @Test("two reports in one file are two rows for each indicator, oldest first")
  func periods() {
    let both = ReportData(ThornburyVale().book, [ThornburyVale.quarter, FinancialYear(2025).quarter(1)])
    let lines = lines(both.indicatorsCSV)
    #expect(lines.count == 1 + 2 * 21)
    #expect(lines[1].contains(",2025-26-Q1,"))
  }
}

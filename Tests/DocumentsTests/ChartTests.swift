import Testing

@testable import Documents

@Suite("A chart shows what was measured and nothing else")
struct ChartTests {
  @Test(
    "only a plain decimal is a value",
    arguments: [
      ("92.5", true), ("-3", true), ("0.07", true), ("", false), ("-", false), ("1e5", false), (".5", false),
      ("5.", false), ("1.2.3", false), ("nan", false), ("1,234", false), ("٣", false),
    ])
  func decimals(text: String, isValue: Bool) {
    #expect((Chart.Value(text) != nil) == isValue)
  }

  @Test(
    "an axis has round steps and says where it starts",
    arguments: [
      ([79.0, 90], Chart.Line.Base.zero, "0", "100", "50"), ([94, 98.9], .fitted, "94", "100", "2"),
      ([0.3], .zero, "0", "0.3", "0.1"), ([-1_250_000, 1_000_500], .zero, "-2000000", "2000000", "1000000"),
      ([], .zero, "0", "1", "0.5"), ([5, 5], .fitted, "0", "6", "2"), ([0, 0], .zero, "0", "1", "0.5"),
      ([0.012, 0.03], .zero, "0", "0.03", "0.01"),
    ])
  func axes(values: [Double], base: Chart.Line.Base, low: String, high: String, step: String) {
    let axis = Axis(over: values, base)
    #expect([axis.low, axis.high, axis.step] == [low, high, step])
  }

  @Test(
    "a number on an axis has its unit and its thousands",
    arguments: [("1500", "£1,500"), ("-2000000", "-£2,000,000"), ("0.5", "£0.5")])
  func unit(number: String, label: String) {
    #expect(Chart.Unit(prefix: "£").label(number) == label)
  }

  @Test(
    "a coordinate has at most one decimal", arguments: [(12.0, "12"), (12.34, "12.3"), (-0.06, "-0.1"), (0.04, "0")])
  func coordinates(value: Double, text: String) {
    #expect(value.coordinate == text)
  }

  @Test("a missing figure breaks the line")
  func gap() {
    var html = HTML()
    html.brokenLine([Point(x: 0, y: 1), nil, Point(x: 2, y: 1), Point(x: 3, y: 2)], Palette.ink, width: 1)
    #expect(html.string.contains(#"d="M0 1M2 1L3 2""#))
  }

  @Test("a chart that does not start at zero says so")
  func statement() {
    func drawing(_ base: Chart.Line.Base) -> String {
      var html = HTML()
      let values = ["94", "96"].map { Chart.Value($0) }
      let line = Chart.Line(
        categories: ["Q1", "Q2"], actual: .init("Actual", values), unit: .init(suffix: "%"), base: base)
      html.chart(Chart("Collected", description: "", .line(line)))
      return html.string
    }
    #expect(drawing(.zero).contains("The vertical axis starts at zero."))
    #expect(drawing(.fitted).contains("The vertical axis starts at 94%, not at zero."))
  }

  @Test("the data of a line chart as a table, with words where a figure is missing")
  func lineTable() {
    let table = SampleReport.line.table
    #expect(table.columns.map(\.header) == ["Period", "Actual", "Target"])
    let rows = table.groups.flatMap(\.rows).map { $0.cells.map(\.content.plainText) }
    #expect(rows[3] == ["Q4 2024/25", "No data", "85%"])
    #expect(rows.last == ["Q2 2025/26", "79%", "90%"])
  }

  @Test("the counts of a strip and their totals as a table")
  func stripTable() {
    let table = SampleReport.strip.table
    #expect(table.columns.map(\.header) == ["Group", "Green", "Amber", "Red", "No data", "Complete", "Total"])
    #expect(table.groups[0].rows[1].cells.map(\.content.plainText) == ["People", "2", "1", "3", "1", "0", "7"])
  }
}

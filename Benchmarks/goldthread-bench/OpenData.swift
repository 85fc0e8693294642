import CorporatePlan
import Foundation
import Reports

/// Draws the open data of a council with five hundred indicators and forty quarters of figures so many times, from its
/// Book: all of it as one workbook, or its figures as CSV. Prints the seconds of processor time that one takes, and bytes.
func openData(_ form: String, turns: Int) throws {
  let book = try Council().book
  func bytes() throws -> [UInt8] {
    let data = ReportData(book, book.reportingPeriods)
    switch form {
    case "xlsx": return try data.workbook(of: DataSet.open).bytes
    case "csv": return data.valuesCSV.bytes
    default: usage()
    }
  }
  let size = try bytes().count
  let seconds = try processorSeconds { for _ in 0..<turns { _ = try bytes() } }
  print(seconds / Double(turns), size)
}

/// Writes the same tables as CSV files for the yardsticks, which write them again.
func openData(into folder: String) throws {
  let book = try Council().book
  let data = ReportData(book, book.reportingPeriods)
  for set in DataSet.open {
    try Data(data.table(set).csv).write(to: URL(filePath: "\(folder)/\(set.rawValue).csv"))
  }
}

/// Five hundred indicators under four priorities, each with a target and a figure for each of forty quarters.
private struct Council {
  let book: Book

  init() throws {
    guard let rule = RuleBook.shipped["harrow-2023"] else { throw Failure(description: "the rule can't be found") }
    let plan: [any Record] = [
      CouncilProfile(name: "Bench Council", planTitle: "Corporate Plan"), try RuleRecord(rule),
      Ruling(rule: "harrow-2023"),
    ]
    let priorities: [any Record] = (0..<4).map {
      PlanItem(id: "priority-\($0)", role: .priority, level: "Priority", title: "Priority number \($0)", order: $0)
    }
    book = try Book().adding(plan + priorities + (0..<500).flatMap(Council.indicator))
  }

  private static func indicator(_ number: Int) throws -> [any Record] {
    let id = "indicator-\(number)"
    let indicator = Indicator(
      id: id, name: "Requests answered within ten days by service \(number)", code: "K\(number)",
      polarity: number % 3 == 0 ? .lowIsGood : .highIsGood, unit: .percent, decimals: 1,
      items: ["priority-\(number % 4)"], order: number)
    return try [indicator]
      + (0..<40).flatMap { quarter -> [any Record] in
        let period = FinancialYear(2015 + quarter / 4).quarter(quarter % 4 + 1)
        let value = try Value("\(60 + (number + quarter) % 35).\((number * 7 + quarter * 3) % 10)%")
        return [
          Target(indicator: id, period: period, verbatim: "\(70 + number % 20)%"),
          Actual(
            indicator: id, period: period, value: value, source: "figures.csv, table 1, row \(number * 40 + quarter)"),
        ]
      }
  }
}

import ArgumentParser
import CorporatePlan
import Documents

struct Rate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rates the rows of any spreadsheet by a council's rule.",
    discussion: """
      Columns go by name, in any order; those that are missing are empty: name, polarity (high, low, range, none), unit, \
      target, actual, previous, same_period_last_year, tolerance, green, amber, lower, upper, decimals, reason. Figures are \
      read as people type them: 1,234  79%  £1.2m  2:35  91/110  <5585  ≥ 77%. In a file with commas, 1,234 goes in \
      quotation marks.

      An empty polarity is taken from a target such as <5 or 95 to 105, or from lower and upper. Decimals are those the \
      council prints, for rules that compare displayed figures and for directions of travel. A reason is printed where \
      there is no actual; suppressed, data only, not applicable, no activity, not due and discontinued also keep a figure \
      from being rated.

      Prints for each row the status, the shortfall, its share of the target, the directions of travel and one sentence of \
      reason. What can't be told is "undetermined", never red; what is missing is "not rated", never zero. Exit status 1 \
      when a cell could not be read: it is named on standard error, and the row is rated if its status does not rest on it.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case json, csv }

  @Argument(help: "A CSV file, UTF-8 or Windows-1252, commas, semicolons or tabs.") var rows: String
  @Option(help: "The rule: a JSON file, or the id of one that ships, such as harrow-2023.") var rule: String
  @Option(name: .customLong("as"), help: "One JSON object a line and the tally last, or CSV.") var form = Form.json

  func run() throws {
    let rule = try RuleArgument(rule).indicatorRule()
    let table = try RateTable(path: rows)
    var tally = Tally(statuses: rule.statuses)
    var csv = CSV(columns: RateResult.columns)
    var json: [UInt8] = []
    var hasProblems = false
    for row in table.rows {
      let reading = RateReading(row)
      for problem in reading.problems {
        Terminal.complain("\(rows), line \(row.line): \(problem.message).")
        hasProblems = true
      }
      let result = RateResult(name: row[.name], rating: rule.rate(reading), reading: reading)
      tally.add(result.rating.outcome, hasData: reading.hasData, short: result.short, long: result.long)
      switch form {
      case .json: json.append(line: result.json)
      case .csv: csv.append(row: result.cells)
      }
    }
    switch form {
    case .json:
      json.append(line: .object(["tally": tally.json]))
      Terminal.write(json)
    case .csv: Terminal.write(csv.bytes)
    }
    if hasProblems { throw ExitCode(Failure.Status.problems.rawValue) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(line json: JSON) {
    json.write(into: &self)
    append(UInt8(ascii: "\n"))
  }
}

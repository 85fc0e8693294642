import ArgumentParser
import CorporatePlan
import Documents

struct Rate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rates the rows of any spreadsheet by a council's rule.",
    discussion: """
      Columns go by name, in any order; those that are missing are empty: name, polarity (high, low, range, none), unit, \
      target, actual, previous, same_period_last_year, tolerance, green, amber, lower, upper, reason. Figures are read as \
      people type them: 1,234  79%  £1.2m  2:35  91/110  <5585  ≥ 77%.

      Prints for each row the status, the shortfall, its share of the target, the directions of travel and one sentence of \
      reason. What can't be told is "undetermined", never red; what is missing is "not rated", never zero. Exit status 1 \
      when a cell could not be read; it is named on standard error.
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
    var lines: [String] = []
    var problems = 0
    for row in table.rows {
      let (given, problem) = row.given()
      if let problem {
        Terminal.complain("\(rows), line \(row.line): \(problem).")
        problems += 1
      }
      let result = RateResult(name: row["name"], rating: rule.rate(given, problem), given: given)
      tally.add(result.rating.outcome, hasData: given.actual.isData, short: result.short, long: result.long)
      switch form {
      case .json: lines.append(result.json.canonical)
      case .csv: csv.append(row: result.cells)
      }
    }
    switch form {
    case .json: Terminal.say((lines + [JSON.object(["tally": tally.json]).canonical]).joined(separator: "\n"))
    case .csv: Terminal.write(csv.bytes)
    }
    if problems > 0 { throw ExitCode(Failure.Status.problems.rawValue) }
  }
}

extension RatingRule {
  /// A row of which a cell can't be read is undetermined: rating what is left of it would be a guess.
  fileprivate func rate(_ given: RatedReturn, _ problem: String?) -> Rating {
    problem.map { .undetermined($0, by: RuleVersion(id)) } ?? rate(given)
  }
}

extension Value {
  fileprivate var isData: Bool {
    if case .missing = self { return false }
    return true
  }
}

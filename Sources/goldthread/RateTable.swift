import CorporatePlan
import Documents

/// The rows of a spreadsheet to rate, by column name.
struct RateTable {
  let rows: [Row]

  static let columns = [
    "name", "polarity", "unit", "target", "actual", "previous", "same_period_last_year", "tolerance", "green", "amber",
    "lower", "upper", "reason",
  ]

  init(path: String) throws(Failure) {
    let bytes = try [UInt8](reading: path)
    let records: [DelimitedText.Row]
    do throws(DelimitedText.Refusal) {
      records = try DelimitedText(bytes, limits: DelimitedText.Limits(bytes: 100 << 20, cells: 20_000_000)).rows
    } catch {
      throw .could("\(path): \(error.words)")
    }
    guard let head = records.first else { throw .could("\(path): is empty. Its first line must name the columns.") }
    var places: [String: Int] = [:]
    for (place, cell) in head.cells.enumerated() {
      let name = cell.trimmed.lowercased().replacing(" ", with: "_")
      guard RateTable.columns.contains(name) else { continue }
      guard places.updateValue(place, forKey: name) == nil else {
        throw .could("\(path), line \(head.line): the column “\(name)” stands twice.")
      }
    }
    guard places["actual"] != nil else {
      throw .could(
        "\(path), line \(head.line): no column is called “actual”. The first line names the columns: \(RateTable.columns.joined(separator: ", ")).")
    }
    rows = records.dropFirst().filter { $0.cells.contains { !$0.trimmed.isEmpty } }
      .map { Row(line: $0.line, cells: $0.cells, places: places) }
  }

  struct Row {
    let line: Int
    let cells: [String]
    let places: [String: Int]

    subscript(_ name: String) -> String {
      places[name].flatMap { cells.indices.contains($0) ? cells[$0].trimmed : nil } ?? ""
    }

    /// What is to be rated, and what of it could not be read.
    func given() -> (given: RatedReturn, problem: String?) {
      let target = TargetExpression(self["target"])
      var given = RatedReturn(polarity: target?.comparison?.polarity ?? .highIsGood, actual: .missing(.notReturned), target: target)
      do throws(RowProblem) {
        if !self["polarity"].isEmpty {
          guard let polarity = Polarity(self["polarity"]) else {
            throw RowProblem("“\(self["polarity"])” is not a polarity; write high, low, range or none")
          }
          given.polarity = polarity
        } else if target?.comparison?.polarity == nil, self["lower"].isEmpty {
          throw RowProblem("the polarity is missing; write high, low, range or none")
        } else if !self["lower"].isEmpty {
          given.polarity = .range
        }
        given.actual = try actual()
        (given.lower, given.upper) = (try number("lower"), try number("upper"))
        (given.tolerance, given.green, given.amber) = (try number("tolerance"), try number("green"), try number("amber"))
        given.previous = try figure("previous")
        given.samePeriodLastYear = try figure("same_period_last_year")
        return (given, nil)
      } catch {
        return (given, error.message)
      }
    }

    /// The actual; an empty one has the reason that its row gives.
    private func actual() throws(RowProblem) -> Value {
      let typed = self["actual"]
      let unit = Unit(self["unit"])
      do throws(FigureError) {
        switch try Value(typed) {
        case .figure(let figure): return .figure(figure.inUnit(unit))
        case .missing(let reason): return .missing(self["reason"].isEmpty ? reason : MissingReason(mark: self["reason"]) ?? MissingReason(rawValue: self["reason"]) ?? reason)
        case .state(let words): return .state(words)
        }
      } catch {
        throw RowProblem("the actual \(error)")
      }
    }

    private func figure(_ column: String) throws(RowProblem) -> Figure? {
      guard MissingReason(mark: self[column]) == nil else { return nil }
      do throws(FigureError) { return try Figure(self[column]) } catch { throw RowProblem("\(column): \(error)") }
    }

    private func number(_ column: String) throws(RowProblem) -> Quantity? { try figure(column)?.quantity }
  }

  struct RowProblem: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }
}

extension DelimitedText.Refusal {
  /// What is wrong, where, and what to do.
  var words: String {
    switch self {
    case .tooLarge(let bytes, let limit): "has \(bytes >> 20) MB; at most \(limit >> 20) MB are read. Split it."
    case .notText(let line): "line \(line): is not text but a workbook, a picture or UTF-16. Save it as CSV (UTF-8)."
    case .unclosedQuotation(let line): "line \(line): a quotation mark opens and never closes. Close it, or take it out."
    case .tooManyCells(let limit): "has more than \(limit) cells. Split it."
    }
  }
}

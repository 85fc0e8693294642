import CorporatePlan
import Documents
import HTTPTypes
import Reports

/// The council's figures for programs, at addresses that stay: each table as CSV with its description, and as JSON; all of
/// them as one workbook.
enum OpenData {
  static let routes: [Route] =
    DataSet.open.flatMap { set in
      [
        .open(csv(set)) { visit in
          var answer = Answer.csv(data(visit).table(set).csv)
          answer.fields[.link] = "<\(description(set))>; rel=\"describedby\"; type=\"application/csvm+json\""
          return answer.forEverySite
        },
        .open(description(set)) { visit in
          let json = DataDescription(visit.book).json(of: set)
          return Answer(type: "application/csvm+json", bytes: Array(json.canonical.utf8)).forEverySite
        },
        .open(json(set)) { visit in Answer.json(data(visit).table(set).jsonBytes).forEverySite },
      ]
    } + [.open(workbook) { try workbookAnswer($0) }]

  static func csv(_ set: DataSet) -> String { "/open/\(set.rawValue).csv" }
  static func json(_ set: DataSet) -> String { "/open/\(set.rawValue).json" }
  /// Where programs look for it by themselves (W3C, Model for Tabular Data and Metadata on the Web, section 5.3).
  static func description(_ set: DataSet) -> String { "\(csv(set))-metadata.json" }
  static let workbook = "/open/data.xlsx"

  private static func workbookAnswer(_ visit: Visit) throws -> Answer {
    let file = try data(visit).workbook(of: DataSet.open)
    var answer = Answer(type: file.mediaType, bytes: file.bytes)
    answer.savedAs = file.name
    return answer.forEverySite
  }

  private static func data(_ visit: Visit) -> ReportData {
    ReportData(visit.book, visit.view.periods.reversed().map { visit.view.quarter($0).scorecard })
  }

  /// The figures of one indicator with its targets, oldest first.
  static func valuesOfIndicator(_ visit: Visit) throws(Refusal) -> Answer {
    guard let indicator = visit.book.indicators[try visit.parameter("id")] else { throw .notFound("This indicator") }
    return .csv(data(visit).values(of: indicator).csv).forEverySite
  }
}

extension Answer {
  /// Open data may be read by the scripts of any site: there is no cookie with which they could ask for more.
  fileprivate var forEverySite: Answer {
    var answer = self
    answer.fields[.accessControlAllowOrigin] = "*"
    answer.fields[.crossOriginResourcePolicy] = "cross-origin"
    return answer
  }
}

extension HTTPField.Name {
  static let link = HTTPField.Name("Link")!
}

import CorporatePlan
import Hummingbird

/// What a request asks: the view it is answered from, and what its address says.
struct Visit: Sendable {
  let site: Site
  let target: RequestTarget
  private let parameters: Parameters
  private let query: [(name: String, value: String)]
  /// Made when the first page asks for it: saving a return in the office does without the public's view of it.
  private let drawnFrom = Lazily<View>()

  init(_ site: Site, _ request: Request, _ parameters: Parameters) throws(Refusal) {
    self.site = site
    target = try RequestTarget(request.head.path ?? "")
    self.parameters = parameters
    query = try target.queryItems
  }

  /// For pages that are shown because nothing else could be.
  init(_ site: Site) {
    self.site = site
    target = .root
    parameters = Parameters()
    query = []
  }

  /// What the pages of this visit are drawn from, the same for all of it.
  var view: View { drawnFrom.value { site.view } }
  var book: Book { view.book }

  /// What stands in the address for `:name`.
  func parameter(_ name: String) throws(Refusal) -> String {
    guard let text = parameters.get(name) else { throw .notFound() }
    return try RequestTarget.decoded(text.utf8, plusIsSpace: false)
  }

  /// Whether the address has something for `:name`.
  func has(_ name: String) -> Bool { parameters.get(name) != nil }

  /// What a form's field says; `nil` when it is absent or empty.
  func field(_ name: String) -> String? {
    query.first { $0.name == name }.flatMap { $0.value.trimmed.isEmpty ? nil : $0.value.trimmed }
  }

  /// Whether a period can be shown or was asked for; otherwise nothing has been reported yet.
  var hasPeriod: Bool { view.newest != nil || field("period") != nil }

  /// The period asked for, or the newest.
  var quarter: Quarter {
    get throws(Refusal) {
      guard let code = field("period") else {
        guard let newest = view.newest else { throw .nothingYet }
        return view.quarter(newest)
      }
      return view.quarter(try period(code))
    }
  }

  func period(_ code: String) throws(Refusal) -> Period {
    guard let period = book.calendar.period(code), view.periods.contains(period) else { throw .unknownPeriod(code) }
    return period
  }

  /// A period with a report, be it a draft or sealed.
  func reportPeriod(_ code: String) throws(Refusal) -> Period {
    guard let period = book.calendar.period(code), view.reportPeriods.contains(period) else {
      throw .unknownPeriod(code)
    }
    return period
  }
}

/// Why there is no page to show, in words for the visitor.
enum Refusal: Error, Equatable {
  case notFound(_ what: String = "This page")
  case unknownPeriod(String)
  /// The council has not recorded any figures.
  case nothingYet
  case badRequest(String)
  case tooLong
  case methodNotAllowed
  /// The page is for officers, and nobody has signed in. Afterwards it goes on to where they wanted.
  case signInNeeded(_ destination: String?)
  /// The visitor's roles or posts do not reach that far.
  case notYours
  case forbidden(String)
  /// A file that was sent is not kept any more.
  case fileGone
  /// What was asked for can't be made now or on this machine: why, and what to do.
  case couldNot(String)
  /// What was sent has more bytes than that.
  case tooLarge(limit: Int)
}

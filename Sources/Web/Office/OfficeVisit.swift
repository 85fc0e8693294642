import CorporatePlan
import HTTPTypes
import Hummingbird

/// A request of somebody who is in the office. Only a request with a session becomes one, so no office page can forget to
/// ask for it.
struct OfficeVisit: Sendable {
  let visit: Visit
  let office: Office
  let session: Session
  private let request: Request

  /// - Throws: `Refusal.notFound` where there is no office, `.signInNeeded` without a session, `.forbidden` when a form
  ///   comes from elsewhere.
  init(_ visit: Visit, _ request: Request) throws(Refusal) {
    guard let office = visit.site.office, request.isToThisMachine else { throw .notFound() }
    guard let session = request.ticket.flatMap(office.session) else { throw .signInNeeded }
    if request.method == .post { try request.refuseFromElsewhere() }
    (self.visit, self.office, self.session, self.request) = (visit, office, session, request)
  }

  /// What was sent. A form without this session's token is refused, whoever sent it.
  func form(upTo limit: Int = 1 << 20) async throws -> OfficeForm {
    let form = try await OfficeForm(reading: request, upTo: limit)
    guard let token = form["token"], token.isSame(as: session.token) else {
      throw Refusal.forbidden("The form is of an earlier session. Open the page again and send it once more.")
    }
    return form
  }

  var site: Site { visit.site }
  var book: Book { visit.book }
  func parameter(_ name: String) throws(Refusal) -> String { try visit.parameter(name) }
  func field(_ name: String) -> String? { visit.field(name) }
}

extension Request {
  static let ticketCookie = "goldthread-office"

  /// What the browser sends to show that it is in the office.
  var ticket: String? {
    let cookies = headers[.cookie] ?? ""
    return cookies.split(separator: ";").lazy.map { $0.trimmed }
      .first { $0.hasPrefix("\(Request.ticketCookie)=") }
      .map { String($0.dropFirst(Request.ticketCookie.count + 1)) }
  }

  /// Whether it was addressed to a name of this machine: a page elsewhere that has its own name point here gets nothing.
  var isToThisMachine: Bool {
    guard let authority = head.authority else { return false }
    guard !authority.hasPrefix("[") else { return authority.hasPrefix("[::1]") }
    return Office.loopback.contains(String(authority.prefix { $0 != ":" }).lowercased())
  }

  /// Refuses what a page of another site sent. Browsers say where a form comes from; what says nothing is no browser of
  /// today and is refused too.
  fileprivate func refuseFromElsewhere() throws(Refusal) {
    let (origin, site) = (headers[.origin], headers[.fetchSite])
    let isOwn =
      origin.map { $0 == "http://\(head.authority ?? "")" } ?? true && site.map { $0 == "same-origin" } ?? true
    guard isOwn, origin != nil || site != nil else {
      throw .forbidden("The form was sent from another site, or by a program that does not say from where.")
    }
  }
}

extension HTTPField.Name {
  static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
  static let fetchPurpose = HTTPField.Name("Sec-Purpose")!
}

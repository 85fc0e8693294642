import CorporatePlan
import HTTPTypes
import Hummingbird
import Ledger

/// A request of somebody who is in the office and may do what the address is for. Only a request with a session becomes
/// one, so no office page can forget to ask for it.
struct OfficeVisit: Sendable {
  let visit: Visit
  let office: Office
  let session: Session
  /// What the address is for; `nil` for what concerns only the visitor, such as signing out.
  let action: Permission.Action?
  /// How far they may go with it.
  let reach: Reach
  let request: Request

  /// - Throws: `Refusal.notFound` where there is no office, `.signInNeeded` without a session, `.notYours` when no role
  ///   of theirs may do that, `.forbidden` when a form comes from elsewhere.
  init(_ visit: Visit, _ request: Request, for action: Permission.Action?) async throws {
    let office = try visit.office(for: request)
    guard let ticket = request.ticket(in: office), let session = try await office.session(of: ticket) else {
      throw Refusal.signInNeeded(request.method == .get ? visit.target.text : nil)
    }
    let scope = action.map(session.person.scope) ?? .all
    guard scope > .none else { throw Refusal.notYours }
    if request.method == .post { try request.refuseFromElsewhere(office) }
    reach = visit.site.council.book.reach(of: session.person.id, scope, on: office.today)
    (self.visit, self.office, self.session, self.action, self.request) = (visit, office, session, action, request)
  }

  /// The most bytes of one field: a note of ten thousand characters has room.
  static let longestField = 40_000

  /// What was sent. A form without this session's token is refused, whoever sent it.
  func form(upTo limit: Int = 1 << 20) async throws -> OfficeForm {
    let form = try await OfficeForm(reading: request, upTo: limit)
    // Only pasted documents are longer, and their forms say so.
    guard limit > 4 << 20 || form.fields.allSatisfy({ $0.value.utf8.count <= OfficeVisit.longestField }) else {
      throw Refusal.badRequest("What was typed into one of the fields is too long to be kept.")
    }
    guard let token = form["token"], token.isSame(as: session.token) else {
      throw Refusal.forbidden("The form is of an earlier session. Open the page again and send it once more.")
    }
    return form
  }

  /// How far the visitor may go with something else than the address is for: for links that lead nowhere otherwise.
  func scope(for action: Permission.Action) -> Permission.Scope { session.person.scope(for: action) }
  func may(_ action: Permission.Action) -> Bool { scope(for: action) > .none }
  /// Whether the visitor may do `action` to an indicator or action of the plan.
  func may(_ action: Permission.Action, _ subject: RecordID) -> Bool {
    book.isWithin(book.reach(of: person.id, scope(for: action), on: today), subject)
  }

  /// Refuses what is not within the visitor's reach, whatever the address says.
  func require(_ subject: RecordID) throws(Refusal) {
    guard book.isWithin(reach, subject) else { throw .notYours }
  }

  var site: Site { visit.site }
  /// All that is recorded, what is not published yet too.
  var book: Book { visit.site.council.book }
  var person: Person { session.person }
  var today: Day { office.today }
  func parameter(_ name: String) throws(Refusal) -> String { try visit.parameter(name) }
  func field(_ name: String) -> String? { visit.field(name) }
}

extension Visit {
  /// The office, for requests that come to it by one of its own names. Otherwise there is none: a page elsewhere that has
  /// its own name point here gets nothing.
  func office(for request: Request) throws(Refusal) -> Office {
    guard let office = site.office, let authority = request.head.authority?.lowercased(),
      SiteAddress.isLoopback(authority) || authority == office.address.authority
    else { throw .notFound() }
    return office
  }
}

extension Request {
  /// What the browser sends to show that it is in the office. Of two nobody can tell which one the site has set.
  func ticket(in office: Office) -> String? {
    let name = OfficeCookie.name(in: office)
    let found = headers[values: .cookie].flatMap { $0.split(separator: ";") }.map { $0.trimmed }
      .filter { $0.hasPrefix("\(name)=") }
    return found.count == 1 ? found.first.map { String($0.dropFirst(name.count + 1)) } : nil
  }

  /// Refuses what a page of another site sent. Browsers say where a form comes from; what says nothing is no browser of
  /// today and is refused too.
  func refuseFromElsewhere(_ office: Office) throws(Refusal) {
    let (origin, site) = (headers[.origin], headers[.fetchSite])
    let authority = head.authority?.lowercased() ?? ""
    let own = authority == office.address.authority ? office.address.description : "http://\(authority)"
    let isOwn = origin.map { $0.lowercased() == own } ?? true && site.map { $0 == "same-origin" } ?? true
    guard isOwn, origin != nil || site != nil else {
      throw .forbidden("The form was sent from another site, or by a program that does not say from where.")
    }
  }
}

/// What the browser keeps of a session: out of reach of scripts, not sent along from other sites' forms, and only over TLS
/// where the site is reached so.
enum OfficeCookie {
  static let name = "goldthread-office"

  /// Over TLS with the prefix that keeps other hosts of the same domain from setting it.
  static func name(in office: Office) -> String { office.address.isSecure ? "__Host-\(name)" : name }

  static func setting(_ ticket: String, in office: Office) -> String {
    text(ticket, "Max-Age=\(12 * 60 * 60)", office)
  }

  static func clearing(in office: Office) -> String { text("", "Max-Age=0", office) }

  /// `Lax`: a link in a letter finds its reader signed in; a form of another site does not.
  private static func text(_ ticket: String, _ age: String, _ office: Office) -> String {
    "\(name(in: office))=\(ticket); Path=/; \(age); HttpOnly; SameSite=Lax"
      + (office.address.isSecure ? "; Secure" : "")
  }
}

extension HTTPField.Name {
  static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}

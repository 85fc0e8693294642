import CorporatePlan
import HTTPTypes
import Hummingbird
import Ledger

/// A request of a program that has a token. Only a request with one becomes this, so nothing can forget to ask for it; a
/// cookie counts for nothing here.
struct TokenVisit: Sendable {
  let visit: Visit
  let office: Office
  let token: Token
  /// How far the token goes.
  let reach: Reach
  let request: Request

  /// - Throws: `Problem` 401 without a token or with one that opens nothing, 429 after too many of those.
  init(_ visit: Visit, _ request: Request, from address: String) async throws {
    let office = try visit.office(for: request)
    guard let secret = request.bearerToken else {
      throw Problem(
        .unauthorized, "Send a token as “Authorization: Bearer …”. An administrator of the council makes one.",
        [.wwwAuthenticate: "Bearer realm=\"goldthread\""])
    }
    guard let token = try await office.accounts.token(with: secret, at: office.moment) else {
      do {
        try await office.accounts.countWrongToken(from: address, at: office.moment)
      } catch AccountRefused.wait(let end) {
        let seconds = max(1, (end.milliseconds - office.moment.milliseconds + 999) / 1000)
        throw Problem(.tooManyRequests, "Too many wrong tokens came from here.", [.retryAfter: String(seconds)])
      }
      throw Problem(
        .unauthorized, "This token is wrong, has ended or was revoked.",
        [.wwwAuthenticate: "Bearer realm=\"goldthread\", error=\"invalid_token\""])
    }
    (self.visit, self.office, self.token, self.request) = (visit, office, token, request)
    reach = visit.site.council.book.reach(ofService: token.service)
  }

  var site: Site { visit.site }
  var today: Day { office.today }
  func field(_ name: String) -> String? { visit.field(name) }
}

extension Book {
  /// What belongs to a service, or to a directorate's services; everything for `nil`.
  func reach(ofService id: String?) -> Reach {
    guard let id else { return Reach(.all) }
    let names = [id, services[id]?.name]
    let under = services.values.filter { $0.directorate != nil && names.contains($0.directorate) }.map(\.id)
    return Reach(.ownService, services: Set([id] + under))
  }
}

extension Request {
  /// The secret of an `Authorization` header (RFC 6750, section 2.1); `nil` without one, or with two.
  fileprivate var bearerToken: Secret? {
    let values = headers[values: .authorization]
    guard values.count == 1, let value = values.first else { return nil }
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return Secret(parts[1].trimmed)
  }
}

import CorporatePlan
import HTTPTypes

/// Why a program gets nothing, as problem details (RFC 9457).
struct Problem: Error {
  let status: HTTPResponse.Status
  let detail: String
  var fields = HTTPFields()

  init(_ status: HTTPResponse.Status, _ detail: String, _ fields: HTTPFields = [:]) {
    (self.status, self.detail, self.fields) = (status, detail, fields)
  }

  /// What stands at those addresses, in words for whoever writes the program.
  init(_ refusal: Refusal) {
    switch refusal {
    case .notFound(let what): self.init(.notFound, "\(what == "This page" ? "This address" : what) is not here.")
    case .unknownPeriod(let code): self.init(.notFound, "There is no period “\(code)”.")
    case .nothingYet, .fileGone: self.init(.notFound, "There is nothing here yet.")
    case .badRequest(let why): self.init(.badRequest, why)
    case .tooLong: self.init(.uriTooLong, "Addresses here have at most \(RequestTarget.mostBytes) characters.")
    case .methodNotAllowed: self.init(.methodNotAllowed, "These addresses can only be read, with GET or HEAD.")
    case .signInNeeded: self.init(.unauthorized, "Send a token as “Authorization: Bearer …”.")
    case .notYours: self.init(.forbidden, "The token does not reach that far.")
    case .forbidden(let why): self.init(.forbidden, why)
    case .couldNot(let why): self.init(.serviceUnavailable, why)
    case .tooLarge: self.init(.contentTooLarge, "What was sent is too large.")
    }
  }

  /// What an operator must mend.
  static func trouble(reference: String) -> Problem {
    Problem(.internalServerError, "Something went wrong. If you tell us about it, give this reference: \(reference)")
  }

  var answer: Answer {
    let json = JSON.object([
      "type": "about:blank", "title": .string(status.reasonPhrase), "status": JSON(status.code),
      "detail": .string(detail),
    ])
    var answer = Answer(type: "application/problem+json", bytes: Array(json.canonical.utf8))
    answer.status = status
    answer.caching = .never
    answer.isKept = false
    answer.fields = fields
    return answer
  }
}

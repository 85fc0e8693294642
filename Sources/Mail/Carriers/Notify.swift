import CCurl
import CSodium
import CorporatePlan
import Foundation

/// GOV.UK Notify (https://docs.notifications.service.gov.uk/rest-api.html), through one template of the council's whose
/// subject is `((subject))` and whose message is `((body))`.
package struct Notify: Equatable, Sendable {
  package let template: String
  package let base: String
  let service: String
  let secret: MailSecret

  package static let usualBase = "https://api.notifications.service.gov.uk"

  /// - Parameter key: as Notify shows it once: a name, the service's UUID and the secret's, with hyphens between.
  package init(key: String, template: String, base: String = usualBase) throws(MailSettingsError) {
    let key = key.trimmed
    let (secret, rest) = (String(key.suffix(36)), key.dropLast(36))
    let service = String(rest.dropLast().suffix(36))
    guard rest.hasSuffix("-"), UUID(uuidString: secret) != nil, UUID(uuidString: service) != nil else {
      throw MailSettingsError(
        "The Notify key can't be read; copy it whole, as Notify shows it: name, service and secret with hyphens between"
      )
    }
    guard UUID(uuidString: template) != nil else {
      throw MailSettingsError("“\(template)” is no template's id; Notify shows it below the template")
    }
    guard base.hasPrefix("https://") || MailSettings.isThisMachine(base) else {
      throw MailSettingsError("Notify is only reached by https")
    }
    (self.template, self.base, self.service, self.secret) = (template, base, service, MailSecret(secret))
  }

  func send(_ letter: Letter, at now: Moment) throws(SendingFailure) {
    let transfer = try Transfer(to: base + "/v2/notifications/email", protocols: "http,https")
    if MailSettings.isThisMachine(base) { transfer.set(CURLOPT_NOPROXY, "*") }
    transfer.set(
      CURLOPT_HTTPHEADER,
      ["Authorization: Bearer \(token(at: now))", "Content-Type: application/json", "Expect:"])
    let body = JSON.object([
      "email_address": .string(letter.address), "template_id": .string(template),
      "reference": .string(letter.messageID),
      "personalisation": .object(["subject": .string(letter.subject), "body": .string(letter.text)]),
    ])
    transfer.post(Array(body.canonical.utf8))
    if let failure = failure(transfer.run()) { throw failure }
  }

  /// A JSON web token (RFC 7519) signed by HMAC-SHA256, which Notify takes for half a minute.
  func token(at now: Moment) -> String {
    let header = JSON.object(["typ": "JWT", "alg": "HS256"]).canonical
    let claims = JSON.object(["iss": .string(service), "iat": JSON(now.milliseconds / 1000)]).canonical
    let signed = [header, claims].map { base64url(Array($0.utf8)) }.joined(separator: ".")
    return signed + "." + base64url(hmac(Array(signed.utf8), key: Array(secret.text.utf8)))
  }

  private func failure(_ outcome: Transfer.Outcome) -> SendingFailure? {
    guard outcome.code == CURLE_OK else {
      return SendingFailure("GOV.UK Notify could not be reached: \(outcome.message)", again: true, concernsAll: true)
    }
    guard !(200..<300).contains(outcome.answer) else { return nil }
    let said = Notify.message(outcome.body).map { ": \($0)" } ?? ""
    let sentence = "GOV.UK Notify answered \(outcome.answer)\(said)"
    switch outcome.answer {
    case 429, 500..<600: return SendingFailure(sentence, again: true, concernsAll: true)
    // The key or the account, not this letter.
    case 401, 403: return SendingFailure(sentence, again: false, concernsAll: true)
    default: return SendingFailure(sentence, again: false)
    }
  }

  /// The first of the errors it names.
  private static func message(_ body: [UInt8]) -> String? {
    // Whatever answered may not have been Notify: then the number has to do.
    guard let answer = try? JSON(parsing: body) else { return nil }
    let message = answer["errors"]?.array?.first?["message"]?.string
    return message.map { String($0.prefix(200)) }
  }
}

private func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
  var state = crypto_auth_hmacsha256_state()
  crypto_auth_hmacsha256_init(&state, key, key.count)
  crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
  var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
  crypto_auth_hmacsha256_final(&state, &code)
  return code
}

private func base64url(_ bytes: [UInt8]) -> String {
  Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}

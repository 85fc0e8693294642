import CCurl
import CorporatePlan

/// A mail server, spoken to by libcurl.
package struct SMTP: Equatable, Sendable {
  package let host: String
  package let port: Int
  package let encryption: Encryption
  package let user: String?
  package let password: MailSecret?

  package enum Encryption: Equatable, Sendable {
    /// The connection is encrypted from its start (`smtps`, port 465).
    case fromTheStart
    /// It is encrypted before anything is said (STARTTLS); a server that can't gets nothing.
    case required
    /// For a relay on this machine or in the council's own network.
    case none
  }

  package init(host: String, port: Int, encryption: Encryption, user: String? = nil, password: MailSecret? = nil) {
    self.host = host
    self.port = port
    self.encryption = encryption
    self.user = user
    self.password = password
  }

  func send(_ letter: Letter, from sender: Sender, at now: Moment) throws(SendingFailure) {
    let scheme = encryption == .fromTheStart ? "smtps" : "smtp"
    let transfer = try Transfer(to: "\(scheme)://\(host):\(port)", protocols: scheme)
    transfer.set(
      CURLOPT_USE_SSL, encryption == .required ? Int(CURLUSESSL_ALL.rawValue) : Int(CURLUSESSL_NONE.rawValue))
    // A web proxy is no way to a mail server.
    transfer.set(CURLOPT_NOPROXY, "*")
    if let user, let password {
      transfer.set(CURLOPT_USERNAME, user)
      transfer.set(CURLOPT_PASSWORD, password.text)
    }
    transfer.set(CURLOPT_MAIL_FROM, "<\(sender.address)>")
    transfer.set(CURLOPT_MAIL_RCPT, ["<\(letter.address)>"])
    transfer.send(letter.message(from: sender, at: now))
    if let failure = failure(transfer.run()) { throw failure }
  }

  private func failure(_ outcome: Transfer.Outcome) -> SendingFailure? {
    guard outcome.code != CURLE_OK else { return nil }
    let server = "The mail server \(host):\(port)"
    switch outcome.code {
    case CURLE_LOGIN_DENIED:
      return SendingFailure(
        "\(server) refused user or password (\(outcome.answer)); check the mail setting",
        again: (400..<500).contains(outcome.answer), concernsAll: true)
    case CURLE_USE_SSL_FAILED where encryption == .required && outcome.answer < 400:
      return SendingFailure("\(server) offers no encryption, so nothing was sent to it", again: true, concernsAll: true)
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED:
      return SendingFailure("\(server) could not be reached: \(outcome.message)", again: true, concernsAll: true)
    default: break
    }
    if (500..<600).contains(outcome.answer) {
      return SendingFailure("\(server) refused the letter for good (\(outcome.answer))", again: false)
    }
    let answer = outcome.answer >= 400 ? "it answered \(outcome.answer)" : outcome.message
    return SendingFailure("\(server) did not take the letter: \(answer)", again: true)
  }
}

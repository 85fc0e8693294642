import CorporatePlan
import Foundation

/// How letters leave, as an operator sets it: a carrier in a line, who letters come from, and a secret that stands in a
/// file or in the environment, never in the line itself.
package struct MailSettings: Equatable, Sendable {
  package let carrier: Carrier
  package let sender: Sender

  /// The name of the environment's variable for the password or key.
  package static let secretVariable = "GOLDTHREAD_MAIL_SECRET"

  package init(carrier: Carrier, sender: Sender) {
    self.carrier = carrier
    self.sender = sender
  }

  /// Reads the settings.
  ///
  /// - Parameters:
  ///   - carrier: `outbox`, `outbox:FOLDER`, `smtp://USER@HOST:PORT`, `smtps://…`, `smtp://HOST?encryption=none`,
  ///     `sendmail`, `sendmail:PATH` or `notify:TEMPLATE`; without one the outbox.
  ///   - from: `plan@council.example` or `Corporate plan <plan@council.example>`; only the outbox and Notify do without.
  ///   - secret: the password or key; see `secret(file:environment:)`.
  ///   - directory: where the council's ledger is; the outbox lies in it.
  package init(carrier: String?, from: String?, secret: MailSecret?, directory: String) throws(MailSettingsError) {
    let line = carrier?.trimmed ?? ""
    let (scheme, rest) = MailSettings.parts(line.isEmpty ? "outbox" : line)
    switch scheme {
    case "outbox": self.carrier = .outbox(folder: rest.isEmpty ? directory + "/outbox" : rest)
    case "sendmail": self.carrier = .sendmail(path: rest.isEmpty ? Sendmail.usual : rest)
    case "smtp", "smtps": self.carrier = .smtp(try MailSettings.server(scheme, rest, secret))
    case "notify":
      guard let secret else { throw .noSecret("Notify's key") }
      self.carrier = .notify(try Notify(key: secret.text, template: rest))
    default:
      // What was typed may hold a password: only what stands before the colon is said again.
      throw MailSettingsError(
        "Mail can't go by “\(scheme)”; write outbox, smtp://USER@HOST:PORT, sendmail or notify:TEMPLATE")
    }
    if let from = from?.trimmed, !from.isEmpty {
      sender = try MailSettings.sender(from)
    } else {
      switch self.carrier {
      case .outbox, .notify: sender = try Sender(name: "Goldthread", address: "goldthread@localhost")
      case .smtp, .sendmail:
        throw MailSettingsError("Say whom letters come from, like “Corporate plan <plan@council.example>”")
      }
    }
  }

  /// The secret from a file, or else from the environment; `nil` when there is none.
  package static func secret(file: String?, environment: [String: String]) throws(MailSettingsError) -> MailSecret? {
    guard let file else { return environment[secretVariable].flatMap { $0.isEmpty ? nil : MailSecret($0) } }
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw MailSettingsError("The file with mail's secret can't be read: \(file)")
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    if text.isEmpty { throw MailSettingsError("The file with mail's secret is empty: \(file)") }
    return MailSecret(text)
  }

  /// Whether an address leads to the machine it is written on.
  static func isThisMachine(_ address: String) -> Bool {
    let host = address.split(separator: "/").dropFirst(address.contains("://") ? 1 : 0).first ?? ""
    return ["127.0.0.1", "localhost", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
  }

  private static func parts(_ line: String) -> (scheme: String, rest: String) {
    guard let colon = line.firstIndex(of: ":") else { return (line.lowercased(), "") }
    return (line[..<colon].lowercased(), String(line[line.index(after: colon)...]))
  }

  private static func sender(_ from: String) throws(MailSettingsError) -> Sender {
    guard from.hasSuffix(">"), let opening = from.lastIndex(of: "<") else {
      return try Sender(name: "", address: from)
    }
    let name = from[..<opening].trimmed
    let isQuoted = name.count > 1 && name.hasPrefix("\"") && name.hasSuffix("\"")
    let address = from[from.index(after: opening)...].dropLast()
    return try Sender(name: isQuoted ? String(name.dropFirst().dropLast()) : name, address: String(address))
  }
}

extension MailSettings {
  /// `//user@host:port?encryption=none`.
  private static func server(
    _ scheme: String, _ rest: String, _ secret: MailSecret?
  ) throws(MailSettingsError) -> SMTP {
    guard rest.hasPrefix("//") else { throw .unreadableServer }
    let (address, query) = split(rest.dropFirst(2), at: "?")
    // The last @: a user is often an address.
    let (user, place) =
      address.lastIndex(of: "@").map {
        (String(address[..<$0]).removingPercentEncoding ?? "", address[address.index(after: $0)...])
      } ?? (nil, address)
    if user?.contains(":") == true {
      throw MailSettingsError(
        "The mail setting holds a password, which other users of the machine can see; put it in a file or in \(secretVariable)"
      )
    }
    let encryption: SMTP.Encryption
    switch (scheme, query) {
    case ("smtps", nil): encryption = .fromTheStart
    case ("smtp", nil), ("smtp", "encryption=required"): encryption = .required
    case ("smtp", "encryption=none"): encryption = .none
    default: throw .unreadableServer
    }
    let (host, port) = try endpoint(place, usually: scheme == "smtps" ? 465 : encryption == .none ? 25 : 587)
    guard let user else { return SMTP(host: host, port: port, encryption: encryption) }
    guard let secret else { throw .noSecret("the mail server's password") }
    if encryption == .none, !["127.0.0.1", "localhost", "[::1]"].contains(host) {
      throw MailSettingsError("A password is not sent over the network without encryption; leave encryption=none out")
    }
    return SMTP(host: host, port: port, encryption: encryption, user: user, password: secret)
  }

  private static func endpoint(_ text: Substring, usually port: Int) throws(MailSettingsError) -> (String, Int) {
    let text = text.hasSuffix("/") ? text.dropLast() : text
    let closing = text.lastIndex(of: "]") ?? text.startIndex
    let colon = text[closing...].lastIndex(of: ":")
    let host = String(text[..<(colon ?? text.endIndex)])
    let isHost =
      !host.isEmpty && !host.hasPrefix("-")
      && host.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"):
          true
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"): host.hasPrefix("[") && host.hasSuffix("]")
        default: false
        }
      }
    let number = colon.map { Int(text[text.index(after: $0)...]) } ?? port
    guard isHost, let number, (1...65535).contains(number) else { throw .unreadableServer }
    return (host, number)
  }

  private static func split(_ text: Substring, at mark: Character) -> (Substring, Substring?) {
    guard let place = text.firstIndex(of: mark) else { return (text, nil) }
    return (text[..<place], text[text.index(after: place)...])
  }
}

/// What is wrong with a mail setting, as a sentence that says what to write; no secret is in it.
package struct MailSettingsError: Error, Equatable, Sendable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }

  static let unreadableServer = MailSettingsError(
    "The mail server can't be read from the setting; write smtp://USER@HOST:PORT, smtps://… for encryption from the start, or smtp://HOST?encryption=none for a relay of your own"
  )

  static func noSecret(_ what: String) -> MailSettingsError {
    MailSettingsError("Put \(what) in a file or in \(MailSettings.secretVariable)")
  }
}

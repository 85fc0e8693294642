import CorporatePlan
import Foundation
import Ledger

/// A letter as it goes out: to one person, with their name and address in it.
package struct Letter: Equatable, Sendable {
  /// What tells it from every other; a letter that is tried again keeps it, so that a reader can drop the second.
  package let id: String
  package let name: String
  /// An address that can stand in a header and an SMTP command as it is.
  package let address: String
  package let subject: String
  package let text: String

  /// Refuses an address that mail can't carry. Line ends and other controls in name and subject become spaces, so that
  /// neither can add a header.
  package init(id: String, name: String, address: String, subject: String, text: String) throws(SendingFailure) {
    guard Letter.isAddress(address) else {
      throw SendingFailure("The person's e-mail address can't be used; correct it under People", again: false)
    }
    self.id = id
    self.name = Letter.oneLine(name)
    self.address = address
    self.subject = Letter.oneLine(subject)
    self.text = text
  }

  /// Letters, digits and what RFC 5321 allows in the unquoted part before the @, nothing else.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard text.utf8.count <= 254, parts.count == 2, let local = parts.first, let domain = parts.last, !local.isEmpty,
      !domain.isEmpty, domain.first != UInt8(ascii: "-"), local.first != UInt8(ascii: "-")
    else { return false }
    let isLocal = local.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) }
    return isLocal && domain.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func oneLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: scalar
      }
    }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars)
    return String(line).trimmed
  }
}

/// Who letters come from.
package struct Sender: Equatable, Sendable {
  package let name: String
  package let address: String

  package init(name: String, address: String) throws(MailSettingsError) {
    guard Letter.isAddress(address) else {
      throw MailSettingsError("“\(address)” is no address letters can come from; write one like plan@council.example")
    }
    self.name = name
    self.address = address
  }

  var domain: String { address.split(separator: "@").last.map(String.init) ?? "localhost" }
}

/// Why a letter was not sent, as a sentence for the administrator, and whether to try again. It names nobody.
package struct SendingFailure: Error, Equatable, Sendable, CustomStringConvertible {
  package let description: String
  /// Whether it may go better later.
  package let again: Bool
  /// Whether it was not about this letter: then others would fare alike, and are left for the next round.
  package let concernsAll: Bool

  package init(_ description: String, again: Bool, concernsAll: Bool = false) {
    self.description = description
    self.again = again
    self.concernsAll = concernsAll
  }
}

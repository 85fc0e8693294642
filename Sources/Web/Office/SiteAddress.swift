/// Where people reach the site: `https://plan.council.gov.uk`. Letters lead there, and forms come from there.
package struct SiteAddress: Equatable, Sendable, CustomStringConvertible {
  /// `plan.council.gov.uk`, with the port where it is not the usual one.
  package let authority: String
  package let isSecure: Bool

  package var description: String { "\(isSecure ? "https" : "http")://\(authority)" }

  /// `nil` for what is no such address, or one that passwords must not travel to: without TLS only this machine is.
  package init?(_ text: String) {
    let isSecure = text.lowercased().hasPrefix("https://")
    guard isSecure || text.lowercased().hasPrefix("http://") else { return nil }
    var rest = text.dropFirst(isSecure ? 8 : 7).lowercased()[...]
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let letters = rest.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "-.:[]".utf8.contains(byte)
    }
    guard !rest.isEmpty, letters, isSecure || SiteAddress.isLoopback(String(rest)) else { return nil }
    (authority, self.isSecure) = (String(rest), isSecure)
  }

  /// Whether an authority is a name of this machine.
  static func isLoopback(_ authority: String) -> Bool {
    guard !authority.hasPrefix("[") else { return authority.hasPrefix("[::1]") }
    return Office.loopback.contains(String(authority.prefix { $0 != ":" }).lowercased())
  }
}

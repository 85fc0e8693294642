import HTTPTypes
import Hummingbird
import NIOCore

/// A request's surroundings: besides what every request has, where it came from.
package struct VisitContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  private let remote: SocketAddress?

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    remote = source.channel.remoteAddress
  }

  /// The network address of the visitor. Where the site is reached through another server on this machine, which ends
  /// TLS for it, that server says whom it speaks for; nobody else is believed.
  func address(of request: Request, for site: Site) -> String {
    let direct = remote?.ipAddress ?? "unknown"
    guard site.office?.address.isSecure == true, Office.loopback.contains(direct) || direct == "unknown",
      let forwarded = request.headers[.forwardedFor]?.split(separator: ",").last
    else { return direct }
    return String(forwarded).trimmed
  }
}

extension HTTPField.Name {
  static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}

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

  /// The network address of the visitor, as tries are counted by it. Where the site is reached through other servers,
  /// which end TLS for it, those on this machine and those it was told of say whom they speak for; nobody else is believed.
  func address(of request: Request, for site: Site) -> String {
    // Without a network, as in tests, it is this machine.
    guard let direct = Netaddress(remote?.ipAddress ?? "127.0.0.1") else { return "unknown" }
    guard let office = site.office, office.address.isSecure else { return direct.network }
    return Netaddress.visitor(direct, forwardedFor: request.headers[.forwardedFor]) {
      address in address.isLoopback || office.proxies.contains { $0.contains(address) }
    }.network
  }
}

extension HTTPField.Name {
  static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}

import CorporatePlan
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore

extension Site {
  /// The site as an application, for `serve` and for tests.
  package func application(
    host: String = "127.0.0.1", port: Int = 8080, logger: Logger = Logger(label: "goldthread.web"),
    listening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) -> Application<FrontDoor> {
    Application(
      responder: FrontDoor(self),
      server: .onEventLoops(
        .init(
          idleTimeout: .seconds(30),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in await listening(channel.localAddress?.port ?? port) },
      logger: logger)
  }
}

/// Serves a council's site until the process is asked to stop; requests that are under way are answered first.
///
/// - Parameters:
///   - cachesPages: see `Site`.
///   - office: where officers work; with it letters leave.
///   - listening: is told the port once requests are taken: with port 0 the system has chosen it.
package func serve(
  _ council: Council, host: String = "127.0.0.1", port: Int = 8080, cachesPages: Bool = true, office: Office? = nil,
  logger: Logger = Logger(label: "goldthread.web"),
  listening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) async throws {
  let site = Site(council, cachesPages: cachesPages, office: office)
  let following = Task { await site.follow(logger) }
  let delivering = office.map { office in Task { await office.deliver(logger) } }
  defer {
    following.cancel()
    delivering?.cancel()
  }
  try await site.application(host: host, port: port, logger: logger, listening: listening).runService()
}

extension Site {
  /// Shows within a second what other processes append, such as an import from the command line.
  func follow(_ logger: Logger) async {
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: .seconds(1))
        office?.imports.giveUpExpired()
        office?.workbooks.giveUpExpired()
        try await council.catchUp()
      } catch is CancellationError {
        return
      } catch {
        logger.error("The ledger can't be read", metadata: ["error": "\(error)"])
      }
    }
  }
}

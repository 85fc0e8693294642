import ArgumentParser
import Ledger
import Logging
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves a council's public pages and its office.",
    discussion: "One server for a directory at a time. Imports from the command line show within a second.")

  @OptionGroup var at: CouncilOptions
  @Option(help: "The port; 0 for any that is free.") var port = 8080
  @Option(help: "The address to listen on; 0.0.0.0 for all of this machine.") var host = "127.0.0.1"
  @Option(help: ArgumentHelp("A PostgreSQL database instead of the directory's own.", valueName: "url")) var database:
    String?
  @Option(
    help: ArgumentHelp(
      "Where people reach the site, such as https://plan.example.gov.uk: letters lead there. Without TLS the office is open to this machine alone.",
      valueName: "url"))
  var address: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Servers in front, on other machines, or their network, such as 10.0.5.0/28, whose X-Forwarded-For is believed: nobody else may have an address in it, for whoever does can pass for any other. Without it wrong passwords of all who come through them count as of one. Those on this machine always are.",
      valueName: "ip or network"))
  var behindProxy: [String] = []
  @OptionGroup(title: "Mail") var mail: MailOptions
  @Flag(help: "Serve the public pages alone, without the office.") var publicOnly = false
  @Flag(help: "Draw every page anew, to measure drawing.") var noPageCache = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
    guard address.map({ SiteAddress($0) != nil }) ?? true else {
      throw ValidationError(
        "--address takes an address such as https://plan.example.gov.uk, without a path. Passwords travel there, so it begins with https, but for an address of this machine alone."
      )
    }
    for proxy in behindProxy where Netrange(proxy) == nil {
      throw ValidationError(
        "--behind-proxy takes addresses such as 10.0.0.4 and networks such as 10.0.5.0/28, of which the bits behind the / are zero, and “\(proxy)” is neither."
      )
    }
    guard database == nil else {
      throw ValidationError(
        "PostgreSQL is not supported yet. Leave --database out: the directory's own SQLite file is used.")
    }
  }

  func run() async throws {
    let letters = try mail.settings(in: at.data, hasAddress: address != nil)
    let council = try await at.open(serving: true)
    var logger = Logger(label: "goldthread")
    logger.logLevel = .notice
    let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    // Without TLS passwords would be readable on the way: then only this machine has an office.
    let address = SiteAddress(address ?? "http://\(name):\(port)")
    let office =
      publicOnly
      ? nil
      : address.map {
        Office(council, at: $0, mail: letters, behind: behindProxy.compactMap(Netrange.init))
      }
    do {
      try await serve(
        council, host: host, port: port, cachesPages: !noPageCache, office: office, logger: logger
      ) { port in
        let home = "\(name):\(port)"
        Terminal.say("Serving \(council.book.council?.name ?? "the council") at http://\(home)/ (Ctrl-C stops)")
        guard let office else {
          if !publicOnly {
            Terminal.say("The office is closed: say with --address where people reach it by https.")
          }
          return
        }
        if let path = try? await office.setUpPath {
          Terminal.say("There is nobody yet. The first administrator begins at http://\(home)\(path)")
        }
      }
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    } catch {
      throw Failure.could(
        "\(host):\(port): can't listen there (\(error)). Is another program on that port? Try --port 0.")
    }
  }
}

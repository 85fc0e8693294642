import ArgumentParser
import Ledger
import Logging
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves a council's public pages.",
    discussion: "One server for a directory at a time. Imports from the command line show within a second.")

  @OptionGroup var at: CouncilOptions
  @Option(help: "The port; 0 for any that is free.") var port = 8080
  @Option(help: "The address to listen on; 0.0.0.0 for all of this machine.") var host = "127.0.0.1"
  @Option(help: ArgumentHelp("A PostgreSQL database instead of the directory's own.", valueName: "url")) var database:
    String?
  @Flag(help: "Open the office too, where documents are taken in; only on an address of this machine alone.")
  var office = false
  @Flag(help: "Draw every page anew, to measure drawing.") var noPageCache = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
    guard !office || Office.loopback.contains(host) else {
      throw ValidationError(
        "--office works only on an address that this machine alone can reach, such as 127.0.0.1: there are no accounts yet, and \(host) is open to others."
      )
    }
    guard database == nil else {
      throw ValidationError(
        "PostgreSQL is not supported yet. Leave --database out: the directory's own SQLite file is used.")
    }
  }

  func run() async throws {
    let council = try await at.open(serving: true)
    var logger = Logger(label: "goldthread")
    logger.logLevel = .notice
    let office = office ? Office() : nil
    let address = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    do {
      try await serve(
        council, host: host, port: port, cachesPages: !noPageCache, office: office, logger: logger
      ) { port in
        Terminal.say(
          "Serving \(council.book.council?.name ?? "the council") at http://\(address):\(port)/ (Ctrl-C stops)")
        if let office { Terminal.say("To import, open http://\(address):\(port)\(office.signInPath)") }
      }
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    } catch {
      throw Failure.could(
        "\(host):\(port): can't listen there (\(error)). Is another program on that port? Try --port 0.")
    }
  }
}

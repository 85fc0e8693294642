import ArgumentParser
import CorporatePlan
import Foundation
import Ledger

/// Which council's ledger a command works on.
struct CouncilOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The directory that holds goldthread.sqlite.", valueName: "dir"))
  var data: String

  @Option(help: ArgumentHelp("The council, when the directory holds several.", valueName: "name"))
  var council: String?

  /// Opens a ledger that is already there.
  func open(serving: Bool = false) async throws -> Council {
    try await CouncilOptions.open(data, council, creating: false, serving: serving)
  }

  static func open(_ data: String, _ council: String?, creating: Bool, serving: Bool = false) async throws -> Council {
    let exists = exists(data)
    guard exists || creating else {
      throw Failure.could(
        "\(data): holds no council. Fill it with 'goldthread demo --data \(data)' or 'goldthread import'.")
    }
    do {
      let names = exists ? try await Council.names(in: data) : []
      if let council, !names.isEmpty, !names.contains(council), !creating {
        throw Failure.call("\(data): holds no council called \(council); it holds \(names.joined(separator: ", ")).")
      }
      guard council != nil || names.count <= 1 else {
        throw Failure.call(
          "\(data): holds several councils; name one with --council: \(names.joined(separator: ", ")).")
      }
      return try await Council.open(
        directory: data, council: council ?? names.first ?? "council", creating: creating, serving: serving)
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    } catch let error as MalformedEntry {
      throw Failure.could("\(data): \(error). Run 'goldthread verify --data \(data)'.")
    }
  }
}

extension CouncilOptions {
  static func exists(_ data: String) -> Bool {
    FileManager.default.fileExists(atPath: URL(fileURLWithPath: data).appendingPathComponent("goldthread.sqlite").path)
  }
}

extension Moment {
  static var now: Moment { Moment(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }
}

extension Book {
  /// A reporting period by its code; without one, the newest that has figures.
  func reportingPeriod(_ code: String?) throws(Failure) -> Period {
    if let code {
      guard let period = calendar.period(code) else {
        throw .call("“\(code)” is not a period; write it like 2023-24-Q2.")
      }
      return period
    }
    guard let newest = reportingPeriods.first else {
      throw .call("There are no figures yet, so name the period with --period, like 2023-24-Q2.")
    }
    return newest
  }
}

import ArgumentParser
import Ledger

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copies everything into one file while the council works on, and verifies the copy.")

  @Option(help: ArgumentHelp("The directory that holds goldthread.sqlite.", valueName: "dir")) var data: String
  @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var file: String

  func run() async throws {
    do {
      let verified = try await Council.backup(directory: data, to: file)
      Terminal.say("\(file): \(verified.reduce(0) { $0 + $1.entries }) entries, verified.")
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    }
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fills an empty directory from a backup, after verifying it.",
    discussion: "Refuses a directory that already holds a council: nothing is overwritten.")

  @Option(help: ArgumentHelp("The directory to fill.", valueName: "dir")) var data: String
  @Option(help: ArgumentHelp("The backup.", valueName: "file")) var file: String

  func run() async throws {
    do {
      let verified = try await Council.restore(from: file, to: data)
      Terminal.say("\(data): \(verified.reduce(0) { $0 + $1.entries }) entries, verified.")
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    }
  }
}

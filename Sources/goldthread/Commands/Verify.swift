import ArgumentParser
import CorporatePlan
import Ledger

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Proves that nothing in the ledger and no sealed file was changed.",
    discussion: """
      Recomputes the hash of every entry from the one before it and the digest of every sealed file. Exit status 0 when all \
      fit; 1 with the first position whose hash does not, or the file whose bytes differ. Keep the printed head \
      elsewhere: only it can show that the newest entries were taken away.
      """)

  @Option(help: ArgumentHelp("The directory that holds goldthread.sqlite.", valueName: "dir"))
  var data: String

  func run() async throws {
    let found: [Verification]
    do { found = try await Council.verify(directory: data) } catch let error as LedgerError {
      throw Failure.could(error.description)
    }
    for verification in found {
      Terminal.say(
        JSON.object([
          "council": found.count > 1 ? .string(verification.council) : nil, "entries": JSON(verification.entries),
          "head": .string(verification.head.description), "sealed_files": JSON(verification.files),
          "sealed_reports": JSON(verification.seals), "ok": .bool(verification.isSound),
        ]).canonical)
      if let fault = verification.fault { Terminal.complain(fault.description) }
    }
    if found.contains(where: { !$0.isSound }) { throw ExitCode(Failure.Status.problems.rawValue) }
  }
}

import ArgumentParser
import CorporatePlan
import Ledger
import Reports

struct SealCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Checks a period's report and freezes it.",
    discussion: """
      Runs the checks. When something does not add up, nothing is sealed: exit status 1 and a line for each, its code first. \
      Otherwise the report's files are frozen with the ledger position, its hash and the rules' versions. Sealing again from \
      the same position gives the same bytes.
      """)

  @OptionGroup var at: CouncilOptions
  @Option(help: "The reporting period, such as 2023-24-Q2; by default the newest with figures.") var period: String?
  @Option(help: "Who seals: the id of a post or of a person, never a name.") var author = "command-line"

  func run() async throws {
    let council = try await at.open()
    let period = try council.book.reportingPeriod(period)
    do {
      let sealed = try await council.seal(period, author: author, at: .now)
      for warning in sealed.seal.warnings { Terminal.complain(warning) }
      Terminal.say(
        "\(period.code): sealed at ledger position \(sealed.seal.position)\(sealed.isNew ? "" : " before, and stays as it was")."
      )
      if !sealed.isReproduced {
        Terminal.complain("Made anew by this version of the program, the files would differ from the sealed ones.")
      }
      for file in sealed.seal.files { Terminal.say("\(file.digest)  \(file.name)") }
    } catch let refused as SealRefused {
      Terminal.say(refused.description)
      Terminal.complain("\(period.code): not sealed; \(refused.findings.count) things do not add up.")
      throw ExitCode(Failure.Status.problems.rawValue)
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    }
  }
}

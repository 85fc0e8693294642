import ArgumentParser
import CorporatePlan
import Ledger
import Reports
import Web

struct SealCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Checks a report and freezes it.",
    discussion: """
      Runs the checks. When something does not add up, nothing is sealed: exit status 1 and a line for each, its code first. \
      Objections can be set aside with --override and a reason, which is printed in the report; errors can't. Otherwise the \
      report's files are frozen with the ledger position, its hash and the rules' versions. Sealing again from \
      the same position gives the same bytes.
      """)

  @OptionGroup var at: CouncilOptions
  @Option(help: "The reporting period, such as 2023-24-Q2; by default the newest with figures.") var period: String?
  @Option(help: ArgumentHelp("Another report than the performance report, by its id.", valueName: "id"))
  var report: String?
  @Option(
    name: .customLong("override"),
    help: ArgumentHelp(
      "Sets all objections of a check aside; can be given several times.", valueName: "code=reason"))
  var overrides: [String] = []
  @Option(help: "Who seals: the id of a post or of a person, never a name.") var author = "command-line"

  func validate() throws {
    for text in overrides where SealCommand.reason(text) == nil {
      throw ValidationError(
        "“\(text)” is no code with a reason; write it like red-without-commentary=\"The service is closed\".")
    }
  }

  private static func reason(_ text: String) -> (code: String, reason: String)? {
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty ? (parts[0], parts[1]) : nil
  }

  func run() async throws {
    let council = try await at.open()
    let period = try council.book.reportingPeriod(period)
    let id = report ?? Report(.performance, period).id
    do {
      let reasons = Dictionary(overrides.compactMap(SealCommand.reason).map { ($0.code, $0.reason) }) { $1 }
      if !reasons.isEmpty { try await council.setAside(id, reasons, author: author, at: .now) }
      let sealed = try await council.seal(id, author: author, at: .now)
      for aside in sealed.seal.overridden { Terminal.complain(aside) }
      for warning in sealed.seal.warnings { Terminal.complain(warning) }
      Terminal.say(
        "\(report ?? period.code): sealed at ledger position \(sealed.seal.position)\(sealed.isNew ? "" : " before, and stays as it was")."
      )
      if !sealed.isReproduced {
        Terminal.complain("Made anew by this version of the program, the files would differ from the sealed ones.")
      }
      for file in sealed.seal.files { Terminal.say("\(file.digest)  \(file.name)") }
    } catch let refused as SealRefused {
      Terminal.say(refused.description)
      Terminal.complain("\(report ?? period.code): not sealed; \(refused.findings.count) things do not add up.")
      throw ExitCode(Failure.Status.problems.rawValue)
    } catch let refused as EditRefused {
      throw Failure.call("--override: \(refused.problems.map(\.sentence).joined(separator: " "))")
    } catch let unknown as NoSuchReport {
      throw Failure.call(unknown.description)
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    }
  }
}

import ArgumentParser
import CorporatePlan
import Documents
import Foundation
import Ledger
import Reports

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes everything a council holds in open form.",
    discussion: """
      xlsx: one workbook to read, edit and import again. csv: a folder with a table for each kind of record and their \
      description (CSVW, csv-metadata.json), or an archive of them when the path ends in .zip. json: every record as it \
      stands. Each of them is read by 'goldthread import'; sealed files and history are in a backup alone.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case xlsx, csv, json }

  @OptionGroup var at: CouncilOptions
  @Option(name: .customLong("as"), help: "xlsx, csv or json.") var form: Form
  @Option(help: ArgumentHelp("The file, or for csv the folder or .zip, to write.", valueName: "path")) var out: String

  func run() async throws {
    let export = BookExport(try await at.open().book)
    switch form {
    case .xlsx: try export.workbook().write(to: out)
    case .json: try Array(export.json.canonical.utf8).write(to: out)
    case .csv where out.lowercased().hasSuffix(".zip"): try export.archive().write(to: out)
    case .csv:
      do { try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true) } catch {
        throw Failure.could("\(out): the folder can't be made: \(error.localizedDescription)")
      }
      for (name, bytes) in export.files() {
        try bytes.write(to: URL(fileURLWithPath: out).appendingPathComponent(name).path)
      }
    }
    Terminal.say("\(out): everything as at position \(export.position).")
  }
}

import ArgumentParser
import CorporatePlan
import Documents
import Foundation
import Ledger

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes everything a council holds in open form.",
    discussion: """
      xlsx: one workbook with a sheet for each kind of record. json: one file with every record of every kind, the plan, the figures and the words, as they stand. csv: a folder with \
      a table for each kind and their description (CSVW, csv-metadata.json).
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case xlsx, csv, json }

  @OptionGroup var at: CouncilOptions
  @Option(name: .customLong("as"), help: "xlsx, csv or json.") var form: Form
  @Option(help: ArgumentHelp("The file, or for csv the folder, to write.", valueName: "path")) var out: String

  func run() async throws {
    let book = try await at.open().book
    switch form {
    case .xlsx:
      try BookExport(book).workbook().write(to: out)
    case .json:
      try Array(BookExport(book).json.canonical.utf8).write(to: out)
    case .csv:
      do { try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true) } catch {
        throw Failure.could("\(out): the folder can't be made: \(error.localizedDescription)")
      }
      for (name, bytes) in BookExport(book).tables() {
        try bytes.write(to: URL(fileURLWithPath: out).appendingPathComponent(name).path)
      }
    }
    Terminal.say("\(out): everything as at position \(book.position).")
  }
}

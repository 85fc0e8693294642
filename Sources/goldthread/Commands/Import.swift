import ArgumentParser
import CorporatePlan
import Documents
import Imports
import Ledger

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes in a council's own document: shows what it holds, and with --apply records it.",
    discussion: """
      Without --apply nothing is written: you see what was recognised, what would be new or changed, and what does not agree, \
      each with its place and the words that stand there. With --apply all of it is recorded as one batch, which 'undo' \
      takes back. Exit status 1 when the document was not recognised or something in it could not be read; what merely does \
      not agree is printed, and the status is 0.

      Where only the council can tell, the preview asks. Before it is recorded, each question is answered or left open: \
      --questions-to writes them to a file with their choices, --answers reads it back. --recipe says what columns mean; \
      what was settled once is remembered for the next file with the same headings.

        goldthread import report.docx --dry-run --format json
        goldthread import plan.docx --questions-to answers.json
        goldthread import plan.docx --data DIR --answers answers.json --apply
        goldthread import report.docx --data DIR --apply
        goldthread import report.docx --data DIR --apply --accept-printed --reason "Unrounded figure is 9.8%"
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A Word file, a workbook, a CSV, the text of a document, or an export of Goldthread.") var file:
    String
  @Option(help: ArgumentHelp("The directory that holds the council, made when it is not there.", valueName: "dir"))
  var data: String?
  @Option(help: ArgumentHelp("The council, when the directory holds several.", valueName: "name")) var council: String?
  @Option(help: ArgumentHelp("The council's name as printed, where the document doesn't say.", valueName: "words"))
  var councilName: String?
  @Option(help: "The reporting period, such as 2023-24-Q2, where the document doesn't say.") var period: String?
  @Option(
    help: ArgumentHelp(
      "What to read it as, where you know better: \(ImportProposal.kinds.joined(separator: ", ")).", valueName: "kind"))
  var readAs: String?
  @Option(help: ArgumentHelp("A JSON file with the answers to its questions.", valueName: "file")) var answers: String?
  @Option(help: ArgumentHelp("Write its questions there, to be answered.", valueName: "file")) var questionsTo: String?
  @Option(help: ArgumentHelp("A JSON file that says what columns mean, by heading.", valueName: "file"))
  var recipe: String?
  @Flag(help: "With --apply: questions without an answer stay open.") var leaveOpen = false
  @Flag(help: "Write nothing; this is how it works without --apply.") var dryRun = false
  @Flag(help: "Record it as one batch and print the batch's id.") var apply = false
  @Flag(help: "With --apply: where the document prints another status than the rule gives, the printed one counts.")
  var acceptPrinted = false
  @Flag(help: "With --apply: record what could be read of a document in which something could not.")
  var despiteErrors = false
  @Option(help: "With --accept-printed: why. It is printed beside the status.") var reason: String?
  @Option(help: "text or json.") var format = Format.text
  @Option(help: "Who imports: the id of a post or of a person, never a name.") var author = "command-line"

  func validate() throws {
    if apply, dryRun { throw ValidationError("Give --dry-run or --apply, not both.") }
    if apply, data == nil { throw ValidationError("--apply needs --data: the directory that holds the council.") }
    if acceptPrinted, !apply { throw ValidationError("--accept-printed goes with --apply.") }
    if acceptPrinted, reason?.trimmed.isEmpty != false {
      throw ValidationError("--accept-printed needs --reason: an override says why.")
    }
    if let readAs, !ImportProposal.kinds.contains(readAs) {
      throw ValidationError(
        "“\(readAs)” is no kind of document; there are \(ImportProposal.kinds.joined(separator: ", ")).")
    }
    if let period, Period(period) == nil {
      throw ValidationError("“\(period)” is not a period; write it like 2023-24-Q2.")
    }
  }

  func run() async throws {
    let document: SourceDocument
    let digest: String
    do throws(ReadError) {
      let (name, bytes) = try ReadLimits.council.file(at: file)
      document = try SourceDocument(bytes, named: name)
      digest = Digest(of: bytes).description
    } catch {
      throw Failure.could(error.description)
    }
    let settled = try ImportSettings(recipe: recipe, answers: answers)
    if let answers, let answered = settled.digest, answered != digest {
      // The same place is another thing in another file.
      throw Failure.could(
        "\(answers): these answers are for another file, or for this one before it was changed. Write its questions with --questions-to, or take “digest” out where the answers hold all the same."
      )
    }
    let ledger = try await ledger()
    let proposal = ImportProposal(
      document, fileDigest: digest, period: period.flatMap { Period($0) }, council: councilName, kind: readAs,
      answers: settled.answers, columns: settled.columns, into: ledger?.book ?? Book())
    if let questionsTo { try Array(proposal.questions.canonical.utf8).write(to: questionsTo) }
    switch format {
    case .json: Terminal.say(proposal.json.canonical)
    case .text: Terminal.say(proposal.preview)
    }
    if apply { try await record(proposal, in: ledger) }
    if proposal.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(Failure.Status.problems.rawValue)
    }
  }

  /// The ledger to compare with, when there is one already.
  private func ledger() async throws -> Council? {
    guard let data, CouncilOptions.exists(data) else { return nil }
    return try await CouncilOptions.open(data, council, creating: false)
  }

  private func record(_ proposal: ImportProposal, in ledger: Council?) async throws {
    guard let data, !proposal.changes.isEmpty else {
      Terminal.complain("\(file): nothing was recorded: nothing in it was recognised.")
      return
    }
    guard !proposal.isWithheld else {
      Terminal.complain(
        "\(file): nothing was recorded: it names another council. If it is meant all the same, answer “ours” to “council-differs: document” with --answers."
      )
      throw ExitCode(Failure.Status.problems.rawValue)
    }
    let errors = proposal.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty, !despiteErrors {
      Terminal.complain(
        "\(file): nothing was recorded: \(errors.count == 1 ? "1 part" : "\(errors.count) parts") could not be read. Mend the document, or record the rest with --despite-errors."
      )
      return
    }
    guard leaveOpen || proposal.unanswered.isEmpty else {
      let asked = proposal.unanswered.compactMap { asked in asked.question.map { "  \($0.id): \(asked.message)" } }
      Terminal.complain(
        "\(file): nothing was recorded: \(asked.count == 1 ? "1 question has" : "\(asked.count) questions have") no answer. Answer with --answers, or leave open with --leave-open.\n"
          + asked.joined(separator: "\n"))
      throw ExitCode(Failure.Status.problems.rawValue)
    }
    let council =
      if let ledger { ledger } else { try await CouncilOptions.open(data, council, creating: true) }
    let position = council.book.position
    let accepted = acceptPrinted ? reason : nil
    do {
      let receipt = try await council.append(reason: "Import of \(proposal.fileName)", author: author, at: .now) {
        newest in
        guard newest.position == position else {
          throw Failure.could("the record changed while the file was read; import it again.")
        }
        guard let accepted, let period = proposal.period else { return proposal.revisions }
        let after = try newest.applying(proposal.revisions)
        return proposal.revisions + after.acceptingPrinted(in: period, reason: accepted)
      }
      guard let batch = receipt.batch else {
        Terminal.complain("\(file): nothing was recorded: the council holds all of it already.")
        return
      }
      let decided = receipt.positions.count - proposal.revisions.count
      let also = decided == 0 ? "" : ", \(decided) of them printed statuses accepted"
      Terminal.complain(
        "Recorded \(receipt.positions.count == 1 ? "1 record" : "\(receipt.positions.count) records") as batch \(batch)\(also). 'goldthread undo \(batch)' takes it back."
      )
      if format == .text { Terminal.say(batch) }
    } catch let frozen as Frozen {
      throw Failure.could(frozen.description)
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    }
  }
}

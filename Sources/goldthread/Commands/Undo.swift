import ArgumentParser
import CorporatePlan
import Ledger

struct Undo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes a batch back.",
    discussion: """
      Records what the batch changed as it was before, in a new batch. What somebody has changed since is left alone and \
      listed, and the exit status is then 1.
      """)

  @Argument(help: "The batch, as 'import --apply' printed it.") var batch: String
  @OptionGroup var at: CouncilOptions
  @Option(help: "Who undoes it: the id of a post or of a person, never a name.") var author = "command-line"
  @Option(help: "Why.") var reason: String?

  func run() async throws {
    let council = try await at.open()
    do {
      let undone = try await council.undo(batch: batch, author: author, reason: reason ?? "undo of \(batch)", at: .now)
      Terminal.say(
        "\(batch): \(undone.restored.count) records are as they were before, in batch \(undone.receipt.batch ?? "none")."
      )
      for changed in undone.left {
        Terminal.complain(
          "\(changed.record): changed since by \(changed.by.author) on \(changed.by.recordedAt.londonDay.words); left as it is."
        )
      }
      if !undone.left.isEmpty { throw ExitCode(Failure.Status.problems.rawValue) }
    } catch let frozen as Frozen {
      throw Failure.could(frozen.description)
    } catch let refused as EditRefused {
      throw Failure.could(refused.problems.map { "\(batch): \($0.sentence)" }.joined(separator: "\n"))
    } catch let refused as UndoRefused {
      throw Failure.call(refused.words)
    }
  }
}

extension UndoRefused {
  fileprivate var words: String {
    switch self {
    case .unknownBatch(let batch): "\(batch): there is no such batch. 'import --apply' prints a batch's id."
    case .undoneAlready(let batch, let by, let author, let at):
      "\(batch): was taken back on \(at.londonDay.words) by \(author), in batch \(by). Undo that batch to have it again."
    }
  }
}

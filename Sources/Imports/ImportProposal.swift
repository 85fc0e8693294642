import CorporatePlan

/// What importing a document would record, and everything a person should know before deciding: nothing is recorded
/// until its revisions are appended to the ledger.
package struct ImportProposal: Sendable {
  package let recognition: Recognition
  package let fileName: String
  /// `sha256:` and 64 hex digits of the file's bytes.
  package let fileDigest: String
  /// The quarter the report is for; `nil` when nobody said, and then there are no records.
  package let period: Period?
  let found: ProposedRecords
  package let diagnostics: [Diagnostic]
  /// Cells and paragraphs that found no home, word for word.
  package let unplaced: [UnplacedCell]
  /// How the columns of its tables were understood.
  package let mapping: [TableMapping]
  package let counts: ImportCounts
  /// Whether nothing of it is recorded because it names another council, and nobody has said that it is meant.
  package let isWithheld: Bool
  let standing: Late<Scorecard?>

  /// Every record the document holds, in the order of recording, beside what is on record today.
  package var changes: [Change] { found.changes.value }
  package func count(_ kind: Change.Kind) -> Int { found.count(kind) }
  /// The quarter as it would stand after recording; `nil` when there is nothing to record.
  package var scorecard: Scorecard? { standing.value }

  /// The questions that nobody has answered or left open.
  package var unanswered: [Diagnostic] { diagnostics.filter { $0.question?.isUnanswered == true } }

  /// What would be appended: the records that are new or changed.
  package var revisions: [Revision] {
    isWithheld ? [] : changes.filter { $0.kind != .unchanged }.map(\.revision)
  }
}

extension ImportProposal {
  /// The kinds of document that are known, as scripts name them.
  package static var kinds: [String] { Recogniser.all.map(\.kind).filter { $0 != Recogniser.returns.kind } }

  /// Its questions with their choices, to be answered in a file: `{"questions": [{"id", "at", "message", "choices", "answer"}]}`.
  package var questions: JSON {
    .object([
      "file": .string(fileName), "digest": .string(fileDigest),
      "questions": .array(
        diagnostics.compactMap { asked in
          guard let question = asked.question, question.takesWords || !question.choices.isEmpty else { return nil }
          return .object([
            "id": .string(question.id), "at": .string(asked.at), "verbatim": .string(asked.verbatim),
            "message": .string(asked.message), "answer": .string(question.answer ?? ""),
            "takes_words": question.takesWords ? .bool(true) : nil,
            "choices": .sorted(
              (question.choices + [Question.Choice(Question.open, "Leave open")]).map { ($0.id, .string($0.words)) }),
          ])
        }),
    ])
  }
}

/// What a document was taken for, and how sure that is in per cent.
package struct Recognition: Equatable, Sendable {
  /// `scorecard`, or `unknown`.
  package let kind: String
  package let confidence: Int

  package static let unknown = Recognition(kind: "unknown", confidence: 0)
}

/// A part of the source that found no home among the records.
package struct UnplacedCell: Equatable, Sendable {
  package let at: String
  package let verbatim: String
}

import Documents

/// Something about an imported document that a person should know: what it is, where it stands, the words that stand
/// there, and what to do about it.
package struct Diagnostic: Equatable, Sendable {
  package enum Severity: String, Sendable, CaseIterable {
    /// Something could not be read; it is not among the records.
    case error
    /// Only the council can tell; nothing was guessed.
    case question
    /// The document contradicts itself or its own key.
    case warning
    /// Worth knowing; nothing to decide.
    case note
  }

  package let severity: Severity
  package let code: DiagnosticCode
  /// The place, worded so that a person with the document open finds it: "table 4, row 17".
  package let at: String
  /// What stands there, to the letter.
  package let verbatim: String
  package let message: String
  /// Of a question with choices: what can be answered, and what was.
  package var question: Question?

  package init(
    _ severity: Severity, _ code: DiagnosticCode, at: String, verbatim: String = "", _ message: String,
    question: Question? = nil
  ) {
    self.question = question
    self.severity = severity
    self.code = code
    self.at = at
    self.verbatim = verbatim
    self.message = message
  }

  package init(
    _ severity: Severity, _ code: DiagnosticCode, at: Locator, verbatim: String = "", _ message: String,
    question: Question? = nil
  ) {
    self.init(severity, code, at: at.place, verbatim: verbatim, message, question: question)
  }
}

extension Locator {
  /// The row for a cell: people look for rows. Anything else as it is.
  var place: String {
    if case .cell(let table, let row, _) = self { return "table \(table), row \(row)" }
    return description
  }
}

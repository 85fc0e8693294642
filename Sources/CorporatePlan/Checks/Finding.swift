/// Something that a check found: where, and in a sentence what it is and what to do about it.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
  package let severity: Severity
  /// Stable, for scripts: `undetermined-rating`.
  package let code: String
  /// "indicator complaints-answered".
  package let place: String
  package let sentence: String

  package enum Severity: String, Sendable {
    /// The report does not seal, whoever wants it to.
    case error
    /// The report does not seal unless somebody with the right sets the finding aside with a reason, which is printed
    /// (Decisions/0022).
    case objection
    /// The report seals, and the warning is printed with the seal.
    case warning
  }

  package init(_ severity: Severity, code: String, place: String, sentence: String) {
    self.severity = severity
    self.code = code
    self.place = place
    self.sentence = sentence
  }

  /// Whether it stops a seal, for good or until it is set aside.
  package var stops: Bool { severity != .warning }

  /// One line, code first.
  package var description: String { "\(code): \(place): \(sentence)" }
}

extension [Finding] {
  /// What nobody can set aside first, then what somebody may, then what is only told; in each the order of the checks.
  package var worstFirst: [Finding] {
    [Finding.Severity.error, .objection, .warning].flatMap { severity in filter { $0.severity == severity } }
  }
}

/// Something that a check found: where, and in a sentence what it is and what to do about it.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
  package let severity: Severity
  /// Stable, for scripts: `undetermined-rating`.
  package let code: String
  /// "indicator complaints-answered".
  package let place: String
  package let sentence: String

  package enum Severity: String, Sendable {
    /// The report does not seal.
    case error
    /// The report seals, and the warning is printed with the seal.
    case warning
  }

  package init(_ severity: Severity, code: String, place: String, sentence: String) {
    self.severity = severity
    self.code = code
    self.place = place
    self.sentence = sentence
  }

  /// One line, code first.
  package var description: String { "\(code): \(place): \(sentence)" }
}

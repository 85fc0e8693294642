/// Why there is no value (domain, section 2.1). Zero is a value; empty is not, and an empty value says why.
package enum MissingReason: String, CaseIterable, Sendable {
  case notDue = "not due"
  case notReturned = "no actual"
  case inArrears = "awaited, in arrears"
  /// Nothing happened that could be measured: 0 out of 0.
  case noActivity = "no activity"
  case suppressed = "suppressed"
  case notApplicable = "not applicable"
  case discontinued = "discontinued"
  /// The source names where a figure would come from and gives none.
  case noDataHeld = "no data held"
  case toBeConfirmed = "to be confirmed"
  /// The council did not ask for it this time; who waived it said why, in the record.
  case waived

  /// Reads the marks that stand for a missing value: `n/a`, `-`, `TBC`, `c`, `not due`, `0/0`.
  /// `nil` when the text is none of them.
  package init?(mark text: String) {
    let plain = text.trimmed.lowercased()
    // Small counts are published as "<5": the figure itself is not there.
    if plain.hasPrefix("<"), plain.count > 1, plain.dropFirst().trimmed.allSatisfy(\.isNumber) {
      self = .suppressed
      return
    }
    switch plain {
    case "-", "--", "–", "—", "..", "no data", "not returned", "no actual", "not available", "missing", "":
      self = .notReturned
    case "n/a", "na", "not applicable": self = .notApplicable
    case "tbc", "to be confirmed", "tba": self = .toBeConfirmed
    case "c", "suppressed", "*", "~": self = .suppressed
    case "not due", "nd": self = .notDue
    case "in arrears", "awaited", "awaited, in arrears": self = .inArrears
    case "0/0", "0 / 0", "no activity", "no cases": self = .noActivity
    case "discontinued": self = .discontinued
    case "no data held": self = .noDataHeld
    default: return nil
    }
  }
}

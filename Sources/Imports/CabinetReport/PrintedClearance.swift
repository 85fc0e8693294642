import CorporatePlan
import Documents

/// An officer's clearance as a paper prints it, in lines or in a row of a table.
struct PrintedClearance {
  /// "Statutory Officer", before the name.
  var label: String?
  /// "Chief Financial Officer", where a line or column says for whom.
  var signed: String?
  var onBehalf = false
  var date: String?
  var comments: String?
  /// Whether a person's name stands in it.
  var named = false
  var places: [Locator] = []
  var verbatim: [String] = []
  /// The lines it was read from.
  var indices: [Int] = []

  var role: String? { signed ?? label }
  var day: Day? { date.flatMap(PaperDraft.day) }

  /// "Signed on behalf of the Monitoring Officer": the post, and whether somebody else signed.
  static func signature(_ text: String) -> (role: String, onBehalf: Bool)? {
    guard
      let match = text.onOneLine.wholeMatch(
        of:
          /(?:[Ss]igned|[Cc]leared|[Aa]pproved|[Aa]greed|[Aa]uthorised)(?: off)?(?: by)?(?:(?: [A-Z][^ ]* [A-Z][^ ]*)? (on behalf of|for))?(?: the)? (.{3,80}?)\.?/
      )
    else { return nil }
    return (String(match.2), match.1 != nil)
  }

  /// "on behalf of the Monitoring Officer", "Monitoring Officer (on behalf of)".
  static func role(_ text: String) -> (role: String, onBehalf: Bool) {
    let line = text.onOneLine
    guard
      let range = line.firstRange(of: onBehalfOf)
    else { return (line, false) }
    var role = line
    role.removeSubrange(range)
    return (role.onOneLine, true)
  }
}

extension PrintedClearance {
  /// The rows of a table of clearances: role, name, date; `nil` when it is none.
  static func all(in table: SourceTable) -> [PrintedClearance]? {
    guard let head = table.rows.first?.cells.map(\.text.normalisedName) else { return nil }
    func column(_ words: String...) -> Int? { head.firstIndex { name in words.contains(where: name.contains) } }
    guard let date = column("date", "cleared on", "signed on"),
      let role = column("role", "post", "statutory officer", "clearance", "title", "officer"), role != date
    else { return nil }
    let name = column("name", "signed by", "cleared by")
    let comments = column("comment")
    return table.rows.dropFirst().filter { $0.cells.count == head.count }.map { row in
      let cells = row.cells
      let (post, onBehalf) = PrintedClearance.role(cells[role].text)
      let person = name.map { cells[$0].text.onOneLine } ?? ""
      let signer = PrintedClearance.role(person)
      var clearance = PrintedClearance(
        label: post, onBehalf: onBehalf || signer.onBehalf, date: cells[date].text,
        comments: comments.map { cells[$0].text.trimmed }.flatMap { $0.isEmpty ? nil : $0 })
      clearance.named = !person.isEmpty && name != role
      clearance.places = cells.map(\.locator)
      clearance.verbatim = [cells.map(\.text.onOneLine).joined(separator: " | ")]
      return clearance
    }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let onBehalfOf =
  /(?i)\(?(?:signed )?(?:on behalf of|obo|p\.p\.|for and on behalf of)(?: the)?\)?/

import Documents

/// A line of a paper's form: what it asks, what was entered, and where.
struct FormLine {
  /// Without the colon: "Wards affected".
  let name: String
  let words: String
  let locators: [Locator]
  /// As it stands in the document.
  let verbatim: String

  init(_ name: String, _ words: String, at locators: [Locator], verbatim: String) {
    let name = name.trimmed
    self.name = name.hasSuffix(":") ? name.dropLast().trimmed : name
    self.words = words.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: "\n").trimmed
    self.locators = locators
    self.verbatim = verbatim
  }

  /// "Exempt: No", "Has the Portfolio Holder been consulted? Yes"; `nil` for running text.
  init?(_ line: PrintedLine) {
    guard let end = line.text.prefix(80).firstIndex(where: { ":?".contains($0) }), end > line.text.startIndex else {
      return nil
    }
    let name = line.text[end] == "?" ? line.text[...end] : line.text[..<end]
    let words = line.text[line.text.index(after: end)...].trimmed
    guard !words.isEmpty, name.split(separator: " ").count <= 12, !words.hasPrefix("//") else { return nil }
    self.init(String(name), words, at: [line.locator], verbatim: line.text)
  }

  /// The lines of a table in which every row is a name and what was entered.
  static func all(in table: SourceTable) -> [FormLine]? {
    let rows = table.rows.map { $0.cells.filter { $0.continues == nil } }.filter { row in
      row.contains { !$0.text.trimmed.isEmpty }
    }
    guard rows.count > 1, rows.allSatisfy({ $0.count == 2 && !$0[0].text.trimmed.isEmpty }) else { return nil }
    let lines = rows.map { row in
      FormLine(
        row[0].text.onOneLine, row[1].text, at: row.map(\.locator),
        verbatim: "\(row[0].text.onOneLine) \(row[1].text.trimmed)")
    }
    return lines.contains { $0.meaning != nil } ? lines : nil
  }

  enum Meaning { case committee, meeting, title, people, form }

  /// What it is about; `nil` for a name that such forms don't have.
  var meaning: Meaning? { FormLine.meaning(of: name) }

  static func meaning(of name: String) -> Meaning? {
    let name = name.normalisedName
    switch name {
    case "report for", "report to", "committee", "meeting", "decision maker", "report to be considered by":
      return .committee
    case _ where meetings.contains(name): return .meeting
    case "subject", "title", "report title", "title of report", "subject of report": return .title
    default: break
    }
    if people.contains(where: name.says) { return .people }
    return others.contains(where: name.says) ? .form : nil
  }

  /// Whether it asks for the day of a meeting; asked of many more texts than are lines of a form.
  static func namesMeeting(_ name: some StringProtocol) -> Bool { meetings.contains(name.normalisedName) }

  private static let meetings: Set = [
    "date of meeting", "meeting date", "date of committee", "date of decision", "date",
  ]

  private static let people = [
    "officer", "author", "report of", "report by", "portfolio holder", "member", "contact", "councillor", "director",
    "leader", "cleared by", "signed", "sponsor",
  ]
  private static let others = [
    "key decision", "exempt", "call in", "wards", "ward s", "enclosures", "appendices", "background papers",
    "confidential",
    "eqia", "equality impact", "forward plan", "classification", "public or private", "decision type",
  ]

  /// Whether it may name a person.
  var namesPeople: Bool { meaning == .people }
}

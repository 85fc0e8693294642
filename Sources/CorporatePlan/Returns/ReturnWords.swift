extension Commentary {
  /// The most characters of public words on one return.
  package static let mostPublic = 600
  /// The most of a note.
  package static let mostOfNote = 10_000
}

extension Book {
  /// What is said for one purpose, as the form shows it: several comments, which imports make, with a blank line between.
  package func text(about subject: RecordID, in period: Period, _ purpose: Commentary.Purpose) -> String {
    words(about: subject, in: period, purpose).map(\.text).joined(separator: "\n\n")
  }

  /// The id that new words of a return have.
  static func wordsID(_ subject: RecordID, _ period: Period, _ purpose: Commentary.Purpose) -> String {
    "\(Slot.id(of: subject, in: period))#\(purpose.rawValue)"
  }

  /// What typing words for one purpose changes; `nil` was not typed.
  func wordRevisions(
    _ field: ReturnField, _ purpose: Commentary.Purpose, _ typed: String?, of slot: Slot,
    _ problems: inout [EntryProblem]
  ) -> [Revision] {
    guard let text = typed?.replacing("\r\n", with: "\n").trimmed else { return [] }
    let held = words(about: slot.subject, in: slot.period, purpose)
    guard text != self.text(about: slot.subject, in: slot.period, purpose).replacing("\r\n", with: "\n").trimmed else {
      return []
    }
    let most = purpose == .note ? Commentary.mostOfNote : Commentary.mostPublic
    guard text.count <= most else {
      let instead = purpose == .note ? "Shorten it." : "Shorten it, and put the rest into the note behind it."
      problems.append(
        EntryProblem(
          field, "This is \(text.count - most) character\(text.count == most + 1 ? "" : "s") over \(most). \(instead)"))
      return []
    }
    guard !text.isEmpty else { return held.map(\.withdrawal) }
    var words =
      held.first
      ?? Commentary(
        id: Book.wordsID(slot.subject, slot.period, purpose), subject: slot.subject, period: slot.period,
        purpose: purpose, text: text)
    words.text = text
    return [words.revision] + held.dropFirst().map(\.withdrawal)
  }
}

extension Editing {
  /// A remark on a place of a report, or an answer to one.
  ///
  /// - Parameters:
  ///   - text: with people as `@{id}`.
  ///   - mentions: whose attention it asks for besides those named in the text.
  package func comment(
    _ text: String, on key: String, of report: String, by person: String, to mentions: [String], thread: String? = nil
  ) throws(EditRefused) -> [Revision] {
    guard book.reports[report] != nil else { throw EditRefused("main", "The report was withdrawn meanwhile.") }
    guard !text.trimmed.isEmpty else { throw EditRefused("text", "Write what you want to say.") }
    var place = key
    if let thread {
      guard let first = book.comments[thread], first.thread == nil, first.report == report else {
        throw EditRefused("main", "The comment that you answer was withdrawn meanwhile.")
      }
      place = first.key
    }
    var named: [String] = []
    for person in mentions + text.mentioned where !named.contains(person) { named.append(person) }
    let id = newID(of: Comment.kind, beginning: "c")
    return [
      Comment(
        id: id, report: report, key: place, text: text.trimmed, by: person, day: today, thread: thread, mentions: named
      ).revision
    ]
  }

  /// Closes a thread, or opens it again.
  package func resolve(_ id: String, _ isResolved: Bool) throws(EditRefused) -> [Revision] {
    guard var comment = book.comments[id], comment.thread == nil else {
      throw EditRefused("main", "The comment was withdrawn meanwhile.")
    }
    comment.isResolved = isResolved
    return try changed(comment)
  }

  /// An id that no record of a kind has or ever had: one more than there are.
  func newID(of kind: String, beginning letter: String) -> String {
    var number = 1
    while book.stamp(of: RecordID(kind, "\(letter)\(number)")) != nil { number += 1 }
    return "\(letter)\(number)"
  }
}

extension String {
  /// The ids of people that a comment names: `@{p-7}`.
  package var mentioned: [String] {
    var ids: [String] = []
    var rest = self[...]
    while let open = rest.firstRange(of: "@{"), let close = rest[open.upperBound...].firstIndex(of: "}") {
      ids.append(String(rest[open.upperBound..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return ids
  }
}

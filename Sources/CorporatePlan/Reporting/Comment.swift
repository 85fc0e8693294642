/// What somebody remarked on a place of a report that is being prepared. Comments never print.
package struct Comment: Record {
  package static let kind = "comment"
  package let id: String
  /// The report's id.
  package let report: String
  /// The section or the words it is about: `summary`, `summary/indicators`; empty for the whole report.
  package let key: String
  /// What was said. People who are named in it stand as `@{id}`: names are put in when it is shown.
  package let text: String
  /// The id of whoever said it: closing the thread is somebody else's revision.
  package let by: String
  package let day: Day
  /// The comment that it answers; the thread is named after its first.
  package let thread: String?
  /// Whose attention it asks for, by id.
  package let mentions: [String]
  /// Whether its thread is closed; said of the first.
  package var isResolved: Bool

  package init(
    id: String, report: String, key: String, text: String, by: String, day: Day, thread: String? = nil,
    mentions: [String] = [], isResolved: Bool = false
  ) {
    self.id = id
    self.report = report
    self.key = key
    self.text = text
    self.by = by
    self.day = day
    self.thread = thread
    self.mentions = mentions
    self.isResolved = isResolved
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    report = try fields.text("report")
    key = fields.optionalText("key") ?? ""
    text = try fields.text("text")
    by = try fields.text("by")
    guard let day = try fields.day("day") else { throw FieldError("day", "is missing") }
    self.day = day
    thread = fields.optionalText("thread")
    mentions = fields.texts("mentions")
    isResolved = fields.flag("resolved")
  }

  package var body: JSON {
    .object([
      "report": .string(report), "key": key.isEmpty ? nil : .string(key), "text": .string(text), "by": .string(by),
      "day": .string(day.description), "thread": thread.json, "mentions": mentions.json, "resolved": isResolved.json,
    ])
  }
}

/// A comment with all that answers it.
package struct CommentThread: Equatable, Sendable {
  package let first: Comment
  /// In the order in which they were made.
  package let replies: [Comment]

  package var isOpen: Bool { !first.isResolved }
  package var all: [Comment] { [first] + replies }
  package var mentions: Set<String> { Set(all.flatMap(\.mentions)) }
}

extension Book {
  /// The threads about a report, open ones first, each in the order in which it grew.
  package func threads(of report: String) -> [CommentThread] {
    func place(_ comment: Comment) -> (Day, Int, String) { (comment.day, comment.id.count, comment.id) }
    let all = comments.values.filter { $0.report == report }.sorted { place($0) < place($1) }
    let threads = all.filter { $0.thread == nil }.map { first in
      CommentThread(first: first, replies: all.filter { $0.thread == first.id })
    }
    return threads.filter(\.isOpen) + threads.filter { !$0.isOpen }
  }

  /// The open threads that ask for somebody's attention.
  package func threads(asking person: String) -> [CommentThread] {
    reports.keys.sorted().flatMap { threads(of: $0) }.filter { $0.isOpen && $0.mentions.contains(person) }
  }
}

/// One block of a document, in reading order.
package enum Block: Sendable, Equatable {
  /// A heading with the anchor that links lead to.
  case heading(Heading)
  /// A paragraph of running text.
  case paragraph([Inline])
  /// A bulleted or numbered list.
  case list(List)
  /// A table of data, never of layout.
  case table(Table)
  /// A chart, which always comes with its description and its data.
  case chart(Chart)
  /// How many of each status, in one line.
  case countStrip(CountStrip)
  /// A passage set apart: a caveat, a recommendation, a correction.
  case note(Note)

  /// A heading; the anchor is made from the words when none is given.
  package static func heading(_ level: Heading.Level, _ text: String, anchor: String? = nil) -> Block {
    .heading(Heading(level, text, anchor: anchor))
  }

  /// A paragraph of plain text.
  package static func paragraph(_ text: String) -> Block {
    .paragraph([.text(text)])
  }
}

/// Items that belong together, with or without an order that matters.
package struct List: Sendable, Equatable {
  /// Whether the order matters.
  package enum Order: Sendable, Equatable {
    /// Bullets.
    case bulleted
    /// Numbers from 1.
    case numbered
  }

  /// Whether the order matters.
  package var order: Order
  /// The items.
  package var items: [[Inline]]

  /// A list of items.
  package init(_ order: Order = .bulleted, items: [[Inline]]) {
    self.order = order
    self.items = items
  }
}

/// A passage set apart from the text by a rule beside it.
package struct Note: Sendable, Equatable {
  /// A few words that say what the passage is ("Recommendation"); may be empty.
  package var label: String
  /// Its paragraphs.
  package var paragraphs: [[Inline]]

  /// A passage set apart.
  package init(_ label: String = "", paragraphs: [[Inline]]) {
    self.label = label
    self.paragraphs = paragraphs
  }
}

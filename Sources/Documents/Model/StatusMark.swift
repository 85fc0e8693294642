/// A status as it is shown: shape, word and tint together, never colour alone.
///
/// The word is the council's; the tone decides shape and colours, so that a green square cannot be said.
package struct StatusMark: Sendable, Hashable {
  /// Decides the shape and the colours.
  package var tone: Tone
  /// The council's word: "Green", "On target", "Delayed".
  package var word: String

  /// A status in the council's word.
  package init(_ tone: Tone, _ word: String) {
    self.tone = tone
    self.word = word
  }
}

/// The five tones a status can have.
package enum Tone: String, Sendable, Hashable, CaseIterable {
  /// On target.
  case green
  /// Slightly off target.
  case amber
  /// Off target.
  case red
  /// Complete.
  case blue
  /// No data, not due, not rated.
  case grey
}

/// How many there are of one status.
package struct StatusCount: Sendable, Equatable {
  /// The status.
  package var mark: StatusMark
  /// How many.
  package var count: Int

  /// So many of one status.
  package init(_ mark: StatusMark, _ count: Int) {
    self.mark = mark
    self.count = count
  }
}

/// How many of each status, in one line: "18 indicators: 9 Green, 4 Amber …".
package struct CountStrip: Sendable, Equatable {
  /// What is counted.
  package var label: String
  /// The counts, in the order to show them.
  package var counts: [StatusCount]

  /// Counts of what the label says.
  package init(_ label: String, counts: [StatusCount]) {
    self.label = label
    self.counts = counts
  }
}

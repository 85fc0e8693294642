/// The last few figures of an indicator, small enough for a row.
package struct Sparkline: Sendable, Equatable {
  /// The figures, oldest first; none where there is no figure.
  package var values: [Chart.Value?]
  /// The target, if there is one.
  package var target: Chart.Value?

  /// The last few figures of an indicator.
  package init(_ values: [Chart.Value?], target: Chart.Value? = nil) {
    self.values = values
    self.target = target
  }
}

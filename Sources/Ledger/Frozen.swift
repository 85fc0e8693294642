/// What was to be recorded belongs to a quarter whose returns are frozen. Nothing was written.
package struct Frozen: Error, Equatable, CustomStringConvertible {
  /// A sentence that says since when, and who can open it again.
  package let description: String
}

/// A status that a council's rule gives: `green`, `amber`, `red`, or a word of its own such as `within`.
package struct Status: Hashable, Sendable, CustomStringConvertible {
  package let id: String

  package init(_ id: String) { self.id = id }

  package static let green = Status("green")
  package static let amber = Status("amber")
  package static let red = Status("red")
  package static let complete = Status("complete")

  package var description: String { id }
}

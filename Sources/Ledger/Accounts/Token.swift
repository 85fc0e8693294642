import CorporatePlan

/// What lets a program read what is not public, for as long as the council wishes. The secret itself is not kept.
package struct Token: Equatable, Sendable {
  package let id: String
  /// What it is for, as its maker called it.
  package let name: String
  /// The service whose data it may read; `nil` for everything.
  package let service: String?
  /// Who made it, by id.
  package let madeBy: String
  package let made: Moment
  /// From then on it opens nothing.
  package let ends: Moment
  package let lastUsed: Moment?
}

import CorporatePlan

/// Someone who signs in. Name and address live here and nowhere else, so that they can be erased.
package struct Person: Equatable, Sendable {
  /// What ledger entries call them: random, and telling nothing.
  package let id: String
  package let name: String
  package let email: String
  package let roles: Set<Role>
  package let isDisabled: Bool
  /// Whether they have a password yet.
  package let hasSignedUp: Bool

  /// How far they may go with an action: as far as the furthest of their roles.
  package func scope(for action: Permission.Action) -> Permission.Scope {
    roles.map { Permission.scope(of: $0, for: action) }.max() ?? .none
  }
}

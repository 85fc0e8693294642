import CorporatePlan

/// Why an account was not opened, changed or made.
package enum AccountRefused: Error, Equatable, Sendable {
  /// Address or password don't fit; which of them is not said.
  case wrong
  /// Too many wrong tries: wait until then.
  case wait(until: Moment)
  /// The invitation or reset was used, is too old, or never was.
  case letterSpent
  case passwordTooShort(least: Int)
  /// Among those that everyone tries first, or the address itself.
  case passwordTooCommon
  case emailUnreadable
  case emailTaken
  /// The first administrator has been made.
  case notTheFirst
  case unknownPerson
  /// The last administrator can't be taken away.
  case lastAdministrator
}

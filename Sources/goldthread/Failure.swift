/// Why a command ends without having done its work: for the person who typed it, with the place and the mend.
struct Failure: Error {
  enum Status: Int32 {
    case problems = 1
    case call = 2
    case could = 3
  }

  let status: Status
  let message: String

  /// The call was wrong.
  static func call(_ message: String) -> Failure { Failure(status: .call, message: message) }
  /// A file, a database or the network would not.
  static func could(_ message: String) -> Failure { Failure(status: .could, message: message) }
}

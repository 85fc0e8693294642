import Foundation

/// A password from the terminal, which does not show it, or from standard input: never from an argument, which other users
/// of the machine can see.
enum TypedPassword {
  static func read() throws(Failure) -> String {
    guard isatty(STDIN_FILENO) == 1 else {
      guard let line = readLine(strippingNewline: true), !line.isEmpty else {
        throw .call("There is no password on standard input; send it as one line.")
      }
      return line
    }
    let one = try asked("Password: ")
    guard try asked("The same again: ") == one else { throw .call("The two passwords differ; try again.") }
    return one
  }

  private static func asked(_ prompt: String) throws(Failure) -> String {
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else {
      throw .could("The terminal can't hide a password; send it on standard input instead.")
    }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else {
      throw .could("The terminal can't hide a password; send it on standard input instead.")
    }
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
    // Standard error: what a script reads on standard output stays clean.
    FileHandle.standardError.write(Data(prompt.utf8))
    let line = readLine(strippingNewline: true)
    FileHandle.standardError.write(Data("\n".utf8))
    guard let line, !line.isEmpty else { throw .call("No password was typed.") }
    return line
  }
}

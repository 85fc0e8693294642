import Foundation

/// Held by a server for as long as it runs, so that no second one serves the same directory.
///
/// The system lets go of it when the process ends, however it ends. Other writers, such as an import from the command
/// line, need no lock: an append always decides on the newest entry in the file.
final class DirectoryLock: Sendable {
  private let descriptor: CInt

  init(_ directory: String) throws(LedgerError) {
    let path = directory + "/goldthread.lock"
    // Closed on exec: a program started by the server must not keep the lock alive.
    let file = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw LedgerError(errno == ENOSPC ? .diskFull : .readOnly, at: path) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw LedgerError(.served, at: directory)
    }
    // Last: once it is set, a throw runs `deinit` as well, which would close the number a second time.
    descriptor = file
  }

  deinit { close(descriptor) }
}

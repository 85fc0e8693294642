import Foundation

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Bytes in a file that nobody else can open, gone when it is let go. A program reads its input from one, since a pipe
/// breaks when it ends early.
final class UnnamedFile: Sendable {
  let descriptor: FileDescriptor

  init(holding bytes: [UInt8]) throws(Program.Failure) {
    var name = Array((NSTemporaryDirectory() + "/goldthread-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw .noRoom }
    unlink(name)
    descriptor = FileDescriptor(rawValue: file)
    do {
      try descriptor.writeAll(bytes)
      try descriptor.seek(offset: 0, from: .start)
    } catch {
      throw .noRoom
    }
  }

  deinit { close(descriptor.rawValue) }
}

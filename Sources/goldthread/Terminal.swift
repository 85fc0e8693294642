import Foundation

/// Standard output for results, standard error for what a person should know.
enum Terminal {
  static func say(_ text: String) { write(Array((text + "\n").utf8), to: .standardOutput) }
  static func complain(_ text: String) { write(Array((text + "\n").utf8), to: .standardError) }
  static func write(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

  /// A reader that has gone away (`| head`) is no reason to crash.
  private static func write(_ bytes: [UInt8], to handle: FileHandle) {
    do { try handle.write(contentsOf: Data(bytes)) } catch { exit(0) }
  }
}

extension Array where Element == UInt8 {
  /// The bytes of a file named on the command line, up to a size no council's spreadsheet reaches.
  init(reading path: String, upTo most: Int = 100 << 20) throws(Failure) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue else {
      throw .could("\(path): there is no such file. Check the name and the folder.")
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= most else {
      throw .could("\(path): has \(size >> 20) MB; at most \(most >> 20) MB are read. Take out pictures, or split it.")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .could("\(path): can't be read. Check that you may open it.")
    }
    self = Array(data)
  }

  func write(to path: String) throws(Failure) {
    do {
      try Data(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      let reason =
        FileManager.default.fileExists(atPath: folder)
        ? "check your rights and the room on the disk" : "there is no folder \(folder)"
      throw .could("\(path): can't be written: \(reason).")
    }
  }
}

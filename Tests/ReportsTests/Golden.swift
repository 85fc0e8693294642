import Foundation
import Testing

/// Compares with a file kept in the repository, one tag to a line so that a difference can be read.
///
/// `UPDATE_GOLDEN=1 swift test` writes the files anew; look at what changed before keeping it.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "><", with: ">\n<") + "\n"
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Golden/\(name)").standardized
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  guard text != golden else { return }
  let difference = zip(text.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
  Issue.record(
    "\(name) differs: \(difference.map { "wrote \($0), kept \($1)" } ?? "one is longer")",
    sourceLocation: sourceLocation)
}

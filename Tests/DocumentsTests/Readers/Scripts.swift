import Foundation
import Testing

@testable import Documents

/// Runs the scripts that write the test documents into a directory of their own.
enum Scripts {
  /// The bad files, written once for all tests.
  static let hostile: Result<URL, any Error> = Result {
    let directory = try temporaryDirectory()
    try run("make_hostile.py", directory.path)
    return directory
  }

  /// The Word file of the real Harrow report.
  static let scorecard: Result<URL, any Error> = Result {
    let file = try temporaryDirectory().appending(path: "scorecard.docx")
    try run("make_scorecard_docx.py", SharedSeeds.harrow.path, file.path)
    return file
  }

  static func run(_ script: String, _ arguments: String...) throws {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", Repository.scripts.appending(path: script).path] + arguments
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0, "\(script) failed")
  }

  private static func temporaryDirectory() throws -> URL {
    let directory = FileManager.default.temporaryDirectory.appending(path: "readers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    return directory
  }
}

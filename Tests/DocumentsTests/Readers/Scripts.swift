import Foundation
import Programs
import Testing

@testable import Documents

/// Runs the scripts that write the test documents into a directory of their own.
enum Scripts {
  /// The bad files, written once for all tests.
  static let hostile: Task<URL, any Error> = Task {
    let directory = try temporaryDirectory()
    try await run("make_hostile.py", directory.path)
    return directory
  }

  /// The Word file of the real Harrow report.
  static let scorecard: Task<URL, any Error> = Task {
    let file = try temporaryDirectory().appending(path: "scorecard.docx")
    try await run("make_scorecard_docx.py", SharedSeeds.harrow.path, file.path)
    return file
  }

  static func run(_ script: String, _ arguments: String...) async throws {
    let python = Program("/usr/bin/env", ["python3", Repository.scripts.appending(path: script).path] + arguments)
    try #require(try await python.run() == 0, "\(script) failed")
  }

  private static func temporaryDirectory() throws -> URL {
    let directory = FileManager.default.temporaryDirectory.appending(path: "readers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    return directory
  }
}

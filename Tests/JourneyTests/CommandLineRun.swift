import Foundation
import Programs
import Testing

/// A run of the program as a script would run it.
struct CommandLineRun {
  let status: Int32
  let output: String
  let errors: String

  /// The lines of standard output.
  var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }

  init(_ arguments: String...) async throws {
    try await self.init(arguments)
  }

  /// - Parameter input: what it reads.
  init(_ arguments: [String], input: String = "") async throws {
    let run = try await Program(CommandLineRun.program, arguments).read(Array(input.utf8))
    status = try #require(run.status)
    output = String(decoding: run.output, as: UTF8.self)
    errors = String(decoding: run.errors, as: UTF8.self)
  }

  /// The program lies beside the tests.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("goldthread").path
}

/// A folder of its own for a test.
struct Folder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("journey-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  subscript(_ name: String) -> String { url.appendingPathComponent(name).path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: self[name], atomically: true, encoding: .utf8)
    return self[name]
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }
}

import Foundation
import Testing

/// A run of the program as a script would run it.
struct CommandLineRun {
  let status: Int32
  let output: String
  let errors: String

  /// The lines of standard output.
  var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }

  init(_ arguments: String...) throws {
    try self.init(arguments)
  }

  /// - Parameter input: what is piped into it.
  init(_ arguments: [String], input: String? = nil) throws {
    let process = Process()
    process.executableURL = CommandLineRun.program
    process.arguments = arguments
    // Files rather than pipes: a pipe that fills while we read the other would stop the program.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let streams = try ["out", "err"].map { name in
      let file = folder.appendingPathComponent(name)
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
      return (file, try FileHandle(forWritingTo: file))
    }
    process.standardOutput = streams[0].1
    process.standardError = streams[1].1
    if let input {
      let file = folder.appendingPathComponent("in")
      try input.write(to: file, atomically: true, encoding: .utf8)
      process.standardInput = try FileHandle(forReadingFrom: file)
    }
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: streams[0].0, encoding: .utf8)
    errors = try String(contentsOf: streams[1].0, encoding: .utf8)
  }

  /// The program lies beside the tests.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("goldthread")
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

import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Another program of this machine, run once to its end.
///
/// Foundation's `Process` is used nowhere: with some 1,400 files open it reads past a buffer, and the server ends
/// (Decisions/0027).
package struct Program: Sendable {
  package var path: String
  package var arguments: [String]
  /// That of this process unless another is given.
  package var environment: [String: String]?
  /// Where it runs; here unless another place is given.
  package var folder: String?

  package init(
    _ path: String, _ arguments: [String] = [], environment: [String: String]? = nil, in folder: String? = nil
  ) {
    (self.path, self.arguments, self.environment, self.folder) = (path, arguments, environment, folder)
  }

  /// What it said, and how it ended.
  package struct Run: Sendable {
    /// Its exit status; `nil` when a signal ended it.
    package let status: Int32?
    package let output: [UInt8]
    package let errors: [UInt8]
  }

  /// The most that is kept of what a program says.
  static let longestOutput = 64 << 20

  /// Runs it and keeps nothing of what it says.
  ///
  /// - Parameters:
  ///   - input: what it reads from its standard input.
  ///   - patience: how long it may take; it is then ended. So it is when the task is cancelled.
  /// - Returns: its exit status; `nil` when a signal ended it.
  package func run(_ input: [UInt8] = [], within patience: Duration? = nil) async throws(Failure) -> Int32? {
    try await ended(input, patience, .discarded, .discarded).terminationStatus.code
  }

  /// Runs it and keeps what it says; one that says more than 64 MiB is ended.
  package func read(_ input: [UInt8] = [], within patience: Duration? = nil) async throws(Failure) -> Run {
    let most = Program.longestOutput
    let run = try await ended(input, patience, .bytes(limit: most), .bytes(limit: most))
    return Run(status: run.terminationStatus.code, output: run.standardOutput, errors: run.standardError)
  }

  private func ended<Output: OutputProtocol, Errors: ErrorOutputProtocol>(
    _ input: [UInt8], _ patience: Duration?, _ output: Output, _ errors: Errors
  ) async throws(Failure) -> ExecutionResult<Void, Output, Errors>
  where Output.OutputType: Sendable, Errors.OutputType: Sendable {
    let file = try UnnamedFile(holding: input)
    do {
      return try await within(patience) {
        try await Subprocess.run(
          configuration, input: .fileDescriptor(file.descriptor, closeAfterSpawningProcess: false), output: output,
          error: errors)
      }
    } catch let failure as Failure {
      throw failure
    } catch let error as SubprocessError {
      switch error.code {
      case .outputLimitExceeded: throw .saidTooMuch(path)
      case .spawnFailed, .executableNotFound, .failedToChangeWorkingDirectory: throw .notStarted(path)
      default: throw .stopped(path)
      }
    } catch {
      throw .stopped(path)
    }
  }

  /// It is ended with those that it started, after it was asked to end by itself. The keys that stop the server stop nobody
  /// else: a letter that is being handed over is handed over.
  private static let options: PlatformOptions = {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))]
    return options
  }()

  private var configuration: Configuration {
    Configuration(
      executable: .path(FilePath(path)), arguments: Arguments(arguments),
      environment: environment.map(Program.surroundings) ?? .inherit,
      workingDirectory: folder.map { FilePath($0) }, platformOptions: Program.options)
  }

  private static func surroundings(_ settings: [String: String]) -> Environment {
    .custom(
      Dictionary(
        uniqueKeysWithValues: settings.compactMap { name, value in
          Environment.Key(rawValue: name).map { ($0, value) }
        }))
  }

  /// Ends the program when time is up: a cancelled run kills it and waits for that.
  private func within<Result: Sendable>(
    _ patience: Duration?, _ run: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    guard let patience else { return try await run() }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await run() }
      group.addTask {
        try await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let result = first else { throw Failure.tooLong(path) }
      return result
    }
  }
}

extension Program {
  /// Why a program did not run to its end.
  package enum Failure: Error, Equatable {
    case notStarted(String)
    case tooLong(String)
    case saidTooMuch(String)
    /// What it was run for is no longer wanted.
    case stopped(String)
    case noRoom
  }
}

extension TerminationStatus {
  fileprivate var code: Int32? { if case .exited(let code) = self { code } else { nil } }
}

import Foundation
import Testing

@testable import Programs

@Suite("Another program of this machine is run to its end")
struct ProgramTests {
  @Test("it reads what it is given, and what it says is kept apart from what it complains of")
  func said() async throws {
    let run = try await shell("cat; echo trouble >&2; exit 3").read(Array("91.4".utf8))
    #expect(run.status == 3)
    #expect(String(decoding: run.output, as: UTF8.self) == "91.4")
    #expect(String(decoding: run.errors, as: UTF8.self) == "trouble\n")
  }

  @Test("one that ends before it has read a long letter breaks nothing")
  func unread() async throws {
    #expect(try await shell("exit 75").run([UInt8](repeating: 65, count: 4 << 20)) == 75)
  }

  @Test("it sees the settings it is given and no others, in the folder it is given")
  func surroundings() async throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    let run = try await Program("/usr/bin/env", environment: ["TOWN": "Larkmere"], in: folder).read()
    #expect(String(decoding: run.output, as: UTF8.self) == "TOWN=Larkmere\n")
    let place = try await Program("/bin/pwd", in: folder).read()
    #expect(String(decoding: place.output, as: UTF8.self) == folder + "\n")
  }

  @Test("files that this process has open are not handed on")
  func closed() async throws {
    let secret = open("/dev/null", O_RDONLY)
    defer { close(secret) }
    #expect(try await shell("[ ! -e /dev/fd/\(secret) ]").run() == 0)
  }

  @Test("one that takes too long is ended")
  func tooLong() async throws {
    let sleeper = Program("/bin/sleep", ["600"])
    let failure = await #expect(throws: Program.Failure.self) { try await sleeper.run(within: .milliseconds(50)) }
    #expect(failure == .tooLong("/bin/sleep"))
  }

  @Test("one that nobody waits for any more is ended")
  func stopped() async throws {
    let task = Task { try await Program("/bin/sleep", ["600"]).run() }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    // Killed, or never started.
    #expect((try? await task.value ?? nil) == nil)
  }

  @Test("one that is ended takes with it what it started")
  func group() async throws {
    let folder = FileManager.default.temporaryDirectory.path
    let file = "\(folder)/program-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let parent = shell("sleep 600 & echo $! > \(file); wait")
    await #expect(throws: Program.Failure.self) { try await parent.run(within: .seconds(1)) }
    let child = try #require(
      pid_t(try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
    for _ in 0..<200 where kill(child, 0) == 0 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(kill(child, 0) != 0)
  }

  @Test("one that is not there, or is no program, is not started", arguments: ["/nowhere/chromium", "/etc/passwd"])
  func notStarted(path: String) async throws {
    let failure = await #expect(throws: Program.Failure.self) { try await Program(path).run() }
    #expect(failure == .notStarted(path))
  }

  @Test("one that says more than anybody reads is ended")
  func talkative() async throws {
    let failure = await #expect(throws: Program.Failure.self) { try await Program("/usr/bin/yes").read() }
    #expect(failure == .saidTooMuch("/usr/bin/yes"))
  }

  @Test("it is started while thousands of files are open")
  func manyFiles() async throws {
    let files = (0..<3000).map { _ in open("/dev/null", O_RDONLY) }
    defer { for file in files where file >= 0 { close(file) } }
    for _ in 0..<20 { #expect(try await shell("exit 0").run() == 0) }
  }

  private func shell(_ script: String) -> Program { Program("/bin/sh", ["-c", script]) }
}

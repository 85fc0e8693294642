import Synchronization
import Testing

@testable import Reports

@Suite("Reports are printed one after the other")
struct PrinterTests {
  /// How many browsers there are, and how many there were at most.
  private final class Browsers: Sendable {
    private let state = Mutex((now: 0, most: 0))
    var most: Int { state.withLock { $0.most } }

    func print(_ page: [UInt8]) async throws -> [UInt8] {
      state.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
      for _ in 0..<20 { await Task.yield() }
      state.withLock { $0.now -= 1 }
      guard !page.isEmpty else { throw PDFFailure.tooLong }
      return page
    }
  }

  @Test("everybody gets their own page, a failure stops nobody else, and one browser runs at a time")
  func turns() async throws {
    let browsers = Browsers()
    let printer = Printer(browsers.print)
    let printed = await withTaskGroup(of: (UInt8, [UInt8]?).self) { group in
      for number in UInt8(0)..<4 {
        group.addTask { (number, try? await printer.pdf(number == 2 ? [] : [number])) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = .some($1.1) }
    }
    #expect(printed == [0: [0], 1: [1], 2: nil, 3: [3]])
    #expect(browsers.most == 1)
  }

  @Test("who comes when four wait already is told to come again")
  func busy() async throws {
    let gate = AsyncStream<Void>.makeStream()
    let printer = Printer { page in
      for await _ in gate.stream { break }
      return page
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<Printer.most { group.addTask { _ = try await printer.pdf([1]) } }
      while await printer.waiting < Printer.most { await Task.yield() }
      await #expect(throws: PDFFailure.busy) { try await printer.pdf([2]) }
      gate.continuation.finish()
      try await group.waitForAll()
    }
    #expect(try await printer.pdf([3]) == [3])
  }
}

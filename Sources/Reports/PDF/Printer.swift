/// Prints pages as PDF, one after the other: each takes a browser, and a browser takes memory.
package actor Printer {
  private var last: Task<[UInt8], any Error>?
  private(set) var waiting = 0
  private let printing: @Sendable ([UInt8]) async throws -> [UInt8]

  /// How many may be printing or wait for it.
  static let most = 4

  package init() { self.init { page in try await Reports.pdf(page) } }

  package init(_ printing: @escaping @Sendable ([UInt8]) async throws -> [UInt8]) { self.printing = printing }

  /// - Throws: `PDFFailure`; `busy` when too many wait already.
  package func pdf(_ page: [UInt8]) async throws(PDFFailure) -> [UInt8] {
    guard waiting < Printer.most else { throw .busy }
    waiting += 1
    defer { waiting -= 1 }
    let turn = Task { [before = last, printing] in
      _ = await before?.result
      return try await printing(page)
    }
    last = turn
    switch await turn.result {
    case .success(let bytes): return bytes
    case .failure(let error): throw error as? PDFFailure ?? .nothing
    }
  }
}

import CorporatePlan
import Testing

@testable import Imports

@Suite("A document says what a target is, and not how it was set")
struct TargetOriginTests {
  private let quarter = FinancialYear(2025).quarter(1)

  private func target(_ text: String, _ origin: TargetOrigin? = nil) -> Target {
    Target(indicator: "visits", period: quarter, verbatim: text, origin: origin)
  }

  @Test("the same target is unchanged and keeps its profile; another one is a change; an export is taken at its word")
  func kept() throws {
    let book = try Book().applying([target("112.5", TargetOrigin(.flat, of: "450")).revision])
    #expect(Change(target("112.5"), in: book).kind == .unchanged)
    #expect(Change(target("120"), in: book).kind == .changed)
    #expect(Change(target("112.5", TargetOrigin(.handSet)), in: book).kind == .changed)
    #expect(Change(target("112.5"), in: book, countingPlaces: true).kind == .changed)
  }
}

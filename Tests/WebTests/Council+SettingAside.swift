import CorporatePlan
import Ledger
import Reports

@testable import Web

extension Council {
  /// Seals a period's report after setting aside what its checks object to: the sample's key says "exceeded", and its reds
  /// are not explained.
  func sealSettingAside(_ period: Period, author: String, at: Moment) async throws -> SealedNow {
    let report = Report(.performance, period)
    let codes = SettingAside(book, book.report(report.id) ?? report, on: at.londonDay, Digest.text).objections.map(
      \.code)
    let reasons = Dictionary(codes.map { ($0, "The leadership team knows") }, uniquingKeysWith: { first, _ in first })
    if !reasons.isEmpty { try await setAside(report.id, reasons, author: author, at: at) }
    return try await seal(period, author: author, at: at)
  }
}

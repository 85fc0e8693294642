import CorporatePlan
import Documents
import Ledger
import Reports

/// The sealed reports as news for feed readers, at an address that stays.
enum ReportsFeed {
  /// What leads feed readers here from the pages about reports.
  static let link: StaticString =
    #"<link rel="alternate" type="application/atom+xml" title="Sealed reports" href="/reports.atom">"#

  static func answer(_ visit: Visit) -> Answer {
    let council = visit.book.council?.name ?? visit.site.council.name
    let feed = AtomFeed(
      id: name(of: "reports", visit), title: "\(council): performance reports", author: council,
      rights: DataDescription.licence.name, base: visit.site.office.map { "\($0.address)/" }, own: "/reports.atom",
      page: "/reports", entries: visit.view.reportPeriods.compactMap { entry(of: $0, visit) },
      updated: (visit.book.contentRecordedAt ?? Moment(milliseconds: 0)).description)
    return Answer(type: AtomFeed.mediaType, bytes: feed.bytes)
  }

  /// A period's report; sealing it again is news of the same report.
  private static func entry(of period: Period, _ visit: Visit) -> AtomFeed.Entry? {
    let seals = visit.view.seals(of: period)
    let times = seals.compactMap { visit.book.stamp(of: $0.recordID)?.recordedAt }
    guard let seal = seals.first, let newest = times.max(), let oldest = times.min() else { return nil }
    let address = "/reports/\(period.code.addressed)"
    let editions = seals.count > 1 ? " It is the report’s edition number \(seals.count)." : ""
    return AtomFeed.Entry(
      id: name(of: "reports/\(period.code)", visit), title: "Performance report, \(period.name)",
      published: oldest.description, updated: newest.description,
      summary: "The report for \(period.name) was sealed on \(newest.londonDay.words).\(editions)", page: address,
      files: seal.files.map { file in
        AtomFeed.File(
          address: "\(address)/editions/\(seal.position)/\(file.name.addressed)", mediaType: file.mediaType,
          name: file.name)
      })
  }

  /// A name that stays wherever the site moves: a UUID of the council's and the thing's own (RFC 9562, section 5.8).
  private static func name(of thing: String, _ visit: Visit) -> String {
    var digits = Array(Digest(of: "\(visit.site.council.name)/\(thing)".utf8).description.dropFirst(7).prefix(32))
    digits[12] = "8"
    digits[16] = "a"
    let parts = [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20..<32]]
    return "urn:uuid:\(parts.map { String($0) }.joined(separator: "-"))"
  }
}

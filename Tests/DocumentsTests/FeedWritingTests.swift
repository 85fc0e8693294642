import Testing

@testable import Documents

@Suite("Calendars and feeds are written as their standards have them")
struct FeedWritingTests {
  private func event(_ summary: String, _ description: String = "") -> ICalendar.Event {
    ICalendar.Event(
      uid: "a@b", day: "2025-10-14", summary: summary, description: description, stamp: "2025-10-01T08:30:00.000Z")
  }

  @Test("a long line is folded before its 76th byte, never within a letter")
  func folding() throws {
    let words = String(repeating: "Ünïcødé—£ ", count: 30)
    let text = String(decoding: ICalendar(name: "Days", events: [event(words)]).bytes, as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains { $0.utf8.count > 70 })
    #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(words)\r\n"))
  }

  @Test("what has a meaning in the format is escaped, and no text begins a line of its own")
  func escaping() {
    let text = String(
      decoding: ICalendar(name: "Days", events: [event("a;b,c\\d\r\nEND:VEVENT", "one\ntwo\u{7}")]).bytes, as: UTF8.self
    )
    #expect(text.contains("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\r\n"))
    #expect(text.contains("DESCRIPTION:one\\ntwo\r\n"))
    #expect(text.contains("DTSTAMP:20251001T083000Z\r\nDTSTART;VALUE=DATE:20251014\r\n"))
  }

  @Test("a feed bears the time of its newest entry, and escapes what is in it")
  func feed() {
    func entry(_ id: String, _ updated: String) -> AtomFeed.Entry {
      AtomFeed.Entry(
        id: id, title: "Streets & <homes>", published: updated, updated: updated, summary: "", page: "/a?b&c", files: []
      )
    }
    let feed = AtomFeed(
      id: "urn:x", title: "Reports", author: "Council", own: "/reports.atom", page: "/reports",
      entries: [entry("urn:1", "2025-01-02T00:00:00Z"), entry("urn:2", "2025-03-02T00:00:00Z")],
      updated: "2020-01-01T00:00:00Z")
    let text = String(decoding: feed.bytes, as: UTF8.self)
    #expect(text.contains("<title>Reports</title><updated>2025-03-02T00:00:00Z</updated>"))
    #expect(text.contains("Streets &amp; &lt;homes&gt;"))
    #expect(text.contains("href=\"/a?b&amp;c\""))
  }
}

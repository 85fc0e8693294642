import CZlib
import CorporatePlan
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Testing

@testable import Web

@Suite("A page is drawn once for each state of the ledger")
struct CachingTests {
  @Test(
    "A page comes with a tag, and whoever has it gets 304 and no bytes",
    arguments: ["/", "/data", "/reports.atom", "/api/openapi.json"] + OpenData.routes.map(\.path))
  func notModified(_ path: String) async throws {
    let site = try await Served.shared()
    let tag = try #require(try await site.ask(path).headers[.eTag])
    for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
      let again = try await site.ask(path, .get, [.ifNoneMatch: known])
      #expect(again.status == .notModified, "\(known)")
      #expect(again.body.readableBytes == 0)
      #expect(again.headers[.eTag] == tag)
      expectGuarded(again.headers, path)
    }
    #expect(try await site.ask(path, .get, [.ifNoneMatch: "\"other\""]).status == .ok)
  }

  @Test("An append shows at once, and changes the tags of the pages that it changes")
  func appended() async throws {
    let site = try await Served()
    let before = try await site.ask("/")
    #expect(site.site.view.pages["/"] != nil)
    try await site.site.council.append(reason: "Typing error", author: "p-2", at: Moment("2024-06-01T08:00:00.000Z")!) {
      _ in
      [Actual(indicator: "calls-answered", period: Period("2023-24-Q4")!, value: try Value("70%")).revision]
    }
    let after = try await site.ask("/")
    #expect(before.headers[.eTag] != after.headers[.eTag])
    #expect(PageText(after).contains("7 of 13 rated indicators met their target"))
    #expect(try await site.text("/indicators/calls-answered").contains("before: 93%"))
  }

  @Test("Pages are kept by address, searches are not")
  func kept() async throws {
    let site = try await Served()
    for path in ["/", "/indicators", "/?period=2022-23-Q1", "/indicators?q=a", "/?x=1", "/health", "/nothing"] {
      _ = try await site.ask(path)
    }
    let pages = site.site.view.pages
    #expect(pages.count == 3)
    #expect(pages["/?period=2022-23-Q1"] != nil)
    #expect(pages["/indicators?q=a"] == nil)
  }

  @Test("Drawn anew a page has the same bytes, and none is kept")
  func anew() async throws {
    let council = try await SampleCouncil.open()
    let kept = try await Served(council)
    let anew = try await Served(council, cachesPages: false)
    for path in ["/", "/indicators/foi-on-time", "/reports/2023-24-Q4"] {
      let one = try await kept.ask(path)
      let other = try await anew.ask(path)
      #expect(one.body == other.body)
      #expect(one.headers[.eTag] == other.headers[.eTag])
    }
    #expect(anew.site.view.pages.count == 0)
  }

  @Test("Who accepts gzip gets it, with a tag of its own, and unpacks the same page")
  func packed() async throws {
    let site = try await Served()
    let plain = try await site.ask("/")
    #expect(plain.headers[.contentEncoding] == nil)
    #expect(plain.headers[.vary] == "Accept-Encoding")
    let packed = try await site.ask("/", .get, [.acceptEncoding: "br;q=1, gzip"])
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(packed.headers[.eTag] != plain.headers[.eTag])
    #expect(packed.headers[.contentLength] == String(packed.body.readableBytes))
    #expect(packed.body.readableBytes * 3 < plain.body.readableBytes)
    #expect(unpacked(Array(packed.body.readableBytesView)) == Array(plain.body.readableBytesView))
    #expect(try await site.ask("/", .get, [.acceptEncoding: "gzip;q=0, identity"]).headers[.contentEncoding] == nil)
  }

  @Test(
    "An Accept-Encoding is read as its standard says",
    arguments: [
      ("gzip", true), ("gzip, deflate, br", true), ("GZIP", true), ("*", true), ("br;q=1.0, gzip;q=0.8", true),
      ("gzip;q=0", false), ("gzip; q=0.000", false), ("identity", false), ("x-gzip-not", false), ("", false),
    ])
  func accepted(_ header: String, _ isAccepted: Bool) {
    #expect(Gzip.isAccepted(header) == isAccepted)
  }

  @Test("The cache takes so many bytes and no more")
  func bounded() {
    let cache = PageCache()
    let page = Page(Answer(type: "text/plain", bytes: [UInt8](repeating: 65, count: 40 << 20)), packing: nil)
    for number in 0..<5 { cache.keep(page, for: "/\(number)") }
    #expect(cache.count == 2)
  }

  @Test("The style sheet's address names its content, and may be kept for ever")
  func styles() async throws {
    let response = try await Served.shared().ask(Assets.stylesheet)
    #expect(response.headers[.contentType] == "text/css; charset=utf-8")
    #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
  }

  private func unpacked(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 32, zlibVersion(), CInt(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
    defer { inflateEnd(&stream) }
    var input = bytes
    return input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: 1 << 20) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        inflate(&stream, Z_FINISH)
        count = output.count - Int(stream.avail_out)
      }
    }
  }
}

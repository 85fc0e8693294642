import CorporatePlan
import Foundation
import Ledger
import Testing

@testable import Web

@Suite("The site as a whole")
struct CrawlTests {
  @Test("Every link leads somewhere, and no page has inline styles, scripts or handlers")
  func crawl() async throws {
    let council = try await SampleCouncil.open()
    _ = try await council.sealSettingAside(
      Period("2023-24-Q4")!, author: "p-1", at: Moment("2024-05-20T10:00:00.000Z")!)
    let site = try await Served(council)
    var seen: Set<String> = ["/"]
    var waiting = ["/"]
    var anchors: [(page: String, target: String)] = []
    var ids: [String: Set<String>] = [:]
    while let path = waiting.popLast() {
      let response = try await site.ask(path)
      #expect(response.status == .ok, "\(path)")
      guard response.headers[.contentType]?.hasPrefix("text/html") == true,
        response.headers[.contentDisposition] == nil
      else { continue }
      let text = String(buffer: response.body)
      expectPlain(text, path)
      ids[path] = Set(values(of: "id", in: text))
      #expect(ids[path]?.count == values(of: "id", in: text).count, "an id stands twice on \(path)")
      for link in values(of: "href", in: text) {
        let link = link.replacing("&amp;", with: "&")
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? path : parts[0]
        if parts.count > 1 { anchors.append((target, parts[1])) }
        if target.hasPrefix("/"), seen.insert(target).inserted { waiting.append(target) }
      }
    }
    for (page, anchor) in anchors {
      #expect(ids[page]?.contains(anchor) == true, "#\(anchor) on \(page)")
    }
    #expect(seen.count > 60)
  }

  private func expectPlain(_ text: String, _ path: String) {
    for forbidden in [" style=", "<style", "<script", " onclick=", " onload=", "javascript:"] {
      #expect(!PageText(text).contains(forbidden), "\(forbidden) on \(path)")
    }
    #expect(text.hasPrefix("<!DOCTYPE html><html lang=\"en-GB\">"), "\(path)")
    #expect(text.components(separatedBy: "<h1").count == 2, "one h1 on \(path)")
    #expect(text.contains("<body><a class=\"skip\" href=\"#main\">"), "\(path)")
    for landmark in ["<header", "<nav", "<main", "<footer"] {
      #expect(PageText(text).contains(landmark), "\(landmark) on \(path)")
    }
  }

  private func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}

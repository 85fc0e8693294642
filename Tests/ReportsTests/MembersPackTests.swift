import CorporatePlan
import Documents
import Foundation
import Testing

@testable import Reports

@Suite("A members' pack is one file that needs no network")
struct MembersPackTests {
  private let vale = ThornburyVale()

  private func pack(briefing: Document? = nil) -> String {
    let book = vale.book
    let report = PerformanceReport(book, ThornburyVale.quarter).document
    let file = MembersPack(report, briefing: briefing, ReportData(book, [ThornburyVale.quarter])).file
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// What stands in an attribute, wherever it occurs.
  private func values(of attribute: String, in page: String) -> [String] {
    page.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test("nothing in it leads or looks outside: no address, no script, no style or picture from elsewhere")
  func selfContained() {
    let briefing = Document(
      title: "Briefing",
      blocks: [
        .paragraph([.link("the minutes", url: "https://democracy.example/1"), .footnote([.link("x", url: "/y")])])
      ])
    let page = pack(briefing: briefing)
    let links = values(of: "href", in: page)
    #expect(!links.isEmpty && links.allSatisfy { $0.hasPrefix("#") })
    #expect(values(of: "src", in: page).allSatisfy { $0.hasPrefix("data:") })
    for outside in ["<script", "<link", "<iframe", "<object", "url(", "@import", "srcset", "<form", "http-equiv"] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(page.contains("the minutes (https://democracy.example/1)"), "an address is printed as words")
  }

  @Test("every line of its contents leads to a heading that is there, and no id stands twice")
  func contents() {
    let page = pack(
      briefing: Document(title: "Briefing", blocks: [.heading(.section, "Summary"), .paragraph("Words")]))
    let ids = values(of: "id", in: page)
    #expect(Set(ids).count == ids.count)
    #expect(values(of: "href", in: page).allSatisfy { ids.contains(String($0.dropFirst())) })
    #expect(page.contains(##"<a href="#briefing">Briefing</a>"##))
    #expect(page.contains(##"<a href="#glossary">Glossary</a>"##))
    #expect(page.components(of: "<h1") == 1)
  }

  @Test("it has the data, folded away, and says how to print itself")
  func data() {
    let page = pack()
    #expect(page.contains("<summary>Indicators: 21 rows</summary>"))
    #expect(page.contains("<summary>Figures:"))
    #expect(page.contains("@media print") && page.contains("counter(page)"))
    #expect(page.utf8.count < 1_000_000)
  }

  @Test("the same Book gives the same pack")
  func deterministic() { #expect(pack() == pack()) }

  @Test("the foot of the page says the edition, whatever is in it")
  func foot() {
    #expect(cssText(#"A "b" \ </style> · é1"#) == #"A \22 b\22  \5c  \3c \2f style\3e  \b7  é1"#)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}

import Testing

@testable import Documents

@Suite("A document on the web")
struct DocumentHTMLTests {
  @Test("the sample report is written as it was approved")
  func golden() throws {
    var html = HTML()
    html.article(SampleReport.document)
    try expectGolden(html.bytes, "report.html")
  }

  @Test("nothing in a report is inline style or script")
  func nothingInline() {
    var html = HTML()
    html.article(SampleReport.document)
    #expect(!html.string.contains("style="))
    #expect(!html.string.contains("<script"))
    #expect(!html.string.contains("onclick"))
  }

  @Test("a sealed page carries its language, title and styles, and its styles cannot end early")
  func page() {
    let document = Document(title: "Q2 & Q3", subject: "Figures")
    let page = HTML.page(document, css: "a::after{content:'</style><b>'}").string
    #expect(page.hasPrefix(#"<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">"#))
    #expect(page.contains("<title>Q2 &amp; Q3</title>"))
    #expect(page.contains(#"content:'<\/style><b>'"#))
  }

  @Test(
    "an address that a browser would run is not a link",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x", "",
    ])
  func unsafeLink(url: String) {
    var html = HTML()
    html.inlines([.link("Minutes", url: url)])
    #expect(html.string == "Minutes")
  }

  @Test(
    "an address a reader can follow is a link",
    arguments: ["https://a.example/?a=1&b", "HTTP://a.example", "/plan", "#calls"])
  func safeLink(url: String) {
    var html = HTML()
    html.inlines([.link("Minutes", url: url)])
    #expect(html.string.hasPrefix("<a href="))
  }

  @Test("cards name the head of their column in each cell, and long words begin under it")
  func cards() {
    let long = String(repeating: "Subject to the budget. ", count: 3)
    var html = HTML()
    html.cards(
      Table(
        "Who clears", columns: [.init("Officer"), .init("State"), .init("Comments")],
        rows: [.init([.rowHeader("Monitoring Officer"), .text("Cleared"), .text(long)])]))
    #expect(html.string.contains(#"<table class="cards"><caption>Who clears</caption>"#))
    #expect(html.string.contains(#"<th scope="row">Monitoring Officer</th><td data-label="State">Cleared</td>"#))
    #expect(html.string.contains(#"<td class="long" data-label="Comments">"#))
  }

  @Test("the same note met twice has one number and stands once")
  func footnotes() {
    let note = Inline.footnote(["P1: the service is down."])
    let document = Document(
      title: "T", blocks: [.paragraph(["One", note]), .paragraph(["Two", note, .footnote(["Other"])])])
    var html = HTML()
    html.article(document)
    #expect(html.string.components(of: "P1: the service is down.") == 1)
    #expect(html.string.components(of: "href=\"#note-1\"") == 2)
    #expect(html.string.components(of: "id=\"note-1-reference\"") == 1)
    #expect(html.string.components(of: "<li id=\"note-2\">") == 1)
  }

  @Test("two sections of the same name have different anchors")
  func anchors() {
    let document = Document(
      title: "T", blocks: [.heading(.section, "Housing & homes"), .heading(.section, "Housing, homes")])
    var html = HTML()
    html.article(document)
    #expect(html.string.contains(#"<h2 id="housing-homes">"#))
    #expect(html.string.contains(#"<h2 id="housing-homes-2">"#))
  }
}

extension String {
  /// How often a part occurs.
  func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}

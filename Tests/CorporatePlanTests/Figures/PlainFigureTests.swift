import Testing

@testable import CorporatePlan

/// The plain way is quick and by hand; it takes what this pattern takes, and makes of it what the careful way does.
nonisolated(unsafe) private let plainSpelling = /-?[0-9]+(?:\.[0-9]{1,9})?%?/

@Suite("A figure in its plainest spelling is read as any other is")
struct PlainFigureTests {
  @Test("of every short text of the signs that figures are made of")
  func short() throws {
    var texts = [""]
    for _ in 0..<4 {
      for text in texts { try compare(text) }
      texts = texts.flatMap { text in "019-.%,+ ".map { text + String($0) } }
    }
  }

  @Test(
    "of long ones, and of those with odd signs",
    arguments: [
      "123456789012345678", "1234567890123456789", "9999999999999999999", "99999999999999999999999",
      "000000000000000000", "0000000000000000000", "-123456789.012345678", "-1234567890.012345678",
      "0.123456789", "0.1234567890", "1.123456789%", "-000.10%", "100%%", "12.5 %", "−5", "5\u{301}", "٣", "½", "1e5",
      "£5", "1_000", "5\n", "5\r\n", "\u{0}5", "5/8", "5:08", "5,", "²", "٪", "5٪", "1.5.5", "--5", "5-", "%5", ".5",
      "-.5", "-%", "5.%",
    ])
  func odd(text: String) throws { try compare(text) }

  private func compare(_ text: String) throws {
    let isPlain =
      try plainSpelling.wholeMatch(in: text) != nil && text.utf8.count { (0x30...0x39).contains($0) } <= 18
    let plain = PlainFigure(text)
    #expect((plain != nil) == isPlain, "“\(text)”")
    guard let plain else { return }
    let quantity = try #require(Quantity(text))
    #expect(plain.quantity == quantity && plain.decimals == quantity.scale)
    #expect(plain.isPercent == text.hasSuffix("%"))
    #expect(plain.isFraction == (try Figure(text).isFraction))
    #expect(plain.isBeyondOne == (quantity.magnitude > Quantity(1)))
  }
}

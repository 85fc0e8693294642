import Testing

@testable import Documents

@Suite("The room that a text takes in a cell is counted letter by letter, as it is when it is broken into lines")
struct TextRoomTests {
  private static let texts = [
    "", " ", "word", "two words", "  led by spaces, and trailed by them  ", "a\nb", "\n", "a\n\nb\n", "a  b",
    "Incomprehensibilities of unbroken length", "Calls answered within a minute, on weekdays only",
    "MMMMMM wwwwww iiiiii 111111 ........", "Façade works, as planned", "é\nè ê", "a\tb", "one\r\ntwo three",
    "No-one said (and few thought) that it's all: £3; 50% | 40/50",
    String(repeating: "ten words to fill lines ", count: 9),
  ]

  @Test("lines", arguments: texts)
  func lines(text: String) {
    let measure = TextMeasure(size: 1)
    for width in [3, 8, 11, 24, 60] {
      let room = Double(width - 1) * measure.width(of: "0")
      let broken = text.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { measure.lines(of: String($0), within: room) }
        .map { max(1, Int((measure.width(of: $0) / room).rounded(.up))) }
      #expect(measure.lineCount(of: text, within: room) == broken.reduce(0, +))
    }
  }

  @Test("the longest line and the longest word", arguments: texts)
  func lengths(text: String) {
    let length = Workbook.Cell.text(text).length
    #expect(length.line == text.split(separator: "\n").map(\.count).max() ?? 0)
    #expect(length.word == text.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0)
  }

  @Test("a heading on one line is as it was, and others are brought onto one")
  func oneLines() {
    #expect(
      ["Target", "Q1 2024/25", "", " a  b ", "a\nb", "é è\u{A0}ê", "a\u{0}b"].map(oneLine) == [
        "Target", "Q1 2024/25", "", "a b", "a b", "é è ê", "ab",
      ])
  }
}

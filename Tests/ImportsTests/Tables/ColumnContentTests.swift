import CorporatePlan
import Testing

@testable import Imports

@Suite("What stands in a column is told quickly where that changes nothing")
struct ColumnContentTests {
  @Test("whatever is a figure may be one, and a period or a text with digits in two places is not even tried")
  func figures() {
    var texts = [""]
    for _ in 0..<3 {
      texts = texts.flatMap { text in ["0", "5", ".", ",", "-", "%", "£", " ", "(", ")", "k", "p"].map { text + $0 } }
      for text in texts where (try? Figure(text)) != nil { #expect(text.mayBeFigure, "“\(text)”") }
    }
    for text in ["5 per 1,000 people", "5 PER 10", "91/110", "1:02:03", "£1.2m", "−0.5", "(12)", "3 pp", "32.73% (p)"] {
      #expect(text.mayBeFigure, "“\(text)”")
    }
    for text in ["2020-21 Q1", "2024-04-01", "12 of 15", "Q1", "days", ""] {
      #expect(!text.mayBeFigure && (try? Figure(text)) == nil, "“\(text)”")
    }
  }

  @Test("of four signs that are a figure with a point none are a period or a word")
  func points() {
    var texts = [""]
    for _ in 0..<4 {
      texts = texts.flatMap { text in ["0", "1", "4", ".", "-", "%", "£", "m", "q", "h", " "].map { text + $0 } }
    }
    for text in texts where text.contains(".") && text.mayBeFigure && (try? Figure(text)) != nil {
      #expect(SpelledPeriod(cell: text) == nil && StatedFrequency(text) == nil, "“\(text)”")
      #expect(Polarity(said: text) == nil && Status(word: text) == nil, "“\(text)”")
    }
  }
}

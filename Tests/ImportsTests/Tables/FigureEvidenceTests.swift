import CorporatePlan
import Testing

@testable import Imports

@Suite("How often an indicator is collected shows in its figures")
struct EvidenceTests {
  @Test("it is as often as the finest of their periods, in whatever order they come")
  func frequency() throws {
    let figure = try Figure("5")
    func frequency(_ grains: Period.Grain?...) -> Period.Grain? {
      var evidence = FigureEvidence()
      for grain in grains { evidence.take(figure, of: grain) }
      return evidence.frequency
    }
    #expect(frequency() == nil && frequency(nil) == nil)
    #expect(frequency(.year, .quarter, .year) == .quarter && frequency(.quarter, nil, .halfYear) == .quarter)
    #expect(frequency(.twoYears, .wave) == .wave && frequency(.term, .quarter) == .term)
    for grain in Period.Grain.allCases {
      #expect(frequency(grain, grain) == grain && frequency(.month, grain) == .month)
    }
  }

  @Test("figures read from their letters tell what others do")
  func plain() throws {
    for texts in [["0.5", "0.93"], ["0.5", "1"], ["1.0", "0.2"], ["-1.5", "0.1"], ["5%", "0.1"], ["1.0", "2.00"]] {
      var (quick, careful) = (FigureEvidence(), FigureEvidence())
      for text in texts {
        careful.take(try Figure(text), of: .year)
        let plain = Array(text.utf8).withUnsafeBufferPointer { PlainFigure($0) }
        quick.take(try #require(plain), of: .year)
      }
      #expect(quick.decimals == careful.decimals && quick.unit == careful.unit)
      #expect(quick.areFractions == careful.areFractions && quick.hasFraction == careful.hasFraction)
    }
  }
}

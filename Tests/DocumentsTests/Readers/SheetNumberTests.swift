import Foundation
import Testing

@testable import Documents

@Suite("A number in a workbook is the decimal that a person typed")
struct SheetNumberTests {
  @Test("every number of two decimals below 100 comes back from the seventeen digits of Excel")
  func hundredths() throws {
    for hundredths in 0..<10_000 {
      let padded = String(format: "%d.%02d", hundredths / 100, hundredths % 100)
      let binary = try #require(Double(padded))
      let typed = binary == binary.rounded() ? String(Int(binary)) : binary.description
      // As Excel, as C, and as Swift write it; negative, too.
      for form in [String(format: "%.16E", binary), String(format: "%.17g", binary), binary.description] {
        let read = try #require(SheetNumber(form)).description
        #expect(read == typed || form == "\(typed).0" && read == form, "\(form)")
        #expect(SheetNumber("-" + form)?.description == (binary == 0 ? read : "-" + read), "-\(form)")
      }
      #expect(SheetNumber(padded)?.description == padded)
    }
  }

  @Test("numbers of fifteen digits come back as they were typed, of any size")
  func fifteenDigits() throws {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = String(100_000_000_000_000 + (state >> 8) % 900_000_000_000_000)
      let whole = Int(state % 14) + 1
      let typed = "\(digits.prefix(whole)).\(digits.dropFirst(whole))"
      let trimmed = typed.replacing(#/\.?0+$/#, with: "")
      let binary = try #require(Double(typed))
      #expect(SheetNumber(String(format: "%.16E", binary))?.description == trimmed)
    }
  }

  @Test(
    "what Excel writes, and what was typed or shown",
    arguments: [
      ("7.0000000000000007E-2", "0.07"), ("0.07", "0.07"), ("0.28999999999999998", "0.29"), ("93", "93"),
      ("93.50", "93.50"), ("0.30000000000000004", "0.3"), ("79.166666666666671", "79.1666666666667"),
      ("0.99999999999999989", "1"), ("9.9999999999999995E-7", "0.000001"), ("1E+21", "1000000000000000000000"),
      ("1.5E3", "1500"), ("-3", "-3"), ("-0", "0"), ("-0.0", "0.0"), ("0E5", "0"), ("007", "7"), (".5", "0.5"),
      ("5.", "5"), ("12345678901234567", "12345678901234567"), ("1e-2", "0.01"),
    ])
  func samples(stored: String, typed: String) {
    #expect(SheetNumber(stored)?.description == typed)
  }

  @Test("what is no number", arguments: ["", "-", ".", "1.2.3", "1,5", "NaN", "1E", "1E999999999", "--1", "1-", "٣"])
  func noNumber(text: String) {
    #expect(SheetNumber(text) == nil)
  }

  @Test(
    "percentages shift the point and lose no digit",
    arguments: [
      ("0.93", "93%"), ("0.125", "12.5%"), ("1", "100%"), ("0", "0%"), ("0.930", "93.0%"), ("-0.05", "-5%"),
      ("7.0000000000000007E-2", "7%"), ("0.0005", "0.05%"), ("1.2", "120%"), ("0.000", "0.0%"),
    ])
  func percentages(stored: String, shown: String) {
    #expect(SheetNumber(stored)?.text(.percent, .from1900) == shown)
  }

  @Test(
    "what a format makes of a number, its code tells",
    arguments: [
      ("General", NumberFormat.plain), ("0", .plain), ("#,##0.00;[Red]-#,##0.00", .plain), ("0.00E+00", .plain),
      ("0%", .percent), ("0.0%;-0.0%;\"–\"", .percent), ("[<1]0%;0", .percent), ("0\"%\"", .percentSign),
      ("0\\%", .percentSign), ("dd/mm/yyyy", .day), ("[$-809]d mmmm yyyy;@", .day), ("mmm-yy", .day), ("mmm", .day),
      ("yyyy\\-mm\\-dd", .day), ("dd/mm/yyyy hh:mm", .dayAndTime), ("h:mm AM/PM", .time), ("mm:ss", .time),
      ("[h]:mm", .duration), ("[mm]:ss", .duration), ("0 \"days\"", .plain), ("\"Total: \"0", .plain), ("@", .plain),
      ("_-£* #,##0.00_-", .pounds), ("\"£\"#,##0", .pounds), ("[$£-809]#,##0", .pounds),
      ("£0.00;[Red](£0.00)", .pounds),
      ("0.0\"£m\"", .plain), ("\"£\"0.0\"m\"", .plain), ("[$£-809]#,##0.0\\k", .plain), ("[$$-409]#,##0", .plain),
      ("[Magenta]0", .plain), ("0_d", .plain), ("\"unclosed", .plain),
      ("", .plain),
    ])
  func codes(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test(
    "days of the 1900 system, which has a day that never was",
    arguments: [
      ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", nil), ("61", "1900-03-01"), ("45382", "2024-03-31"),
      ("45382.75", "2024-03-31"), ("36526", "2000-01-01"), ("2958465", "9999-12-31"), ("2958466", nil), ("0", nil),
      ("-1", nil), ("99999999999", nil),
    ])
  func days1900(serial: String, day: String?) {
    #expect(SheetNumber(serial)?.text(.day, .from1900) == day)
  }

  @Test(
    "days of the 1904 system",
    arguments: [("0", "1904-01-01"), ("60", "1904-03-01"), ("43920", "2024-03-31"), ("2957003", "9999-12-31")])
  func days1904(serial: String, day: String) {
    #expect(SheetNumber(serial)?.text(.day, .from1904) == day)
  }

  @Test(
    "times are told to the second",
    arguments: [
      ("45382.604166666664", NumberFormat.dayAndTime, "2024-03-31T14:30:00"), ("45382", .dayAndTime, "2024-03-31"),
      ("45382.999999999", .dayAndTime, "2024-04-01"), ("0.604166666666667", .time, "14:30:00"),
      ("1.9097222222222222E-3", .time, "00:02:45"), ("1.5625", .duration, "37:30:00"),
    ])
  func times(serial: String, format: NumberFormat, shown: String) {
    #expect(SheetNumber(serial)?.text(format, .from1900) == shown)
  }
}

/// A colour, written as designers write it: 0x178F6C for #178F6C.
package struct Colour: Sendable, Hashable, ExpressibleByIntegerLiteral {
  private let rgb: UInt32

  /// Red, green and blue, two hexadecimal digits each.
  package init(integerLiteral rgb: UInt32) {
    self.rgb = rgb
  }

  /// Red, 0 to 255.
  package var red: UInt8 { UInt8(truncatingIfNeeded: rgb >> 16) }
  /// Green, 0 to 255.
  package var green: UInt8 { UInt8(truncatingIfNeeded: rgb >> 8) }
  /// Blue, 0 to 255.
  package var blue: UInt8 { UInt8(truncatingIfNeeded: rgb) }

  /// Six hexadecimal digits, as Word writes colours.
  package var hex: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// "#178F6C", as HTML and SVG write colours.
  package var css: String {
    "#" + hex
  }
}

/// A colour, written "#178F6C".
package struct Colour: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Red, 0 to 255.
  package let red: UInt8
  /// Green, 0 to 255.
  package let green: UInt8
  /// Blue, 0 to 255.
  package let blue: UInt8

  /// Reads a literal such as "#178F6C". Colours are part of the program, so a wrong one is a mistake in it.
  package init(stringLiteral value: String) {
    guard value.utf8.count == 7, value.utf8.first == UInt8(ascii: "#"),
      let number = UInt32(value.dropFirst(), radix: 16)
    else { preconditionFailure("A colour is written like #178F6C, not \(value)") }
    red = UInt8(number >> 16)
    green = UInt8(number >> 8 & 255)
    blue = UInt8(number & 255)
  }

  /// Six hexadecimal digits, as Word writes colours.
  package var hex: String {
    let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// "#178F6C", as HTML and SVG write colours.
  package var css: String {
    "#" + hex
  }
}

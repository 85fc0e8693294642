import Testing

@testable import Documents

@Suite("Colours can be told from their ground (WCAG 2.2 AA)")
struct PaletteTests {
  @Test("a status: its word at 4.5:1 on its tint, its edge at 3:1 on paper and on its tint", arguments: Tone.allCases)
  func status(tone: Tone) {
    let look = tone.appearance
    #expect(look.text.contrast(to: look.tint) >= 4.5)
    #expect(look.mark.contrast(to: Palette.paper) >= 3)
    #expect(look.mark.contrast(to: look.tint) >= 3)
  }

  @Test(
    "text, links and labels at 4.5:1 on paper and on wash",
    arguments: [Palette.ink, Palette.secondInk, Palette.link, Palette.accent])
  func words(colour: Colour) {
    #expect(colour.contrast(to: Palette.paper) >= 4.5)
    #expect(colour.contrast(to: Palette.wash) >= 4.5)
  }

  @Test(
    "the ratios that were measured when the palette was chosen",
    arguments: [
      (Tone.green, 4.05, 8.9), (.amber, 4.6, 9.3), (.red, 9.6, 10.4), (.blue, 8.4, 9.8), (.grey, 4.8, 8.6),
    ])
  func measured(tone: Tone, markOnPaper: Double, textOnTint: Double) {
    let look = tone.appearance
    #expect(abs(look.mark.contrast(to: Palette.paper) - markOnPaper) < 0.06)
    #expect(abs(look.text.contrast(to: look.tint) - textOnTint) < 0.06)
  }

  @Test("every tone has a shape and a character of its own, and draws in the colour of its table")
  func shapes() {
    let looks = Tone.allCases.map(\.appearance)
    #expect(Set(looks.map { $0.character.description }).count == 5)
    #expect(Set(looks.map { $0.drawing.description }).count == 5)
    for look in looks { #expect(look.drawing.description.contains(look.mark.css)) }
  }
}

extension Colour {
  /// The contrast ratio of WCAG, from 1 to 21.
  fileprivate func contrast(to other: Colour) -> Double {
    let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// x to the power of 2.4, which is the fifth root of x to the power of 12, by Newton.
  private func power(_ x: Double) -> Double {
    let target = x * x * x * x * x * x * x * x * x * x * x * x
    var root = 1.0
    for _ in 0..<200 { root -= (root * root * root * root * root - target) / (5 * root * root * root * root) }
    return root
  }
}

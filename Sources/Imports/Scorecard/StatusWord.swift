import CorporatePlan

extension Status {
  /// Reads the word that councils head a group of actions with, or put into a status column.
  init?(word text: String) {
    var word = text.onOneLine.lowercased()
    for ending in [":", " actions", " status"] where word.hasSuffix(ending) { word.removeLast(ending.count) }
    switch word {
    case "complete", "completed", "achieved", "delivered", "done", "blue": self = .complete
    case "green", "on track", "g": self = .green
    case "amber", "yellow", "at risk", "a": self = .amber
    case "red", "off track", "r": self = .red
    default: return nil
    }
  }

  /// Reads the colour of a mark, "RRGGBB", by its hue; `nil` for black, grey, white and colours between.
  init?(colour: String) {
    guard colour.utf8.count == 6, let rgb = Int(colour, radix: 16) else { return nil }
    let (red, green, blue) = (rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF)
    let (most, least) = (max(red, green, blue), min(red, green, blue))
    guard most - least >= 48 else { return nil }
    let hue: Int
    if most == red {
      hue = (60 * (green - blue) / (most - least) + 360) % 360
    } else if most == green {
      hue = 120 + 60 * (blue - red) / (most - least)
    } else {
      hue = 240 + 60 * (red - green) / (most - least)
    }
    switch hue {
    case 0..<18, 340..<360: self = .red
    case 22..<66: self = .amber
    case 70..<172: self = .green
    case 185..<265: self = .complete
    default: return nil
    }
  }
}

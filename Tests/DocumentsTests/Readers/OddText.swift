/// Short texts of little but what parts cells and lines, with stretches of letters between.
enum OddText {
  private static let pieces = [
    ",", ",", ",", ";", "\t", "|", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "a", "7", "é", "!", "PI1", "PI2",
    "2024-25 Q1", "2024-25 Q2", "Calls answered in a minute", "Calls answered in a minutE", "\u{A0}",
  ]

  static func make(_ chance: inout OddChance) -> String {
    (0..<Int.random(in: 0...40, using: &chance)).map { _ in pieces.randomElement(using: &chance)! }.joined()
  }
}

/// Chance that comes out the same for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
struct OddChance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

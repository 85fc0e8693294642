/// Chance that comes out the same for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Each mutant has dice of its own, so that one can be made again without those before it.
  init(seed: UInt64, mutant: Int) {
    state = seed &* 0xD134_2543_DE82_EF95 &+ UInt64(truncatingIfNeeded: mutant) &* 0x9E37_79B9_7F4A_7C15
    for _ in 0..<4 { _ = next() }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number below `end`; 0 when there is none.
  mutating func roll(_ end: Int) -> Int { end > 0 ? Int.random(in: 0..<end, using: &self) : 0 }

  /// True one time in so many.
  mutating func hits(oneIn times: Int) -> Bool { roll(times) == 0 }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }

  /// Some part of a length, mostly short.
  mutating func range(in count: Int, longest: Int) -> Range<Int> {
    let start = roll(count)
    return start..<min(count, start + 1 + roll(hits(oneIn: 4) ? longest : 16))
  }
}

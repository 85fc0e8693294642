/// A good file with something wrong in it: in its bytes, in the bytes of a part packed again with a right checksum, in
/// the XML of a part, or in which parts there are.
struct Mutant {
  let name: String
  let bytes: [UInt8]

  /// The mutant of this number: the same for the same seed, whatever was made before.
  init(_ number: Int, seed: UInt64, of corpus: [Seedling]) throws {
    var dice = Dice(seed: seed, mutant: number)
    let seedling = dice.pick(corpus)
    name = seedling.name
    guard var parts = seedling.parts, !dice.hits(oneIn: 8) else {
      bytes = damaged(grown(seedling.bytes, &dice), &dice)
      return
    }
    for _ in 0...dice.roll(4) { damage(&parts, &dice) }
    let packed = try zipped(parts)
    bytes = dice.hits(oneIn: 20) ? damaged(packed, &dice) : packed
  }
}

/// Something wrong in one of the parts, or with them.
private func damage(_ parts: inout [Seedling.Part], _ dice: inout Dice) {
  guard !parts.isEmpty else { return }
  let index = dice.roll(parts.count)
  switch dice.roll(20) {
  case 0 where parts.count > 1: parts.remove(at: index)
  case 1: parts.swapAt(index, dice.roll(parts.count))
  case 2: parts[index].bytes = dice.pick(parts).bytes
  case 3:
    let other = dice.roll(parts.count)
    (parts[index].name, parts[other].name) = (parts[other].name, parts[index].name)
  case 4...7: parts[index].bytes = damaged(parts[index].bytes, &dice)
  default: parts[index].bytes = damagedXML(parts[index].bytes, &dice)
  }
}

/// Now and then as long as a file of text may be, several times over what a council's has.
private func grown(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
  guard dice.hits(oneIn: 100) else { return bytes }
  return Array(repeatElement(bytes, count: 1 + dice.roll((4 << 20) / bytes.count)).joined())
}

/// What stands in a column of a table, row for row, each text once: what it means is then found out once.
package struct DistinctColumn: Sendable {
  /// The different texts in the order they come.
  package let texts: [String]
  /// For each row the number of its text; a cell that is not there has an empty one.
  package let places: [Int32]
}

extension DistinctColumn {
  /// A column that none of so many rows has.
  package init(empty rows: Int) {
    self.init(texts: [""], places: Array(repeating: 0, count: rows))
  }

  init(texts all: some Sequence<String>) {
    var numbers: [String: Int32] = [:]
    var texts: [String] = []
    var places: [Int32] = []
    for text in all {
      if let last = places.last, texts[Int(last)] == text {
        places.append(last)
        continue
      }
      let number = numbers[text] ?? Int32(texts.count)
      if number == texts.count {
        numbers[text] = number
        texts.append(text)
      }
      places.append(number)
    }
    self.init(texts: texts, places: places)
  }
}

/// The different fields of many by their bytes, numbered in the order they come. One text that is spelled in two ways, with
/// quotation marks and without, is two.
struct DistinctFields {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var all: [DelimitedField] = []
  /// What followed each last time: lists say their periods in turn, and what followed once mostly follows again.
  private var next: [Int32] = []
  private var last: Int32 = 0
  /// The numbers by hash, below 0 where there is none; there is always room.
  private var slots = [Int32](repeating: -1, count: 1024)

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var texts: [String] { all.map { $0.text(in: bytes) } }

  @inline(__always)
  mutating func number(of field: DelimitedField) -> Int32 {
    if !all.isEmpty {
      let guess = next[Int(last)]
      if isSame(all[Int(guess)], field) {
        last = guess
        return guess
      }
    }
    return otherNumber(of: field)
  }

  /// The same as before once more, or something else.
  @inline(never)
  private mutating func otherNumber(of field: DelimitedField) -> Int32 {
    let number = !all.isEmpty && isSame(all[Int(last)], field) ? last : find(field)
    next[Int(last)] = number
    last = number
    return number
  }

  private mutating func find(_ field: DelimitedField) -> Int32 {
    if all.count * 2 >= slots.count { grow() }
    let slot = slot(of: field)
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(all.count)
    slots[slot] = number
    all.append(field)
    next.append(number)
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, field) in all.enumerated() { slots[slot(of: field)] = Int32(number) }
  }

  /// Where a field is, or would be. The hash is seeded by chance, so that no file can be made to collide.
  private func slot(of field: DelimitedField) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[field.range]))
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] >= 0, !isSame(all[Int(slots[slot])], field) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Eight bytes at a time; of the last eight what lies behind the fields does not count.
  @inline(__always)
  private func isSame(_ one: DelimitedField, _ other: DelimitedField) -> Bool {
    guard one.isAsLong(as: other) else { return false }
    if one.isEmpty { return true }
    var (here, there) = (one.range.lowerBound, other.range.lowerBound)
    let end = one.range.upperBound
    while here &+ 8 < end {
      if eight(here) != eight(there) { return false }
      (here, there) = (here &+ 8, there &+ 8)
    }
    guard max(here, there) &+ 8 <= bytes.count else { return isSame(here, there, end &- here) }
    return (eight(here) ^ eight(there)) &<< (64 &- 8 &* (end &- here)) == 0
  }

  /// Near the end of the file.
  @inline(never)
  private func isSame(_ here: Int, _ there: Int, _ count: Int) -> Bool {
    bytes[here..<here + count].elementsEqual(bytes[there..<there + count])
  }

  /// Those from a place on, the first of them in the lowest bits.
  @inline(__always)
  private func eight(_ place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}

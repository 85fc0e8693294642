extension UnsafeBufferPointer<UInt8> {
  /// Where from a place on the first byte stands that is wanted; the end where none is.
  ///
  /// - Parameter isWanted: tells it of sixteen bytes at once.
  @inline(__always)
  func place(from start: Int, where isWanted: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Int {
    guard let bytes = UnsafeRawPointer(baseAddress) else { return count }
    var place = start
    while place &+ 16 <= count {
      let found = isWanted(bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)).firstPlace
      if found < 16 { return place &+ found }
      place &+= 16
    }
    return Swift.min(count, place &+ isWanted(lastBytes(from: place)).firstPlace)
  }

  /// Those that are less than sixteen, and zeros behind them.
  @inline(never)
  private func lastBytes(from start: Int) -> SIMD16<UInt8> {
    var bytes = SIMD16<UInt8>()
    for place in start..<Swift.max(start, count) { bytes[place - start] = self[place] }
    return bytes
  }
}

extension SIMD16<UInt8> {
  /// Which of them are that byte.
  @inline(__always)
  func are(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { self .== SIMD16(repeating: byte) }
}

extension SIMDMask<SIMD16<Int8>> {
  /// Where it is first true; 16 where it is nowhere.
  @inline(__always)
  fileprivate var firstPlace: Int {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return UInt64(littleEndian: halves[0]).trailingZeroBitCount / 8 }
    return 8 &+ UInt64(littleEndian: halves[1]).trailingZeroBitCount / 8
  }
}

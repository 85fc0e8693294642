/// Where cells end among the bytes of a delimited text.
struct DelimitedCells {
  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8

  /// Where a cell ends that is not quoted, or no longer.
  @inline(__always)
  func end(from start: Int) -> Int {
    bytes.place(from: start) { $0.are(delimiter) .| $0.are(0x0D) .| $0.are(0x0A) }
  }

  /// A field from behind its opening mark on, where it ends, and the line that is.
  func quoted(
    from start: Int, _ firstLine: UInt32
  ) throws(DelimitedText.Refusal) -> (DelimitedField, end: Int, line: UInt32) {
    var (position, line, isRaw) = (start, firstLine, false)
    while true {
      position = bytes.place(from: position) { $0.are(0x22) .| $0.are(0x0D) .| $0.are(0x0A) }
      guard position < bytes.count else { throw .unclosedQuotation(line: Int(firstLine)) }
      if bytes[position] != 0x22 {
        if bytes[position] == 0x0D { isRaw = true }
        position = nextLine(from: position)
        line += 1
      } else if position + 1 < bytes.count, bytes[position + 1] == 0x22 {
        isRaw = true
        position += 2
      } else {
        // Behind the closing mark there should be nothing.
        let end = end(from: position + 1)
        let hasMore = end > position + 1
        return (DelimitedField(start, hasMore ? end : position, line: firstLine, isRaw: isRaw || hasMore), end, line)
      }
    }
  }

  /// Where the next line begins, behind CR LF, LF, or the lone CR of old Macs.
  @inline(__always)
  func nextLine(from end: Int) -> Int {
    bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }
}

import Testing

@testable import Documents

@Suite("What is read sixteen bytes at a time says what it says byte by byte")
struct OddTextTests {
  @Test("cells with their lines, and marks that never close, in two thousand odd texts", arguments: [1, 2, 3, 4])
  func cells(seed: UInt64) throws {
    var chance = OddChance(seed: seed)
    for _ in 0..<500 {
      let text = OddText.make(&chance)
      let bytes = Array(text.utf8)
      guard !bytes.isEmpty else { continue }
      do throws(DelimitedText.Refusal) {
        let read = try DelimitedText(bytes)
        let slow = try ByteByByte.rows(bytes, read.delimiter.rawValue)
        #expect(read.rows.map(\.cells) == slow.map { $0.map(\.text) }, "\(text.debugDescription)")
        #expect(read.rows.map(\.line) == slow.map { $0[0].line }, "\(text.debugDescription)")
        let listed = (try? SourceDocument(bytes, named: "list.csv"))?.tables.first?.rows.made ?? []
        #expect(
          listed.map { $0.cells.map { ByteByByte.Cell(text: $0.text, line: $0.line ?? 0) } } == slow,
          "\(text.debugDescription)")
      } catch {
        #expect(throws: error, "\(text.debugDescription)") {
          try ByteByByte.rows(bytes, DelimitedText.Delimiter.fitting(bytes[...]).rawValue)
        }
      }
    }
  }

  @Test("what kind of file two thousand odd texts are", arguments: [5, 6, 7, 8])
  func kinds(seed: UInt64) {
    var chance = OddChance(seed: seed)
    for _ in 0..<500 {
      // Lines that are alike, with a flaw in some of them.
      let line = OddText.make(&chance)
      let flaw = OddText.make(&chance)
      let text = [line, line, Bool.random(using: &chance) ? line : flaw, line].joined(separator: "\n")
      #expect(FileKind(sniffing: Array(text.utf8)) == ByteByByte.kind(Array(text.utf8)), "\(text.debugDescription)")
    }
  }

  @Test("a table is told by its first 64 KiB, and a line that they cut off does not count")
  func sample() {
    let lines = Array("a,b\n".utf8)
    let start = Array(repeating: lines, count: 16_383).flatMap { $0 }
    #expect(FileKind(sniffing: start + Array("a,b\nc,d,e\n".utf8)) == .csv)
    #expect(FileKind(sniffing: start + Array("abcdefg\n".utf8)) == .csv)
    #expect(FileKind(sniffing: start + Array("abc\nc,d\n".utf8)) == .text)
    #expect(FileKind(sniffing: start + Array("abc\n".utf8)) == .text)
    #expect(FileKind(sniffing: start + Array("a,bc".utf8)) == .csv)
  }

  @Test("a text of which more than a twentieth are controls is none, wherever they stand", arguments: [9, 10])
  func controls(seed: UInt64) {
    var chance = OddChance(seed: seed)
    for _ in 0..<500 {
      var bytes = [UInt8](repeating: 0x61, count: Int.random(in: 1...100, using: &chance))
      for _ in 0..<Int.random(in: 0...8, using: &chance) {
        bytes[Int.random(in: bytes.indices, using: &chance)] = UInt8.random(in: 1...0x21, using: &chance)
      }
      let controls = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
      #expect((FileKind(sniffing: bytes) == .binary) == (controls * 20 > bytes.count), "\(bytes)")
    }
  }

  @Test("a letter of older Windows is seen wherever it stands")
  func encodings() throws {
    for place in 0..<100 {
      var bytes = [UInt8](repeating: 0x61, count: 100)
      bytes[place] = 0xE9
      #expect(try DelimitedText(bytes).encoding == .windows1252)
      #expect(try DelimitedText(bytes).rows[0].cells[0].unicodeScalars.map(\.value)[place] == 0xE9)
      bytes.replaceSubrange(place...place, with: "é".utf8)
      #expect(try DelimitedText(bytes).encoding == .utf8)
    }
  }

  @Test("a byte is found from every place on")
  func places() {
    var chance = OddChance(seed: 11)
    for count in 0..<70 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...40, using: &chance) }
      for start in 0...count {
        let found = bytes.withUnsafeBufferPointer { $0.place(from: start) { $0.are(0) .| $0.are(7) } }
        #expect(found == bytes[start...].firstIndex { $0 == 0 || $0 == 7 } ?? count)
      }
    }
  }
}

/// The plain slow way.
private enum ByteByByte {
  struct Cell: Equatable {
    var text: String
    var line: Int
  }

  static func rows(_ bytes: [UInt8], _ delimiter: UInt8) throws(DelimitedText.Refusal) -> [[Cell]] {
    var rows: [[Cell]] = []
    var (place, line) = (0, 1)
    func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }
    func passLineEnd() {
      place += byte(place) == 0x0D && byte(place + 1) == 0x0A ? 2 : 1
      line += 1
    }
    while place < bytes.count {
      var (row, isBlank): ([Cell], Bool) = ([], true)
      while true {
        let (firstLine, isQuoted) = (line, byte(place) == 0x22)
        var text: [UInt8] = []
        var isRaw = false
        if isQuoted { place += 1 }
        while isQuoted {
          guard let next = byte(place) else { throw .unclosedQuotation(line: firstLine) }
          switch next {
          case 0x22 where byte(place + 1) == 0x22:
            text.append(next)
            place += 2
            isRaw = true
            continue
          case 0x0D, 0x0A:
            text.append(0x0A)
            if next == 0x0D { isRaw = true }
            passLineEnd()
            continue
          case 0x22: break
          default:
            text.append(next)
            place += 1
            continue
          }
          place += 1
          break
        }
        while let next = byte(place), next != delimiter, next != 0x0D, next != 0x0A {
          if isQuoted { isRaw = true }
          text.append(next)
          place += 1
        }
        row.append(Cell(text: String(decoding: text, as: UTF8.self), line: firstLine))
        isBlank = row.count == 1 && !isRaw && text.allSatisfy { $0 == 0x20 }
        guard byte(place) == delimiter else { break }
        place += 1
      }
      if place < bytes.count { passLineEnd() }
      if !isBlank { rows.append(row) }
    }
    return rows
  }

  static func kind(_ bytes: [UInt8]) -> FileKind {
    if bytes.isEmpty { return .empty }
    for (separator, kind) in [(UInt8(0x09), FileKind.tsv), (0x2C, .csv), (0x3B, .csv), (0x7C, .csv)] {
      var counts: [Int] = []
      var (count, isEmpty, isQuoted) = (0, true, false)
      for byte in bytes + [0x0A] {
        if byte == 0x22 { isQuoted.toggle() }
        if !isQuoted, byte == 0x0A || byte == 0x0D {
          if !isEmpty { counts.append(count) }
          (count, isEmpty) = (0, true)
        } else {
          if !isQuoted, byte == separator { count += 1 }
          isEmpty = false
        }
      }
      if isQuoted { counts.append(count) }
      if counts.count > 1, counts[0] > 0, Set(counts).count == 1 { return kind }
    }
    return .text
  }
}

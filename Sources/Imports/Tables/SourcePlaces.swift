import Documents

/// "figures.xlsx, sheet 'PIs', cell C17": the file and the place in it, as kept with each figure. What all cells of a
/// table have in common is written once.
struct SourcePlaces {
  private let name: String
  private var home: Home?
  private var words: [UInt8] = []

  private enum Home: Equatable {
    case table(Int)
    case sheet(String)
  }

  init(_ name: String) { self.name = name }

  mutating func place(_ locator: Locator) -> String {
    let name = name
    switch locator {
    case .cell(let table, let row, let column):
      open(.table(table), "\(name), table \(table), row ")
      return String(unsafeUninitializedCapacity: words.count + 48) { [words] buffer in
        var end = SourcePlaces.write(words, to: buffer, at: 0)
        end = SourcePlaces.write(row, to: buffer, at: end)
        end = SourcePlaces.write(", column ".utf8, to: buffer, at: end)
        return SourcePlaces.write(column, to: buffer, at: end)
      }
    case .sheetCell(let sheet, let row, let column):
      open(.sheet(sheet), "\(name), sheet '\(sheet)', cell ")
      return String(unsafeUninitializedCapacity: words.count + 32) { [words] buffer in
        var end = SourcePlaces.write(words, to: buffer, at: 0)
        end = SourcePlaces.write(letters: column, to: buffer, at: end)
        return SourcePlaces.write(row, to: buffer, at: end)
      }
    default: return "\(name), \(locator)"
    }
  }

  private mutating func open(_ home: Home, _ words: @autoclosure () -> String) {
    if self.home == home { return }
    (self.home, self.words) = (home, Array(words().utf8))
  }

  private static func write(
    _ bytes: some Sequence<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var end = start
    for byte in bytes {
      buffer[end] = byte
      end += 1
    }
    return end
  }

  private static func write(_ number: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
    var (end, rest) = (start, max(0, number))
    repeat {
      buffer[end] = 48 + UInt8(rest % 10)
      end += 1
      rest /= 10
    } while rest > 0
    buffer[start..<end].reverse()
    return end
  }

  /// A for 1, Z for 26, AA for 27.
  private static func write(
    letters column: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var (end, rest) = (start, max(1, column))
    while rest > 0 {
      buffer[end] = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      end += 1
      rest = (rest - 1) / 26
    }
    buffer[start..<end].reverse()
    return end
  }
}

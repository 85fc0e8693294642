/// What a file is, told by its contents. Names lie: half of what is called .csv is not.
package enum FileKind: String, Hashable, Sendable, CaseIterable {
  case word
  case workbook
  case macros
  case oldOffice
  case encrypted
  case pdf
  case openDocument
  case binaryWorkbook
  case archive
  /// An archive of CSV files with their description (CSVW).
  case tables
  case json
  case damagedArchive
  case csv
  case tsv
  case text
  case binary
  case empty
}

extension FileKind {
  package init(sniffing bytes: [UInt8], limits: ReadLimits = .council) {
    if bytes.isEmpty {
      self = .empty
    } else if isArchive(bytes) {
      self = archiveKind(bytes, limits)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = holdsEncryptedPackage(bytes) ? .encrypted : .oldOffice
    } else if bytes.prefix(1024).containsRun(Array("%PDF-".utf8)) {
      self = .pdf
    } else if looksBinary(bytes) {
      self = .binary
    } else if looksLikeJSON(bytes) {
      self = .json
    } else {
      self = delimitedKind(bytes) ?? .text
    }
  }
}

func isArchive(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
}

/// What a zip file holds. Why one can't be opened, reading it will tell.
private func archiveKind(_ bytes: [UInt8], _ limits: ReadLimits) -> FileKind {
  do {
    return try OfficePackage.opening(bytes, named: "", limits: limits) { package throws(ReadError) in
      try package.kind()
    }
  } catch {
    return error.trouble == .encrypted ? .encrypted : .damagedArchive
  }
}

/// No text and no table begins with a brace and a quotation mark.
private func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let signs = bytes.dropFirst(start).lazy.filter { $0 > 0x20 }.prefix(2)
  return signs.elementsEqual([UInt8(ascii: "{"), 0x22])
}

/// Text is a table when all of its first lines have the same number of separators.
private func delimitedKind(_ written: [UInt8]) -> FileKind? {
  let bytes = PlainText.isMarkedUTF16(written) ? PlainText(Array(written.prefix(65_536))).utf8 : written[...]
  for (separator, kind) in [("\t", FileKind.tsv), (",", .csv), (";", .csv), ("|", .csv)] {
    var counter = SeparatorCounter(separator: separator.utf8.first ?? 0)
    bytes.prefix(65_536).withUnsafeBufferPointer { counter.take($0, isWhole: bytes.count <= 65_536) }
    if counter.isTable { return kind }
  }
  return nil
}

private struct SeparatorCounter {
  let separator: UInt8
  private var inQuotes = false
  private var count = 0
  private var lineStart = 0
  private var lines = 0
  private var ofFirst = 0
  /// A line had another number of separators than the first: no need to look further.
  private var isOut = false

  init(separator: UInt8) {
    self.separator = separator
  }

  var isTable: Bool { !isOut && lines > 1 }

  /// - Parameter isWhole: whether the last line ends where the sample does.
  mutating func take(_ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
    let separator = separator
    var place = -1
    while !isOut {
      place = sample.place(from: place + 1) {
        $0.are(separator) .| $0.are(0x22) .| $0.are(0x0A) .| $0.are(0x0D)
      }
      guard place < sample.count else { break }
      take(sample[place], at: place)
    }
    if isWhole, !isOut { endLine(at: sample.count) }
  }

  private mutating func take(_ byte: UInt8, at place: Int) {
    switch byte {
    case UInt8(ascii: "\""): inQuotes.toggle()
    case _ where inQuotes: break
    case separator: count += 1
    default: endLine(at: place)
    }
  }

  private mutating func endLine(at place: Int) {
    if place > lineStart {
      lines += 1
      if lines == 1 { ofFirst = count }
      isOut = ofFirst == 0 || count != ofFirst
    }
    count = 0
    lineStart = place + 1
  }
}

/// Word and Excel wrap a password-protected file in the container of the old formats.
private func holdsEncryptedPackage(_ bytes: [UInt8]) -> Bool {
  bytes.containsRun("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
}

/// UTF-16 holds zeros by nature and must carry its mark; all other text holds none.
private func looksBinary(_ bytes: [UInt8]) -> Bool {
  if PlainText.isMarkedUTF16(bytes) { return false }
  if bytes.firstZero != nil { return true }
  return bytes.prefix(65_536).withUnsafeBufferPointer { $0.controls * 20 > $0.count }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many controls there are; white space and the escapes of terminals are none.
  fileprivate var controls: Int {
    var controls = -1
    var place = -1
    repeat {
      controls += 1
      place = self.place(from: place + 1) { bytes in
        (bytes .< SIMD16(repeating: 0x20)) .& (bytes &- SIMD16(repeating: 9) .> SIMD16(repeating: 4))
          .& .!bytes.are(0x1B)
      }
    } while place < count
    return controls
  }
}

extension Collection<UInt8> {
  func containsRun(_ run: [UInt8]) -> Bool {
    guard let first = run.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: run) { return true }
      rest = rest[index(after: start)...]
    }
    return false
  }
}

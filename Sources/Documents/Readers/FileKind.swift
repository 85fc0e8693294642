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
    bytes.prefix(65_536).withUnsafeBufferPointer { sample in
      var index = 0
      while index < sample.count, !counter.isOut {
        counter.take(sample[index])
        index += 1
      }
    }
    if counter.isTable(isWhole: bytes.count <= 65_536) { return kind }
  }
  return nil
}

private struct SeparatorCounter {
  let separator: UInt8
  private var inQuotes = false
  private var count = 0
  private var isLineEmpty = true
  private var lines = 0
  private var ofFirst = 0
  /// A line had another number of separators than the first: no need to look further.
  private(set) var isOut = false

  init(separator: UInt8) {
    self.separator = separator
  }

  mutating func take(_ byte: UInt8) {
    switch byte {
    // Most are letters and digits.
    case _ where byte > UInt8(ascii: ",") && byte != separator: break
    case UInt8(ascii: "\""): inQuotes.toggle()
    case separator where !inQuotes: count += 1
    case 0x0A where !inQuotes, 0x0D where !inQuotes:
      endLine()
      return
    default: break
    }
    isLineEmpty = false
  }

  private mutating func endLine() {
    if !isLineEmpty {
      lines += 1
      if lines == 1 { ofFirst = count }
      isOut = ofFirst == 0 || count != ofFirst
    }
    count = 0
    isLineEmpty = true
  }

  mutating func isTable(isWhole: Bool) -> Bool {
    if isWhole, !isOut, !isLineEmpty { endLine() }
    return !isOut && lines > 1
  }
}

/// Word and Excel wrap a password-protected file in the container of the old formats.
private func holdsEncryptedPackage(_ bytes: [UInt8]) -> Bool {
  bytes.containsRun("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
}

/// UTF-16 holds zeros by nature and must carry its mark; all other text holds none.
private func looksBinary(_ bytes: [UInt8]) -> Bool {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
  if bytes.firstZero != nil { return true }
  // White space and the escapes of terminals are no controls: a bit for each.
  let allowed: UInt32 = 0x0800_3E00
  let (controls, count) = bytes.prefix(65_536).withUnsafeBufferPointer { sample in
    (sample.reduce(0) { $0 + ($1 < 0x20 ? Int(~allowed >> UInt32($1) & 1) : 0) }, sample.count)
  }
  return controls * 20 > count
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

/// Comma-separated values read strictly as RFC 4180 has them: a test's own reader, which shares nothing with the writer.
struct CSVText {
  let header: [String]
  let rows: [[String]]

  /// `nil` for what RFC 4180 does not allow: a line that ends otherwise, a stray quotation mark, a row of another length.
  init?(_ bytes: [UInt8]) {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), bytes.suffix(2) == [0x0D, 0x0A] else { return nil }
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var index = 0
    func byte(_ offset: Int = 0) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }
    while index < bytes.count {
      cell = []
      if byte() == 0x22 {
        index += 1
        while byte() != 0x22 || byte(1) == 0x22 {
          guard let next = byte() else { return nil }
          cell.append(next)
          index += next == 0x22 ? 2 : 1
        }
        index += 1
      } else {
        while let next = byte(), next != 0x2C, next != 0x0D {
          guard next != 0x22, next != 0x0A else { return nil }
          cell.append(next)
          index += 1
        }
      }
      guard let text = String(validating: cell, as: UTF8.self) else { return nil }
      row.append(text)
      if byte() == 0x2C {
        index += 1
      } else {
        guard byte() == 0x0D, byte(1) == 0x0A else { return nil }
        index += 2
        rows.append(row)
        row = []
      }
    }
    guard let header = rows.first, rows.allSatisfy({ $0.count == header.count }) else { return nil }
    (self.header, self.rows) = (header, Array(rows.dropFirst()))
  }

  func column(_ name: String) -> [String]? {
    header.firstIndex(of: name).map { place in rows.map { $0[place] } }
  }
}

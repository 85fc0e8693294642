#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The text of a file in UTF-8, however its letters were written.
struct PlainText {
  /// Without a byte order mark.
  private(set) var utf8: ArraySlice<UInt8>
  private(set) var encoding = DelimitedText.Encoding.utf8
  /// Some bytes stood for no character and became U+FFFD.
  private(set) var hasLosses = false

  /// UTF-16 must carry its mark; what is no UTF-8 is taken for Windows-1252.
  init(_ bytes: [UInt8]) {
    if PlainText.isMarkedUTF16(bytes) {
      encoding = .utf16
      let units = PlainText.units(of: bytes)
      hasLosses = !bytes.count.isMultiple(of: 2) || String(validating: units, as: UTF16.self) == nil
      utf8 = Array(String(decoding: units, as: UTF16.self).utf8)[...]
    } else {
      utf8 = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
      guard !PlainText.isUTF8(utf8) else { return }
      encoding = .windows1252
      utf8 = Windows1252.utf8(utf8)[...]
    }
  }

  static func isMarkedUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.isASCII || String(validating: bytes, as: UTF8.self) != nil
  }

  /// A last byte without its other half is left out.
  private static func units(of bytes: [UInt8]) -> [UInt16] {
    let (high, low) = bytes[0] == 0xFE ? (0, 1) : (1, 0)
    return stride(from: 2, to: bytes.count - 1, by: 2).map { (at: Int) -> UInt16 in
      UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + low])
    }
  }
}

extension [UInt8] {
  /// Where the first zero stands, which no text has.
  var firstZero: Int? {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let zero = memchr(start, 0, bytes.count) else { return nil }
      return UnsafeRawPointer(zero) - start
    }
  }
}

extension ArraySlice<UInt8> {
  /// Most files have nothing but ASCII in them.
  fileprivate var isASCII: Bool { withUnsafeBufferPointer { $0.reduce(0, |) < 0x80 } }
}

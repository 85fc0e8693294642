#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The attributes of one element, named and read only as far as somebody asks; they are gone after the call.
struct XMLAttributes: Sequence, IteratorProtocol {
  private var pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  private var left: Int
  private let names: XMLNames

  /// - Parameter most: how many are read; those beyond are passed over.
  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?, most: Int, _ names: XMLNames) {
    self.pairs = pairs
    left = most
    self.names = names
  }

  mutating func next() -> (name: XMLName, value: XMLValue)? {
    guard left > 0, let pair = pairs, let key = pair[0], let value = pair[1] else { return nil }
    pairs = pair + 2
    left -= 1
    return (names.name(key), XMLValue(start: value))
  }

  subscript(_ name: XMLName) -> String? { value(name)?.text }

  func value(_ name: XMLName) -> XMLValue? {
    for (key, value) in self where key == name { return value }
    return nil
  }
}

/// The value of an attribute, where the parser has it.
struct XMLValue {
  fileprivate let start: UnsafePointer<CChar>

  var text: String { String(cString: start) }

  var utf8: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: strlen(start)) }

  /// A whole number without a sign; nil for anything else and beyond eighteen digits.
  var number: Int? { wholeNumber(utf8) }
}

func wholeNumber(_ utf8: some Collection<UInt8>) -> Int? {
  guard (1...18).contains(utf8.count) else { return nil }
  var number = 0
  for byte in utf8 {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    number = number * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return number
}

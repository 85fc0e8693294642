/// Why a text is not JSON, with the byte where it stops being so.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  package let offset: Int
  package let message: String
  package var description: String { "not JSON at byte \(offset): \(message)" }
}

extension JSON {
  /// Reads a JSON text (RFC 8259). Refuses trailing text, a key given twice, nesting deeper than 64, and exponents.
  /// A member that is `null` is left out, so that an absent value has one spelling.
  package init(parsing text: String) throws(JSONError) {
    var text = text
    let result: Result<JSON, JSONError> = text.withUTF8 { bytes in JSON.read(bytes) }
    self = try result.get()
  }

  /// Reads the bytes of a file, which may begin with a byte order mark.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let result: Result<JSON, JSONError> = bytes.withUnsafeBufferPointer { JSON.read($0, from: start) }
    self = try result.get()
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Result<JSON, JSONError> {
    var reader = JSONScanner(bytes: bytes, at: start)
    do throws(JSONError) {
      let value = try reader.value(depth: 0)
      reader.skipSpace()
      guard reader.at == bytes.count else { throw reader.error("text after the end") }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }
}

private struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  func error(_ message: String) -> JSONError { JSONError(offset: at, message: message) }

  mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
      at += 1
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func value(depth: Int) throws(JSONError) -> JSON {
    guard depth < 64 else { throw error("nested too deeply") }
    skipSpace()
    guard at < bytes.count else { throw error("ends too soon") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { throw error("ends too soon") }
    for index in 0..<count where bytes[at + index] != word.utf8Start[index] { throw error("unknown word") }
    at += count
    return value
  }

  mutating func object(depth: Int) throws(JSONError) -> JSON {
    at += 1
    var members: [JSON.Member] = []
    var sorted = true
    skipSpace()
    if take(UInt8(ascii: "}")) { return .members([]) }
    repeat {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw error("a key in quotes is missing") }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("':' is missing") }
      if let last = members.last, !last.key.utf8.lexicographicallyPrecedes(key.utf8) { sorted = false }
      members.append(JSON.Member(key, try value(depth: depth + 1)))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("'}' is missing") }
    if !sorted {
      members.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (one, next) in zip(members, members.dropFirst()) where one.key == next.key {
        throw error("the key \"\(one.key)\" stands twice")
      }
    }
    return .members(members.filter { $0.value != .null })
  }

  mutating func list(depth: Int) throws(JSONError) -> JSON {
    at += 1
    var items: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      items.append(try value(depth: depth + 1))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error("']' is missing") }
    return .array(items)
  }

  mutating func number() throws(JSONError) -> String {
    let start = at
    _ = take(UInt8(ascii: "-"))
    let digits = at
    while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
    guard at > digits else { throw error("a value is missing") }
    guard at == digits + 1 || bytes[digits] != UInt8(ascii: "0") else {
      throw JSONError(offset: digits, message: "a number begins with a zero too many")
    }
    if take(UInt8(ascii: ".")) {
      let fraction = at
      while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
      guard at > fraction else { throw error("digits are missing after the point") }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") { throw error("write the number without an exponent") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  mutating func string() throws(JSONError) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 {
      at += 1
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      defer { at += 1 }
      guard let text = String(validating: bytes[start..<at], as: UTF8.self) else { throw error("not UTF-8") }
      return text
    }
    return try escapedString(from: start)
  }

  mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var buffer = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: buffer, as: UTF8.self) else { throw error("not UTF-8") }
        return text
      case UInt8(ascii: "\\"):
        try appendEscape(to: &buffer)
      case 0..<0x20: throw error("a control character in a string")
      default: buffer.append(byte)
      }
    }
    throw error("the string does not end")
  }

  mutating func appendEscape(to buffer: inout [UInt8]) throws(JSONError) {
    guard at < bytes.count else { throw error("the string does not end") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(byte)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "u"):
      var code = try hexUnit()
      if code & 0xFC00 == 0xD800 {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw error("half a character") }
        let low = try hexUnit()
        guard low & 0xFC00 == 0xDC00 else { throw error("half a character") }
        code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("no such character") }
      buffer.append(contentsOf: Array(String(Character(scalar)).utf8))
    default: throw error("unknown escape")
    }
  }

  mutating func hexUnit() throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw error("the string does not end") }
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue, bytes[at] < 0x80 else {
        throw error("four hex digits are missing")
      }
      code = code << 4 + UInt32(digit)
      at += 1
    }
    return code
  }
}

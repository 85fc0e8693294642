import Testing

@testable import CorporatePlan

@Suite("JSON has one spelling")
struct JSONTests {
  @Test(
    "members are sorted, white space goes, numbers keep their text",
    arguments: [
      (#"{ "b" : 1.50, "a" : [ true , null ] }"#, #"{"a":[true,null],"b":1.50}"#),
      (#""\u00e9\ud83d\ude00\/""#, "\"é😀/\""),
      ("\"line\\nbreak \\u0001\"", "\"line\\nbreak \\u0001\""),
      ("-0", "-0"),
      (#"{"a":null,"b":[null],"c":{"d":null}}"#, #"{"b":[null],"c":{}}"#),
    ])
  func canonical(text: String, expected: String) throws {
    let json = try JSON(parsing: text)
    #expect(json.canonical == expected)
    #expect(try JSON(parsing: json.canonical) == json)
  }

  @Test(
    "what is not JSON is refused with the byte",
    arguments: [
      "", "{", "[1,]", #"{"a":1,"a":2}"#, "nul", "1 2", #""\ud800""#, #"{"a" 1}"#, "1e5", "\"\u{1}\"", "01x", #"{a:1}"#,
      "--1", "01", "-01", "00", "-", "1.", #"{"a":null,"a":1}"#,
    ])
  func refused(text: String) {
    #expect(throws: JSONError.self) { try JSON(parsing: text) }
  }

  @Test("nesting has a bound") func nesting() {
    #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 100_000)) }
  }

  @Test("a byte order mark before a file's text is no part of it") func byteOrderMark() throws {
    #expect(try JSON(parsing: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == .array([1]))
    #expect(throws: JSONError.self) { try JSON(parsing: [0xEF, 0xBB, 0xBF]) }
  }

  @Test("bytes that are not UTF-8 are refused") func notUnicode() {
    #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
  }
}

/// Writes XML straight into UTF-8 bytes; escaped by type, as `HTML` is.
struct XML: Sendable {
  private var output = MarkupBytes(reserving: 4 << 10)

  /// A part of a file, to be put into another.
  init() {}

  /// A file of its own.
  static func file(_ content: (inout XML) -> Void) -> [UInt8] {
    var xml = XML()
    xml.raw(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#)
    content(&xml)
    return xml.output.bytes
  }

  /// What has been written so far.
  var bytes: [UInt8] { output.bytes }

  /// Writes markup that is part of the program.
  mutating func raw(_ markup: StaticString) {
    output.raw(markup)
  }

  /// Writes text, escaped, without the characters that XML 1.0 forbids.
  mutating func text(_ text: String) {
    output.text(text)
  }

  /// Writes a whole number that is not below zero.
  mutating func number(_ number: Int) {
    if number >= 10 { self.number(number / 10) }
    output.bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Writes a column as a spreadsheet names it: A for 1, Z for 26, AA for 27.
  mutating func letters(ofColumn column: Int) {
    if column > 26 { letters(ofColumn: (column - 1) / 26) }
    output.bytes.append(UInt8(ascii: "A") + UInt8((column - 1) % 26))
  }

  /// Adds what another writer wrote.
  mutating func append(_ part: XML) {
    output.bytes.append(contentsOf: part.output.bytes)
  }

  /// An element and what is in it.
  mutating func element(_ tag: StaticString, _ attributes: Attributes = [:], _ content: (inout XML) -> Void) {
    open(tag, attributes, end: ">")
    content(&self)
    close(tag)
  }

  /// An element with text in it.
  mutating func element(_ tag: StaticString, _ attributes: Attributes = [:], text: String) {
    open(tag, attributes, end: ">")
    output.text(text)
    close(tag)
  }

  /// An element without content.
  mutating func empty(_ tag: StaticString, _ attributes: Attributes = [:]) {
    open(tag, attributes, end: "/>")
  }

  private mutating func open(_ tag: StaticString, _ attributes: Attributes, end: StaticString) {
    output.raw("<")
    output.raw(tag)
    for (name, value) in attributes.pairs { output.attribute(name, value) }
    output.raw(end)
  }

  private mutating func close(_ tag: StaticString) {
    output.raw("</")
    output.raw(tag)
    output.raw(">")
  }
}

/// Writes HTML straight into UTF-8 bytes.
///
/// Text is escaped because it is a `String`; only a `StaticString`, which is part of the program, goes in as
/// markup. Nothing read from a person, a file or a database can therefore become a tag.
///
///     var html = HTML()
///     html.element("table", ["class": "values"]) { html in
///       html.element("caption", indicator.name)
///     }
///
/// Elements are inlined on purpose: the attributes of a literal then live on the stack, and a page is written
/// without an allocation for each of its tags.
package struct HTML: Sendable {
  @usableFromInline var output: MarkupBytes

  /// An empty page; reserve what a page of its kind usually takes.
  @inlinable
  package init(reserving capacity: Int = 16 << 10) {
    output = MarkupBytes(reserving: capacity)
  }

  /// What has been written so far.
  @inlinable
  package var bytes: [UInt8] { output.bytes }

  /// Writes markup that is part of the program.
  @inlinable
  package mutating func raw(_ markup: StaticString) {
    output.raw(markup)
  }

  /// Writes text, escaped.
  @inlinable
  package mutating func text(_ text: String) {
    output.text(text)
  }

  /// Writes a whole number.
  @inlinable
  package mutating func text(_ number: Int) {
    output.text(String(number))
  }

  /// Adds what another writer wrote, escaped already: a part of a page that was kept.
  @inlinable
  package mutating func append(_ part: HTML) {
    output.bytes.append(contentsOf: part.output.bytes)
  }

  /// An element and what is in it.
  @inlinable @inline(__always)
  package mutating func element<Failure: Error>(
    _ tag: StaticString, _ attributes: Attributes = [:], _ content: (inout HTML) throws(Failure) -> Void
  ) throws(Failure) {
    open(tag, attributes)
    try content(&self)
    close(tag)
  }

  /// An element with text in it.
  @inlinable @inline(__always)
  package mutating func element(_ tag: StaticString, _ attributes: Attributes, _ text: String) {
    open(tag, attributes)
    output.text(text)
    close(tag)
  }

  /// An element with text in it and no attributes.
  @inlinable @inline(__always)
  package mutating func element(_ tag: StaticString, _ text: String) {
    element(tag, [:], text)
  }

  /// An element that never has content: `br`, `input`, `meta`.
  @inlinable @inline(__always)
  package mutating func void(_ tag: StaticString, _ attributes: Attributes = [:]) {
    open(tag, attributes)
  }

  @inlinable @inline(__always)
  mutating func open(_ tag: StaticString, _ attributes: Attributes) {
    output.bytes.append(UInt8(ascii: "<"))
    output.raw(tag)
    for (name, value) in attributes.pairs { output.attribute(name, value) }
    output.bytes.append(UInt8(ascii: ">"))
  }

  @inlinable @inline(__always)
  mutating func close(_ tag: StaticString) {
    output.raw("</")
    output.raw(tag)
    output.bytes.append(UInt8(ascii: ">"))
  }
}

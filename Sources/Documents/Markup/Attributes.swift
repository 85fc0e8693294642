/// Attributes of an element, written `["class": "values", "href": address, "hidden": isHidden ? "" : nil]`.
///
/// Names are part of the program; values are any text and are always quoted and escaped. A `nil` leaves the
/// attribute out.
package struct Attributes: ExpressibleByDictionaryLiteral {
  @usableFromInline let pairs: [(StaticString, String?)]

  /// Attributes in the order given.
  @inlinable
  package init(dictionaryLiteral elements: (StaticString, String?)...) {
    pairs = elements
  }
}

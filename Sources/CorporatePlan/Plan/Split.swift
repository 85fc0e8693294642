/// That some commitments of a priority are reported as more rated parts than were promised: 24 flagship actions as 32.
package struct Split: Record {
  package static let kind = "split"
  /// The priority whose actions it speaks of.
  package var item: String
  package var original: Int
  package var rated: Int
  /// The sentence of the source that says so.
  package var verbatim: String

  package var id: String { item }

  package init(item: String, original: Int, rated: Int, verbatim: String) {
    self.item = item
    self.original = original
    self.rated = rated
    self.verbatim = verbatim
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    item = id
    original = try fields.integer("original", default: 0)
    rated = try fields.integer("rated", default: 0)
    verbatim = try fields.text("verbatim")
  }

  package var body: JSON {
    .object(["original": JSON(original), "rated": JSON(rated), "verbatim": .string(verbatim)])
  }
}

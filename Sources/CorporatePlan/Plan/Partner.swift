/// An organisation the council works with on items of its plan.
package struct Partner: Record {
  package static let kind = "partner"
  package let id: String
  package var name: String
  package var items: [String]

  package init(id: String, name: String, items: [String] = []) {
    self.id = id
    self.name = name
    self.items = items
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    name = try fields.text("name")
    items = fields.texts("items")
  }

  package var body: JSON { .object(["name": .string(name), "items": items.json]) }
}

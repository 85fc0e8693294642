/// A part of the council that answers for returns together: a service within a directorate.
package struct Service: Record {
  package static let kind = "service"
  package let id: String
  package var name: String
  package var directorate: String?

  package init(id: String, name: String, directorate: String? = nil) {
    self.id = id
    self.name = name
    self.directorate = directorate
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    name = try fields.text("name")
    directorate = fields.optionalText("directorate")
  }

  package var body: JSON { .object(["name": .string(name), "directorate": directorate.json]) }
}

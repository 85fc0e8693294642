/// A post in the council. Work belongs to posts, so that it moves with a change of postholder.
package struct Post: Record {
  package static let kind = "post"
  package let id: String
  package var title: String
  package var service: String?
  /// The post it reports to.
  package var reportsTo: String?

  package init(id: String, title: String, service: String? = nil, reportsTo: String? = nil) {
    self.id = id
    self.title = title
    self.service = service
    self.reportsTo = reportsTo
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    title = try fields.text("title")
    service = fields.optionalText("service")
    reportsTo = fields.optionalText("reports_to")
  }

  package var body: JSON {
    .object(["title": .string(title), "service": service.json, "reports_to": reportsTo.json])
  }
}

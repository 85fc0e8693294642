extension Editing {
  /// A new service. Fields: `name`, `directorate`, the id of the service it belongs to.
  package func addService(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var service = Service(id: newID(answers.text("name") ?? "", beside: book.services.keys), name: "")
    var form = FormReading(answers, book)
    form.read(into: &service)
    try form.finish()
    return [service.revision]
  }

  package func changeService(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var service = try self.service(id)
    var form = FormReading(answers, book)
    form.read(into: &service)
    try form.finish()
    return try changed(service)
  }

  /// A service that is no longer there. Refused while posts or services belong to it.
  package func closeService(_ id: String) throws(EditRefused) -> [Revision] {
    let service = try self.service(id)
    let posts = book.posts.values.filter { $0.service == id }.map(\.title).sorted()
    let below = book.services.values.filter { $0.directorate == id }.map(\.name).sorted()
    if let first = (posts + below).first {
      throw EditRefused("service", "“\(first)” belongs to it; move that to another service first.")
    }
    return [service.withdrawal]
  }

  private func service(_ id: String) throws(EditRefused) -> Service {
    guard let service = book.services[id] else {
      throw EditRefused("service", "There is no service “\(id)”; choose one that is there.")
    }
    return service
  }
}

extension FormReading {
  fileprivate mutating func read(into service: inout Service) {
    required("name", "Write what the service is called.", into: &service.name)
    text("directorate", into: &service.directorate)
    var seen: Set = [service.id]
    var next = answers.has("directorate") ? service.directorate : nil
    while let id = next {
      guard let above = book.services[id] else {
        refuse("directorate", "There is no service “\(id)”; choose one that is there.")
        break
      }
      guard seen.insert(id).inserted else {
        refuse("directorate", "They would belong to one another in a circle; choose another.")
        break
      }
      next = above.directorate
    }
    let (id, name) = (service.id, service.name.lowercased())
    if book.services.values.contains(where: { $0.id != id && $0.name.lowercased() == name }) {
      refuse("name", "There is a service called “\(service.name)”; change that one, or tell them apart.")
    }
  }
}

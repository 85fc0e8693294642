extension Editing {
  /// A new post. Fields: `title`, `service`, `reports_to`, both ids.
  package func addPost(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var post = Post(id: newID(answers.text("title") ?? "", beside: book.posts.keys), title: "")
    var form = FormReading(answers, book)
    form.read(into: &post)
    try form.finish()
    return [post.revision] + toldApart(from: post)
  }

  /// A post with another title or place. What it answers for names it by its title, and is renamed with it.
  package func changePost(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    let before = try post(id)
    var post = before
    var form = FormReading(answers, book)
    form.read(into: &post)
    try form.finish()
    let isNew = post.title != before.title
    let twins = book.posts(called: post.title).filter { $0.id != id }
    let renamed = isNew ? book.owned(by: before).map { $0.owned(by: twins.isEmpty ? post.title : id) } : []
    return try changed(post) + renamed + (isNew ? toldApart(from: post) : [])
  }

  /// Where two posts come to share a title, what the other one answers for names it by its id from then on.
  private func toldApart(from post: Post) -> [Revision] {
    book.posts(called: post.title).filter { $0.id != post.id }
      .flatMap { other in book.owned(by: other).map { $0.owned(by: other.id) } }
  }

  /// A post that is no longer there. Refused while it answers for something, is held, or has posts beneath it.
  package func closePost(_ id: String) throws(EditRefused) -> [Revision] {
    let post = try self.post(id)
    var form = FormReading([:], book)
    let owned = book.owned(by: post)
    if let first = owned.first {
      form.refuse(
        "post",
        "It answers for \(first.name.map { "“\($0)”" } ?? "something")\(owned.count > 1 ? " and \(owned.count - 1) more" : ""); give \(owned.count > 1 ? "those" : "that") to another post first."
      )
    }
    if book.tenures.values.contains(where: { $0.post == id && $0.until.map { today < $0 } ?? true }) {
      form.refuse("post", "Somebody holds it; end that first.")
    }
    if let below = book.posts.values.filter({ $0.reportsTo == id }).min(by: { $0.id < $1.id }) {
      form.refuse("post", "“\(below.title)” reports to it; say to whom instead.")
    }
    try form.finish()
    return [post.withdrawal]
  }

  func post(_ id: String, field: String = "post") throws(EditRefused) -> Post {
    guard let post = book.posts[id] else {
      throw EditRefused(field, "There is no post “\(id)”; choose one that is there.")
    }
    return post
  }
}

extension FormReading {
  fileprivate mutating func read(into post: inout Post) {
    required("title", "Write what the post is called.", into: &post.title)
    if post.title.contains("@") { refuse("title", "That is an address of a person; write what the post is called.") }
    text("service", into: &post.service)
    if answers.has("service"), let service = post.service, book.services[service] == nil {
      refuse("service", "There is no service “\(service)”; choose one that is there.")
    }
    text("reports_to", into: &post.reportsTo)
    var seen: Set = [post.id]
    var next = answers.has("reports_to") ? post.reportsTo : nil
    while let id = next {
      guard let above = book.posts[id] else {
        refuse("reports_to", "There is no post “\(id)”; choose one that is there.")
        break
      }
      guard seen.insert(id).inserted else {
        refuse("reports_to", "They would report to one another in a circle; choose another post.")
        break
      }
      next = above.reportsTo
    }
    let (id, title, service) = (post.id, post.title.lowercased(), post.service)
    let isMoved = book.posts[id].map { $0.title != post.title || $0.service != post.service } ?? true
    if isMoved,
      book.posts.values.contains(where: { $0.id != id && $0.title.lowercased() == title && $0.service == service })
    {
      refuse("title", "That service has a post called “\(post.title)”; change that one, or tell them apart.")
    }
  }
}

/// Something a post answers for.
enum Owned {
  case item(PlanItem)
  case indicator(Indicator)
  case risk(Risk)

  var name: String? {
    switch self {
    case .item(let item): item.title
    case .indicator(let indicator): indicator.name
    case .risk(let risk): risk.title
    }
  }

  func owned(by owner: String) -> Revision {
    switch self {
    case .item(var item):
      item.owner = owner
      return item.revision
    case .indicator(var indicator):
      indicator.owner = owner
      return indicator.revision
    case .risk(var risk):
      risk.owner = owner
      return risk.revision
    }
  }
}

extension Book {
  fileprivate func posts(called title: String) -> [Post] {
    posts.values.filter { $0.title.lowercased() == title.lowercased() }.sorted { $0.id < $1.id }
  }

  /// What a post answers for, named by its title or its id, in order of kind and place.
  func owned(by post: Post) -> [Owned] {
    // Of two posts with one title, the words mean the first: `post(named:)`.
    func isOwn(_ owner: String?) -> Bool { self.post(named: owner)?.id == post.id }
    let items = items.values.filter { isOwn($0.owner) }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    let indicators = indicators.values.filter { isOwn($0.owner) }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    let risks = risks.values.filter { isOwn($0.owner) }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    return items.map(Owned.item) + indicators.map(Owned.indicator) + risks.map(Owned.risk)
  }
}

extension Editing {
  /// A new item, last under its parent. Fields: `parent`, `role`, `level`, `title`, `code`, `owner`, `due`, `text`, `mode`,
  /// `condition`, `measure`, `target`, `publication`, `start`.
  package func addItem(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    let role = answers.text("role").flatMap(PlanItem.Role.init(rawValue:))
    if answers.text("role") == nil { form.refuse("role", "Choose what it is: a priority, an action, a milestone.") }
    let parent = answers.text("parent")
    place(under: parent, of: nil, &form)
    let word = role.flatMap { book.levelWord(for: $0, under: parent) }
    var item = PlanItem(
      id: newID(answers.text("title") ?? "", beside: planIDs), role: role ?? .action, level: word ?? "", title: "",
      parent: parent, order: nextOrder(under: parent))
    form.read(into: &item)
    try form.finish()
    return [item.revision]
  }

  /// An item with other words, owner or dates. Fields as of `addItem`, without `parent`, which moves it.
  package func changeItem(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var item = try self.item(id)
    var form = FormReading(answers, book)
    form.read(into: &item)
    try form.finish()
    return try changed(item)
  }

  func item(_ id: String, field: String = "item") throws(EditRefused) -> PlanItem {
    guard let item = book.items[id] else {
      throw EditRefused(field, "There is no “\(id)” in the plan; it may have been withdrawn.")
    }
    return item
  }

  /// Nothing when it stands so already.
  func changed<Row: Record>(_ record: Row) throws(EditRefused) -> [Revision] {
    book.record(record.recordID)?.body == record.body ? [] : [record.revision]
  }

  func nextOrder(under parent: String?) -> Int { (book.children(of: parent).map(\.order).max() ?? 0) + 1 }

  /// Refuses a parent that is not there, has left the plan, or is beneath the item itself.
  func place(under parent: String?, of id: String?, _ form: inout FormReading) {
    guard let parent else { return }
    guard let above = book.items[parent] else {
      form.refuse("parent", "There is no “\(parent)” in the plan; choose an item that is there.")
      return
    }
    if let end = above.end, end <= today {
      form.refuse(
        "parent", "“\(above.title)” left the plan on \((end + -1).words); choose one that is in it, or reopen it.")
    }
    if let id, book.path(to: parent).contains(where: { $0.id == id }) {
      form.refuse(
        "parent",
        parent == id
          ? "It can’t stand under itself; choose another item."
          : "“\(above.title)” stands under it: the plan would go round in a circle. Move that one first.")
    }
  }
}

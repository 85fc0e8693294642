/// What the council calls things, and what a change of it comes to.
package struct WordsChange: Sendable {
  /// What is called otherwise: what it is, and both words.
  package let rows: [Row]
  package let revisions: [Revision]

  package struct Row: Equatable, Sendable {
    package let label: String
    package let before: String
    package let after: String
  }
}

extension Editing {
  /// The council's own words: for itself, its plan, its actions, its scorecard and the levels of its plan. Fields: those of
  /// the council's record, and those of `Book.levelFields`. A level is renamed with all that
  /// stands on it, in one batch.
  package func setWords(_ answers: FormAnswers) throws(EditRefused) -> WordsChange {
    var form = FormReading(answers, book)
    let before = book.council ?? CouncilProfile(name: "", planTitle: "")
    var council = before
    form.required("name", "Write what the council is called.", into: &council.name)
    form.required("plan_title", "Write what the plan is called.", into: &council.planTitle)
    form.required("action_word", "Write what the council calls an action, such as Pledge.", into: &council.actionWord)
    form.required("scorecard_word", "Write what the set of indicators is called.", into: &council.scorecardWord)
    form.text("purpose", into: &council.purpose)
    form.text("contact", into: &council.contact)
    let levels = form.levels()
    try form.finish()
    let members = book.changedMembers(of: .named(CouncilProfile.kind), before.body, council.body)
    let renamed = levels.map { old, new in
      let count = book.items.values.count { $0.level.lowercased() == old.lowercased() }
      return WordsChange.Row(label: "Level, with \(count) in the plan", before: old, after: new)
    }
    return WordsChange(
      rows: members.map { .init(label: $0.heading, before: $0.from ?? "nothing", after: $0.to ?? "nothing") }
        + renamed.sorted { $0.before < $1.before },
      revisions: try changed(council) + renaming(levels))
  }

  private func renaming(_ levels: [String: String]) -> [Revision] {
    guard !levels.isEmpty else { return [] }
    func new(_ word: String) -> String? { levels.first { $0.key.lowercased() == word.lowercased() }?.value }
    let items = book.items.values.sorted { $0.id < $1.id }.compactMap { item -> Revision? in
      guard let word = new(item.level) else { return nil }
      var item = item
      item.level = word
      return item.revision
    }
    let plans = book.plans.values.sorted { $0.id < $1.id }.compactMap { plan -> Revision? in
      let words = plan.levels.map { new($0) ?? $0 }
      guard words != plan.levels else { return nil }
      var plan = plan
      plan.levels = words
      return plan.revision
    }
    return items + plans
  }
}

extension Book {
  /// The field of a form for each level's word, such as `level:flagship-action`.
  package var levelFields: [(field: String, word: String)] {
    var slugs = Slugs()
    return levelWords.map { ("level:\(slugs.make($0))", $0) }
  }
}

extension FormReading {
  /// The levels that are to be called otherwise, by what they are called.
  fileprivate mutating func levels() -> [String: String] {
    var renamed: [String: String] = [:]
    let fields = book.levelFields
    for (field, word) in fields where answers.has(field) {
      guard let new = answers.text(field) else {
        refuse(
          field, "Write what this level is called; what stands on it would have no name.")
        continue
      }
      if new != word { renamed[word] = new }
    }
    let after = fields.map { (old: $0.word, new: (renamed[$0.word] ?? $0.word).lowercased()) }
    for (field, word) in fields {
      guard let new = renamed[word], after.contains(where: { $0.old != word && $0.new == new.lowercased() }) else {
        continue
      }
      refuse(field, "“\(new)” is what another level is called; give each its own word.")
    }
    return renamed
  }
}

extension Editing {
  /// A person in a post from a day on. Fields: `post` and `person`, ids; `from`; `until`, the last day, empty for as long
  /// as it lasts; `deputy`, yes where they stand in; `replace`, yes where whoever holds it gives it up the day before.
  package func appoint(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    let post = answers.text("post") ?? ""
    let person = answers.text("person") ?? ""
    if book.posts[post] == nil { form.refuse("post", "Choose a post.") }
    if person.isEmpty { form.refuse("person", "Choose a person.") }
    if person.contains("@") || person.contains(where: \.isWhitespace) {
      form.refuse("person", "A name or address can’t be recorded, since it could never be erased; choose the person.")
    }
    if answers.text("from") == nil { form.refuse("from", "Write the first day on which they hold it.") }
    let from = form.day("from")
    let last = form.day("until")
    if let from, let last, last < from { form.refuse("until", "The last day is before the first; turn them round.") }
    try form.finish()
    guard let from else { throw EditRefused(form.problems) }
    let tenure = Tenure(
      id: newID("\(post) \(from)", beside: book.tenures.keys), post: post, person: person, from: from,
      until: last.map { $0 + 1 }, isDeputy: answers.isYes("deputy"))
    let ended = try giveUp(tenure, replacing: answers.isYes("replace"))
    return ended.map(\.revision) + [tenure.revision]
  }

  /// The last day of a postholder. Fields: `last_day`.
  package func endTenure(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    guard var tenure = book.tenures[id] else {
      throw EditRefused("tenure", "That is no longer there; it may have been withdrawn.")
    }
    var form = FormReading(answers, book)
    if answers.text("last_day") == nil { form.refuse("last_day", "Write the last day on which they hold it.") }
    let last = form.day("last_day")
    if let last, last < tenure.from {
      form.refuse("last_day", "They hold it from \(tenure.from.words); the last day can’t be before that.")
    }
    try form.finish()
    tenure.until = last.map { $0 + 1 }
    if let other = overlapping(tenure).first {
      throw EditRefused("last_day", "\(other.words) by then; choose a day before that.")
    }
    return try changed(tenure)
  }

  /// Those who give the post up for somebody new; refused where they may not.
  private func giveUp(_ tenure: Tenure, replacing: Bool) throws(EditRefused) -> [Tenure] {
    let others = overlapping(tenure)
    if let same = others.first(where: { $0.person == tenure.person }) {
      throw EditRefused("person", "They hold it already, \(same.span).")
    }
    var ended: [Tenure] = []
    for var other in others {
      guard replacing, other.from < tenure.from else {
        let sentence = "\(other.words). Say that they give it up, or choose another day."
        throw EditRefused(
          replacing ? "from" : "replace",
          replacing ? "\(other.words), which begins no earlier; choose another day, or end that first." : sentence)
      }
      other.until = tenure.from
      ended.append(other)
    }
    return ended
  }

  /// Others who hold the post, not as deputies, on a day of this tenure; none for a deputy's.
  private func overlapping(_ tenure: Tenure) -> [Tenure] {
    if tenure.isDeputy {
      return book.tenures.values.filter {
        $0.id != tenure.id && $0.isDeputy && $0.person == tenure.person && $0.post == tenure.post && $0.overlaps(tenure)
      }
    }
    return book.tenures.values.filter {
      $0.id != tenure.id && $0.post == tenure.post && !$0.isDeputy && $0.overlaps(tenure)
    }.sorted { $0.from < $1.from }
  }
}

extension Tenure {
  fileprivate func overlaps(_ other: Tenure) -> Bool {
    (other.until.map { from < $0 } ?? true) && (until.map { other.from < $0 } ?? true)
  }

  /// "from 1 April 2025 until 31 March 2026".
  fileprivate var span: String {
    "from \(from.words)" + (until.map { " until \(($0 + -1).words)" } ?? "")
  }

  /// The person is an id here, as everywhere in the ledger; a page puts the name to it.
  fileprivate var words: String { "Somebody (\(person)) holds it \(span)" }
}

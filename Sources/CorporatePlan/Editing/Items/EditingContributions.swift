extension Editing {
  /// What an item or indicator contributes to beside what it stands under. Fields: `items`, the ids of all of them; those
  /// that are no longer named are withdrawn.
  ///
  /// - Parameter shown: the contributions that the form showed: what others added since stays; all of them for `nil`.
  package func setContributions(
    of subject: RecordID, _ answers: FormAnswers, shown: Set<RecordID>? = nil
  ) throws(EditRefused) -> [Revision] {
    guard answers.has("items") else { return [] }
    var form = FormReading(answers, book)
    var wanted: [String] = []
    form.items(into: &wanted)
    let own = book.indicators[subject.record].flatMap { subject.kind == Indicator.kind ? $0.items : nil }
    let above = own ?? book.path(to: subject.record).map(\.id)
    for id in wanted where above.contains(id) {
      let title = book.items[id]?.title ?? id
      form.refuse(
        "items",
        id == subject.record
          ? "It can’t contribute to itself; leave it out."
          : "It stands under “\(title)” already and counts there; leave that out.")
    }
    try form.finish()
    let there = book.contributions.values.filter { $0.subject == subject }.sorted { $0.id < $1.id }
    let gone = there.filter { !wanted.contains($0.item) && shown?.contains($0.recordID) ?? true }.map(\.withdrawal)
    let known = Set(there.map(\.item))
    return gone + wanted.filter { !known.contains($0) }.map { Contribution(subject, to: $0).revision }
  }

  /// An organisation that works with the council. Fields: `name`, `items`.
  package func addPartner(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var partner = Partner(id: newID(answers.text("name") ?? "", beside: book.partners.keys), name: "")
    try read(&partner, answers)
    return [partner.revision]
  }

  package func changePartner(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    guard var partner = book.partners[id] else {
      throw EditRefused("name", "This partner is no longer there; it may have been taken away.")
    }
    try read(&partner, answers)
    return try changed(partner)
  }

  package func removePartner(_ id: String) throws(EditRefused) -> [Revision] {
    guard let partner = book.partners[id] else {
      throw EditRefused("name", "This partner is no longer there; it may have been taken away.")
    }
    return [partner.withdrawal]
  }

  private func read(_ partner: inout Partner, _ answers: FormAnswers) throws(EditRefused) {
    var form = FormReading(answers, book)
    form.required("name", "Write what the organisation is called.", into: &partner.name)
    form.items(into: &partner.items)
    let (id, name) = (partner.id, partner.name.lowercased())
    if book.partners.values.contains(where: { $0.id != id && $0.name.lowercased() == name }) {
      form.refuse("name", "“\(partner.name)” is there already; change that one.")
    }
    try form.finish()
  }
}

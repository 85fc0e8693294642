/// Reads a form's fields into the members of a record, and gathers what is wrong with them.
struct FormReading {
  let answers: FormAnswers
  let book: Book
  private(set) var problems: [EditProblem] = []

  init(_ answers: FormAnswers, _ book: Book) {
    self.answers = answers
    self.book = book
  }

  mutating func refuse(_ field: String, _ sentence: String) { problems.append(EditProblem(field, sentence)) }

  func finish() throws(EditRefused) {
    if !problems.isEmpty { throw EditRefused(problems) }
  }

  func text(_ field: String, into member: inout String?) {
    if answers.has(field) { member = answers.text(field) }
  }

  /// - Parameter ask: what to do when it is empty: "Write the title."
  mutating func required(_ field: String, _ ask: String, into member: inout String) {
    if answers.has(field) || member.isEmpty { member = answers.text(field) ?? "" }
    if member.isEmpty { refuse(field, ask) }
  }

  func texts(_ field: String, into member: inout [String]) {
    if answers.has(field) { member = answers.texts(field) }
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ field: String, into member: inout Choice) {
    var choice: Choice? = member
    self.choice(field, into: &choice)
    if let choice { member = choice }
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ field: String, into member: inout Choice?) {
    guard answers.has(field) else { return }
    guard let text = answers.text(field) else {
      member = nil
      return
    }
    if let choice = Choice(rawValue: text) {
      member = choice
    } else {
      refuse(field, "“\(text)” is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")); choose one.")
    }
  }

  mutating func number(_ field: String, _ range: ClosedRange<Int>, into member: inout Int?) {
    guard answers.has(field) else { return }
    guard let text = answers.text(field) else {
      member = nil
      return
    }
    guard let number = Int(text), range.contains(number) else {
      refuse(field, "“\(text)” is no whole number from \(range.lowerBound) to \(range.upperBound); write one.")
      return
    }
    member = number
  }

  mutating func number(_ field: String, _ range: ClosedRange<Int>, into member: inout Int) {
    var number: Int? = member
    self.number(field, range, into: &number)
    member = number ?? 0
  }

  mutating func quantity(_ field: String, into member: inout Quantity?) {
    guard answers.has(field) else { return }
    guard let text = answers.text(field) else {
      member = nil
      return
    }
    do throws(FigureError) {
      let figure = try Figure(text)
      if figure.per == nil {
        member = figure.quantity
      } else {
        refuse(field, "“\(text)” is a ratio; write one number.")
      }
    } catch { refuse(field, "\(error.description.first?.uppercased() ?? "")\(error.description.dropFirst()).") }
  }

  /// A day typed freely: "31/3/2025", "end of March 2025". Words that name more than a day end on its last.
  mutating func day(_ field: String, into member: inout Day?) {
    guard answers.has(field) else { return }
    member = answers.text(field) == nil ? nil : day(field) ?? member
  }

  mutating func day(_ field: String) -> Day? {
    guard let text = answers.text(field) else { return nil }
    if let day = FuzzyDate(text, in: book.planSpan)?.deadline { return day }
    refuse(field, "Goldthread can’t tell which day “\(text)” is; write it like 31 March 2026.")
    return nil
  }

  /// The last day on which something belongs to the plan.
  mutating func lastDay(_ field: String = "last_day") -> Day? {
    if answers.text(field) == nil { refuse(field, "Write the last day on which it belongs to the plan.") }
    return day(field)
  }

  mutating func reason(_ field: String = "reason", _ ask: String) -> String {
    if answers.text(field) == nil { refuse(field, ask) }
    return answers.text(field) ?? ""
  }

  /// The post that answers for something: one of the council's when it has entered its posts, its words before that.
  mutating func owner(_ field: String = "owner", into member: inout String?) {
    guard answers.has(field) else { return }
    guard let text = answers.text(field) else {
      member = nil
      return
    }
    if text == member { return }
    if text.contains("@") {
      refuse(field, "“\(text)” is an address of a person; name the post that answers for it.")
    } else if let post = book.post(named: text) {
      member = book.ownerWord(for: post)
    } else if book.posts.isEmpty {
      member = text
    } else {
      refuse(field, "No post is called “\(text)”; choose one of the posts, or add it first.")
    }
  }

  /// Ids of items, each of which there is.
  mutating func items(_ field: String = "items", into member: inout [String]) {
    guard answers.has(field) else { return }
    let ids = answers.texts(field)
    for id in ids where book.items[id] == nil {
      refuse(field, "There is no “\(id)” in the plan; choose an item that is there.")
    }
    member = ids
  }

  /// What the record itself refuses when it is read again.
  mutating func check<Row: Record>(_ record: Row) {
    do throws(FieldError) { _ = try Row(id: record.id, Fields(record.body, calendar: book.calendar)) } catch {
      guard !problems.contains(where: { $0.field == error.member }) else { return }
      let heading = RecordKind.named(Row.kind).member(error.member)?.heading ?? error.member
      refuse(error.member, "“\(heading)” \(error.message).")
    }
  }
}

extension Book {
  /// The days of the plan, where there is one plan with a span: a month without a year lies in it.
  package var planSpan: ClosedRange<Day>? {
    let spans = plans.values.compactMap { plan in
      plan.start.flatMap { start in plan.end.map { start...($0 + -1) } }
    }
    return spans.count == 1 ? spans[0] : nil
  }

  /// How records name a post as their owner: by its title, as imports and pages do, or by its id where two posts share
  /// the title.
  package func ownerWord(for post: Post) -> String {
    let title = post.title.lowercased()
    return posts.values.filter { $0.title.lowercased() == title }.count == 1 ? post.title : post.id
  }
}

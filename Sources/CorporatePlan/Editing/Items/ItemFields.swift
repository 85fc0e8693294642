/// The fields of the form by which an item of the plan is added or changed.
extension FormReading {
  mutating func read(into item: inout PlanItem) {
    choice("role", into: &item.role)
    // A level left empty keeps its word, or takes the one its like have.
    if answers.text("level") != nil || item.level.isEmpty {
      required("level", "Write what the council calls this level, such as Action.", into: &item.level)
    }
    item.level = book.levelWords.first { $0.lowercased() == item.level.lowercased() } ?? item.level
    required("title", "Write what is promised, in a line.", into: &item.title)
    code(into: &item)
    owner(into: &item.owner)
    due(into: &item)
    text("text", into: &item.text)
    choice("mode", into: &item.mode)
    text("condition", into: &item.condition)
    text("measure", into: &item.measure)
    text("target", into: &item.target)
    choice("publication", into: &item.publication)
    day("start", into: &item.start)
    sameTitle(as: item)
    check(item)
  }

  private mutating func code(into item: inout PlanItem) {
    let before = item.code
    text("code", into: &item.code)
    if item.code != before { item.printedCode = nil }
  }

  /// When it is due, typed freely: a day, "late Autumn 2026", or "by TBC", which is kept as words without a day.
  mutating func due(into item: inout PlanItem) {
    guard answers.has("due") else { return }
    guard let text = answers.text("due") else {
      (item.due, item.dueWords) = (nil, nil)
      return
    }
    let date = FuzzyDate("by \(text)", in: book.planSpan) ?? FuzzyDate(text, in: book.planSpan)
    switch (date?.deadline, date?.grain) {
    case (let day?, .day): (item.due, item.dueWords) = (day, nil)
    case (let day?, _): (item.due, item.dueWords) = (day, text)
    case (nil, .some) where FormReading.isOpen(text): (item.due, item.dueWords) = (nil, text)
    default:
      refuse(
        "due", "Goldthread can’t tell which day “\(text)” is; write a day, or a month or season with its year, or TBC.")
    }
  }

  /// Whether words say that the day is not known yet.
  private static func isOpen(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    return words.last.map { ["x", "xx", "tbc", "tba", "tbd"].contains($0) } == true
      || words.suffix(3).joined(separator: " ").hasPrefix("to be ")
  }

  /// Two things of one name under one parent would be taken for one another when a file is imported.
  private mutating func sameTitle(as item: PlanItem) {
    // Plans that were imported have such twins; they may be changed otherwise.
    if let before = book.items[item.id], before.title == item.title, before.role == item.role { return }
    let title = item.title.lowercased()
    let twin = book.children(of: item.parent).first {
      $0.id != item.id && $0.role == item.role && $0.title.lowercased() == title && $0.end == nil
    }
    if let twin {
      refuse("title", "“\(twin.title)” stands here already; change that one, or give this one another title.")
    }
  }
}

extension Book {
  /// The council's words for the levels of its plans: those it adopted, and those its items have, the commonest first.
  package var levelWords: [String] {
    var words = plans.values.sorted { $0.id < $1.id }.flatMap(\.levels)
    let counts = Dictionary(grouping: items.values, by: \.level).mapValues(\.count)
    words += counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var seen: Set<String> = []
    return words.filter { seen.insert($0.lowercased()).inserted }
  }

  /// The word to offer for a new item of a role: the one its like have, beside it before anywhere else.
  package func levelWord(for role: PlanItem.Role, under parent: String?) -> String? {
    let like = items.values.filter { $0.role == role }
    let beside = like.filter { $0.parent == parent }
    let counts = Dictionary(grouping: beside.isEmpty ? like : beside, by: \.level).mapValues(\.count)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

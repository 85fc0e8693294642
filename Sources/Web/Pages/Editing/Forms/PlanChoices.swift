import CorporatePlan

/// What forms of the plan let people choose from.
extension OfficeVisit {
  /// The posts, as records name their owners; none where the council has entered no posts.
  var ownerOptions: [EditField.Option] {
    book.posts.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { post in
      let word = book.ownerWord(for: post)
      let service = post.service.flatMap { book.services[$0]?.name }
      return (word, word == post.title ? post.title : "\(post.title), \(service ?? post.id)")
    }
  }

  func ownerField(_ kind: RecordKind, named name: String = "owner") -> EditField {
    let options = ownerOptions
    return options.isEmpty
      ? kind.field(name, .line) : kind.field(name, .choice([("", "Nobody yet")] + options))
  }

  /// The items that are in the plan today, in its order, each indented by its depth.
  ///
  /// - Parameter id: an item that is left out with all beneath it.
  func itemOptions(without id: String? = nil, _ isOffered: (PlanItem) -> Bool = { _ in true }) -> [EditField.Option] {
    let outline = PlanOutline(book)
    var options: [EditField.Option] = []
    func add(_ items: [PlanItem], _ depth: Int) {
      for item in items where item.id != id {
        if item.isInPlan(on: today), isOffered(item) {
          let indent = String(repeating: "\u{2013} ", count: min(depth, 8))
          options.append((item.id, indent + [item.code, item.title.inLine].compactMap { $0 }.joined(separator: " ")))
        }
        if depth < 30 { add(outline.children[item.id] ?? [], depth + 1) }
      }
    }
    add(outline.top, 0)
    return options
  }

  /// The place of each item when the plan is read from the top.
  var planOrder: [String: Int] {
    let outline = PlanOutline(book)
    var order: [String: Int] = [:]
    func add(_ items: [PlanItem], _ depth: Int) {
      for item in items where order[item.id] == nil {
        order[item.id] = order.count
        if depth < 30 { add(outline.children[item.id] ?? [], depth + 1) }
      }
    }
    add(outline.top, 0)
    return order
  }

  /// Periods of the years around today, as forms offer them, newest first.
  var periodOptions: [EditField.Option] {
    let year = FinancialYear(containing: today).first
    let first = min(year - 1, book.reportingPeriods.last.map { FinancialYear(containing: $0.start).first } ?? year)
    return (first...year + 1).reversed().flatMap { year in
      [FinancialYear(year).period] + FinancialYear(year).quarters.reversed()
    }.map { ($0.code, $0.name) }
  }
}

extension PlanItem {
  func isInPlan(on day: Day) -> Bool { end.map { day < $0 } ?? true }
}

extension Indicator {
  func isInPlan(on day: Day) -> Bool { end.map { day < $0 } ?? true }
}

extension String {
  /// Short enough for a line of a list.
  var inLine: String { count > 90 ? "\(prefix(88))…" : self }
}

extension CaseIterable where Self: RawRepresentable<String> {
  static var options: [EditField.Option] { allCases.map { ($0.rawValue, $0.rawValue.capitalised) } }
}

extension Publication {
  static let choices: [EditField.Option] = [
    (Publication.open.rawValue, "Public"), (Publication.internal.rawValue, "Internal: the council alone"),
  ]
}

extension Polarity {
  static let choices: [EditField.Option] = [
    ("", "Choose"), ("high", "A high figure"), ("low", "A low figure"), ("range", "Within a range"),
    ("none", "Neither: shown and never rated"),
  ]
}

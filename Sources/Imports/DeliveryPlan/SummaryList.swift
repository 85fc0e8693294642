import Documents

/// The list of activities by priority that a plan opens with: it has the whole title where a table lost its beginning.
struct SummaryList {
  /// The entries of each priority, in order.
  private(set) var entries: [[Entry]]
  /// The labels and cells of the list, by table.
  private(set) var cells: [(table: SourceTable, label: SourceCell, cell: SourceCell, priority: Int)] = []

  struct Entry {
    let title: String
    /// Its words without case and punctuation.
    let words: [String]
    /// Whether a coded activity begins in the same words.
    let isCoded: Bool
    let locator: Locator
  }

  /// - Parameter activities: the titles of coded activities by priority, in order: they tell where an entry begins that
  ///   follows without a full stop.
  init(_ parts: DeliveryParts, activities: [[String]]) {
    entries = parts.priorities.map { _ in [] }
    let known = activities.map { $0.map(\.normalisedWords) }
    // A list has a label and a cell for each priority; a longer table is something else.
    for table in parts.others where table.rows.count <= 2 * max(parts.priorities.count, 1) {
      for (row, below) in zip(table.rows, table.rows.dropFirst()) {
        for label in row.cells {
          guard let column = label.locator.column, let cell = below.cell(column), cell.text.utf8.count > 40,
            let priority = parts.priority(named: label.text), IndicatorCodes.split(cell.text, not: []).codes.isEmpty
          else { continue }
          cells.append((table, label, cell, priority))
          let titles = SummaryList.titles(cell.text, known[priority])
          entries[priority] += titles.map { title in
            let words = title.normalisedWords
            let isCoded = known[priority].contains { SummaryList.commonWords($0, words) >= 3 }
            return Entry(title: title, words: words, isCoded: isCoded, locator: cell.locator)
          }
        }
      }
    }
  }

  private static func titles(_ text: String, _ known: [[String]]) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    // A token such as "(2011-2031)" is two words: the places of words are kept beside them.
    let normal = words.enumerated().flatMap { place, word in word.normalisedWords.map { (word: $0, place: place) } }
    let starts = Set(known.compactMap { start(of: $0, in: normal.map(\.word)).map { normal[$0].place } })
    var titles: [String] = []
    var current: [Substring] = []
    for (index, word) in words.enumerated() {
      let endsSentence = current.last.map { $0.hasSuffix(".") } == true && word.first?.isUppercase == true
      if starts.contains(index) || endsSentence || word == "•" {
        if !current.isEmpty { titles.append(current.joined(separator: " ").withoutStop) }
        current = []
      }
      if word != "•" { current.append(word) }
    }
    if !current.isEmpty { titles.append(current.joined(separator: " ").withoutStop) }
    return titles
  }

  /// Where the first words of a title stand; the place where most of them follow. At least three.
  private static func start(of wanted: [String], in words: [String]) -> Int? {
    let runs = words.indices.map { index in zip(words[index...], wanted).prefix { $0 == $1 }.count }
    guard let longest = runs.max(), longest >= 3 else { return nil }
    return runs.firstIndex(of: longest)
  }

  /// Whether words are the end of an entry's title that no coded activity has.
  func endsTitle(_ text: String) -> Bool {
    let words = text.normalisedWords
    guard words.count > 1 else { return false }
    return entries.joined().contains {
      !$0.isCoded && $0.words.count > words.count && $0.words.suffix(words.count).elementsEqual(words)
    }
  }

  /// How many words two titles have in common at the beginning.
  static func commonWords(_ one: [String], _ other: [String]) -> Int { zip(one, other).prefix { $0 == $1 }.count }
}

extension StringProtocol {
  /// The words without case and punctuation.
  var normalisedWords: [String] { normalisedName.split(separator: " ").map(String.init) }
}

/// Which entry of the summary each activity of a priority is: by words, else by its place between its neighbours.
struct SummaryMatch {
  /// By activity.
  private(set) var entry: [Int?]

  init(_ titles: [(text: String, isWhole: Bool)], _ entries: [SummaryList.Entry]) {
    entry = titles.map { _ in nil }
    for (index, title) in titles.enumerated() where title.isWhole {
      let words = title.text.normalisedWords
      let runs = entries.map { SummaryList.commonWords(words, $0.words) }
      if let most = runs.max(), most >= 3, let found = runs.firstIndex(of: most), !entry.contains(found) {
        entry[index] = found
      }
    }
    for (index, title) in titles.enumerated() where entry[index] == nil && !title.isWhole {
      let words = " " + title.text.normalisedName + " "
      guard words.contains(where: { $0 != " " }) else { continue }
      let fitting = entries.indices.filter {
        !entry.contains($0) && " \(entries[$0].words.joined(separator: " ")) ".contains(words)
      }
      if fitting.count == 1 { entry[index] = fitting[0] }
    }
    for index in titles.indices where entry[index] == nil && !titles[index].isWhole {
      entry[index] = between(index, entries.count)
    }
  }

  /// The one entry that is free between those of the neighbours, where this activity alone can be it.
  private func between(_ index: Int, _ count: Int) -> Int? {
    let before = entry[..<index].lastIndex { $0 != nil }
    let after = entry[(index + 1)...].firstIndex { $0 != nil }
    let gap = (before.map { $0 + 1 } ?? 0)..<(after ?? entry.count)
    let from = before.flatMap { entry[$0] }.map { $0 + 1 } ?? 0
    let to = after.flatMap { entry[$0] } ?? count
    return gap.count == 1 && to - from == 1 ? from : nil
  }
}

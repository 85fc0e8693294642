import CorporatePlan

/// Takes apart a cell into which several milestones, measures or states were packed.
enum PackedCell {
  /// The milestones of a cell, and whether the text says surely where each begins: every one begins with "To", on a line
  /// of its own or after a full stop.
  static func milestones(_ text: String) -> (parts: [String], isSure: Bool) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.onOneLine }.filter { !$0.isEmpty }
    if lines.count > 1, lines.allSatisfy({ CellWords($0).isDeed }) { return (lines, true) }
    var parts: [[Substring]] = []
    var isSure = true
    let words = text.split(whereSeparator: \.isWhitespace)
    for (index, word) in words.enumerated() {
      let begins = word == "To" && index + 1 < words.count && words[index + 1].first?.isLowercase == true
      if parts.isEmpty {
        parts.append([word])
      } else if begins, CellWords(parts[0].joined(separator: " ") + " ").isDeed {
        isSure = isSure && endsSentence(words[index - 1])
        parts.append([word])
      } else {
        // Another sentence within a part may be a milestone that does not begin with "To".
        if endsSentence(words[index - 1]), word.first?.isUppercase == true { isSure = false }
        parts[parts.count - 1].append(word)
      }
    }
    return (parts.map { $0.joined(separator: " ") }, isSure)
  }

  /// The measures of a cell: each begins with words such as "% of" or "Number of"; a cell with as many sentences as there
  /// are milestones has one for each.
  static func measures(_ text: String, milestones: Int) -> [String] {
    let sentences = sentences(text)
    if sentences.count == milestones { return sentences }
    var parts: [String] = []
    for sentence in sentences {
      if parts.isEmpty || CellWords.opensMeasure(sentence) {
        parts.append(sentence)
      } else {
        parts[parts.count - 1] += " " + sentence
      }
    }
    return parts
  }

  /// Sentences as they begin after a full stop: with a capital, a figure or its sign, or on a new line.
  static func sentences(_ text: String) -> [String] {
    var sentences: [[Substring]] = []
    for line in text.split(whereSeparator: \.isNewline) {
      var isNew = true
      for word in line.split(whereSeparator: \.isWhitespace) {
        let opens = word.first.map { $0.isUppercase || $0.isNumber || "%£".contains($0) } ?? false
        if sentences.isEmpty || isNew || opens && endsSentence(sentences[sentences.count - 1].last ?? "") {
          sentences.append([word])
        } else {
          sentences[sentences.count - 1].append(word)
        }
        isNew = false
      }
    }
    return sentences.map { $0.joined(separator: " ") }
  }

  /// So many states, baselines or targets: "Survey complete Forum operational", "< 2022/23 baseline equal to or > 80%".
  /// `nil` when the text can't be cut into exactly so many.
  static func states(_ text: String, _ count: Int) -> [String]? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for begins in [repeats(words, count), atComparisons(words), afterEndings(words)] {
      let starts = words.indices.filter { $0 == 0 || begins.contains($0) }
      guard starts.count == count else { continue }
      return starts.enumerated().map { index, start in
        words[start..<(index + 1 < count ? starts[index + 1] : words.count)].joined(separator: " ")
      }
    }
    return nil
  }

  private static func repeats(_ words: [String], _ count: Int) -> Set<Int> {
    guard count > 1, words.count.isMultiple(of: count) else { return [] }
    let length = words.count / count
    let isSame = words.indices.allSatisfy { words[$0] == words[$0 % length] }
    return isSame && length > 0 ? Set(stride(from: 0, to: words.count, by: length)) : []
  }

  private static func atComparisons(_ words: [String]) -> Set<Int> {
    Set(
      words.indices.filter { index in
        let isSign = words[index].first.map { "<>≤≥".contains($0) } ?? false
        if words[index].lowercased() == "equal", words[(index + 1)...].first == "to" { return true }
        return isSign && !(index > 1 && words[index - 1] == "or" && words[index - 2] == "to")
      })
  }

  private static func afterEndings(_ words: [String]) -> Set<Int> {
    Set(
      words.indices.dropFirst().filter { index in
        guard let first = words[index].first, first.isUppercase || first.isNumber || "£%<>".contains(first) else {
          return false
        }
        let before = words[..<index].suffix(2).joined(separator: " ").lowercased()
        return endings.contains { before.hasSuffix($0) }
      })
  }

  private static let endings = [
    "complete", "completed", "operational", "in place", "set", "approved", "no data", "started", "tbc", "compliance",
    "in progress", "commenced",
  ]

  private static func endsSentence(_ word: some StringProtocol) -> Bool {
    word.last.map { ".!?;".contains($0) } == true || word.hasSuffix(".)")
      || word.last == ")" && word.dropLast().last == "."
  }
}

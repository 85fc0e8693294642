import Documents

/// What a list of a report has to say by the record: a line for each thing, as many of them as there is room for.
struct ExpectedList {
  let lines: [Line]
  /// The rest is counted.
  let most: Int
  /// The numbers of the sentence that stands there when there is nothing to list.
  let none: [Int]
  /// Whether its heading says how many there are.
  let isCounted: Bool

  struct Line: Equatable {
    /// What the line begins with, in bold.
    let name: String
    /// The statuses in it, in order.
    var marks: [StatusMark] = []
    /// Words that stand in it.
    var says = ""

    var words: String {
      "“\(name)”" + (marks.isEmpty ? "" : " (\(marks.map(\.word).joined(separator: " to ")))")
        + (says.isEmpty ? "" : ": \(says)")
    }
  }

  /// What is wrong with the last list under a heading: what stands before it may be the council's own opening.
  func problems(_ heading: Heading?, _ blocks: [Block]) -> [String] {
    counted(heading) + (lines.isEmpty ? nothing(blocks) : listed(blocks))
  }

  private func counted(_ heading: Heading?) -> [String] {
    guard isCounted, !lines.isEmpty, let heading, heading.text.wholeNumbers.last != lines.count else { return [] }
    return ["The heading “\(heading.text)” stands over \(lines.count) lines"]
  }

  private func nothing(_ blocks: [Block]) -> [String] {
    let said = blocks.contains { block in
      if case .paragraph(let content) = block { content.plainText.wholeNumbers == none } else { false }
    }
    return said ? [] : ["There is nothing to list\(none.isEmpty ? "" : " of \(none[0])"), and it does not say so"]
  }

  private func listed(_ blocks: [Block]) -> [String] {
    let last = blocks.lastIndex { if case .list = $0 { true } else { false } }
    guard let last, case .list(let list) = blocks[last] else { return ["The list of \(lines.count) is missing"] }
    var problems: [String] = []
    if lines.count > most {
      guard last + 1 < blocks.count, case .paragraph(let content) = blocks[last + 1],
        content.plainText.wholeNumbers == [lines.count - most]
      else { return ["It does not say that \(lines.count - most) more are left out"] }
    }
    let wanted = Array(lines.prefix(most))
    if list.items.count != wanted.count {
      problems.append("It has \(list.items.count) lines; there are \(wanted.count)")
    }
    for (line, item) in zip(wanted, list.items) where !line.isSaid(by: item) {
      problems.append("The line “\(item.plainText)” should be \(line.words)")
    }
    return problems
  }
}

extension ExpectedList.Line {
  fileprivate func isSaid(by item: [Inline]) -> Bool {
    guard case .strong(let head)? = item.first, head == name else { return false }
    let shown = item.compactMap { inline -> StatusMark? in if case .status(let mark) = inline { mark } else { nil } }
    return shown == marks && (says.isEmpty || item.plainText.contains(says))
  }
}

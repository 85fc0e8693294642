import CorporatePlan

/// What became of words: stretches that stayed, were taken out, or put in, in reading order.
package struct WordDifference: Equatable, Sendable {
  package enum Piece: Equatable, Sendable {
    case same(String)
    case out(String)
    case new(String)
  }

  package let pieces: [Piece]
  package var isEmpty: Bool { pieces.allSatisfy { if case .same = $0 { true } else { false } } }

  package init(_ before: String, _ after: String) {
    let old = before.split(whereSeparator: \.isWhitespace).map(String.init)
    let new = after.split(whereSeparator: \.isWhitespace).map(String.init)
    var pieces: [Piece] = []
    for change in sequenceDifference(old, new) {
      switch (change, pieces.last) {
      case (.same(let word), .same(let words)?): pieces[pieces.count - 1] = .same("\(words) \(word)")
      case (.out(let word), .out(let words)?): pieces[pieces.count - 1] = .out("\(words) \(word)")
      case (.new(let word), .new(let words)?): pieces[pieces.count - 1] = .new("\(words) \(word)")
      case (.same(let word), _): pieces.append(.same(word))
      case (.out(let word), _): pieces.append(.out(word))
      case (.new(let word), _): pieces.append(.new(word))
      }
    }
    self.pieces = pieces
  }
}

enum SequenceChange<Element: Equatable>: Equatable {
  case same(Element)
  case out(Element)
  case new(Element)
}

/// The shortest way from one sequence to another by Myers' difference, what goes before what comes.
func sequenceDifference<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [SequenceChange<Element>] {
  let difference = new.difference(from: old)
  let out = Set(difference.removals.map { if case .remove(let offset, _, _) = $0 { offset } else { -1 } })
  let put = Set(difference.insertions.map { if case .insert(let offset, _, _) = $0 { offset } else { -1 } })
  var changes: [SequenceChange<Element>] = []
  var (from, to) = (0, 0)
  while from < old.count || to < new.count {
    if from < old.count, out.contains(from) {
      changes.append(.out(old[from]))
      from += 1
    } else if to < new.count, put.contains(to) {
      changes.append(.new(new[to]))
      to += 1
    } else {
      changes.append(.same(new[to]))
      from += 1
      to += 1
    }
  }
  return changes
}

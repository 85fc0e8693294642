/// What was returned for a period: a figure, words, or the reason there is none.
package enum Value: Hashable, Sendable {
  case figure(Figure)
  /// A state such as "Yes" or "Adopted".
  case state(String)
  case missing(MissingReason)

  /// Reads what was typed. An empty text is `missing`; what is neither a number nor a mark for a missing value is a state.
  package init(_ text: String) throws(FigureError) {
    if let figure = Figure(plain: text) {
      self = .figure(figure)
      return
    }
    if let reason = MissingReason(mark: text) {
      self = .missing(reason)
      return
    }
    do {
      self = .figure(try Figure(text))
    } catch .notANumber where Value.isWords(text) {
      self = .state(text.trimmed)
    }
  }

  /// Words such as "Adopted" or "2 July", which an officer judges; not a number that was mistyped.
  private static func isWords(_ text: String) -> Bool {
    guard text.contains(where: \.isLetter), !["inf", "nan"].contains(text.trimmed.lowercased()) else { return false }
    return !text.contains(where: \.isNumber)
      || text.split(separator: " ").contains { $0.allSatisfy(\.isLetter) && $0.count > 2 }
  }

  package var figure: Figure? {
    if case .figure(let figure) = self { return figure }
    return nil
  }

  /// As printed: the figure, the words, or the reason.
  package var text: String {
    switch self {
    case .figure(let figure): figure.text
    case .state(let words): words
    case .missing(let reason): reason.rawValue
    }
  }

  /// What was typed, as far as it is kept; reading it gives the same value.
  package var verbatim: String {
    switch self {
    case .figure(let figure): figure.verbatim
    case .state(let words): words
    case .missing(let reason): reason.rawValue
    }
  }
}

extension Value {
  /// As pages and reports print it: a figure in a unit, since officers leave it out; anything else in its own words.
  package func printed(in unit: Unit) -> String { figure.map { $0.inUnit(unit).text } ?? text }
}

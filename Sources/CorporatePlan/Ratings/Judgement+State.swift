extension Judgement {
  /// Rates a return in words, such as "Yes", against a target in words.
  func rating(ofState words: String) -> Rating {
    guard let target = given.target else { return notRated(.noTarget) }
    guard case .state(let wanted) = target else {
      return undetermined("“\(words)” is not a figure, and the target is \(target.text)")
    }
    let (have, want) = (Answer(words), Answer(wanted))
    if have == want {
      return rated(rule.equal, band: "the target is reached", "“\(words)” is what the target asks for")
    }
    // Only a plain no misses a target in words: "awaiting data" doesn't.
    if rule.basis == .met, have == .no {
      return rated(rule.worst, band: "the target is not reached", "“\(words)” is not the “\(wanted)” of the target")
    }
    return undetermined("“\(words)” against “\(wanted)” has no distance that the rule could band; an officer judges it")
  }

  private enum Answer: Equatable {
    case yes
    case no
    case words(String)

    init(_ text: String) {
      switch text.trimmed.lowercased() {
      case "yes", "y": self = .yes
      case "no", "n", "not met", "not achieved", "not reached", "not adopted", "not complete": self = .no
      case let other: self = .words(other)
      }
    }
  }
}

import CorporatePlan

/// Something in a passage that the record does not bear out: a reference that names nothing, or a number that was typed
/// and is neither a figure of what its sentence names nor a count of its section.
package struct PassageProblem: Equatable, Sendable {
  /// The passage: `summary/indicators`.
  package let key: String
  /// What is wrong: "43", "homes: gren indicators".
  package let words: String
  /// Where it stands in the passage's source, in characters.
  package let place: Range<Int>
  package let sentence: String
  /// The nearest true figure, where there is one.
  package let suggestion: NamedFigure?
  package let code: String

  package static let number = "prose-figure-not-of-record"
  package static let reference = "reference-names-no-figure"

  package func finding(in section: String) -> Finding {
    // A number that was typed may be true and yet none of the record's; a reference that names nothing never is.
    let severity: Finding.Severity = code == PassageProblem.number ? .objection : .error
    return Finding(severity, code: code, place: "“\(section)”, words \(key)", sentence: sentence)
  }
}

extension ComposedReport {
  /// What the record does not bear out in the words of people and of the council's template. Words the program wrote are
  /// references throughout.
  package var problems: [PassageProblem] { passages.flatMap(problems(in:)) }

  package func problems(in passage: ComposedPassage) -> [PassageProblem] {
    // These are nobody's edit of the program's words, and yet somebody's words.
    let isWorded = passage.key.hasSuffix("/opening") || passage.key.hasPrefix("questions/")
    let check = PassageCheck(
      passage.key, passage.text, in: passage.section, self, instead: isWorded ? "" : passage.generated)
    return isWorded || passage.written != nil ? check.problems : check.problemsOfReferences
  }

  /// The same as findings: each stops the seal.
  package var findings: [Finding] {
    passages.flatMap { passage in
      let section = sections.first { $0.key == passage.section }?.heading?.text ?? "Introduction"
      return problems(in: passage).map { $0.finding(in: section) }
    }
  }
}

/// Holds the words of one passage against the record.
package struct PassageCheck {
  private let key: String
  private let source: String
  private let figures: ReportFigures
  private let scorecard: Scorecard
  /// The whole plan, or the priority whose section it is.
  private let section: FiguredThing?
  /// What a question is about whose answer it is.
  private let subject: FiguredThing?

  /// The numbers that the program's own words state there.
  private let stated: [TypedNumber]

  /// - Parameter generated: what the program writes there today: its numbers follow from the record.
  package init(
    _ key: String, _ source: String, in section: String, _ report: ComposedReport, instead generated: String = ""
  ) {
    stated = TypedNumber.all(in: PassageText(generated).words(report.figures))
    (self.key, self.source) = (key, source)
    (figures, scorecard) = (report.figures, report.scorecard)
    let priority = section.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init)
    let question = key.hasPrefix("questions/") ? report.book.questions[String(key.dropFirst("questions/".count))] : nil
    subject = question?.subject.flatMap { report.figures.thing(named: $0.record) }
    self.section = priority.flatMap { report.figures.thing(named: $0) } ?? report.figures.things.first
  }

  /// References that name nothing, whatever numbers were typed beside them.
  var problemsOfReferences: [PassageProblem] { sentences.flatMap { $0.references.compactMap(problem) } }

  package var problems: [PassageProblem] {
    var problems: [PassageProblem] = []
    for sentence in sentences {
      problems += sentence.references.compactMap(problem)
      let numbers = TypedNumber.all(in: sentence.words)
      // What a sentence names is looked for among everything in the plan: only where something was typed.
      if numbers.isEmpty { continue }
      let named = things(in: sentence) + [subject].compactMap { $0 }
      problems += numbers.compactMap { problem(with: $0, in: sentence, naming: named) }
    }
    return problems
  }

  // MARK: Sentences

  private struct Sentence {
    /// Its words, with blanks in place of references, so that places stay true.
    var words = ""
    /// Where it begins in the source, in characters.
    let start: Int
    var references: [(text: String, place: Range<Int>)] = []
  }

  private var sentences: [Sentence] {
    var sentences = [Sentence(start: 0)]
    var place = 0
    func last() -> Int { sentences.count - 1 }
    for piece in PassageText(source).pieces {
      switch piece {
      case .reference(let text):
        let length = text.count + 4
        sentences[last()].references.append((text, place..<place + length))
        sentences[last()].words += String(repeating: "_", count: length)
        place += length
      case .words(let words):
        for character in words {
          let before = sentences[last()].words.last ?? " "
          let isEnd = character.isNewline || character.isWhitespace && ".!?".contains(before)
          sentences[last()].words.append(character)
          place += 1
          if isEnd { sentences.append(Sentence(start: place)) }
        }
      }
    }
    return sentences
  }

  // MARK: References

  private func problem(_ reference: (text: String, place: Range<Int>)) -> PassageProblem? {
    do throws(ReportFigures.Problem) {
      _ = try figures.figure(reference.text)
      return nil
    } catch {
      return PassageProblem(
        key: key, words: reference.text, place: reference.place, sentence: "“[[\(reference.text)]]” \(error.words).",
        suggestion: nil, code: PassageProblem.reference)
    }
  }

  // MARK: Numbers

  /// What a sentence speaks of: what its references name, what it calls by name, and what most of its words are of.
  private func things(in sentence: Sentence) -> [FiguredThing] {
    let plain = sentence.words.plainName
    let referred = sentence.references.compactMap { reference in
      reference.text.split(separator: ":").first.flatMap { figures.thing(named: String($0)) }
    }
    let called = figures.things.dropFirst().filter { thing in
      // An id may be a word of the language: it names something only in brackets.
      thing.names.dropFirst().contains { $0.count > 3 && plain.contains($0.plainName) }
    }
    let claimed = ProseClaims.standing(named: sentence.words, among: scorecard.standings).flatMap {
      figures.thing(named: $0.indicator.id)
    }
    return referred + called + [claimed].compactMap { $0 }
  }

  private func problem(with number: TypedNumber, in sentence: Sentence, naming named: [FiguredThing]) -> PassageProblem?
  {
    if isInName(number, sentence, named) { return nil }
    if stated.contains(where: { number.says($0) && number.next == $0.next }) { return nil }
    // The counts of the section come with those of what is named; a priority that is named brings its own.
    let known = ([section].compactMap { $0 } + named).flatMap { $0.figures.map(\.figure) }
    let counted = known.filter { $0.statusWords.contains { $0 == number.next || $0.hasPrefix(number.next + " ") } }
    let candidates = number.next.isEmpty || counted.isEmpty ? known : counted
    // "40 of 56" counts what is green in its first number alone.
    let isCount = !number.next.isEmpty && !counted.isEmpty
    let isTrue = candidates.contains { figure in
      figure.numbers.prefix(isCount ? 1 : figure.numbers.count).contains {
        number.says($0) && (!isCount || number.isPercent == $0.isPercent)
      }
    }
    if isTrue { return nil }
    let nearest = nearest(to: number, among: candidates.isEmpty ? known : candidates, named)
    let advice =
      nearest.map { "the nearest true figure is \($0.text) (\($0.label)): write \($0.reference)" }
      ?? "take it out, or name the figure it stands for"
    return PassageProblem(
      key: key, words: number.text,
      place: sentence.start + number.place.lowerBound..<sentence.start + number.place.upperBound,
      sentence:
        "“\(number.text)” in “\(sentence.words.trimmed.shortened)” is no figure that the record has for what the sentence "
        + "names, and no count of its section; \(advice).", suggestion: nearest, code: PassageProblem.number)
  }

  /// "answered in 20 working days": the number belongs to a name that the sentence says in full.
  private func isInName(_ number: TypedNumber, _ sentence: Sentence, _ named: [FiguredThing]) -> Bool {
    let words = sentence.words.lowercased()
    return named.contains { thing in
      thing.names.contains { name in
        guard name.count > 3, let range = words.firstRange(of: name.lowercased()) else { return false }
        let start = words.distance(from: words.startIndex, to: range.lowerBound)
        return start <= number.place.lowerBound && number.place.upperBound <= start + name.count
      }
    }
  }

  /// Figures of what the sentence names come first; then the closest of the same kind.
  private func nearest(to number: TypedNumber, among figures: [NamedFigure], _ named: [FiguredThing]) -> NamedFigure? {
    let own = Set(named.flatMap { $0.figures.map(\.figure.name) })
    var best: (figure: NamedFigure, isOwn: Bool, distance: Quantity)?
    for figure in figures {
      // Only figures that are one number can stand in its place.
      guard let only = figure.numbers.first, figure.numbers.count == 1, only.isPercent == number.isPercent,
        only.isMoney == number.isMoney
      else { continue }
      let found = (figure, own.contains(figure.name), (only.quantity - number.quantity).magnitude)
      guard let known = best else {
        best = found
        continue
      }
      if found.1 != known.isOwn ? found.1 : found.2 < known.distance { best = found }
    }
    return best?.figure
  }
}

extension ReportFigures.Problem {
  /// What is wrong with the reference, after it.
  package var words: String {
    switch self {
    case .unknown: "names nothing in the record; pick the figure from the list"
    case .ambiguous(let name, let ids):
      "may mean several things called “\(name)”; write one of \(listed(ids)) in front of the colon"
    case .noSuchFigure(let what, let thing, let has):
      "asks for “\(what)”, which “\(thing)” does not have; it has \(listed(Array(has.prefix(8))))"
    }
  }
}

extension String {
  fileprivate var shortened: String { count > 120 ? "\(prefix(118))…" : self }
}

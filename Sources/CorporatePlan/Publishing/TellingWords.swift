/// Words that would give away a figure which is withheld because the numbers are small.
package struct TellingWords: Sendable {
  /// The commentary, the passage of a report, the answer to a councillor, or the template whose opening words they are.
  package let record: RecordID
  package let text: String
  /// `nil` for a template's: they stand in the reports of every period.
  package let period: Period?
  /// The indicator whose figure they give away.
  package let indicator: Indicator

  /// What stands in their place in public.
  static let instead =
    "Withheld: these words would give away a figure that is not published because the numbers are small."
}

extension Suppression {
  /// All of a Book's words that tell a withheld figure: in what is said of the indicator itself, the number alone; in
  /// other words, a sentence that names the indicator and has the number in it.
  package func tellingWords() -> [TellingWords] {
    guard !isEmpty else { return [] }
    let secrets = secrets()
    let commentary = book.commentary.values.sorted { $0.id < $1.id }.compactMap { words in
      secrets.first { $0.isTold(by: words.text, about: words.subject) }
        .map { TellingWords(record: words.recordID, text: words.text, period: words.period, indicator: $0.indicator) }
    }
    let passages = book.passages.values.sorted { $0.id < $1.id }.compactMap { passage -> TellingWords? in
      guard let report = book.reports[passage.report],
        let secret = secrets.first(where: { $0.isTold(by: passage.text) })
      else { return nil }
      return TellingWords(
        record: passage.recordID, text: passage.text, period: report.period, indicator: secret.indicator)
    }
    let answers = book.questions.values.sorted { $0.id < $1.id }.compactMap { question -> TellingWords? in
      guard let answer = question.answer,
        let secret = secrets.first(where: { secret in
          question.subject.map { secret.isTold(by: answer, about: $0) } ?? secret.isTold(by: answer)
        })
      else { return nil }
      return TellingWords(
        record: question.recordID, text: answer, period: question.period, indicator: secret.indicator)
    }
    return commentary + passages + answers + openings(telling: secrets)
  }

  /// Headings and words with which the council's template begins a section.
  private func openings(telling secrets: [Secret]) -> [TellingWords] {
    book.reportTemplates.values.sorted { $0.id < $1.id }.flatMap { template in
      template.sections.flatMap { [$0.heading, $0.text] }.compactMap { text in
        guard let text, let secret = secrets.first(where: { $0.isTold(by: text) }) else { return nil }
        return TellingWords(record: template.recordID, text: text, period: nil, indicator: secret.indicator)
      }
    }
  }

  private func secrets() -> [Secret] {
    withheld.keys.sorted().compactMap { id in
      guard let indicator = book.indicators[id] else { return nil }
      let figures = book.readings[id]?.actuals.filter { withholds(id, $0.period) }.compactMap(\.value.figure) ?? []
      return Secret(indicator: indicator, numbers: Set(figures.flatMap(\.numbersToKeep)))
    }
  }
}

extension Book {
  /// What stands in the place of words that tell too much.
  ///
  /// - Parameter all: what else does: a template may have several openings.
  func withheld(_ words: TellingWords, among all: [TellingWords]) -> (any Record)? {
    if var template = reportTemplates[words.record.record], words.record.kind == ReportTemplate.kind {
      let telling = Set(all.filter { $0.record == words.record }.map(\.text))
      for index in template.sections.indices where template.sections[index].text.map(telling.contains) == true {
        template.sections[index].text = TellingWords.instead
      }
      for index in template.sections.indices where template.sections[index].heading.map(telling.contains) == true {
        template.sections[index].heading = nil
      }
      return template
    }
    if var passage = passages[words.record.record], words.record.kind == Passage.kind {
      passage.text = TellingWords.instead
      return passage
    }
    if var question = questions[words.record.record], words.record.kind == CouncillorQuestion.kind {
      question.answer = TellingWords.instead
      return question
    }
    var commentary = commentary[words.record.record]
    commentary?.text = TellingWords.instead
    return commentary
  }
}

/// An indicator with the numbers that no public words may say of it.
private struct Secret {
  let indicator: Indicator
  let numbers: Set<Quantity>
  private let name: Set<String>

  init(indicator: Indicator, numbers: Set<Quantity>) {
    self.indicator = indicator
    self.numbers = numbers
    name = Set(indicator.name.contentWords)
  }

  func isTold(by text: String, about subject: RecordID? = nil) -> Bool {
    if subject == indicator.recordID { return tells(text) }
    return ProseClaims.sentences(of: text).contains { names($0) && tells($0) }
  }

  private func tells(_ text: String) -> Bool { !NumbersInWords.all(in: text).isDisjoint(with: numbers) }

  private func names(_ sentence: String) -> Bool {
    let shared = name.intersection(sentence.contentWords).count
    return shared > 0 && shared >= min(2, name.count) && shared * 5 >= name.count * 3
  }
}

extension Figure {
  /// The number, or both sides of a ratio with its percentage as people round it.
  fileprivate var numbersToKeep: [Quantity] {
    guard let per else { return [quantity] }
    let count = Quantity(mantissa: quantity.mantissa, scale: quantity.scale + 2)
    return [count, per] + (0...2).compactMap { displayed(decimals: $0) }
  }
}

extension Book {
  /// What a letter would say with words as they are being written, filled with what the newest open quarter owes; before
  /// there is one, with what the last quarter would.
  ///
  /// - Parameters:
  ///   - name: whom the letter is for.
  ///   - link: what stands for an invitation's secret.
  package func preview(
    _ template: LetterTemplate, for name: String, on today: Day, links: LetterLinks
  ) throws(MalformedEntry) -> (subject: String, text: String) {
    let book = try adding([template])
    let open = cycles.values.filter { $0.opens <= today }.max { $0.period < $1.period }
    guard let cycle = open ?? cycles.values.min(by: { $0.period < $1.period }) ?? book.lastQuarter(before: today) else {
      return book.framed([], for: name)
    }
    let letters = CycleLetters(
      book, cycle, on: today, to: Readership(performanceOfficers: [], reviewers: []), links: links,
      chasing: Chasing())
    switch template.letter {
    case .invitation, .reset:
      return book.framed([book.opening(template.letter, link: links.password("…"))], for: name)
    case .frame:
      let two = [letters.sample(.returned), letters.sample(.overdue)]
      return book.framed(two.map { ($0.subject, $0.text) }, for: name)
    default:
      let sample = letters.sample(template.letter)
      return book.framed([(sample.subject, sample.text)], for: name)
    }
  }

  private func lastQuarter(before today: Day) -> Cycle? {
    Period.containing(today, .quarter).flatMap { Period.containing($0.start + -1, .quarter) }
      .map { Cycle.proposed(for: $0, workingDays(around: $0)) }
  }
}

extension CycleLetters {
  private var clearance: ClearanceLetters {
    let progress = ClearanceProgress("…", "Performance report, \(cycle.period.name)", due: cycle.signOffDue, request: 0)
    return ClearanceLetters(book: book, progress: progress, today: today, links: links)
  }

  /// One letter of a kind, whether it is its day or not: to whoever comes first of those who could get it.
  fileprivate func sample(_ kind: LetterKind) -> Notice {
    switch kind {
    case .returned:
      return returned.first
        ?? givenBack(Array(slots.prefix(1)), "The reviewer’s reason stands here", by: "the reviewer")
    case .signOff:
      let unit = returnsByUnit.min { $0.key < $1.key }
      return signingOff(unit?.key ?? "", unit?.value ?? slots, by: "")
    case .asked:
      return book.asked(
        "A comment on “Performance report”, \(cycle.period.name)", "", about: "preview", links.comments("…"))
    case .clearance: return clearance.asking("Chief Financial Officer", "")
    case .clearanceVoid:
      let sections = ["The section “Indicators” changed."]
      return clearance.telling(.init("Chief Financial Officer", clearance: 0, sections: sections), "")
    case .clearanceRefused: return clearance.telling(.init("Chief Financial Officer", clearance: 0), "")
    case .cleared:
      return clearance.telling(.init(last: 0, officers: ["Chief Financial Officer, \(today.words)"]), "")
    case .digest: return overview(to: "", about: "preview")
    default:
      let rows = owed.min { $0.key < $1.key }?.value ?? Array(slots.prefix(3))
      return asking(kind, "", rows, about: "preview")
    }
  }
}

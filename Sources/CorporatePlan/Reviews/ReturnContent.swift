extension Commentary.Purpose {
  /// What is said of one return: a change of it is a change of the return.
  static let ofReturns: [Commentary.Purpose] = [.variance, .action, .nextQuarter, .achievement, .note]
}

extension Book {
  /// The ledger position of the newest change of a return: of its figure or of those it is made of, of its update, of a
  /// word, of a status that was decided, of evidence, of an answer to a warning. What was taken away counts, too. `nil` when there never was any.
  package func contentPosition(of subject: RecordID, _ period: Period, _ data: Period?) -> Int? {
    content(of: subject, period, data).newest?.position
  }

  /// Who wrote the newest revisions of what a return consists of, by id.
  package func authors(of slot: Slot) -> Set<String> {
    content(of: slot.subject, slot.period, slot.dataPeriod).authors
  }

  func content(of subject: RecordID, _ period: Period, _ data: Period?) -> OwedReturns.Content {
    let ids = wordIDs(about: subject, in: period)
    let held = ids.compactMap { commentary[$0] }
    let words = held.filter { $0.subject == subject && $0.period.code == period.code && $0.isOfReturn }
    let footnotes = Set(held.filter { !$0.isOfReturn }.map(\.id))
    let records = ids.filter { !footnotes.contains($0) }.map { RecordID(Commentary.kind, $0) }
    return OwedReturns.Content(
      words: words.sorted { ($0.order, $0.id) < ($1.order, $1.id) },
      // Written out: a reference to the method would carry a copy of the whole Book, for each return.
      stamps: (records + otherContent(of: subject, period, data) + support(of: subject, period)).compactMap {
        stamp(of: $0)
      })
  }

  /// What speaks for a return: its evidence, and the answers to warnings of it.
  private func support(of subject: RecordID, _ period: Period) -> [RecordID] {
    evidenceIDs(of: subject, in: period).map { RecordID(EvidenceFile.kind, $0) }
      + confirmationIDs(of: subject, in: period).map { RecordID(Confirmation.kind, $0) }
  }

  /// The records beside the words that a return consists of, those withdrawn included.
  private func otherContent(of subject: RecordID, _ period: Period, _ data: Period?) -> [RecordID] {
    guard subject.kind == Indicator.kind else {
      return [RecordID(ActionUpdate.kind, "\(subject.record)@\(period.code)")]
    }
    let override = RecordID(StatusOverride.kind, "\(subject.record)@\(period.code)")
    return [override] + (data.map { figures(of: subject.record, in: $0) } ?? [])
  }

  /// The figure of a period, and where nobody returned one, those it is made of.
  private func figures(of indicator: String, in data: Period) -> [RecordID] {
    func actual(_ id: String, _ period: Period) -> RecordID { RecordID(Actual.kind, "\(id)@\(period.code)") }
    let own = actual(indicator, data)
    guard readings[indicator]?.actual(in: data) == nil, let definition = indicators[indicator] else { return [own] }
    var parts = data.parts(definition.frequency).map { actual(indicator, $0) }
    if let source = definition.derivedFrom.flatMap({ indicators[$0] }) {
      let start: Day =
        switch definition.frame {
        case .rolling(let months): data.end.adding(months: -months)
        default: FinancialYear(containing: data.end + -1).period.start
        }
      parts += Period.run(source.frequency, from: start, to: data.end).map { actual(source.id, $0) }
    }
    return [own] + parts
  }
}

extension Commentary {
  fileprivate var isOfReturn: Bool { Purpose.ofReturns.contains(purpose) }
}

/// What goes to those who owe a return: the request, a reminder before the day, and more after it.
extension CycleLetters {
  var returns: [Notice] {
    guard let (kind, about) = due else { return [] }
    return owed.sorted { $0.key < $1.key }.map { person, slots in
      asking(kind, person, slots, about: about)
    }
  }

  /// What each person still has to submit, by id.
  var owed: [String: [Slot]] {
    var owed: [String: [Slot]] = [:]
    for slot in slots where slot.isOutstanding {
      for person in holders(of: slot.owner) { owed[person, default: []].append(slot) }
    }
    return owed
  }

  /// Which of the three letters it is time for, and its place in the row of them.
  private var due: (LetterKind, about: String)? {
    // On the day a period opens there is only the request, however soon its returns are due.
    let reminder = max(days.day(-chasing.reminder, after: cycle.returnsDue), cycle.opens + 1)
    if today < reminder { return (.request, cycle.period.code) }
    if today <= cycle.returnsDue { return (.reminder, cycle.period.code) }
    let late = days.clearDays(from: cycle.returnsDue, to: today) + (days.isWorking(today) ? 1 : 0)
    guard late > 0 else { return nil }
    return (.overdue, "\(cycle.period.code)/\((late - 1) / max(1, chasing.overdueEvery) + 1)")
  }

  func asking(_ kind: LetterKind, _ person: String, _ slots: [Slot], about: String) -> Notice {
    let rows = slots.map { kind == .request ? asked($0) : name(of: $0) }
    return notice(
      kind, to: person, about: about,
      [
        .due: cycle.returnsDue.words, .count: counted(slots.count, "return"), .rows: listed(rows),
        .link: links.collect(cycle.period),
      ])
  }

  /// What was given back, one letter for each time.
  var returned: [Notice] {
    slots.filter { $0.state == .returned }.flatMap { slot -> [Notice] in
      guard let review = book.reviews[slot.id], let stamp = book.stamp(of: review.recordID) else { return [] }
      return holders(of: slot.owner).map { person in
        givenBack(
          [slot], review.reason ?? "", by: role(of: stamp.author), to: person,
          about: "\(slot.id)/\(stamp.revision)")
      }
    }
  }

  func givenBack(
    _ slots: [Slot], _ reason: String, by reviewer: String, to person: String = "", about: String = "preview"
  ) -> Notice {
    notice(
      .returned, to: person, about: about,
      [
        .due: cycle.returnsDue.words, .rows: listed(slots.map { "\(name(of: $0)): \(oneLine(reason))" }),
        .by: reviewer, .link: links.collect(cycle.period),
      ])
  }

  /// What somebody is to the council, never who.
  private func role(of person: String) -> String {
    if let post = book.posts(of: person, on: today).first { return "the \(post.title)" }
    return readership.performanceOfficers.contains(person) ? "the performance team" : "the reviewer"
  }
}

/// One line for each return.
extension CycleLetters {
  func name(of slot: Slot) -> String {
    let (code, name) =
      slot.subject.kind == Indicator.kind
      ? (book.indicators[slot.subject.record]?.code, book.indicators[slot.subject.record]?.name)
      : (book.items[slot.subject.record]?.code, book.items[slot.subject.record]?.title)
    let period = slot.dataPeriod.flatMap { $0 == cycle.period ? nil : " (for \($0.name))" } ?? ""
    return oneLine([code, name ?? slot.subject.record].compactMap { $0 }.joined(separator: " ")) + period
  }

  /// With target, last value and definition.
  private func asked(_ slot: Slot) -> String {
    guard let indicator = book.indicators[slot.subject.record], slot.subject.kind == Indicator.kind else {
      let item = book.items[slot.subject.record]
      let due = (item?.dueWords ?? item?.due?.words).map { ": due \($0)" } ?? ""
      return name(of: slot) + due
    }
    let standing = book.standing(of: indicator, in: cycle.period)
    let facts = [
      standing.target.map { "target \($0.text)" },
      standing.previous.map { "last time \($0.text)" },
      indicator.definition.map { "counted is: \(short($0))" },
    ].compactMap { $0 }
    return name(of: slot) + (facts.isEmpty ? "" : ": " + facts.joined(separator: "; "))
  }

  /// What fits on a line or three of a letter.
  private func short(_ text: String) -> String {
    let line = oneLine(text)
    return line.count <= 200 ? line : line.prefix(199).trimmed + "…"
  }

  func listed(_ rows: [String]) -> String { rows.map { "• \($0)" }.joined(separator: "\n") }
}

func oneLine(_ text: String) -> String {
  text.split { $0.isNewline || $0 == "\t" }.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
}

func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

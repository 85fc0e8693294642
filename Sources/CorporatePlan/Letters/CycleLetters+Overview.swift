/// What goes to those who look after other people's returns: heads before sign-off is due, performance officers once a
/// week and on the day after returns were due.
extension CycleLetters {
  var signOffs: [Notice] {
    let first = max(days.day(-chasing.signOff, after: cycle.signOffDue), cycle.returnsDue + 1)
    guard first <= today, today <= cycle.signOffDue else { return [] }
    return returnsByUnit.sorted { $0.key < $1.key }.flatMap { unit, slots -> [Notice] in
      guard book.signOffs["\(unit)@\(cycle.period.code)"] == nil else { return [] }
      return heads(of: unit).map { signingOff(unit, slots, by: $0) }
    }
  }

  func signingOff(_ unit: String, _ slots: [Slot], by person: String) -> Notice {
    notice(
      .signOff, to: person, about: "\(cycle.period.code)/\(unit)",
      [
        .unit: book.services[unit]?.name ?? unit, .due: cycle.signOffDue.words, .counts: counts(of: slots),
        .link: links.review(cycle.period),
      ])
  }

  /// What services and, above them, directorates answer for.
  var returnsByUnit: [String: [Slot]] {
    var units: [String: [Slot]] = [:]
    for slot in slots {
      guard let service = slot.owner.flatMap({ book.posts[$0]?.service }) else { continue }
      units[service, default: []].append(slot)
      if let above = book.services[service]?.directorate, above != service { units[above, default: []].append(slot) }
    }
    return units
  }

  /// The reviewers who hold a post of the service or directorate itself.
  private func heads(of unit: String) -> [String] {
    let posts = book.posts.values.filter { $0.service == unit }.map(\.id)
    return Set(posts.flatMap(holders(of:))).intersection(readership.reviewers).sorted()
  }

  var digests: [Notice] {
    guard let day = digestDay else { return [] }
    return readership.performanceOfficers.map { overview(to: $0, about: "\(cycle.period.code)/\(day)") }
  }

  func overview(to person: String, about: String) -> Notice {
    notice(
      .digest, to: person, about: about,
      [
        .due: cycle.returnsDue.words, .counts: counts(of: slots), .rows: late,
        .link: links.board(cycle.period),
      ])
  }

  /// The newest day this week on which a digest was to go: the week's first working day, or the one after returns were
  /// due.
  private var digestDay: Day? {
    let monday = today + (1 - today.weekday)
    return [days.day(0, after: monday), days.day(1, after: cycle.returnsDue)]
      .filter { monday <= $0 && cycle.opens <= $0 && $0 <= today }.max()
  }

  /// How many returns stand where, in the order of their way; a line each.
  private func counts(of slots: [Slot]) -> String {
    let lines = Slot.State.allCases.compactMap { state -> String? in
      let count = slots.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(state.words)"
    }
    return (["\(counted(slots.count, "return")) in all"] + lines).joined(separator: "\n")
  }

  /// What is late, by the post that owes it, and what nobody owes.
  private var late: String {
    let late = slots.filter { $0.state == .overdue || $0.due.map { $0 < today } == true && $0.state == .entered }
    let orphans = slots.filter { $0.state != .waived && holders(of: $0.owner).isEmpty }
    func row(_ slot: Slot) -> String {
      "\(name(of: slot)): \(slot.owner.map { book.posts[$0]?.title ?? $0 } ?? "no post is named")"
    }
    return [
      late.isEmpty ? "Nothing is late." : "Late:\n" + listed(late.map(row)),
      orphans.isEmpty ? nil : "Nobody holds the post that owes these:\n" + listed(orphans.map(row)),
    ].compactMap { $0 }.joined(separator: "\n\n")
  }
}

/// How far the returns of a service or directorate are in a period. Every return is in one stage, so that the stages add
/// up to the total.
package struct UnitStanding: Sendable, Identifiable {
  /// The service or directorate; `nil` for returns that no post of a service answers for, and for all together.
  package let unit: String?
  package let name: String
  package let period: Period
  package private(set) var total = 0
  private var counts: [Stage: Int] = [:]
  package let signOff: SignOff?
  /// Who signed off, and when.
  package let signed: Stamp?
  /// Whether something was changed since it was signed off.
  package private(set) var hasChanged = false

  package enum Stage: String, Sendable, CaseIterable {
    /// Nothing was entered yet.
    case open
    /// Entered and not submitted, or changed after that.
    case entered
    case returned
    case submitted
    case approved
    case waived
  }

  package enum State: String, Sendable, CaseIterable {
    /// Something is not entered, submitted or approved.
    case underWay = "under way"
    /// All of it is approved or waived.
    case ready = "ready to sign off"
    case signedOff = "signed off"
    case changed = "changed since sign-off"
  }

  package var id: String { unit ?? "" }

  /// How many are in a stage, of `total`.
  package func count(_ stage: Stage) -> Int { counts[stage] ?? 0 }

  package var state: State {
    if signOff != nil { return hasChanged ? .changed : .signedOff }
    return total > 0 && count(.approved) + count(.waived) == total ? .ready : .underWay
  }

  init(_ unit: String?, name: String, _ period: Period, _ book: Book) {
    self.unit = unit
    self.name = name
    self.period = period
    signOff = unit.flatMap { book.signOffs["\($0)@\(period.code)"] }
    signed = signOff.flatMap { book.stamp(of: $0.recordID) }
  }

  mutating func add(_ row: ReturnRow) {
    let stage = row.stage
    total += 1
    counts[stage, default: 0] += 1
    guard let signOff else { return }
    if row.seen > signOff.seen || (stage != .approved && stage != .waived) { hasChanged = true }
  }
}

extension ReturnRow {
  package var stage: UnitStanding.Stage {
    switch state {
    case .notDue, .due, .overdue: .open
    case .entered, .reopened: .entered
    case .returned: .returned
    case .submitted: .submitted
    case .approved: .approved
    case .waived: .waived
    }
  }
}

extension Book {
  /// How far one unit is.
  package func standing(ofUnit unit: String, _ rows: [ReturnRow], in period: Period) -> UnitStanding {
    var standing = UnitStanding(unit, name: services[unit]?.name ?? unit, period, self)
    for row in rows where units(of: row.slot).contains(unit) { standing.add(row) }
    return standing
  }

  /// Signs off a unit's returns of a period. Refused while one of them is not approved or waived, or was changed after
  /// the page was made that the signer read.
  ///
  /// - Parameters:
  ///   - rows: all the period's rows, of today's Book.
  ///   - shown: the position of the Book that the page showed.
  package func signingOff(
    _ unit: String, _ rows: [ReturnRow], in period: Period, by stepper: Stepper, shown: Int, comments: String? = nil
  ) throws(StepRefused) -> [Revision] {
    let own = rows.filter { units(of: $0.slot).contains(unit) }
    let name = services[unit]?.name ?? unit
    var blocks = refusal(toChange: period).map { [Blocked(period, $0)] } ?? []
    if !maySignOff(unit, stepper.person, on: stepper.day) {
      let posts = signers(of: unit).map(\.title).joined(separator: ", ")
      blocks.append(
        Blocked(period, "\(name) is signed off by \(posts.isEmpty ? "nobody yet: it has no post" : posts)."))
    }
    if own.isEmpty { blocks.append(Blocked(period, "\(name) has no returns in \(period.name).")) }
    for row in own {
      if row.stage != .approved, row.stage != .waived {
        blocks.append(Blocked(row, "It is not approved (\(row.state.words))."))
      } else if row.seen > shown {
        blocks.append(Blocked(row, "It was changed since you opened the page. Look at it again."))
      }
    }
    try check(blocks)
    let words = comments?.trimmed ?? ""
    return [
      SignOff(
        unit: unit, period: period, seen: own.map(\.seen).max() ?? 0, comments: words.isEmpty ? nil : words
      ).revision
    ]
  }
}

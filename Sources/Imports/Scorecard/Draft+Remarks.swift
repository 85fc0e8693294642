import CorporatePlan
import Documents

extension ScorecardDraft {
  /// Achievements and key actions of each priority.
  mutating func draftRemarks() {
    var numbers: [String: Int] = [:]
    for remark in parts.remarks {
      guard let priority = priorityID(remark.priority) else {
        tell(
          .question, .priorityUnknown, at: remark.locator, verbatim: remark.text,
          "It can't be told which priority this belongs to.")
        places.remove(remark.locator)
        continue
      }
      let group = "\(priority)-\(Slugs.slug(remark.purpose.rawValue))-\(period.code)"
      numbers[group, default: 0] += 1
      let number = numbers[group] ?? 1
      add(
        Commentary(
          id: "\(group)-\(number)", subject: RecordID(PlanItem.kind, priority), period: period,
          purpose: remark.purpose, text: remark.wholeText, order: number))
      if let first = remark.scores.first {
        tell(
          .note, .subScores, at: first.locator, verbatim: remark.scores.map(\.text).joined(separator: "; "),
          "These \(counted(remark.scores.count, "score")) belong to “\(remark.text.prefix(60))…” and are no indicators of this report. They were kept as words with it."
        )
      }
    }
  }

  /// Notes that say commitments were split, and the footnotes that explain acronyms.
  mutating func draftNotes() {
    var splits: [Int: (split: SplitSentence, note: ScorecardParts.Note)] = [:]
    var total: (split: SplitSentence, note: ScorecardParts.Note)?
    var glossary: [String: Int] = [:]
    for note in parts.notes {
      places.insert(note.locator)
      if let split = SplitSentence(note.text) {
        if let priority = priority(of: split, note) {
          if splits[priority] == nil { splits[priority] = (split, note) }
        } else {
          total = (split, note)
        }
      } else if let priority = priorityID(note.priority) {
        glossary[priority, default: 0] += 1
        draftGlossary(note, priority, glossary[priority] ?? 1)
      } else {
        places.remove(note.locator)
      }
    }
    for (priority, held) in splits.sorted(by: { $0.key < $1.key }) { draftSplit(held.split, held.note, priority) }
    if let total { check(total.split, total.note, against: splits.values.map(\.split)) }
  }

  private mutating func draftGlossary(_ note: ScorecardParts.Note, _ priority: String, _ number: Int) {
    let acronym = Acronym.explained(by: note.text, in: note.context)
    add(
      Commentary(
        id: "\(priority)-glossary-\(period.code)-\(number)", subject: RecordID(PlanItem.kind, priority), period: period,
        purpose: .glossary, text: acronym.map { "\($0): \(note.text)" } ?? note.text, order: number))
  }

  /// The priority a note on splits belongs to: where it stands, unless only the named one has so many rows.
  private mutating func priority(of split: SplitSentence, _ note: ScorecardParts.Note) -> Int? {
    let (stands, named) = (note.priority, parts.priorities.mentioned(in: note.text))
    guard let stands, let named, stands != named else { return named ?? (note.isFootnote ? stands : nil) }
    let home = rated(stands) == split.rated || rated(named) != split.rated ? stands : named
    tell(
      .warning, .footnoteNamesOtherPriority, at: note.locator, verbatim: note.text,
      "This note stands under “\(parts.priorities.all[stands].title)” and names “\(parts.priorities.all[named].title)”. Its \(split.rated) rated actions are those of “\(parts.priorities.all[home].title)”, where it was counted."
    )
    return home
  }

  private func rated(_ priority: Int) -> Int {
    parts.lists.filter { $0.priority == priority }.reduce(0) { $0 + $1.list.rows.count }
  }

  private mutating func draftSplit(_ split: SplitSentence, _ note: ScorecardParts.Note, _ priority: Int) {
    guard let id = priorityID(priority) else { return }
    add(Split(item: id, original: split.original, rated: split.rated, verbatim: note.text))
    let rows = rated(priority)
    if rows != split.rated {
      tell(
        .warning, .splitDiffersFromRows, at: note.locator, verbatim: note.text,
        "The note counts \(split.rated) rated actions; the list has \(rows).")
    }
    let found = parts.lists.filter { $0.priority == priority }.flatMap { Commitment.all(in: $0.list.rows) }
    if found.count > split.original { tellOpenSplits(split, note, found) }
  }

  private mutating func tellOpenSplits(_ split: SplitSentence, _ note: ScorecardParts.Note, _ found: [Commitment]) {
    let parted = found.filter(\.isSplit)
    let seen = parted.map { "“\($0.title)” has \(counted($0.parts.count, "part"))" }.joined(separator: ", ")
    let start = "The note says that \(counted(split.original, "commitment")) became \(split.rated) rated actions."
    tell(
      .question, .splitPartlyIdentified, at: note.locator, verbatim: note.text,
      parted.isEmpty
        ? "\(start) The list doesn't show which were split. Say which actions were one commitment."
        : "\(start) \(seen); that leaves \(found.count) commitments, and the list doesn't show which others were split. Say which actions were one commitment."
    )
  }

  private mutating func check(_ total: SplitSentence, _ note: ScorecardParts.Note, against splits: [SplitSentence]) {
    let (original, rated) = (splits.reduce(0) { $0 + $1.original }, splits.reduce(0) { $0 + $1.rated })
    guard splits.count == parts.priorities.all.count, (original, rated) != (total.original, total.rated) else { return }
    tell(
      .warning, .splitTotalDiffers, at: note.locator, verbatim: note.text,
      "The note says \(total.rated) from \(total.original); the notes of the priorities add up to \(rated) from \(original)."
    )
  }
}

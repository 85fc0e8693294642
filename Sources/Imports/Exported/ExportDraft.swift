import CorporatePlan

/// The records of an export in the making, held against the council's own of today.
///
/// A row that is not there withdraws nothing. A row that nobody edited since the export takes back nothing that was
/// recorded since. A row that breaks a rule is told of and left out.
struct ExportDraft {
  private let file: ExportedFile
  private let book: Book
  private var diagnostics: [Diagnostic]
  private var calendar: PeriodCalendar
  private var held: Set<RecordID> = []
  private var slugs: [String: Slugs] = [:]
  private var found: [Found] = []

  /// What belongs to the ledger and its people, and is never taken from a file that anyone can edit: approvals, seals, who
  /// holds a post and so may approve, what is frozen or open in spite of the lock; and what was imported, which only the
  /// import itself can know.
  static let notReadBack: Set<String> = [
    Seal.kind, SignOff.kind, Review.kind, Confirmation.kind, EvidenceFile.kind, LockException.kind, Freeze.kind,
    Tenure.kind,
    SourceFile.kind,
  ]

  private struct Found {
    let row: ExportedRow
    let record: any Record
    let body: JSON
    /// Whether it is to the letter what went out.
    var isUnedited: Bool { row.check == body.check }
  }

  init(_ file: ExportedFile, into book: Book) {
    self.file = file
    self.book = book
    diagnostics = file.diagnostics
    calendar = book.calendar
  }

  mutating func reading() -> Reading {
    tellOfLedger()
    let kept = file.rows.filter { !ExportDraft.notReadBack.contains($0.kind) }
    tellOfLeftOut(file.rows.count - kept.count)
    // Terms and waves first: the codes of periods are read by them. Then the rows that have an id, which a new one must
    // not take.
    let sorted = kept.filter { $0.kind == EnteredPeriod.kind } + kept.filter { $0.kind != EnteredPeriod.kind }
    held = Set(kept.lazy.filter { !$0.record.isEmpty }.map { RecordID($0.kind, $0.record) })
    var seen: Set<RecordID> = []
    for row in sorted where !row.isBroken {
      let today = row.absent.isEmpty || row.record.isEmpty ? nil : book.record(RecordID(row.kind, row.record))?.body
      guard let one = find(row.keeping(today)) else { continue }
      guard seen.insert(one.record.recordID).inserted else {
        tell(
          .rowRepeated, row, "record", one.record.id,
          "Another row speaks of the record “\(one.record.id)”, too. This one was left out.")
        continue
      }
      if let period = one.record as? EnteredPeriod { calendar.enter(period.period) }
      held.insert(one.record.recordID)
      found.append(one)
    }
    let records = found.filter { isToBeRecorded($0) }.map(\.record)
    tellOfMissing()
    var reading = Reading(
      recognition: Recognition(kind: Recogniser.export.kind, confidence: 100), records: inOrder(records),
      diagnostics: diagnostics)
    reading.isExport = true
    reading.council = file.council
    return reading
  }

  // MARK: From a row to a record

  private mutating func find(_ row: ExportedRow) -> Found? {
    do throws(FieldError) {
      let id = try id(of: row)
      guard let record = try Book.record(RecordID(row.kind, id), Fields(row.body, calendar: calendar)) else {
        tell(.cellNotRead, row, "kind", row.kind, "This program knows no records of the kind “\(row.kind)”.")
        return nil
      }
      guard record.id == id else {
        tell(
          .cellNotRead, row, "record", id,
          "The other cells speak of “\(record.id)”. To add that one, add a row whose cells “record” and “check” are empty. The row was left out."
        )
        return nil
      }
      let found = Found(row: row, record: record, body: record.body)
      return hasOnlyWords(found) && keepsEverything(found) && hasNoErrors(found) ? found : nil
    } catch {
      let heading = RecordKind.named(row.kind).member(error.member)?.heading ?? error.member
      tell(
        .cellNotRead, row, error.member, row.text(error.member), "“\(heading)” \(error.message). The row was left out.")
      return nil
    }
  }

  /// The row's own id; for an added row the one that follows from its other cells, or one made of its name.
  private mutating func id(of row: ExportedRow) throws(FieldError) -> String {
    guard row.record.isEmpty else { return row.record }
    let placeholder = "?"
    let fields = Fields(row.body, calendar: calendar)
    let record = try Book.record(RecordID(row.kind, placeholder), fields)
    if let record, record.id != placeholder { return record.id }
    let kind = RecordKind.named(row.kind)
    let words = kind.naming.compactMap { row.body[$0] }.flatMap { $0.array ?? [$0] }.compactMap(\.string)
    guard !words.isEmpty else { throw FieldError("record", "is empty, and no name could be made from the other cells") }
    var slugs = slugs[row.kind] ?? reserved(row.kind)
    let id = slugs.make(words.joined(separator: " "))
    self.slugs[row.kind] = slugs
    return id
  }

  private func reserved(_ kind: String) -> Slugs {
    var slugs = Slugs()
    for id in held where id.kind == kind { slugs.reserve(id.record) }
    for id in book.records.lazy.map(\.recordID) where id.kind == kind { slugs.reserve(id.record) }
    return slugs
  }

  /// A spreadsheet makes a day of "Jun-24"; what was typed is gone then.
  private mutating func hasOnlyWords(_ found: Found) -> Bool {
    let today = found.row.dates.isEmpty ? nil : book.record(found.record.recordID)?.body
    let changed = found.row.dates.filter { today?[$0] != found.body[$0] }.sorted()
    for member in changed {
      tell(
        .cellTurnedIntoDate, found.row, member, found.row.text(member),
        "The spreadsheet shows a day or a time here, where the column holds words. The row was left out.")
    }
    return changed.isEmpty
  }

  /// A column that a later version of this program wrote may say something that this one does not keep.
  private mutating func keepsEverything(_ found: Found) -> Bool {
    guard case .members(let members) = found.row.body else { return true }
    let kind = RecordKind.named(found.row.kind)
    let lost = members.filter { found.body[$0.key] == nil && kind.member($0.key) == nil }
    for member in lost {
      tell(
        .cellNotRead, found.row, member.key, found.row.text(member.key),
        "This program keeps nothing called “\(member.key)”. The row was left out.")
    }
    return lost.isEmpty
  }

  /// A formula that failed says nothing, and no figure is words that nobody has heard of.
  private mutating func hasNoErrors(_ found: Found) -> Bool {
    guard !file.isPlain, !found.isUnedited, book.record(found.record.recordID)?.body != found.body else { return true }
    var isGood = true
    if case .members(let members) = found.body {
      for member in members {
        guard let text = member.value.string, text.isSheetError else { continue }
        isGood = false
        tell(
          .cellNotRead, found.row, member.key, text, "“\(text)” is an error of the spreadsheet. The row was left out.")
      }
    }
    if isGood, let actual = found.record as? Actual, case .state(let words) = actual.value,
      !ExportDraft.isKnown(words, of: actual.indicator, in: book)
    {
      diagnostics.append(
        Diagnostic(
          .warning, .figureInWords, at: found.row.place.cell("value"), verbatim: words,
          "“\(words)” is neither a figure nor a word for a missing one. It is kept as these words and not rated."))
    }
    return isGood
  }

  /// Whether an indicator had these words before: some are returned in words.
  private static func isKnown(_ words: String, of indicator: String, in book: Book) -> Bool {
    book.readings[indicator]?.actuals.contains { $0.value == .state(words) } ?? false
  }

  // MARK: Against today

  private mutating func isToBeRecorded(_ found: Found) -> Bool {
    let id = found.record.recordID
    // One CSV file alone no longer says when it was made: what nobody edited in it takes nothing back.
    let isOlder = file.position == nil && found.isUnedited && book.record(id) != nil
    let since = wasChangedSince(id) || isOlder
    if since, book.record(id)?.body != found.body {
      if found.isUnedited {
        outOfDate += 1
        return false
      }
      diagnostics.append(
        Diagnostic(
          .warning, .changedSinceExport, at: found.row.place.cell("record"), verbatim: id.record,
          "\(book.stamp(of: id).map { "Entry \($0.position) changed this" } ?? "This was changed") after the export was made, and the row was edited, too. Recording the row puts it in the place of today's."
        ))
    }
    return found.isUnedited || file.isPlain || namesOnlyWhatIsThere(found)
  }

  private var outOfDate = 0

  /// Whether this ledger is the one that the export was made of, at that position or later.
  private var isOfThisLedger: Bool {
    guard let position = file.position, let council = file.council else { return false }
    return council == book.council?.name && position <= book.position
  }

  private func wasChangedSince(_ id: RecordID) -> Bool {
    guard isOfThisLedger, let position = file.position else { return false }
    return book.stamp(of: id).map { $0.position > position } ?? false
  }

  private mutating func namesOnlyWhatIsThere(_ found: Found) -> Bool {
    var isGood = true
    for member in RecordKind.named(found.row.kind).members {
      guard let kind = member.kind(in: found.body), let value = found.body[member.name] else { continue }
      for id in value.string.map({ [$0] }) ?? value.array?.compactMap(\.string) ?? [] {
        let named = RecordID(kind, id)
        if held.contains(named) || book.record(named) != nil { continue }
        isGood = false
        tell(
          .referenceUnknown, found.row, member.name, id,
          "There is no record “\(id)” among \(RecordKind.named(kind).name). The row was left out.")
      }
    }
    return isGood
  }

  /// As a Book tells its records: what others are read by comes first.
  private func inOrder(_ records: [any Record]) -> [any Record] {
    let places = Dictionary(uniqueKeysWithValues: Book.recordTypes.enumerated().map { ($1.kind, $0) })
    return records.enumerated().map { (place: places[$1.recordID.kind] ?? 0, index: $0, record: $1) }
      .sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.record)
  }

  // MARK: What to tell

  private mutating func tell(
    _ code: DiagnosticCode, _ row: ExportedRow, _ member: String, _ verbatim: String, _ message: String
  ) {
    diagnostics.append(Diagnostic(.error, code, at: row.place.cell(member), verbatim: verbatim, message))
  }

  private mutating func tellOfLedger() {
    guard isOfThisLedger, let position = file.position, position < book.position else { return }
    diagnostics.append(
      Diagnostic(
        .warning, .changedSinceExport, at: "document",
        "\(counted(book.position - position, "entry was", "entries were")) recorded since the export was made at position \(position)."
      ))
  }

  private mutating func tellOfLeftOut(_ count: Int) {
    guard count > 0 else { return }
    diagnostics.append(
      Diagnostic(
        .note, .notReadBack, at: "document",
        "\(counted(count, "row")) of sealed reports, sign-offs, reviews, answered warnings, exceptions, freezes, postholders and imported files were not read: they come back only with a backup."
      ))
  }

  private mutating func tellOfMissing() {
    if outOfDate > 0 {
      diagnostics.append(
        Diagnostic(
          .note, .changedSinceExport, at: "document",
          "\(counted(outOfDate, "row")) that nobody edited went out of date since the export; today's records stay as they are."
        ))
    }
    var missing: [String: Int] = [:]
    for id in book.records.lazy.map(\.recordID)
    where file.kinds.contains(id.kind) && !ExportDraft.notReadBack.contains(id.kind) && !held.contains(id)
      && !wasChangedSince(id)
    {
      missing[id.kind, default: 0] += 1
    }
    for (kind, count) in missing.sorted(by: { $0.key < $1.key }) {
      diagnostics.append(
        Diagnostic(
          .note, .rowsMissing, at: "sheet '\(RecordKind.named(kind).name)'",
          "\(counted(count, "record")) that the council holds \(count == 1 ? "is" : "are") not here. Nothing is withdrawn: \(count == 1 ? "it stays" : "they stay") as today."
        ))
    }
  }
}

extension ExportedRow {
  /// A member's value as a cell would show it.
  fileprivate func text(_ member: String) -> String {
    if member == "record" { return record }
    guard let value = body[member] else { return "" }
    return value.scalarText ?? value.canonical
  }
}

extension RecordMember {
  /// The kind of what it names; `nil` when it names nothing, or a thing no record is of.
  fileprivate func kind(in body: JSON) -> String? {
    switch reference {
    case .to(let kind): kind
    case .toKind(let other): body[other]?.string
    case nil: nil
    }
  }
}

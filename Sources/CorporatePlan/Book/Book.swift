import HashTreeCollections

/// A council's ledger folded up to a position: everything it holds as at then, in memory and immutable once shared.
///
/// Rules read it, pages and reports are drawn from it, and an append makes a new one which shares what did not change.
package struct Book: Sendable {
  /// The position of the newest entry folded in; 0 for an empty ledger.
  package private(set) var position = 0
  /// The newest position that reports read: sealing a report changes nothing in the next one.
  package private(set) var contentPosition = 0
  /// When the entry there was recorded; `nil` for an empty ledger.
  package private(set) var contentRecordedAt: Moment?
  package private(set) var council: CouncilProfile?
  package private(set) var calendar = PeriodCalendar()
  package private(set) var items: Table<PlanItem> = [:]
  package private(set) var indicators: Table<Indicator> = [:]
  /// Targets and actuals by indicator.
  package private(set) var readings: Table<Readings> = [:]
  package private(set) var updates: Table<ActionUpdate> = [:]
  package private(set) var commentary: Table<Commentary> = [:]
  /// The ids of all words that were ever about a record in a period, those withdrawn or moved since as well, by slot.
  private var wordsOfSlots: Table<[String]> = [:]
  /// The ids of all evidence that was ever given for a return, that which was taken away as well, by slot.
  private var evidenceOfSlots: Table<[String]> = [:]
  /// The answers to warnings that were ever given, by the return.
  private var confirmationsOfSlots: Table<[String]> = [:]
  package private(set) var splits: Table<Split> = [:]
  /// The newest revision of each rule.
  package private(set) var rules: Table<RuleRecord> = [:]
  /// Every revision of every rule: old periods keep the one they were rated with.
  private var ruleRevisions: TreeDictionary<RuleVersion, RuleRecord> = [:]
  package private(set) var rulings: Table<Ruling> = [:]
  /// Which revision of its rule each ruling put in force (Decisions/0010).
  private var pins: Table<RuleVersion> = [:]
  package private(set) var overrides: Table<StatusOverride> = [:]
  package private(set) var printed: Table<PrintedStatus> = [:]
  package private(set) var seals: Table<Seal> = [:]
  package private(set) var sources: Table<SourceFile> = [:]
  package private(set) var plans: Table<Plan> = [:]
  package private(set) var planSections: Table<Section> = [:]
  package private(set) var contributions: Table<Contribution> = [:]
  package private(set) var lineages: Table<Lineage> = [:]
  package private(set) var partners: Table<Partner> = [:]
  package private(set) var printedProgress: Table<PrintedProgress> = [:]
  package private(set) var baselines: Table<Baseline> = [:]
  package private(set) var comparators: Table<Comparator> = [:]
  package private(set) var risks: Table<Risk> = [:]
  package private(set) var riskScores: Table<RiskScore> = [:]
  package private(set) var riskMatrices: Table<RiskMatrix> = [:]
  package private(set) var papers: Table<Paper> = [:]
  package private(set) var recommendations: Table<Recommendation> = [:]
  package private(set) var options: Table<PaperOption> = [:]
  package private(set) var clearances: Table<Clearance> = [:]
  package private(set) var clearanceRequests: Table<ClearanceRequest> = [:]
  package private(set) var checkOverrides: Table<CheckOverride> = [:]
  package private(set) var recipes: Table<ImportRecipe> = [:]
  package private(set) var services: Table<Service> = [:]
  package private(set) var posts: Table<Post> = [:]
  package private(set) var tenures: Table<Tenure> = [:]
  package private(set) var holidays: Table<Holiday> = [:]
  package private(set) var cycles: Table<Cycle> = [:]
  package private(set) var waivers: Table<Waiver> = [:]
  package private(set) var reviews: Table<Review> = [:]
  package private(set) var signOffs: Table<SignOff> = [:]
  package private(set) var templates: Table<LetterTemplate> = [:]
  package private(set) var confirmations: Table<Confirmation> = [:]
  package private(set) var evidence: Table<EvidenceFile> = [:]
  package private(set) var lockExceptions: Table<LockException> = [:]
  package private(set) var freezes: Table<Freeze> = [:]
  /// What was published of a period, oldest first, by its code.
  private var issues: Table<[Issue]> = [:]
  /// The Book as each officer had it who cleared a report, by the id of the clearance.
  private var cleared: Table<Book> = [:]
  package private(set) var reports: Table<Report> = [:]
  package private(set) var reportTemplates: Table<ReportTemplate> = [:]
  package private(set) var passages: Table<Passage> = [:]
  package private(set) var comments: Table<Remark> = [:]
  package private(set) var questions: Table<CouncillorQuestion> = [:]
  private var stamps: TreeDictionary<RecordID, Stamp> = [:]
  /// What a report's template calls statuses, by their ids, in a Book that such a report is drawn from.
  package private(set) var statusWords: [String: String] = [:]
  /// What the public does not see, in a Book that was made for it.
  var unseen: Unseen?
  /// Whether small numbers were taken out of it, too.
  var isWithoutSmallNumbers = false

  package typealias Table<Row> = TreeDictionary<String, Row>

  package init() {}

  /// Who recorded the newest revision of a record, when and why; `nil` when the ledger never held it.
  package func stamp(of record: RecordID) -> Stamp? { stamps[record] }

  /// A revision of a rule; `nil` when the ledger never held it.
  package func rule(_ version: RuleVersion) -> RuleRecord? { ruleRevisions[version] }

  /// The revision of its rule that a ruling put in force; the newest one when the rule was recorded after the ruling.
  func version(inForceBy ruling: Ruling) -> RuleVersion? { pins[ruling.id] ?? newest(ruling.rule) }

  private func newest(_ rule: String) -> RuleVersion? {
    rules[rule].map { RuleVersion(rule, revision: stamp(of: $0.recordID)?.revision ?? 0) }
  }

  /// Folds one more entry in. Entries come in order of position. A kind this program does not know is kept in the
  /// ledger and left out of the Book.
  package mutating func apply(_ entry: Entry) throws(MalformedEntry) {
    let fields: Fields?
    // What was read or sealed keeps this Book. Tables are persistent: that costs what changes after it.
    let read = entry.kind == Clearance.kind && entry.body != nil ? withoutCleared : nil
    let sealing = entry.kind == Seal.kind && entry.body != nil ? Issue(.sealed(entry.record), of: self, entry) : nil
    do {
      fields = try entry.body.map { text throws(JSONError) in Fields(try JSON(parsing: text), calendar: calendar) }
      try fold(entry, fields)
    } catch let error as JSONError {
      throw MalformedEntry(position: entry.position, record: entry.recordID, message: error.description)
    } catch let error as FieldError {
      throw MalformedEntry(position: entry.position, record: entry.recordID, message: error.description)
    } catch {
      throw MalformedEntry(position: entry.position, record: entry.recordID, message: "\(error)")
    }
    position = entry.position
    if entry.kind != Seal.kind { (contentPosition, contentRecordedAt) = (entry.position, entry.recordedAt) }
    stamps[entry.recordID] = Stamp(entry)
    if let sealing, let seal = seals[entry.record], sealing.book.contentPosition == seal.position {
      issues[seal.period.code, default: []].append(sealing)
    } else if entry.kind == Review.kind, let review = reviews[entry.record], review.step == .approved,
      issues[review.period.code] != nil
    {
      let issue = Issue(.approved(review.subject), of: self, entry)
      issues[review.period.code]?.append(issue)
    }
    switch entry.kind {
    case EvidenceFile.kind: Book.note(entry.record, in: &evidenceOfSlots)
    case Confirmation.kind: Book.note(entry.record, in: &confirmationsOfSlots)
    default: break
    }
    if let read, clearances[entry.record]?.report != nil { cleared[entry.record] = read }
  }

  /// What was published of a period, oldest first: its report each time it was sealed, and each return that was approved
  /// after that. Nothing for a period whose report was never sealed.
  package func issues(of period: Period) -> [Issue] { issues[period.code] ?? [] }

  /// The Book as a report was sealed from it; `nil` for a seal whose ledger this Book was not folded from.
  package func asSealed(_ seal: Seal) -> Book? {
    issues(of: seal.period).last { $0.cause == .sealed(seal.id) }?.book
  }

  /// The Book as it was when an officer cleared a report: what changed since is told against it; `nil` for a clearance whose
  /// ledger this Book was not folded from.
  package func asCleared(_ clearance: Clearance) -> Book? { cleared[clearance.id] }

  /// What an officer read says nothing of what others read before (Decisions/0026).
  private var withoutCleared: Book {
    var book = self
    book.cleared = [:]
    return book
  }

  /// Notes which return something speaks for, which its id says.
  private static func note(_ id: String, in slots: inout Table<[String]>) {
    guard let mark = id.lastIndex(of: "#") else { return }
    let slot = String(id[..<mark])
    if slots[slot]?.contains(id) != true { slots[slot, default: []].append(id) }
  }

  /// This Book with records as they would stand once they are recorded, straight from their typed form: a preview needs
  /// neither entries nor stamps, nor to read back what it has just written.
  package func adding(_ records: some Sequence<any Record>) throws(MalformedEntry) -> Book {
    var book = self
    var figures: (indicator: String, readings: Readings)?
    func open(_ indicator: String) {
      if figures?.indicator == indicator { return }
      if let figures { book.readings[figures.indicator] = figures.readings }
      figures = nil
      figures = (indicator, book.readings.removeValue(forKey: indicator) ?? Readings())
    }
    for record in records {
      book.position += 1
      book.contentPosition = book.position
      if let indicator = record.cast(to: Indicator.self) {
        book.indicators.updateValue(indicator, forKey: indicator.id)
        continue
      }
      switch record {
      case let actual as Actual:
        open(actual.indicator)
        figures?.readings.set(actual, id: actual.id)
      case let target as Target:
        open(target.indicator)
        figures?.readings.set(target, id: target.id)
      case let words as Commentary: book.put(words, id: words.id)
      case let council as CouncilProfile: book.council = council
      // The position of a rule or ruling tells which one is in force; a term's dates correct what is there.
      case is RuleRecord, is Ruling, is EnteredPeriod:
        if let open = figures { book.readings[open.indicator] = open.readings }
        figures = nil
        book.position -= 1
        try book.apply(book.entry(of: record.revision))
      default: Book.shelves[type(of: record).kind]?.put(record, in: &book)
      }
    }
    if let figures { book.readings[figures.indicator] = figures.readings }
    return book
  }

  /// The same for figures that are sorted by indicator already.
  package func adding(_ figures: [IndicatorFigures]) -> Book {
    var book = self
    for own in figures {
      book.readings.updateValue(forKey: own.indicator, default: Readings()) { known in
        known = (known.isEmpty ? Readings(inOrder: own) : nil) ?? known.with(own)
      }
      book.position += own.actuals.count + own.targets.count
    }
    book.contentPosition = book.position
    return book
  }

  /// The entry by which a revision would be recorded next.
  package func entry(of revision: Revision) -> Entry {
    Entry(
      position: position + 1, batch: "preview", recordedAt: Moment(milliseconds: 0), author: "import",
      reason: "preview",
      kind: revision.kind, record: revision.record,
      revision: (stamp(of: RecordID(revision.kind, revision.record))?.revision ?? 0) + 1, body: revision.body?.canonical
    )
  }

  private mutating func fold(_ entry: Entry, _ fields: Fields?) throws {
    switch entry.kind {
    case Actual.kind:
      let actual: Actual? = try read(entry, fields)
      foldReading(entry.record, actual?.indicator) { readings, id in readings.set(actual, id: id) }
    case Target.kind:
      let target: Target? = try read(entry, fields)
      foldReading(entry.record, target?.indicator) { readings, id in readings.set(target, id: id) }
    case RuleRecord.kind:
      try set(&rules, entry, fields)
      ruleRevisions[RuleVersion(entry.record, revision: entry.revision)] = rules[entry.record]
    case Ruling.kind:
      try set(&rulings, entry, fields)
      pins[entry.record] = rulings[entry.record].flatMap { newest($0.rule) }
    case CouncilProfile.kind:
      council = try read(entry, fields)
    case Commentary.kind:
      put(try read(entry, fields) as Commentary?, id: entry.record)
    case EnteredPeriod.kind:
      if let fields {
        enter(try EnteredPeriod(id: entry.record, fields).period)
      } else {
        calendar.remove(code: entry.record)
      }
    default: try Book.shelves[entry.kind]?.fold(&self, entry, fields)
    }
  }

  /// The tables of records that are looked up by id alone, by their kind.
  private static let shelves: [String: any Shelved] = Dictionary(
    uniqueKeysWithValues: allShelves.map { ($0.type.kind, $0) })

  private static let allShelves: [any Shelved] = [
    Shelf(\.plans), Shelf(\.items), Shelf(\.planSections), Shelf(\.splits), Shelf(\.lineages), Shelf(\.contributions),
    Shelf(\.partners), Shelf(\.indicators), Shelf(\.baselines), Shelf(\.comparators), Shelf(\.updates),
    Shelf(\.printedProgress), Shelf(\.commentary), Shelf(\.rules), Shelf(\.rulings), Shelf(\.overrides),
    Shelf(\.printed), Shelf(\.risks), Shelf(\.riskScores), Shelf(\.riskMatrices), Shelf(\.papers),
    Shelf(\.recommendations),
    Shelf(\.options), Shelf(\.clearances), Shelf(\.clearanceRequests), Shelf(\.checkOverrides), Shelf(\.services),
    Shelf(\.posts), Shelf(\.tenures), Shelf(\.holidays),
    Shelf(\.cycles), Shelf(\.waivers), Shelf(\.confirmations), Shelf(\.evidence), Shelf(\.reviews), Shelf(\.signOffs),
    Shelf(\.lockExceptions), Shelf(\.freezes), Shelf(\.seals), Shelf(\.sources), Shelf(\.recipes),
    Shelf(\.templates), Shelf(\.reports), Shelf(\.reportTemplates), Shelf(\.passages), Shelf(\.comments),
    Shelf(\.questions),
  ]

  /// The types of all records, in the order of `records`.
  package static let recordTypes: [any Record.Type] =
    [CouncilProfile.self, EnteredPeriod.self] + allShelves.map(\.type) + [Target.self, Actual.self]

  private static let typesByKind = Dictionary(uniqueKeysWithValues: recordTypes.map { ($0.kind, $0) })

  /// A record read from the members of its body, as an entry's is; `nil` for a kind this program does not know.
  package static func record(_ id: RecordID, _ fields: Fields) throws(FieldError) -> (any Record)? {
    guard let type = typesByKind[id.kind] else { return nil }
    return try type.init(id: id.record, fields)
  }

  /// Every record it holds, by kind: the council and its calendar first, then the plan, then figures and words.
  package var records: [any Record] {
    let figures = readings.sorted { $0.key < $1.key }.map(\.value)
    var all: [any Record] = council.map { [$0] } ?? []
    all += calendar.entered.values.sorted().map(EnteredPeriod.init)
    all += Book.allShelves.flatMap { $0.records(in: self) }
    all += figures.flatMap(\.targets) as [any Record]
    all += figures.flatMap(\.actuals) as [any Record]
    return all
  }

  /// Today's record of that kind and id; `nil` when there is none or it was withdrawn.
  package func record(_ id: RecordID) -> (any Record)? {
    switch id.kind {
    case CouncilProfile.kind: council
    case EnteredPeriod.kind: calendar.entered[id.record].map(EnteredPeriod.init)
    case Actual.kind: readings[Book.indicator(of: id.record)]?.actuals.first { $0.id == id.record }
    case Target.kind: readings[Book.indicator(of: id.record)]?.targets.first { $0.id == id.record }
    default: Book.shelves[id.kind]?.record(id.record, in: self)
    }
  }

  private static func indicator(of id: String) -> String { id.lastIndex(of: "@").map { String(id[..<$0]) } ?? id }

  fileprivate func set<Row: Record>(_ table: inout Table<Row>, _ entry: Entry, _ fields: Fields?) throws(FieldError) {
    guard let row: Row = try read(entry, fields) else {
      table.removeValue(forKey: entry.record)
      return
    }
    table.updateValue(row, forKey: entry.record)
  }

  /// The record of an entry, `nil` for a withdrawal. Its body and its id must speak of the same thing: otherwise one
  /// figure would stand under two ids, and withdrawing one would take the other away.
  fileprivate func read<Row: Record>(_ entry: Entry, _ fields: Fields?) throws(FieldError) -> Row? {
    guard let fields else { return nil }
    let row = try Row(id: entry.record, fields)
    guard row.id == entry.record else {
      throw FieldError("record", "is “\(entry.record)”, but its body is of “\(row.id)”")
    }
    return row
  }

  /// A term or wave, whose dates may be a correction: what was recorded for it keeps belonging to it.
  private mutating func enter(_ period: Period) {
    guard calendar.entered[period.code] != period else { return }
    calendar.enter(period)
    for (indicator, var readings) in readings {
      readings.correct(period)
      self.readings[indicator] = readings
    }
    updates.correct(period)
    commentary.correct(period)
    overrides.correct(period)
    printed.correct(period)
    printedProgress.correct(period)
    cycles.correct(period)
    waivers.correct(period)
    confirmations.correct(period)
    evidence.correct(period)
    lockExceptions.correct(period)
    freezes.correct(period)
    reviews.correct(period)
    signOffs.correct(period)
    reports.correct(period)
    questions.correct(period)
    seals.correct(period)
  }

  /// The ids of all words that were ever about a record in a period: what was withdrawn changed it, too.
  func wordIDs(about subject: RecordID, in period: Period) -> [String] {
    wordsOfSlots[Slot.id(of: subject, in: period)] ?? []
  }

  /// The ids of all evidence that was ever given for a return: what was taken away changed it, too.
  package func evidenceIDs(of subject: RecordID, in period: Period) -> [String] {
    evidenceOfSlots[Slot.id(of: subject, in: period)] ?? []
  }

  /// The same of answers to its warnings.
  func confirmationIDs(of subject: RecordID, in period: Period) -> [String] {
    confirmationsOfSlots[Slot.id(of: subject, in: period)] ?? []
  }

  private mutating func put(_ words: Commentary?, id: String) {
    commentary[id] = words
    guard let words else { return }
    let slot = Slot.id(of: words.subject, in: words.period)
    if wordsOfSlots[slot]?.contains(id) != true { wordsOfSlots[slot, default: []].append(id) }
  }

  /// This Book as if some records had never been made: for readers who are not to see them yet.
  package func without(_ records: some Sequence<RecordID>) -> Book {
    var book = self
    for record in records {
      switch record.kind {
      case Actual.kind: book.foldReading(record.record, nil) { readings, id in readings.set(nil as Actual?, id: id) }
      case Target.kind: book.foldReading(record.record, nil) { readings, id in readings.set(nil as Target?, id: id) }
      default: Book.shelves[record.kind]?.take(record.record, from: &book)
      }
    }
    return book
  }

  /// This Book for a report that calls statuses by words of the council's template.
  package func saying(_ words: [String: String]) -> Book {
    var book = self
    book.statusWords = words
    return book
  }

  /// This Book with records as some readers are to see them, in place of what is recorded of each: its position stays.
  package func showing(_ records: some Sequence<any Record>) -> Book {
    var book = self
    for record in records {
      if let actual = record as? Actual {
        book.foldReading(actual.id, actual.indicator) { readings, id in readings.set(actual, id: id) }
      } else {
        Book.shelves[type(of: record).kind]?.put(record, in: &book)
      }
    }
    return book
  }

  /// This Book with some records as another has them, or not at all where it has none: for readers who are to see what was
  /// published and not what is being written.
  func taking(_ records: some Sequence<RecordID>, from other: Book) -> Book {
    let kept = records.compactMap { other.record($0) }
    var book = without(records).showing(kept)
    for record in records { book.stamps[record] = other.stamps[record] }
    return book
  }

  private mutating func foldReading(_ id: String, _ named: String?, _ change: (inout Readings, String) -> Void) {
    // A withdrawal has no body: its id is the indicator's, an @, and the period.
    let indicator = named ?? Book.indicator(of: id)
    change(&readings[indicator, default: Readings()], id)
  }
}

/// One of the Book's tables, found by the kind of its records.
private protocol Shelved: Sendable {
  var type: any Record.Type { get }
  func fold(_ book: inout Book, _ entry: Entry, _ fields: Fields?) throws(FieldError)
  func put(_ record: any Record, in book: inout Book)
  func take(_ id: String, from book: inout Book)
  func record(_ id: String, in book: Book) -> (any Record)?
  /// In order of id.
  func records(in book: Book) -> [any Record]
}

private struct Shelf<Row: Record>: Shelved {
  let table: any WritableKeyPath<Book, Book.Table<Row>> & Sendable

  init(_ table: any WritableKeyPath<Book, Book.Table<Row>> & Sendable) { self.table = table }

  var type: any Record.Type { Row.self }

  func fold(_ book: inout Book, _ entry: Entry, _ fields: Fields?) throws(FieldError) {
    book[keyPath: table][entry.record] = try book.read(entry, fields) as Row?
  }

  func put(_ record: any Record, in book: inout Book) {
    if let row = record as? Row { book[keyPath: table][row.id] = row }
  }

  func take(_ id: String, from book: inout Book) { book[keyPath: table][id] = nil }

  func record(_ id: String, in book: Book) -> (any Record)? { book[keyPath: table][id] }

  func records(in book: Book) -> [any Record] {
    book[keyPath: table].sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Entry {
  package var recordID: RecordID { RecordID(kind, record) }
}

/// An entry in which the Book can't read the record: its place, and what is wrong with it.
package struct MalformedEntry: Error, Equatable, CustomStringConvertible {
  package let position: Int
  package let record: RecordID
  package let message: String
  package var description: String { "entry \(position) (\(record)): \(message)" }
}

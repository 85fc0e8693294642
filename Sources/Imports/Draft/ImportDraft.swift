import CorporatePlan
import Documents

/// The records of a document in the making, with every place of the document that was understood. Each kind of document
/// has a recogniser that fills one.
struct ImportDraft {
  let document: SourceDocument
  let order: ImportOrder
  var identities: Identities
  private(set) var records: [any Record] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Every paragraph, footnote and cell that reached a record or a diagnostic.
  private(set) var places: Set<Locator> = []
  /// Where each record was found.
  private var found = RecordPlaces()
  var mapping: [TableMapping] = []
  /// Tables whose every cell the recogniser has seen to.
  private var wholeTables: Set<Locator> = []

  init(_ document: SourceDocument, _ order: ImportOrder) {
    self.document = document
    self.order = order
    identities = Identities(order.book)
  }

  /// Makes room for so many more records.
  mutating func expect(_ more: Int) {
    identities.expect(more)
    records.expect(more)
    found.expect(more)
  }

  /// Adds a record found at a place; one with the same id is replaced.
  ///
  /// - Parameter isSeenTo: whether the place is in a table whose every cell is seen to already.
  mutating func add(_ record: some Record, at locator: Locator, isSeenTo: Bool = false) {
    let place = found.place(of: record.recordID, foundAt: locator)
    if place < records.count { records[place] = record } else { records.append(record) }
    if !isSeenTo { places.insert(locator) }
  }

  /// Where a record was found.
  func place(of id: RecordID) -> Locator? { found.index[id].map { found.homes[$0] } }

  func record(_ id: RecordID) -> (any Record)? { found.index[id].map { records[$0] } }

  /// Changes a record that was added before.
  mutating func change<Row: Record>(_ id: RecordID, _ type: Row.Type = Row.self, _ change: (inout Row) -> Void) {
    guard let place = found.index[id], var row = records[place] as? Row else { return }
    change(&row)
    records[place] = row
  }

  /// Puts other records in the place of those so far: the same ones under other ids.
  mutating func replaceRecords(_ change: (any Record) -> any Record) {
    let before = records
    records = before.map(change)
    found.index = Dictionary(found.index.values.map { (records[$0].recordID, $0) }, uniquingKeysWith: min)
  }

  /// Marks a place as understood.
  mutating func take(_ locator: Locator) { places.insert(locator) }
  mutating func take(_ locators: some Sequence<Locator>) { places.formUnion(locators) }

  /// Leaves it to the recogniser to tell of every cell of a table that reaches no record.
  mutating func takeWhole(_ table: Locator) { wholeTables.insert(table) }

  /// Tells of something at a place; the place counts as understood.
  mutating func tell(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, at: Locator, verbatim: String = "", _ message: String
  ) {
    diagnostics.append(Diagnostic(severity, code, at: at, verbatim: verbatim, message))
    places.insert(at)
  }

  /// Asks what only the council can tell. The answer, when one was given that is among the choices; `nil` when it is
  /// open.
  ///
  /// - Parameters:
  ///   - about: what the question is about, where the place does not tell it from others.
  ///   - takesWords: whether any words are an answer.
  mutating func ask(
    _ code: DiagnosticCode, at: Locator, about: String? = nil, verbatim: String, _ message: String,
    choices: [Question.Choice] = [], takesWords: Bool = false
  ) -> String? {
    let id = "\(code.rawValue): \(about ?? at.description)"
    // One answer for all questions of a kind may be kept in a recipe.
    let answer = order.answer(id) ?? order.answer(code.rawValue)
    let valid = answer.flatMap { given in
      given == Question.open || choices.contains { $0.id == given } || takesWords && !given.trimmed.isEmpty
        ? given : nil
    }
    diagnostics.append(
      Diagnostic(
        .question, code, at: at, verbatim: verbatim, message,
        question: Question(id: id, choices: choices, answer: valid, takesWords: takesWords)))
    places.insert(at)
    return valid == Question.open ? nil : valid
  }

  /// The file and the place in it, as kept with a figure.
  func source(_ locator: Locator) -> String { "\(document.name), \(locator)" }

  /// What was read, with a question for everything that found no home.
  consuming func reading(as kind: String, confidence: Int, period: Period? = nil) -> Reading {
    linkToEarlierPlan()
    askAboutOwners()
    if !["scorecard", "own-report"].contains(kind) { tellCharts() }
    // What a recogniser saw and could not place is in the list like what none has seen.
    let told = diagnostics.filter { $0.code == .unplaced }.map { UnplacedCell(at: $0.at, verbatim: $0.verbatim) }
    let left = document.passages(outside: wholeTables).filter { !places.contains($0.locator) }
    for (locator, text) in left {
      diagnostics.append(
        Diagnostic(
          .question, .unplaced, at: locator, verbatim: text.trimmed,
          "This found no home among the records. Read it, and enter by hand what should be kept."))
    }
    return Reading(
      recognition: Recognition(kind: kind, confidence: confidence), period: period, records: records,
      diagnostics: diagnostics,
      unplaced: told + left.map { UnplacedCell(at: $0.locator.description, verbatim: $0.text) },
      found: found, mapping: mapping)
  }
}

extension ImportDraft {
  /// Only scorecards have their charts looked at.
  fileprivate mutating func tellCharts() {
    for chart in document.charts {
      let figures = zip(chart.categories, chart.values).map { "\($0) \($1 ?? "–")" }.joined(separator: ", ")
      tell(
        .note, .chartNotTaken, at: chart.locator, verbatim: figures,
        "Nothing was taken from this chart. If its figures stand in no table, enter them by hand.")
    }
  }
}

/// Where each record of a document was found.
struct RecordPlaces: Sendable {
  /// The records' order by their ids.
  fileprivate(set) var index: [RecordID: Int] = [:]
  /// The place of each, in that order.
  fileprivate(set) var homes: [Locator] = []

  /// The place of a record in their order, which is the last one for what is found for the first time.
  fileprivate mutating func place(of id: RecordID, foundAt home: Locator) -> Int {
    if let known = index.updateValue(homes.count, forKey: id) {
      index[id] = known
      return known
    }
    homes.append(home)
    return homes.count - 1
  }

  fileprivate mutating func expect(_ more: Int) {
    index.reserveCapacity(index.count + more)
    homes.expect(more)
  }

  var all: [(id: RecordID, locator: Locator)] { index.map { ($0.key, homes[$0.value]) } }
}

extension Array {
  /// Makes room for so many more, where that is more than it would make by itself.
  mutating func expect(_ more: Int) {
    if more > count { reserveCapacity(count + more) }
  }
}

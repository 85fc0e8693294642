import HashTreeCollections

/// A council's ledger folded up to a position: everything it holds as at then, in memory and immutable once shared.
///
/// Rules read it, pages and reports are drawn from it, and an append makes a new one which shares what did not change.
package struct Book: Sendable {
  /// The position of the newest entry folded in; 0 for an empty ledger.
  package private(set) var position = 0
  /// The newest position that reports read: sealing a report changes nothing in the next one.
  package private(set) var contentPosition = 0
  package private(set) var council: CouncilProfile?
  package private(set) var calendar = PeriodCalendar()
  package private(set) var items: Table<PlanItem> = [:]
  package private(set) var indicators: Table<Indicator> = [:]
  /// Targets and actuals by indicator.
  package private(set) var readings: Table<Readings> = [:]
  package private(set) var updates: Table<ActionUpdate> = [:]
  package private(set) var commentary: Table<Commentary> = [:]
  package private(set) var splits: Table<Split> = [:]
  package private(set) var rules: Table<RuleRecord> = [:]
  package private(set) var rulings: Table<Ruling> = [:]
  package private(set) var overrides: Table<StatusOverride> = [:]
  package private(set) var printed: Table<PrintedStatus> = [:]
  package private(set) var seals: Table<Seal> = [:]
  package private(set) var sources: Table<SourceFile> = [:]
  private var stamps: TreeDictionary<RecordID, Stamp> = [:]

  package typealias Table<Row> = TreeDictionary<String, Row>

  package init() {}

  /// Who recorded the newest revision of a record, when and why; `nil` when the ledger never held it.
  package func stamp(of record: RecordID) -> Stamp? { stamps[record] }

  /// Folds one more entry in. Entries come in order of position. A kind this program does not know is kept in the
  /// ledger and left out of the Book.
  package mutating func apply(_ entry: Entry) throws(MalformedEntry) {
    let fields: Fields?
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
    if entry.kind != Seal.kind { contentPosition = entry.position }
    stamps[entry.recordID] = Stamp(entry)
  }

  private mutating func fold(_ entry: Entry, _ fields: Fields?) throws {
    switch entry.kind {
    case Actual.kind:
      let actual = try fields.map { fields throws(FieldError) in try Actual(id: entry.record, fields) }
      foldReading(entry.record, actual?.indicator) { readings, id in readings.set(actual, id: id) }
    case Target.kind:
      let target = try fields.map { fields throws(FieldError) in try Target(id: entry.record, fields) }
      foldReading(entry.record, target?.indicator) { readings, id in readings.set(target, id: id) }
    case PlanItem.kind: try set(&items, entry, fields)
    case Indicator.kind: try set(&indicators, entry, fields)
    case ActionUpdate.kind: try set(&updates, entry, fields)
    case Commentary.kind: try set(&commentary, entry, fields)
    case Split.kind: try set(&splits, entry, fields)
    case RuleRecord.kind: try set(&rules, entry, fields)
    case Ruling.kind: try set(&rulings, entry, fields)
    case StatusOverride.kind: try set(&overrides, entry, fields)
    case PrintedStatus.kind: try set(&printed, entry, fields)
    case Seal.kind: try set(&seals, entry, fields)
    case SourceFile.kind: try set(&sources, entry, fields)
    case CouncilProfile.kind:
      council = try fields.map { fields throws(FieldError) in try CouncilProfile(id: entry.record, fields) }
    case EnteredPeriod.kind:
      if let fields {
        calendar.enter(try EnteredPeriod(id: entry.record, fields).period)
      } else {
        calendar.remove(code: entry.record)
      }
    default: break
    }
  }

  private func set<Row: Record>(_ table: inout Table<Row>, _ entry: Entry, _ fields: Fields?) throws(FieldError) {
    guard let fields else {
      table.removeValue(forKey: entry.record)
      return
    }
    table.updateValue(try Row(id: entry.record, fields), forKey: entry.record)
  }

  private mutating func foldReading(_ id: String, _ named: String?, _ change: (inout Readings, String) -> Void) {
    // A withdrawal has no body: its id is the indicator's, an @, and the period.
    let indicator = named ?? id.lastIndex(of: "@").map { String(id[..<$0]) } ?? id
    change(&readings[indicator, default: Readings()], id)
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

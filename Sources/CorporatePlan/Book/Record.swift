/// Something a council records, with a stable id: the typed form of a ledger entry's body.
///
/// A record reads itself from JSON and writes the same JSON again; a member it does not have is left out.
package protocol Record: Equatable, Sendable {
  /// The entry's `kind`.
  static var kind: String { get }
  /// The id within the kind.
  var id: String { get }
  init(id: String, _ fields: Fields) throws(FieldError)
  var body: JSON { get }
}

extension Record {
  package var recordID: RecordID { RecordID(Self.kind, id) }
  /// The revision that records this.
  package var revision: Revision { Revision(kind: Self.kind, record: id, body: body) }
  /// The revision that withdraws it.
  package var withdrawal: Revision { Revision(kind: Self.kind, record: id, body: nil) }
}

extension Record {
  /// This record where it is of that type. Asking for the type first costs less than a cast that fails.
  package func cast<Row: Record>(to type: Row.Type) -> Row? { Self.self == type ? self as? Row : nil }
}

/// What is wrong with a member of a record's body.
package struct FieldError: Error, Equatable, CustomStringConvertible {
  package let member: String
  package let message: String
  package var description: String { "“\(member)” \(message)" }

  package init(_ member: String, _ message: String) {
    self.member = member
    self.message = message
  }
}

/// The members of a record's body, read by name and type.
package struct Fields: Sendable {
  package let json: JSON
  /// What turns period codes into periods.
  package let calendar: PeriodCalendar

  package init(_ json: JSON, calendar: PeriodCalendar = PeriodCalendar()) {
    self.json = json
    self.calendar = calendar
  }

  package func text(_ name: String) throws(FieldError) -> String {
    guard let text = json[name]?.string else { throw FieldError(name, "is missing") }
    return text
  }

  package func optionalText(_ name: String) -> String? { json[name]?.string }

  package func texts(_ name: String) -> [String] { json[name]?.array?.compactMap(\.string) ?? [] }

  package func integer(_ name: String, default value: Int) throws(FieldError) -> Int {
    guard let member = json[name] else { return value }
    guard let integer = member.integer else { throw FieldError(name, "is not a whole number") }
    return integer
  }

  package func optionalInteger(_ name: String) throws(FieldError) -> Int? {
    json[name] == nil ? nil : try integer(name, default: 0)
  }

  package func flag(_ name: String) -> Bool { json[name]?.bool ?? false }

  package func quantity(_ name: String) throws(FieldError) -> Quantity? {
    guard let text = json[name]?.string else { return nil }
    guard let quantity = Quantity(text) else { throw FieldError(name, "is not a number: “\(text)”") }
    return quantity
  }

  package func day(_ name: String) throws(FieldError) -> Day? {
    guard let text = json[name]?.string else { return nil }
    guard let day = Day(text) else { throw FieldError(name, "is not a day: “\(text)”") }
    return day
  }

  package func period(_ name: String) throws(FieldError) -> Period {
    let code = try text(name)
    guard let period = calendar.period(code) else { throw FieldError(name, "is not a period: “\(code)”") }
    return period
  }

  package func value(_ name: String) throws(FieldError) -> Value {
    let text = try text(name)
    do throws(FigureError) { return try Value(text) } catch { throw FieldError(name, "is not a value: \(error)") }
  }

  package func choice<Choice: RawRepresentable<String>>(
    _ name: String, default value: Choice? = nil
  ) throws(FieldError) -> Choice {
    guard let text = json[name]?.string else {
      guard let value else { throw FieldError(name, "is missing") }
      return value
    }
    guard let choice = Choice(rawValue: text) else { throw FieldError(name, "is unknown: “\(text)”") }
    return choice
  }
}

extension Fields {
  package func optionalChoice<Choice: RawRepresentable<String>>(_ name: String) throws(FieldError) -> Choice? {
    guard let text = json[name]?.string else { return nil }
    guard let choice = Choice(rawValue: text) else { throw FieldError(name, "is unknown: “\(text)”") }
    return choice
  }
}

extension Optional where Wrapped == String {
  var json: JSON? { flatMap { $0.isEmpty ? nil : JSON.string($0) } }
}

extension Array where Element == String {
  var json: JSON? { isEmpty ? nil : .array(map(JSON.string)) }
}

extension Bool {
  /// Only `true` is written; `false` is the absence of the member.
  var json: JSON? { self ? .bool(true) : nil }
}

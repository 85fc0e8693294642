import CorporatePlan
import Documents

/// The indicators that the rows of tables speak of: those on record by code, then by name, and new ones.
struct IndicatorRoll {
  struct Entry {
    let id: String
    /// As it is on record today.
    let known: Indicator?
    let name: String
    let code: String?
    let locator: Locator
    /// What its rows say of it, by the meaning of the column, with the first place.
    var said: [ColumnMeaning.Word: Said] = [:]
    var items: [String] = []
  }

  struct Said {
    let text: String
    let locator: Locator
  }

  private(set) var entries: [Entry] = []
  /// What the figures of each entry say of it.
  var evidence: [FigureEvidence] = []
  /// Codes without a name that nobody knows, with the places of their rows.
  private(set) var unknown: [(code: String, places: [Locator])] = []
  private var unknownPlaces: [String: Int] = [:]
  /// What stands in the cells of code and name of rows that add up others.
  private var totalRows: Set<Key> = []
  private var byCode: [String: Int] = [:]
  /// By name; the second of two with one name by its name and code.
  private var byName: [String: Int] = [:]
  /// Whether one has no code yet, so that a row with a code may be of it by name.
  private var hasUncoded = false
  /// Codes of which it was told that several indicators have them.
  private var codesTold: Set<String> = []
  /// Those on record.
  private var byID: [String: Int] = [:]
  /// What stood in the cells of code and name, so that it is looked up once.
  private var found: [Key: Int] = [:]
  private let knownByCode: [String: Indicator]
  private let knownByName: [String: Indicator]

  private struct Key: Hashable {
    let code: String
    let name: String
  }

  init(_ book: Book) {
    var (codes, names): ([String: Indicator], [String: Indicator]) = ([:], [:])
    for indicator in book.indicators.values.sorted(by: { $0.id < $1.id }) {
      if let code = indicator.code?.plainCode { codes[code] = codes[code] ?? indicator }
      names[indicator.name.normalisedName] = names[indicator.name.normalisedName] ?? indicator
    }
    (knownByCode, knownByName) = (codes, names)
  }

  subscript(_ place: Int) -> Entry {
    _read { yield entries[place] }
    _modify { yield &entries[place] }
  }

  /// How often an indicator is collected, as its rows say or as it is on record.
  func frequency(of place: Int) -> Period.Grain? {
    if !entries[place].said.isEmpty, let said = entries[place].said[.frequency],
      case .grain(let grain)? = StatedFrequency(said.text)
    {
      return grain
    }
    return entries[place].known?.frequency
  }

  /// Makes room for so many more.
  mutating func expect(_ more: Int) {
    entries.expect(more)
    evidence.expect(more)
    byCode.reserveCapacity(byCode.count + more)
    byName.reserveCapacity(byName.count + more)
    found.reserveCapacity(found.count + more)
  }

  /// The place of a row's indicator; `nil` when it has no name and a code that nobody knows.
  mutating func place(
    code: String, name: String, at locator: @autoclosure () -> Locator, _ draft: inout ImportDraft
  ) -> Int? {
    let key = Key(code: code, name: name)
    // Most have not been seen before and get the next place: then they are looked up and put in at once.
    let next = entries.count
    if let place = found.put(next, at: key) { return place }
    let locator = locator()
    let plainCode = code.plainCode
    let plainName = name.isEmpty ? "" : name.normalisedName
    let place =
      placed(plainCode, plainName) ?? onRecord(key, plainCode, plainName, at: locator, &draft)
      ?? new(key, plainCode, plainName, at: locator, &draft)
    if place != next { found[key] = place }
    if place == nil, !totalRows.contains(key) { noteUnknown(code, at: locator) }
    return place
  }

  /// An entry of this file: by code, and by name where one of the two has no code.
  private func placed(_ code: String, _ name: String) -> Int? {
    if !code.isEmpty, let place = byCode[code] {
      return name.isEmpty || entries[place].name.normalisedName == name || entries[place].known != nil ? place : nil
    }
    guard !name.isEmpty, code.isEmpty || hasUncoded, let place = byName[name],
      code.isEmpty || entries[place].code == nil
    else { return nil }
    return place
  }

  /// An indicator on record, by code, then by name; code and name that speak of different ones are told.
  private mutating func onRecord(
    _ key: Key, _ code: String, _ name: String, at locator: Locator, _ draft: inout ImportDraft
  ) -> Int? {
    guard
      let known = (code.isEmpty ? nil : knownByCode[code]) ?? (name.isEmpty ? nil : knownByName[name])
    else { return nil }
    compare(known, code: key.code, code, name: key.name, name, at: locator, &draft)
    // One row has its code, and another its name.
    if let place = byID[known.id] { return place }
    let (place, _) = add(
      Entry(
        id: known.id, known: known, name: known.name,
        code: key.code.isEmpty ? known.code : key.code.onOneLine, locator: locator), code)
    byID[known.id] = place
    for name in [name, known.name.normalisedName] where !name.isEmpty { byName.put(place, at: name) }
    return place
  }

  /// One that nobody knows; `nil` where it has no name.
  private mutating func new(
    _ key: Key, _ code: String, _ name: String, at locator: Locator, _ draft: inout ImportDraft
  ) -> Int? {
    if name.isEmpty { return nil }
    let title = key.name.onOneLine
    var ownTitle = title
    if code.isEmpty, IndicatorRoll.totals.contains(name), !isIndicator(total: title, key, at: locator, &draft) {
      return nil
    }
    // Two codes with one name are two indicators, and one code with a name in two spellings is one.
    if byName.put(entries.count, at: name) != nil {
      ownTitle = "\(title) \(key.code)"
      if let place = byName.put(entries.count, at: "\(name) \(key.code.normalisedName)") { return place }
    }
    let (place, ofCode) = add(
      Entry(
        id: draft.identities.another(titled: ownTitle), known: nil, name: title,
        code: key.code.isEmpty ? nil : key.code.onOneLine, locator: locator), code)
    if let ofCode, codesTold.insert(code).inserted {
      draft.tell(
        .warning, .codeTwice, at: locator, verbatim: "\(key.code) \(title)",
        "“\(key.code.onOneLine)” is the code of “\(entries[ofCode].name)” at \(entries[ofCode].locator) and of “\(title)” here. Both were taken, as two indicators."
      )
    }
    return place
  }

  /// A row that adds up the others is no indicator, unless somebody says that it is.
  private mutating func isIndicator(
    total title: String, _ key: Key, at locator: Locator, _ draft: inout ImportDraft
  ) -> Bool {
    if totalRows.contains(key) { return false }
    let answer = draft.ask(
      .totalRow, at: locator, verbatim: title,
      "“\(title)” may add up the rows above it. Until this is answered its figures are left out.",
      choices: [
        Question.Choice("total", "A total of the other rows: leave it out"),
        Question.Choice("indicator", "An indicator of its own"),
      ])
    if answer != "indicator" { totalRows.insert(key) }
    return answer == "indicator"
  }

  private static let totals: Set<String> = ["total", "totals", "grand total", "overall total", "sub total", "subtotal"]

  private mutating func noteUnknown(_ code: String, at locator: Locator) {
    let place = unknownPlaces[code] ?? unknown.count
    if place == unknown.count {
      unknownPlaces[code] = place
      unknown.append((code, []))
    }
    unknown[place].places.append(locator)
  }

  /// - Returns: its place, and that of an earlier one with its code.
  private mutating func add(_ entry: Entry, _ code: String) -> (place: Int, ofCode: Int?) {
    let place = entries.count
    entries.append(entry)
    evidence.append(FigureEvidence())
    if entry.code == nil { hasUncoded = true }
    return (place, code.isEmpty ? nil : byCode.put(place, at: code))
  }

  private func compare(
    _ known: Indicator, code: String, _ plainCode: String, name: String, _ plainName: String, at locator: Locator,
    _ draft: inout ImportDraft
  ) {
    if !plainName.isEmpty, known.name.normalisedName != plainName {
      draft.tell(
        .warning, .indicatorNameDiffers, at: locator, verbatim: "\(code) \(name)".trimmed,
        "The indicator with code “\(code)” is “\(known.name)” on record and “\(name.onOneLine)” here. The figures were taken for it; its name stays."
      )
    } else if !plainCode.isEmpty, let own = known.code, own.plainCode != plainCode {
      draft.tell(
        .warning, .indicatorNameDiffers, at: locator, verbatim: "\(code) \(name)".trimmed,
        "“\(known.name)” has the code “\(own)” on record and “\(code)” here. The figures were taken for it; its code stays."
      )
    }
  }
}

extension Dictionary {
  /// Puts a value where none is yet, in one look; otherwise gives the one that is there.
  @discardableResult
  fileprivate mutating func put(_ value: Value, at key: Key) -> Value? {
    guard let known = updateValue(value, forKey: key) else { return nil }
    updateValue(known, forKey: key)
    return known
  }
}

extension String {
  /// The form in which two spellings of one code are equal: case, spaces and punctuation don't count.
  var plainCode: String {
    String(
      decoding: withBytes { letters in
        letters.compactMap { byte -> UInt8? in
          switch byte {
          case 0x30...0x39, 0x61...0x7A, 0x80...: byte
          case 0x41...0x5A: byte + 32
          default: nil
          }
        }
      }, as: UTF8.self)
  }
}

/// A member's value as the text of a cell, and back, so that nothing is lost on the way.
///
/// An empty cell is an absent member; a text that is there and empty is written `""`. A list whose texts can't stand
/// between bars is written as JSON.
extension RecordMember.Form {
  /// The text of a cell; `nil` when the value is of another form.
  package func cell(_ value: JSON) -> String? { written(value).map(ControlPictures.shown) }

  private func written(_ value: JSON) -> String? {
    switch (self, value) {
    case (.text, .string(let text)), (.figure, .string(let text)), (.day, .string(let text)): CellText.shown(text)
    case (.number, .number(let number)): number
    case (.yesNo, .bool(let flag)): flag ? "yes" : "no"
    case (.list, .array(let items)): CellText.list(items)
    case (.structure, _): value.canonical
    default: nil
    }
  }

  /// What a cell says; `nil` when it is empty.
  package func value(_ cell: String) throws(CellError) -> JSON? {
    let cell = ControlPictures.meant(cell)
    switch self {
    case .text: return cell.isEmpty ? nil : .string(CellText.meant(cell))
    // Nobody types a space beside a figure or a day on purpose.
    case .figure, .day: return cell.trimmed.isEmpty ? nil : .string(CellText.meant(cell))
    case .number: return try CellText.number(cell.trimmed)
    case .yesNo: return try CellText.flag(cell.trimmed)
    case .list: return try CellText.items(cell)
    case .structure: return cell.trimmed.isEmpty ? nil : try CellText.json(cell)
    }
  }

  /// The form that fits a value, for a member that the dictionary does not know.
  package static func fitting(_ value: JSON) -> Self {
    [.text, .number, .yesNo, .list].first { $0.cell(value) != nil } ?? .structure
  }
}

/// Why a cell does not hold what its column does, and how to write it.
package struct CellError: Error, Equatable, CustomStringConvertible {
  package let description: String
}

private enum CellText {
  static let bar = " | "

  /// One of quotation marks alone gets two more, so that `""` can stand for the empty text.
  static func shown(_ text: String) -> String { isQuotes(text) ? text + "\"\"" : text }

  static func meant(_ cell: String) -> String { !cell.isEmpty && isQuotes(cell) ? String(cell.dropLast(2)) : cell }

  private static func isQuotes(_ text: String) -> Bool {
    text.utf8.count % 2 == 0 && text.utf8.allSatisfy { $0 == UInt8(ascii: "\"") }
  }

  static func number(_ cell: String) throws(CellError) -> JSON? {
    if cell.isEmpty { return nil }
    if case .number(let number) = try? JSON(parsing: cell) { return .number(number) }
    throw CellError(description: "is not a number; write it in digits alone, like 12")
  }

  static func flag(_ cell: String) throws(CellError) -> JSON? {
    switch cell.lowercased() {
    case "": return nil
    case "yes", "true", "y", "1": return .bool(true)
    case "no", "false", "n", "0": return .bool(false)
    default: throw CellError(description: "is neither yes nor no")
    }
  }

  /// Nil when not all of them are texts.
  static func list(_ items: [JSON]) -> String? {
    let texts = items.compactMap(\.string)
    guard texts.count == items.count else { return nil }
    let isPlain = texts.allSatisfy { text in
      !text.isEmpty && text.trimmed == text && !text.utf8.contains { $0 == UInt8(ascii: "|") || $0 == 0x0A }
    }
    let cell = texts.joined(separator: bar)
    return isPlain && !cell.isEmpty && !cell.hasPrefix("[") ? cell : JSON.array(items).canonical
  }

  /// People also put one to a line.
  static func items(_ cell: String) throws(CellError) -> JSON? {
    let typed = cell.trimmed
    if typed.isEmpty { return nil }
    if typed.hasPrefix("[") {
      guard case .array(let items) = try json(cell), items.allSatisfy({ $0.string != nil }) else {
        throw CellError(description: "begins with a bracket and is no list of texts in JSON")
      }
      return .array(items)
    }
    let items = typed.split { $0 == "|" || $0 == "\n" }.map(\.trimmed).filter { !$0.isEmpty }
    return items.isEmpty ? nil : .array(items.map(JSON.string))
  }

  static func json(_ cell: String) throws(CellError) -> JSON {
    do throws(JSONError) { return try JSON(parsing: cell) } catch { throw CellError(description: "is \(error)") }
  }
}

import CorporatePlan

/// An action of a list, or several rows that are parts of one: "Wiseworks-Improve our centres", "Kenmore-Improve our
/// centres".
struct Commitment {
  struct Part {
    let name: String
    let row: ActionList.Row
  }

  let title: String
  /// One for an action that was not split.
  let parts: [Part]

  var isSplit: Bool { parts.count > 1 }

  /// The commitments of a list in the order of their first rows.
  static func all(in rows: [ActionList.Row]) -> [Commitment] {
    var groups: [(key: String, title: String, parts: [Part])] = []
    let splits = rows.map { shared($0, rows) }
    for (row, split) in zip(rows, splits) {
      if let split, let index = groups.firstIndex(where: { $0.key == split.title.normalisedName }) {
        groups[index].parts.append(Part(name: split.name, row: row))
      } else {
        let title = split?.title ?? row.text
        groups.append(
          (split == nil ? "" : title.normalisedName, title, [Part(name: split?.name ?? row.text, row: row)]))
      }
    }
    return groups.map { Commitment(title: $0.title, parts: $0.parts) }
  }

  /// The title that a row shares with others across a dash, and its own short name before or after it.
  private static func shared(_ row: ActionList.Row, _ rows: [ActionList.Row]) -> (name: String, title: String)? {
    for (name, title) in readings(of: row.text) {
      let key = title.normalisedName
      let same = rows.filter { other in readings(of: other.text).contains { $0.title.normalisedName == key } }
      if same.count > 1 { return (name, title) }
    }
    return nil
  }

  /// The ways to part a row at a dash or colon into a short name and a long title.
  private static func readings(of text: String) -> [(name: String, title: String)] {
    var readings: [(String, String)] = []
    for index in text.indices where "-–—:".contains(text[index]) {
      let (before, after) = (text[..<index].trimmed, text[text.index(after: index)...].trimmed)
      if (2...50).contains(before.count), after.count >= 20 { readings.append((before, after)) }
      if (2...50).contains(after.count), before.count >= 20 { readings.append((after, before)) }
    }
    return readings
  }
}

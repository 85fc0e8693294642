/// The lists that cells of a workbook are filled in from.
///
/// A short list stands in the cell's own rule. Excel allows that 255 characters, parted by commas; a longer one, or one
/// with commas of its own, stands on a hidden sheet.
struct ChoiceLists {
  static let longest = 255

  private var short: [[String]] = []
  private var long: [[String]] = []

  init(_ sheets: [Workbook.Sheet]) {
    var seen: Set<[String]> = [[]]
    for choices in sheets.flatMap(\.columns).map(\.choices) where seen.insert(choices).inserted {
      if ChoiceLists.isShort(choices) { short.append(choices) } else { long.append(choices) }
    }
  }

  private static func isShort(_ choices: [String]) -> Bool {
    choices.joined(separator: ",").utf16.count <= longest
      && choices.allSatisfy { choice in
        !choice.isEmpty && !choice.contains { #",";"#.contains($0) || $0.isNewline } && choice.first != " "
          && choice.last != " "
      }
  }

  /// The sheet with the long lists, one in each column.
  var sheet: Workbook.Sheet? {
    guard !long.isEmpty else { return nil }
    let rows = (0..<(long.map(\.count).max() ?? 0)).map { row in
      long.map { row < $0.count ? Workbook.Cell.text($0[row]) : .empty }
    }
    var sheet = Workbook.Sheet("Lists", columns: long.indices.map { Workbook.Column("List \($0 + 1)") }, rows: rows)
    sheet.isProtected = true
    sheet.isHidden = true
    return sheet
  }

  /// What Excel calls each list, when that sheet goes by this reference.
  func formulas(_ reference: String) -> [[String]: String] {
    var formulas = Dictionary(uniqueKeysWithValues: short.map { ($0, "\"\($0.joined(separator: ","))\"") })
    for (index, choices) in long.enumerated() {
      let column = CellName.letters(ofColumn: index + 1)
      formulas[choices] = "\(reference)!$\(column)$2:$\(column)$\(choices.count + 1)"
    }
    return formulas
  }
}

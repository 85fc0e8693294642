import CorporatePlan
import Documents

/// Rows that stand below one another by the codes of their parents. Codes need not be unique (confirmed for actions and
/// risks), so a code may name several.
struct PentanaTree {
  struct Row {
    let code: String
    let title: String
    let parentCode: String
    let row: SourceRow
  }

  enum Parent: Equatable {
    case none
    case row(Int)
    case several([Int])
    case unknown
  }

  private(set) var rows: [Row] = []
  private var byCode: [String: [Int]] = [:]

  init(_ table: ReadTable, title: ColumnMeaning.Word) {
    func text(_ word: ColumnMeaning.Word, _ row: SourceRow) -> String {
      table.map.columns(word).first.map { row.text($0.number).onOneLine } ?? ""
    }
    for row in table.map.body where !row.isNearlyEmpty {
      let read = Row(
        code: text(.code, row), title: text(title, row), parentCode: text(.parent, row), row: row)
      if !read.code.isEmpty { byCode[read.code.plainCode, default: []].append(rows.count) }
      rows.append(read)
    }
  }

  func parent(of place: Int) -> Parent {
    let code = rows[place].parentCode.plainCode
    if code.isEmpty || code == "none" { return .none }
    let found = (byCode[code] ?? []).filter { $0 != place }
    switch found.count {
    case 0: return .unknown
    case 1: return .row(found[0])
    default: return .several(found)
    }
  }
}

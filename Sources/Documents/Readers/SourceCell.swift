/// A cell of a table, with its place.
///
/// A long list has a million of them, so that what few cells have is kept apart and small numbers are kept small.
package struct SourceCell: Hashable, Sendable {
  /// Word for word; paragraphs and line breaks within the cell are line feeds.
  package var text: String
  private var home: Home
  private var row: Int32 = 0
  private var column: Int32 = 0
  private var columns: Int32
  private var rows: Int32
  /// 0 for none.
  private var fileLine: Int32
  private var rarities: Rarities

  package init(
    _ text: String, at locator: Locator, columnSpan: Int = 1, rowSpan: Int = 1, textColour: String? = nil,
    shading: String? = nil, continues: Locator? = nil, footnotes: [Int] = [], line: Int? = nil
  ) {
    self.init(
      text, at: locator, columnSpan: columnSpan, rowSpan: rowSpan, line: line,
      Rarities(textColour: textColour, shading: shading, continues: continues, footnotes: footnotes))
  }

  init(
    _ text: String, at locator: Locator, columnSpan: Int = 1, rowSpan: Int = 1, line: Int? = nil, _ rarities: Rarities
  ) {
    self.text = text
    home = .table(0)
    columns = Int32(clamping: columnSpan)
    rows = Int32(clamping: rowSpan)
    fileLine = Int32(clamping: line ?? 0)
    self.rarities = rarities
    self.locator = locator
  }

  /// A cell of a long list, whose places are all alike. Such numbers have been counted or checked.
  init(_ text: String, table: Int, row: Int, column: Int, line: Int) {
    self.init(text, .table(Int32(table)), row, column, line: Int32(line), .none)
  }

  init(_ text: String, sheet: String, _ name: CellName, _ rarities: Rarities) {
    self.init(text, .sheet(sheet), name.row, name.column, line: 0, rarities)
  }

  @inline(__always)
  private init(_ text: String, _ home: Home, _ row: Int, _ column: Int, line: Int32, _ rarities: Rarities) {
    self.text = text
    self.home = home
    self.row = Int32(row)
    self.column = Int32(column)
    columns = 1
    rows = 1
    fileLine = line
    self.rarities = rarities
  }
}

extension SourceCell {
  /// Row and column count from 1; the column is that of the grid, so that cells line up
  /// under a header even where some span several columns.
  package var locator: Locator {
    get {
      switch home {
      case .table(let number): .cell(table: Int(number), row: Int(row), column: Int(column))
      case .sheet(let name): .sheetCell(name, row: Int(row), column: Int(column))
      case .elsewhere(let locator): locator
      }
    }
    set {
      (home, row, column) = (.elsewhere(newValue), 0, 0)
      switch newValue {
      case .cell(let number, let row, let column):
        if let number = Int32(exactly: number), put(row, column) { home = .table(number) }
      case .sheetCell(let name, let row, let column):
        if put(row, column) { home = .sheet(name) }
      default: break
      }
    }
  }

  /// The column in the grid of its table, from 1; 0 for a cell that stands in none.
  package var gridColumn: Int { Int(column) }

  package var columnSpan: Int {
    get { Int(columns) }
    set { columns = Int32(clamping: newValue) }
  }

  package var rowSpan: Int {
    get { Int(rows) }
    set { rows = Int32(clamping: newValue) }
  }

  /// Where the cell begins in a text file.
  package var line: Int? {
    get { fileLine == 0 ? nil : Int(fileLine) }
    set { fileLine = Int32(clamping: newValue ?? 0) }
  }

  /// The colour of the coloured text in the cell, as "RRGGBB".
  package var textColour: String? {
    get { rarities.all?.textColour }
    set { rarities.change { $0.textColour = newValue } }
  }

  /// The colour of the cell itself, as "RRGGBB".
  package var shading: String? {
    get { rarities.all?.shading }
    set { rarities.change { $0.shading = newValue } }
  }

  /// Set when this cell only continues a merged one further up: the place of that one.
  package var continues: Locator? {
    get { rarities.all?.continues }
    set { rarities.change { $0.continues = newValue } }
  }

  package var footnotes: [Int] {
    get { rarities.all?.footnotes ?? [] }
    set { rarities.change { $0.footnotes = newValue } }
  }

  /// Whether it is a number that its workbook shows as a day or a time: `text` is then not what stands on the screen.
  package var isDayOrTime: Bool { rarities.all?.isDayOrTime ?? false }

  /// Whether its workbook shows it as an amount of pounds: `text` is then without the sign.
  package var isPounds: Bool { rarities.all?.isPounds ?? false }

  /// The colour a reader sees as the mark of the cell.
  ///
  /// A coloured dot in a tinted row is read by the dot and a white letter on a red cell by
  /// the cell, so the text's colour comes first unless it is black, grey or white.
  package var mark: String? {
    guard let all = rarities.all else { return nil }
    if let textColour = all.textColour, isChromatic(textColour) { return textColour }
    return all.shading ?? all.textColour
  }

  private mutating func put(_ row: Int, _ column: Int) -> Bool {
    guard let row = Int32(exactly: row), let column = Int32(exactly: column) else { return false }
    (self.row, self.column) = (row, column)
    return true
  }
}

extension SourceCell {
  /// The table or sheet that the cell's row and column are of.
  private enum Home: Hashable, Sendable {
    case table(Int32)
    case sheet(String)
    indirect case elsewhere(Locator)
  }

  /// What few cells have. Cells that look alike may share it.
  struct Rarities: Hashable, Sendable {
    struct All: Hashable, Sendable {
      var textColour: String?
      var shading: String?
      var continues: Locator?
      var footnotes: [Int] = []
      var isDayOrTime = false
      var isPounds = false
    }

    static let none = Rarities()
    /// Of a number that is shown as a day or a time and is plain otherwise.
    static let moment: Rarities = {
      var looks = Rarities()
      looks.change { $0.isDayOrTime = true }
      return looks
    }()

    /// On the heap, as most cells have none of it. Never changed, so that it may be shared.
    private final class Kept: Sendable {
      let all: All

      init(_ all: All) {
        self.all = all
      }
    }

    private var kept: Kept?

    init(textColour: String? = nil, shading: String? = nil, continues: Locator? = nil, footnotes: [Int] = []) {
      guard textColour != nil || shading != nil || continues != nil || !footnotes.isEmpty else { return }
      kept = Kept(All(textColour: textColour, shading: shading, continues: continues, footnotes: footnotes))
    }

    var all: All? { kept?.all }

    mutating func change(_ change: (inout All) -> Void) {
      var all = kept?.all ?? All()
      change(&all)
      kept = all == All() ? nil : Kept(all)
    }

    static func == (one: Rarities, other: Rarities) -> Bool { one.kept === other.kept || one.all == other.all }

    func hash(into hasher: inout Hasher) { hasher.combine(all) }
  }
}

func isChromatic(_ colour: String) -> Bool {
  guard colour.utf8.count == 6, let rgb = UInt32(colour, radix: 16) else { return false }
  let channels = [rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF]
  return (channels.max() ?? 0) - (channels.min() ?? 0) >= 48
}

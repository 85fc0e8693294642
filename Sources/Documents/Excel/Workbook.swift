/// A workbook for people who want the figures: one table to a sheet, each with a header row of unique names and no
/// merged cells, as the Analysis Function asks of published spreadsheets.
///
/// There are no formulas in it, and no text can become one: not in the file, nor when somebody edits the cell.
package struct Workbook: Sendable, Equatable {
  /// What the file is called in its properties, and the heading of the cover.
  package var title: String
  /// What a reader should know first: what the figures are, whose, and what the abbreviations mean. With notes, or
  /// more than one sheet under a title, the workbook has a cover.
  package var notes: [String]
  package var sheets: [Sheet]
  package var language: String
  package var coverName: String

  package init(
    title: String = "", notes: [String] = [], sheets: [Sheet], language: String = "en-GB", coverName: String = "Cover"
  ) {
    self.title = title
    self.notes = notes
    self.sheets = sheets
    self.language = language
    self.coverName = coverName
  }
}

extension Workbook {
  package struct Sheet: Sendable, Equatable {
    /// Excel's rules for names are enforced: at most 31 characters, none of `[]:*?/\`, no two alike.
    package var name: String
    /// Stands in A1; without one the table begins there.
    package var title: String?
    package var columns: [Column]
    package var rows: [[Cell]]
    /// Whether the header stays in sight while the rest scrolls.
    package var freezesHeader: Bool
    /// Whether the first column stays in sight, too.
    package var freezesFirstColumn = false
    /// Whether only the cells to be filled in can be changed. There is no password: it keeps from slips, not from intent.
    package var isProtected = false
    package var isHidden = false

    package init(
      _ name: String, title: String? = nil, columns: [Column], rows: [[Cell]], freezesHeader: Bool = false
    ) {
      self.name = name
      self.title = title
      self.columns = columns
      self.rows = rows
      self.freezesHeader = freezesHeader
    }
  }

  package struct Column: Sendable, Equatable, ExpressibleByStringLiteral {
    /// Made unique within its sheet.
    package var name: String
    /// In characters; found from what is in the column when nil.
    package var width: Int?
    /// Whether it is formatted as Text, empty cells and those of new rows included: what is typed there stays as it is
    /// typed, and "Jun-24" or "007" becomes neither a day nor a number.
    package var isText: Bool
    package var isHidden = false
    /// Whether figures are typed into its cells to be filled in: they stand to the right, though they stay as typed.
    package var takesFigures = false
    /// What its cells to be filled in may hold; anything when empty.
    package var choices: [String] = []

    package init(_ name: String, width: Int? = nil, isText: Bool = false) {
      self.name = name
      self.width = width
      self.isText = isText
    }

    package init(stringLiteral name: String) { self.init(name) }
  }

  /// What is in a cell. What can't be kept exactly as a number or a day is kept as text.
  package enum Cell: Sendable, Equatable, Hashable {
    case text(String)
    /// An exact decimal: "93.50". Excel keeps fifteen digits; a longer number becomes text.
    case number(String)
    /// An exact decimal in percent: "93.5" is 93.5%.
    case percent(String)
    /// An exact decimal, "1234.5", shown with thousands parted, with a % or with a £; of 93.5% it is "93.5".
    ///
    /// - Parameter isEntry: whether it is to be filled in.
    case figure(String, FigureFormat, isEntry: Bool = false)
    /// "2023-09-30". Days before March 1900, on which spreadsheets disagree, become text.
    case day(String)
    /// To be filled in, with what it holds so far. It stays as it is typed: 1/2 becomes no day and 2:35 no time.
    case entry(String)
    /// A day to be filled in; "2023-09-30" or empty.
    case dayEntry(String)
    case empty
  }

  /// How a figure is shown.
  package struct FigureFormat: Sendable, Hashable {
    package enum Kind: Int, Sendable, CaseIterable { case number, percent, pounds }

    package static let mostDecimals = 9

    let kind: Kind
    package let decimals: Int

    package init(_ kind: Kind, decimals: Int) {
      self.kind = kind
      self.decimals = min(decimals, FigureFormat.mostDecimals)
    }

    static let all = Kind.allCases.flatMap { kind in (0...mostDecimals).map { FigureFormat(kind, decimals: $0) } }

    /// Its place among all.
    var place: Int { kind.rawValue * (FigureFormat.mostDecimals + 1) + decimals }
  }
}

/// A table of data.
package struct Table: Sendable, Equatable {
  /// What the table shows; read out before it.
  package var caption: String
  /// The columns, each with its header.
  package var columns: [Column]
  /// The rows, in groups; a table without groups has one without a heading.
  package var groups: [Group]

  /// A table whose rows belong to groups (a priority, a directorate).
  package init(_ caption: String, columns: [Column], groups: [Group]) {
    self.caption = caption
    self.columns = columns
    self.groups = groups
  }

  /// A table without groups.
  package init(_ caption: String, columns: [Column], rows: [Row]) {
    self.init(caption, columns: columns, groups: [Group(nil, rows: rows)])
  }

  /// A column.
  package struct Column: Sendable, Equatable {
    /// On which side the column's content stands.
    package enum Alignment: Sendable, Equatable {
      /// Words.
      case left
      /// Figures, so that their digits line up.
      case right
    }

    /// The header.
    package var header: String
    /// On which side the content stands.
    package var alignment: Alignment
    /// The width in shares of the whole table.
    package var width: Int

    /// A column; figures go right.
    package init(_ header: String, _ alignment: Alignment = .left, width: Int = 1) {
      self.header = header
      self.alignment = alignment
      self.width = max(1, width)
    }
  }

  /// Rows under a heading of their own.
  package struct Group: Sendable, Equatable {
    /// The heading, if the group has one.
    package var heading: String?
    /// The rows.
    package var rows: [Row]

    /// Rows under a heading.
    package init(_ heading: String?, rows: [Row]) {
      self.heading = heading
      self.rows = rows
    }
  }

  /// A row.
  package struct Row: Sendable, Equatable {
    /// The cells, one for each column.
    package var cells: [Cell]

    /// A row of cells.
    package init(_ cells: [Cell]) {
      self.cells = cells
    }
  }

  /// A cell.
  package struct Cell: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// What the cell says.
    package var content: [Inline]
    /// Whether the cell names its row, as an indicator's name does.
    package var isRowHeader: Bool

    /// A cell of inline text.
    package init(_ content: [Inline], isRowHeader: Bool = false) {
      self.content = content
      self.isRowHeader = isRowHeader
    }

    /// A cell of plain words.
    package init(stringLiteral value: String) {
      self.init([.text(value)])
    }

    /// A cell of plain words.
    package static func text(_ text: String) -> Cell {
      Cell([.text(text)])
    }

    /// The cell that names its row.
    package static func rowHeader(_ text: String) -> Cell {
      Cell([.text(text)], isRowHeader: true)
    }

    /// A cell that says a status.
    package static func status(_ mark: StatusMark) -> Cell {
      Cell([.status(mark)])
    }
  }
}

/// How a cell looks. The number of a style is its place in the list, which is the same in every workbook.
enum WorkbookStyle: Hashable {
  case title, note, link, header, figuresHeader, text
  /// Text that begins like a formula: marked as text, so that it stays text when somebody edits the cell.
  case guardedText
  case day
  case number(decimals: Int)
  case percent(decimals: Int)
  /// Text in a column that is formatted as such.
  case typedText
  case guardedTypedText
  /// To be filled in: framed, tinted, and not locked where the sheet is protected.
  case entry, guardedEntry, dayEntry
  case figure(Workbook.FigureFormat, isEntry: Bool)
  /// A figure to be filled in that stays text as it is typed.
  case entryFigure, guardedEntryFigure

  static let mostDecimals = 15

  /// The style of a text to be filled in, or of none so far.
  static func ofEntry(_ text: String, isFigure: Bool) -> WorkbookStyle {
    let isPlain = of(text) == .text
    return isFigure ? (isPlain ? .entryFigure : .guardedEntryFigure) : (isPlain ? .entry : .guardedEntry)
  }

  /// The style of a text.
  ///
  /// - Parameter isTyped: whether its column is formatted as text.
  static func of(_ text: String, isTyped: Bool = false) -> WorkbookStyle {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A:
      isTyped ? .guardedTypedText : .guardedText
    default: isTyped ? .typedText : .text
    }
  }

  var index: Int {
    switch self {
    case .title: 1
    case .note: 2
    case .link: 3
    case .header: 4
    case .figuresHeader: 5
    case .text: 6
    case .guardedText: 7
    case .day: 8
    case .number(let decimals): 9 + min(decimals, Self.mostDecimals)
    case .percent(let decimals): 9 + Self.mostDecimals + 1 + min(decimals, Self.mostDecimals)
    case .entry: Self.firstEntry
    case .guardedEntry: Self.firstEntry + 1
    case .dayEntry: Self.firstEntry + 2
    case .typedText: Self.firstEntry + 3
    case .guardedTypedText: Self.firstEntry + 4
    case .figure(let format, let isEntry):
      Self.firstFigure + format.place + (isEntry ? Workbook.FigureFormat.all.count : 0)
    case .entryFigure: Self.firstEntryFigure
    case .guardedEntryFigure: Self.firstEntryFigure + 1
    }
  }
}

extension WorkbookStyle {
  private static let firstEntry = 9 + 2 * (mostDecimals + 1)
  private static let firstFigure = firstEntry + 5
  private static let firstEntryFigure = firstFigure + 2 * Workbook.FigureFormat.all.count

  /// The part with all styles.
  static let file = XML.file { xml in
    xml.element("styleSheet", ["xmlns": WorkbookNamespaces.main]) { xml in
      xml.numberFormats()
      xml.raw(
        """
        <fonts count="4"><font><sz val="12"/><name val="Arial"/><family val="2"/></font>\
        <font><b/><sz val="15"/><name val="Arial"/><family val="2"/></font>\
        <font><b/><sz val="12"/><name val="Arial"/><family val="2"/></font>\
        <font><u/><sz val="12"/><color rgb="FF1D4F91"/><name val="Arial"/><family val="2"/></font></fonts>\
        <fills count="3"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFF9E8"/><bgColor indexed="64"/></patternFill></fill></fills>\
        <borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>\
        <border><left/><right/><top/><bottom style="medium"><color rgb="FF000000"/></bottom><diagonal/></border>\
        <border><left style="thin"><color rgb="FF6B7280"/></left><right style="thin"><color rgb="FF6B7280"/></right>\
        <top style="thin"><color rgb="FF6B7280"/></top><bottom style="thin"><color rgb="FF6B7280"/></bottom>\
        <diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        """)
      xml.element("cellXfs", ["count": String(firstEntryFigure + 2)]) { xml in
        xml.style(wraps: false)
        xml.style(font: 1, wraps: false)
        xml.style()
        xml.style(font: 3)
        xml.style(font: 2, border: 1)
        xml.style(font: 2, border: 1, isFigure: true)
        xml.style()
        xml.style(isGuarded: true)
        xml.style(format: dayFormat, isFigure: true)
        for decimals in 0...mostDecimals { xml.style(format: numberFormat + decimals, isFigure: true) }
        for decimals in 0...mostDecimals { xml.style(format: percentFormat + decimals, isFigure: true) }
        xml.style(format: textFormat, border: 2, fill: 2, isEntry: true)
        xml.style(format: textFormat, border: 2, fill: 2, isGuarded: true, isEntry: true)
        xml.style(format: dayFormat, border: 2, fill: 2, isFigure: true, isEntry: true)
        xml.style(format: textFormat)
        xml.style(format: textFormat, isGuarded: true)
        for format in Workbook.FigureFormat.all { xml.style(format: figureFormat + format.place, isFigure: true) }
        for format in Workbook.FigureFormat.all {
          xml.style(format: figureFormat + format.place, border: 2, fill: 2, isFigure: true, isEntry: true)
        }
        xml.style(format: textFormat, border: 2, fill: 2, isFigure: true, isEntry: true)
        xml.style(format: textFormat, border: 2, fill: 2, isGuarded: true, isFigure: true, isEntry: true)
      }
      xml.raw(
        #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>"#)
    }
  }

  // Numbers below 164 belong to Excel: this one is its "@".
  fileprivate static let textFormat = 49
  fileprivate static let dayFormat = 164
  fileprivate static let numberFormat = 165
  fileprivate static let percentFormat = numberFormat + mostDecimals + 1
  fileprivate static let figureFormat = percentFormat + mostDecimals + 1
}

extension XML {
  fileprivate mutating func numberFormats() {
    let decimals = 0...WorkbookStyle.mostDecimals
    element("numFmts", ["count": String(1 + 2 * decimals.count + Workbook.FigureFormat.all.count)]) { xml in
      xml.format(WorkbookStyle.dayFormat, "[$-809]d mmmm yyyy")
      for count in decimals { xml.format(WorkbookStyle.numberFormat + count, digits(count)) }
      for count in decimals { xml.format(WorkbookStyle.percentFormat + count, digits(count) + "%") }
      for format in Workbook.FigureFormat.all { xml.format(WorkbookStyle.figureFormat + format.place, format.code) }
    }
  }

  private mutating func format(_ id: Int, _ code: String) {
    empty("numFmt", ["numFmtId": String(id), "formatCode": code])
  }

  fileprivate mutating func style(
    format: Int = 0, font: Int = 0, border: Int = 0, fill: Int = 0, wraps: Bool = true, isGuarded: Bool = false,
    isFigure: Bool = false, isEntry: Bool = false
  ) {
    element(
      "xf",
      [
        "numFmtId": String(format), "fontId": String(font), "fillId": String(fill), "borderId": String(border),
        "xfId": "0",
        "quotePrefix": isGuarded ? "1" : nil, "applyNumberFormat": format > 0 ? "1" : nil,
        "applyFont": font > 0 ? "1" : nil, "applyFill": fill > 0 ? "1" : nil, "applyBorder": border > 0 ? "1" : nil,
        "applyAlignment": "1", "applyProtection": isEntry ? "1" : nil,
      ]
    ) { xml in
      xml.empty(
        "alignment",
        [
          "horizontal": isFigure ? "right" : nil, "vertical": "top",
          "wrapText": wraps && (format == 0 || format == WorkbookStyle.textFormat) ? "1" : nil,
          "indent": isFigure ? "1" : nil,
        ])
      if isEntry { xml.empty("protection", ["locked": "0"]) }
    }
  }
}

extension Workbook.FigureFormat {
  fileprivate var code: String {
    switch kind {
    case .number: "#,##" + digits(decimals)
    case .percent: digits(decimals) + "%"
    case .pounds: "[$£-809]#,##" + digits(decimals)
    }
  }
}

private func digits(_ decimals: Int) -> String {
  decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
}

enum WorkbookNamespaces {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}

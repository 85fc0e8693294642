extension WordReader {
  /// Follows running text: the document itself, its footnotes, a header.
  ///
  /// Content controls, links and insertions are transparent; deletions are kept apart; what a
  /// field, a property change or a fallback repeats is passed over.
  final class Story: XMLFollower {
    /// Footnotes or endnotes: Word numbers them in the order of their calls.
    struct Notes {
      var texts: [String: String] = [:]
      var first = 1
      var place = Locator.footnote
      var numbers: [String: Int] = [:]
    }

    var footnotes = Notes()
    var endnotes = Notes()
    private(set) var blocks: [SourceBlock] = []
    private(set) var notes: [SourceNote] = []
    private(set) var noteTexts: [String: String] = [:]

    private let styles: Styles
    private let numbering: Numbering
    private let charts: [String: SourceChart]
    private let diagrams: [String: String]
    private let limits: ReadLimits
    private var path: [XMLName] = []
    private var skipped = 0
    private var deletions = 0
    private var paragraphs: [Paragraph] = []
    private var tables: [Table] = []
    private var counts = (paragraphs: 0, tables: 0, charts: 0)
    private var noteID: String?
    private var pieces = 0

    init(
      styles: Styles, numbering: Numbering = Numbering(), charts: [String: SourceChart] = [:],
      diagrams: [String: String] = [:], limits: ReadLimits
    ) {
      self.styles = styles
      self.numbering = numbering
      self.charts = charts
      self.diagrams = diagrams
      self.limits = limits
    }

    // MARK: Following

    var refusal: ReadError.Trouble? {
      pieces > limits.pieces ? .tooManyPieces(limit: limits.pieces) : nil
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if skipped > 0 || name.isPassedOver {
        skipped += 1
        return
      }
      let parent = path.last
      path.append(name)
      if name.isPiece { pieces += 1 }
      switch name {
      case .`w:p`: paragraphs.append(Paragraph())
      case .`w:del`, .`w:moveFrom`: startDeletion(in: parent)
      case .`w:tbl`, .`w:tr`, .`w:tc`: startTablePiece(name)
      case .`w:footnote` where parent == .`w:footnotes`, .`w:endnote` where parent == .`w:endnotes`:
        startNote(attributes)
      case .`w:footnoteReference`: call(&footnotes, attributes)
      case .`w:endnoteReference`: call(&endnotes, attributes)
      case .`c:chart`: addChart(attributes[.`r:id`])
      case .`cx:chart`: leaveOut("a chart of a newer kind")
      case .`dgm:relIds`: leaveOut(attributes[.`r:dm`].flatMap { diagrams[$0] }.map { "SmartArt: \($0)" } ?? "SmartArt")
      case .`w:altChunk`: leaveOut("an embedded document")
      default: property(name, attributes, in: parent)
      }
    }

    func end(_ name: XMLName) {
      if skipped > 0 {
        skipped -= 1
        return
      }
      path.removeLast()
      switch name {
      case .`w:p`: endParagraph()
      case .`w:r`: withParagraph { $0.endRun() }
      case .`w:del`, .`w:moveFrom`: endDeletion(in: path.last)
      case .`w:tc`: endCell()
      case .`w:tr`: endRow()
      case .`w:tbl`: endTable()
      case .`w:footnote` where path.last == .`w:footnotes`, .`w:endnote` where path.last == .`w:endnotes`: endNote()
      default: break
      }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
      guard skipped == 0, path.last?.holdsText == true else { return }
      write(String(decoding: utf8, as: UTF8.self))
    }

    private func property(_ name: XMLName, _ attributes: XMLAttributes, in parent: XMLName?) {
      let value = attributes[.`w:val`]
      switch (parent, name) {
      case (.`w:pPr`, .`w:pStyle`): withParagraph { $0.style = value }
      case (.`w:pPr`, .`w:outlineLvl`): withParagraph { $0.outline = value.flatMap(Int.init) }
      case (.`w:numPr`, .`w:numId`): withParagraph { $0.list = value }
      case (.`w:numPr`, .`w:ilvl`): withParagraph { $0.level = value.flatMap(Int.init) }
      case (.`w:rPr`, _) where path.dropLast(2).last == .`w:r`: runProperty(name, attributes)
      case (.`w:tcPr`, _), (.`w:trPr`, _): cellProperty(name, attributes)
      case (.`w:r`, _): character(name, attributes)
      default: break
      }
    }

    private func withParagraph(_ change: (inout Paragraph) -> Void) {
      if !paragraphs.isEmpty { change(&paragraphs[paragraphs.count - 1]) }
    }

    private func withTable(_ change: (inout Table) -> Void) {
      if !tables.isEmpty { change(&tables[tables.count - 1]) }
    }

    // MARK: Text

    private func write(_ text: String) {
      let isDeleted = deletions > 0
      withParagraph { paragraph in
        if isDeleted {
          paragraph.deleted += text
        } else {
          paragraph.write(text, styles)
        }
      }
    }

    private func character(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case .`w:tab`, .`w:ptab`: write("\t")
      case .`w:cr`: write("\n")
      case .`w:br` where (attributes[.`w:type`] ?? "textWrapping") == "textWrapping": write("\n")
      case .`w:noBreakHyphen`: write("\u{2011}")
      case .`w:sym`: write(symbol(attributes[.`w:char`], font: attributes[.`w:font`]))
      default: break
      }
    }

    private func runProperty(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case .`w:color`: withParagraph { $0.runColour = rgb(attributes[.`w:val`]) }
      case .`w:rStyle`: withParagraph { $0.runStyle = attributes[.`w:val`] }
      case .`w:highlight`: withParagraph { $0.runShading = attributes[.`w:val`].flatMap { highlighters[$0] } }
      case .`w:shd`: withParagraph { $0.runShading = $0.runShading ?? fill(attributes) }
      default: break
      }
    }

    private func startDeletion(in parent: XMLName?) {
      if parent == .`w:trPr` {
        withTable { $0.isRowDeleted = true }
      } else if parent != .`w:rPr` {
        deletions += 1
      }
    }

    private func endDeletion(in parent: XMLName?) {
      if parent != .`w:trPr` && parent != .`w:rPr` { deletions -= 1 }
    }

    private func endParagraph() {
      guard let paragraph = paragraphs.popLast() else { return }
      let locator = tables.last?.openCell ?? .paragraph(counts.paragraphs + 1)
      let number = paragraph.number(styles, numbering)
      if !paragraph.deleted.isEmpty {
        notes.append(SourceNote(.trackedDeletion, at: locator, verbatim: paragraph.deleted))
      }
      if case .cell = locator {
        withTable { $0.add(paragraph, number: number) }
      } else if !trimmed(paragraph.text).isEmpty {
        counts.paragraphs += 1
        blocks.append(.paragraph(paragraph.source(at: locator, styles, number: number)))
      }
      emit(paragraph.after)
    }

    /// Puts blocks after the paragraph or the outermost table that they stand in.
    private func emit(_ later: [SourceBlock]) {
      if !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].after += later
      } else if !tables.isEmpty {
        tables[0].after += later
      } else {
        blocks += later
      }
    }

    // MARK: Notes and charts

    private func call(_ called: inout Notes, _ attributes: XMLAttributes) {
      guard deletions == 0, let id = attributes[.`w:id`] else { return }
      let isFirstCall = called.numbers[id] == nil
      let number = called.numbers[id] ?? called.first + called.numbers.count
      called.numbers[id] = number
      let locator = called.place(number)
      if case .footnote = locator { withParagraph { $0.footnotes.append(number) } }
      guard isFirstCall, let text = called.texts[id] else { return }
      emit([.footnote(SourceFootnote(number: number, text: text, at: locator))])
    }

    private func startNote(_ attributes: XMLAttributes) {
      let isSeparator = (attributes[.`w:type`] ?? "normal") != "normal"
      noteID = isSeparator ? nil : attributes[.`w:id`]
      blocks = []
    }

    private func endNote() {
      if let noteID { noteTexts[noteID] = plainText }
      noteID = nil
      blocks = []
    }

    /// Calls that have no text, and texts that are never called.
    var notesAdrift: [SourceNote] {
      let empty = [footnotes, endnotes].flatMap { called in
        called.numbers.filter { called.texts[$0.key] == nil }.values.sorted().map {
          SourceNote(.footnoteAdrift, at: called.place($0))
        }
      }
      let uncalled = [footnotes, endnotes].flatMap { called in
        called.texts.filter { called.numbers[$0.key] == nil && !$0.value.isEmpty }.values.sorted().map {
          SourceNote(.footnoteAdrift, at: .document, verbatim: $0)
        }
      }
      return empty + uncalled
    }

    var plainText: String {
      var lines: [String] = []
      for block in blocks {
        if case .paragraph(let paragraph) = block { lines.append(paragraph.text) }
        if case .table(let table) = block { lines += table.rows.flatMap(\.cells).map(\.text) }
      }
      return trimmed(lines.joined(separator: "\n"))
    }

    private func addChart(_ id: String?) {
      guard deletions == 0 else { return }
      guard let id, var chart = charts[id] else { return leaveOut("a chart without its part") }
      counts.charts += 1
      chart.locator = .chart(counts.charts)
      emit([.chart(chart)])
    }

    private func leaveOut(_ what: String) {
      let locator = tables.last?.openCell ?? .paragraph(counts.paragraphs + 1)
      notes.append(SourceNote(.objectLeftOut, at: locator, verbatim: what))
    }

    // MARK: Tables

    private func startTablePiece(_ name: XMLName) {
      switch name {
      case .`w:tbl`:
        counts.tables += 1
        tables.append(Table(number: counts.tables, nestedIn: tables.last?.openCell))
      case .`w:tr`: withTable { $0.startRow() }
      default: withTable { $0.startCell() }
      }
    }

    private func cellProperty(_ name: XMLName, _ attributes: XMLAttributes) {
      let value = attributes[.`w:val`]
      let span = min(max(value.flatMap(Int.init) ?? 1, 1), limits.columns)
      switch name {
      case .`w:gridSpan`: withTable { $0.cell?.columnSpan = span }
      case .`w:gridBefore`: withTable { $0.column += span }
      case .`w:vMerge`: withTable { $0.cell?.merge = value == "restart" ? .starts : .continues }
      case .`w:shd`: withTable { $0.cell?.shading = fill(attributes) }
      case .`w:tblHeader`: withTable { $0.isHeader = !["0", "false", "off"].contains(value ?? "") }
      default: break
      }
    }

    private func endCell() {
      withTable { $0.endCell() }
    }

    private func endRow() {
      noteDeletedRow()
      withTable { $0.endRow() }
    }

    private func noteDeletedRow() {
      guard let table = tables.last, table.isRowDeleted else { return }
      let text = table.row.map(\.text).joined(separator: "\t")
      let locator = Locator.cell(table: table.number, row: table.rows.count + 1, column: 1)
      if !trimmed(text).isEmpty { notes.append(SourceNote(.trackedDeletion, at: locator, verbatim: text)) }
    }

    private func endTable() {
      guard let table = tables.popLast() else { return }
      let block = SourceBlock.table(table.source)
      if tables.isEmpty && paragraphs.isEmpty {
        blocks.append(block)
        emit(table.after)
      } else {
        emit([block] + table.after)
      }
    }
  }
}

extension XMLName {
  /// What a field, a property change or a fallback repeats.
  fileprivate var isPassedOver: Bool {
    switch self {
    case .`mc:Fallback`, .`w:pPrChange`, .`w:rPrChange`, .`w:tblPrChange`, .`w:tcPrChange`, .`w:trPrChange`,
      .`w:sectPrChange`, .`w:tblPrExChange`, .`w:numberingChange`, .`w:sdtPr`, .`w:sdtEndPr`, .`w:instrText`,
      .`w:delInstrText`, .`w:rt`:
      true
    default: false
    }
  }

  fileprivate var isPiece: Bool {
    switch self {
    case .`w:p`, .`w:tbl`, .`w:tr`, .`w:tc`, .`w:footnoteReference`, .`c:chart`: true
    default: false
    }
  }

  fileprivate var holdsText: Bool { self == .`w:t` || self == .`w:delText` || self == .`m:t` }
}

private func fill(_ attributes: XMLAttributes) -> String? {
  rgb(attributes[.`w:val`] == "solid" ? attributes[.`w:color`] : attributes[.`w:fill`])
}

/// Pictures of status and direction come from symbol fonts; the commonest get their Unicode.
private func symbol(_ code: String?, font: String?) -> String {
  guard let code, let number = UInt32(code, radix: 16), let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
  switch (font?.lowercased(), number & 0xFF) {
  case ("wingdings", 0x6C): return "●"
  case ("wingdings", 0x6E): return "■"
  case ("wingdings", 0xA8): return "◻"
  case ("wingdings", 0xFC): return "✓"
  case ("wingdings", 0xFB): return "✗"
  case ("wingdings", 0xDF), ("wingdings", 0xE7): return "←"
  case ("wingdings", 0xE0), ("wingdings", 0xE8): return "→"
  case ("wingdings", 0xE1), ("wingdings", 0xE9): return "↑"
  case ("wingdings", 0xE2), ("wingdings", 0xEA): return "↓"
  case ("wingdings 3", 0x70): return "▲"
  case ("wingdings 3", 0x71): return "▼"
  case ("wingdings 2", 0x97): return "●"
  default: return String(scalar)
  }
}

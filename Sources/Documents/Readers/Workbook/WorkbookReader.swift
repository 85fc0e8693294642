/// Reads a workbook: a table for each sheet, every cell with the text that a person typed or sees.
///
/// A sheet says neither how far it goes nor what its numbers mean; the first is found by reading, the second lies in
/// the number formats.
struct WorkbookReader {
  private let package: OfficePackage
  private let main: String
  private let relationships: [OfficePackage.Relationship]
  private let room: Room
  private var notes: [SourceNote] = []

  static func read(_ package: OfficePackage) throws(ReadError) -> SourceDocument {
    var reader = try WorkbookReader(package)
    return try reader.document()
  }

  private init(_ package: OfficePackage) throws(ReadError) {
    self.package = package
    main = try package.relationships(of: "").first { $0.type == "officeDocument" }?.part ?? "xl/workbook.xml"
    guard package.has(main) else { throw ReadError(.missingPart, in: package.name, at: main) }
    relationships = try package.relationships(of: main)
    room = Room(package.limits)
  }

  private mutating func document() throws(ReadError) -> SourceDocument {
    let book = Contents(room)
    try package.follow(main, with: book)
    guard !book.sheets.isEmpty else {
      throw ReadError(.malformedXML(reason: "it lists no sheets"), in: package.name, at: main)
    }
    let strings = SharedStrings(room)
    try follow("sharedStrings", with: strings)
    let theme = Theme()
    if let part = relationships.first(where: { $0.type == "theme" })?.part, package.has(part) {
      try package.follow(part, with: theme)
    }
    let styles = Styles(theme, room)
    try follow("styles", with: styles)
    var blocks: [SourceBlock] = []
    for listed in book.sheets {
      let sheet = Sheet(listed.name, strings: strings.texts, styles: styles, days: book.days, room)
      if let table = try table(listed, sheet) { blocks.append(.table(table)) }
    }
    return SourceDocument(name: package.name, kind: .workbook, blocks: blocks, notes: notes)
  }

  private func follow(_ type: String, with follower: any XMLFollower) throws(ReadError) {
    guard let part = relationships.first(where: { $0.type == type })?.part else { return }
    try package.follow(part, with: follower)
  }

  /// The table of a sheet; nil for a sheet that is all chart.
  private mutating func table(_ listed: Contents.Sheet, _ sheet: Sheet) throws(ReadError) -> SourceTable? {
    let place = Locator.sheet(listed.name)
    if listed.isHidden { notes.append(SourceNote(.hidden, at: place)) }
    guard let relationship = relationships.first(where: { $0.id == listed.id }) else {
      throw ReadError(.missingPart, in: package.name, at: place.description)
    }
    guard relationship.type == "worksheet" else {
      notes.append(SourceNote(.objectLeftOut, at: place))
      return nil
    }
    try package.follow(relationship.part, with: sheet)
    var rows = sheet.rowsWithMerges()
    if let refusal = sheet.refusal { throw ReadError(refusal, in: package.name, at: place.description) }
    notes += sheet.allNotes
    for other in try package.relationships(of: relationship.part) {
      switch other.type {
      case "table": try markHeader(other.part, in: &rows)
      case "comments": try listComments(other.part)
      case "drawing": notes.append(SourceNote(.objectLeftOut, at: place))
      default: break
      }
    }
    return SourceTable(at: place, rows: rows)
  }

  private func markHeader(_ part: String, in rows: inout [SourceRow]) throws(ReadError) {
    let table = TableRange()
    try package.follow(part, with: table)
    guard let header = table.headerRow else { return }
    let index = rows.index(from: header)
    if index < rows.count, rows[index].number == header { rows[index].isHeader = true }
  }

  private mutating func listComments(_ part: String) throws(ReadError) {
    let comments = Comments()
    try package.follow(part, with: comments)
    if !comments.text.isEmpty { notes.append(SourceNote(.partLeftOut, at: .part(part), verbatim: comments.text)) }
  }
}

extension WorkbookReader {
  /// How much may still be kept. Elements and references take no space in a file; what they name does in memory.
  final class Room {
    private let limits: ReadLimits
    private var pieces: Int
    private var text: Int
    private(set) var refusal: ReadError.Trouble?

    init(_ limits: ReadLimits) {
      self.limits = limits
      pieces = limits.pieces
      text = limits.inflatedBytes
    }

    /// Keeps one more piece, and the text in it.
    func take(_ kept: String = "") {
      pieces -= 1
      text -= kept.utf8.count
      if pieces < 0 { refuse(.tooManyPieces(limit: limits.pieces)) }
      if text < 0 { refuse(.inflatesTooFar(limit: limits.inflatedBytes)) }
    }

    func refuse(_ trouble: ReadError.Trouble) {
      refusal = refusal ?? trouble
    }
  }
}

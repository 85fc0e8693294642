/// Reads a Word document: its running text with tables and charts where they stand, and the
/// footnotes after the paragraph or table that calls them.
struct WordReader {
  private let package: OfficePackage
  private let main: String
  private let relationships: [OfficePackage.Relationship]
  private var notes: [SourceNote] = []

  static func read(_ package: OfficePackage) throws(ReadError) -> SourceDocument {
    var reader = try WordReader(package)
    return try reader.document()
  }

  private init(_ package: OfficePackage) throws(ReadError) {
    self.package = package
    main =
      try package.relationships(of: "").first { $0.type == "officeDocument" }?.part ?? "word/document.xml"
    guard package.has(main) else { throw ReadError(.missingPart, in: package.name, at: main) }
    relationships = try package.relationships(of: main)
  }

  private mutating func document() throws(ReadError) -> SourceDocument {
    let styles = Styles()
    try follow("styles", with: styles)
    let settings = Settings()
    try follow("settings", with: settings)
    let numbering = Numbering()
    try follow("numbering", with: numbering)
    let charts = try charts()
    try listPartsLeftOut(styles)
    let story = Story(
      styles: styles, numbering: numbering, charts: charts, diagrams: try diagrams(), limits: package.limits)
    story.footnotes = Story.Notes(
      texts: try noteTexts("footnotes", styles), first: settings.firstFootnote, place: Locator.footnote)
    story.endnotes = Story.Notes(texts: try noteTexts("endnotes", styles), first: 1, place: Locator.endnote)
    try package.follow(main, with: story)
    return SourceDocument(
      name: package.name, kind: .word, blocks: story.blocks, notes: notes + story.notes + story.notesAdrift)
  }

  private func follow(_ type: String, with follower: any XMLFollower) throws(ReadError) {
    guard let part = relationships.first(where: { $0.type == type })?.part, package.has(part) else { return }
    try package.follow(part, with: follower)
  }

  private func noteTexts(_ type: String, _ styles: Styles) throws(ReadError) -> [String: String] {
    let story = Story(styles: styles, limits: package.limits)
    try follow(type, with: story)
    return story.noteTexts
  }

  private mutating func charts() throws(ReadError) -> [String: SourceChart] {
    var charts: [String: SourceChart] = [:]
    var points = package.limits.pieces
    for relationship in relationships where relationship.type == "chart" && package.has(relationship.part) {
      let chart = ChartPart(limit: points)
      try package.follow(relationship.part, with: chart)
      points -= chart.points
      charts[relationship.id] = chart.source
    }
    return charts
  }

  /// The words of each SmartArt drawing.
  private func diagrams() throws(ReadError) -> [String: String] {
    var texts: [String: String] = [:]
    for relationship in relationships where relationship.type == "diagramData" && package.has(relationship.part) {
      let diagram = Diagram()
      try package.follow(relationship.part, with: diagram)
      texts[relationship.id] = trimmed(diagram.text)
    }
    return texts
  }

  private mutating func listPartsLeftOut(_ styles: Styles) throws(ReadError) {
    for relationship in relationships where ["header", "footer", "comments"].contains(relationship.type) {
      guard package.has(relationship.part) else { continue }
      let story = Story(styles: styles, limits: package.limits)
      try package.follow(relationship.part, with: story)
      let text = story.plainText
      if !text.isEmpty {
        notes.append(SourceNote(.partLeftOut, at: .part(relationship.part), verbatim: text))
      }
    }
  }
}

extension WordReader {
  /// The words of a SmartArt drawing, a line for each paragraph. How they hang together is not told.
  final class Diagram: XMLFollower {
    private(set) var text = ""
    private var isText = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) { isText = name == .`a:t` }

    func end(_ name: XMLName) {
      isText = false
      if name == .`a:p`, text.last != "\n" { text += "\n" }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
      if isText { text += String(decoding: utf8, as: UTF8.self) }
    }
  }

  final class Settings: XMLFollower {
    private(set) var firstFootnote = 1

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name == .`w:numStart`, let first = attributes[.`w:val`].flatMap(Int.init), (0...9_999).contains(first)
      else { return }
      firstFootnote = first
    }
  }
}

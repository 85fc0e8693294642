/// What the writer has to know of how a document is dressed: ours, or a council's own Word file.
struct WordDress: Sendable, Equatable {
  /// How an item of a list is set: its style, and the list it belongs to unless the style says so.
  struct Listing: Sendable, Equatable {
    var style = "ListParagraph"
    var number: Int?
  }

  /// The style of the title of the document.
  var title = "Heading1"
  /// How much higher headings stand: with a title of its own, the first heading is of level 1.
  var rise = 0
  var table = "CouncilTable"
  var bullets = Listing(number: WordNumbering.bullets)
  var numbers = Listing()
  /// The last number that is taken before the first numbered list.
  var lastNumber = WordNumbering.bullets
  var page = PageSetUp.standard
  /// The face of words in charts, which know no styles.
  var typeface = "Arial"

  static let ours = WordDress()
}

extension WordStyleSource {
  var dress: WordDress {
    var dress = WordDress()
    if has(.title) {
      dress.title = OurStyle.title.rawValue
      dress.rise = 1
    }
    dress.table = table
    dress.page = page
    dress.typeface = typeface ?? dress.typeface
    dress.bullets = WordDress.Listing(number: lastNumber + 1)
    if hasNumber(.listBullet) { dress.bullets = WordDress.Listing(style: OurStyle.listBullet.rawValue) }
    if hasNumber(.listNumber) { dress.numbers.style = OurStyle.listNumber.rawValue }
    dress.lastNumber = lastNumber + 1
    return dress
  }

  func style(_ id: String) -> XMLElement? {
    styles.elements.first { $0.name == "w:style" && $0["w:styleId"] == id }
  }

  private func has(_ style: OurStyle) -> Bool { self.style(style.rawValue) != nil }

  private func hasNumber(_ style: OurStyle) -> Bool { list(of: style) != nil }

  /// The list that a style of theirs belongs to.
  func list(of style: OurStyle) -> Int? {
    let properties = self.style(style.rawValue)?.first("w:pPr")?.first("w:numPr")
    guard let number = properties?.value(of: "w:numId").flatMap({ Int($0) }), number > 0 else { return nil }
    return numbering?.elements.contains { $0.name == "w:num" && $0["w:numId"] == String(number) } == true ? number : nil
  }

  /// The highest number of a list of theirs.
  var lastNumber: Int {
    (numbering?.elements ?? []).filter { $0.name == "w:num" }.compactMap { $0["w:numId"].flatMap { Int($0) } }.max()
      ?? 0
  }

  /// The style of their tables: one of their own making before Word's grid, and ours when they have neither.
  private var table: String {
    let tables = styles.elements.filter { $0.name == "w:style" && $0["w:type"] == "table" && !$0.isDefaultStyle }
    let ours = OurStyle.councilTable.rawValue
    if tables.contains(where: { $0["w:styleId"] == ours }) { return ours }
    let own = tables.first { $0["w:customStyle"] == "1" } ?? tables.first { $0.styleNames.contains("table grid") }
    return own?["w:styleId"] ?? ours
  }

  /// The face of running text, be it named by the styles or by the theme.
  private var typeface: String? {
    let defaults = styles.first("w:docDefaults")?.first("w:rPrDefault")?.first("w:rPr")?.first("w:rFonts")
    let normal = style("Normal")?.first("w:rPr")?.first("w:rFonts")
    for fonts in [normal, defaults].compactMap({ $0 }) {
      if let theirs = fonts["w:asciiTheme"], let scheme = theme?.first("a:themeElements")?.first("a:fontScheme") {
        let family = scheme.first(theirs.hasPrefix("major") ? "a:majorFont" : "a:minorFont")
        if let face = family?.first("a:latin")?["typeface"], !face.isEmpty { return face }
      }
      if let face = fonts["w:ascii"], !face.isEmpty { return face }
    }
    return nil
  }
}

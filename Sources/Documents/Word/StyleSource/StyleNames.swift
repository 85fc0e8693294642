/// What the styles of a council's Word file are called here.
///
/// Every Word knows the built-in styles by their English names, whatever their ids are; ours have ids that the writer
/// puts down. So theirs take our ids, wherever they are named, and a style of theirs that only has one of our ids by
/// chance gets another.
struct StyleNames: Sendable, Equatable {
  /// The new id of each of their styles that changes its id.
  private let ids: [String: String]

  init(_ sheet: XMLElement) {
    let styles = sheet.elements.filter { $0.name == "w:style" && $0["w:styleId"] != nil }
    var ids: [String: String] = [:]
    var taken: Set<String> = []
    func claim(_ ours: String, _ theirs: XMLElement?) {
      guard let id = theirs?["w:styleId"], ids[id] == nil, taken.insert(ours).inserted else { return }
      ids[id] = ours
    }
    for (type, ours) in StyleNames.defaults {
      claim(ours, styles.first { $0["w:type"] == type && $0.isDefaultStyle })
    }
    for ours in OurStyle.allCases {
      claim(ours.rawValue, styles.first { $0["w:type"] == ours.type && $0.styleNames.contains(ours.name) })
    }
    for ours in OurStyle.allCases where ours.isBuiltIn {
      claim(
        ours.rawValue,
        styles.first { $0["w:type"] == ours.type && $0["w:styleId"] == ours.rawValue && ids[ours.rawValue] == nil })
    }
    // An id of ours that is left to a style which is not ours.
    let all = Set(styles.compactMap { $0["w:styleId"] })
    for id in all.sorted() where ids[id] == nil && (taken.contains(id) || OurStyle(rawValue: id) != nil) {
      var other = id + "Own"
      while all.contains(other) || taken.contains(other) { other += "1" }
      taken.insert(other)
      ids[id] = other
    }
    self.ids = ids.filter { $0.key != $0.value }
  }

  private static let defaults = [
    ("paragraph", "Normal"), ("character", "DefaultParagraphFont"), ("table", "TableNormal"), ("numbering", "NoList"),
  ]

  private static let references: Set<String> = [
    "w:basedOn", "w:next", "w:link", "w:pStyle", "w:rStyle", "w:tblStyle", "w:styleLink", "w:numStyleLink",
  ]

  /// The part with the new ids.
  func renamed(_ part: XMLElement) -> XMLElement {
    guard !ids.isEmpty else { return part }
    return part.mapped { element in
      var element = element
      if element.name == "w:style", let id = element["w:styleId"] { element["w:styleId"] = ids[id] ?? id }
      if StyleNames.references.contains(element.name), let id = element["w:val"] { element["w:val"] = ids[id] ?? id }
      return element
    } ?? part
  }
}

/// The styles that the writer puts down, by their ids, and what every Word calls them.
enum OurStyle: String, CaseIterable {
  case normal = "Normal"
  case title = "Title"
  case heading1 = "Heading1"
  case heading2 = "Heading2"
  case heading3 = "Heading3"
  case heading4 = "Heading4"
  case listParagraph = "ListParagraph"
  case listBullet = "ListBullet"
  case listNumber = "ListNumber"
  case caption = "Caption"
  case tableText = "TableText"
  case tableHeader = "TableHeader"
  case tableGroup = "TableGroup"
  case afterTable = "AfterTable"
  case chart = "Chart"
  case note = "Note"
  case noteLabel = "NoteLabel"
  case footnoteText = "FootnoteText"
  case footnoteReference = "FootnoteReference"
  case header = "Header"
  case footer = "Footer"
  case hyperlink = "Hyperlink"
  case councilTable = "CouncilTable"
  case defaultParagraphFont = "DefaultParagraphFont"
  case tableNormal = "TableNormal"
  case noList = "NoList"

  var name: String {
    switch self {
    case .heading1: "heading 1"
    case .heading2: "heading 2"
    case .heading3: "heading 3"
    case .heading4: "heading 4"
    case .listParagraph: "list paragraph"
    case .listBullet: "list bullet"
    case .listNumber: "list number"
    case .tableText: "table text"
    case .tableHeader: "table header"
    case .tableGroup: "table group"
    case .afterTable: "after table"
    case .noteLabel: "note label"
    case .footnoteText: "footnote text"
    case .footnoteReference: "footnote reference"
    case .councilTable: "council table"
    case .defaultParagraphFont: "default paragraph font"
    case .tableNormal: "normal table"
    case .noList: "no list"
    case .normal, .title, .caption, .chart, .note, .header, .footer, .hyperlink: rawValue.lowercased()
    }
  }

  /// Whether every Word has it: its id then says as much as its name.
  var isBuiltIn: Bool {
    switch self {
    case .tableText, .tableHeader, .tableGroup, .afterTable, .chart, .note, .noteLabel, .councilTable: false
    default: true
    }
  }

  var type: String {
    switch self {
    case .footnoteReference, .hyperlink, .defaultParagraphFont: "character"
    case .councilTable, .tableNormal: "table"
    case .noList: "numbering"
    default: "paragraph"
    }
  }
}

extension XMLElement {
  /// The name of a style and its other names, in small letters.
  var styleNames: [String] {
    let names = [value(of: "w:name") ?? ""] + (value(of: "w:aliases") ?? "").split(separator: ",").map(String.init)
    return names.map { $0.lowercased() }
  }

  var isDefaultStyle: Bool { self["w:default"] == "1" || self["w:default"] == "true" }
}

extension WordStyleSource.Margin {
  func renaming(_ names: StyleNames) -> Self {
    WordStyleSource.Margin(
      isHeader: isHeader, pages: pages, content: names.renamed(content), pictures: pictures, links: links)
  }
}

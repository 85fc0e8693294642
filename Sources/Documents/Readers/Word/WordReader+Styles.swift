extension WordReader {
  /// What the document's styles say of headings, lists and colours.
  ///
  /// A style's id is in the author's language; its name is English everywhere.
  final class Styles: XMLFollower {
    private struct Style {
      var name = ""
      var parent: String?
      var outline: Int?
      /// The list that its paragraphs belong to; "0" is none.
      var list: String?
      var level: Int?
      var colour: String?
    }

    private static let longestDescent = 20

    private var styles: [String: Style] = [:]
    private var id: String?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      let value = attributes[.`w:val`]
      if name == .`w:style` { id = attributes[.`w:styleId`] }
      guard let id else { return }
      switch name {
      case .`w:name`: styles[id, default: Style()].name = (value ?? "").lowercased()
      case .`w:basedOn`: styles[id, default: Style()].parent = value
      case .`w:outlineLvl`: styles[id, default: Style()].outline = value.flatMap(Int.init)
      case .`w:numId`: styles[id, default: Style()].list = value
      case .`w:ilvl`: styles[id, default: Style()].level = value.flatMap(Int.init)
      case .`w:color`: styles[id, default: Style()].colour = rgb(value)
      default: break
      }
    }

    func end(_ name: XMLName) {
      if name == .`w:style` { id = nil }
    }

    func headingLevel(_ id: String?) -> Int? {
      inherited(id) { style in
        if style.name == "title" { return 1 }
        if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) { return level }
        return style.outline.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
      }
    }

    func list(_ id: String?) -> String? { inherited(id) { $0.list } }

    func listLevel(_ id: String?) -> Int? {
      guard let list = list(id), list != "0" else { return nil }
      return inherited(id) { $0.level } ?? 0
    }

    func colour(of id: String?) -> String? { inherited(id) { $0.colour } }

    /// The nearest answer among a style and those it is based on; a ring of styles ends, too.
    private func inherited<Value>(_ id: String?, _ answer: (Style) -> Value?) -> Value? {
      var next = id
      for _ in 0..<Self.longestDescent {
        guard let id = next, let style = styles[id] else { return nil }
        if let value = answer(style) { return value }
        next = style.parent
      }
      return nil
    }
  }
}

/// "RRGGBB" in capitals; nil for "auto" and anything else.
func rgb(_ value: String?) -> String? {
  guard let value, value.utf8.count == 6, value.allSatisfy(\.isHexDigit) else { return nil }
  return value.uppercased()
}

/// The sixteen pens of Word's highlighter.
let highlighters = [
  "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
  "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
  "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
]

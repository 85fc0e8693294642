extension WorkbookReader {
  /// What a cell's style says of its number and its colours.
  struct Style {
    var format = NumberFormat.plain
    var looks = SourceCell.Rarities.none
    /// The same of a number that is shown as a day or a time.
    var momentLooks = SourceCell.Rarities.moment
    /// The cell is of a colour that says something even where nothing is written in it.
    var isMark = false
  }

  /// A colour in one of the three ways that a workbook names one.
  private enum Colour {
    case full(String)
    case numbered(Int)
    case ofTheme(Int, tint: Double)
  }

  /// The styles of the workbook, which cells refer to by number.
  final class Styles: XMLFollower {
    private let room: Room
    private let theme: Theme
    /// The colours that the workbook itself gives numbers to.
    private var numbered: [String?] = []
    private var formats: [Int: NumberFormat] = [:]
    private var fonts: [Colour?] = []
    private var fills: [Colour?] = []
    private var parts: [(format: Int, font: Int, fill: Int)] = []
    private var styles: [Style] = []
    /// Fonts and fills occur among conditional formats, too, which are numbered apart.
    private var list = XMLName.other
    private var isSolid = false

    init(_ theme: Theme, _ room: Room) {
      self.theme = theme
      self.room = room
    }

    var refusal: ReadError.Trouble? { room.refusal }

    subscript(_ number: Int) -> Style { styles.indices.contains(number) ? styles[number] : Style() }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      switch (list, name) {
      case (_, .`x:numFmts`), (_, .`x:fonts`), (_, .`x:fills`), (_, .`x:cellXfs`), (_, .`x:dxfs`),
        (_, .`x:indexedColors`):
        list = name
      case (.`x:numFmts`, .`x:numFmt`):
        room.take()
        if let id = attributes[.numFmtId].flatMap(Int.init), let code = attributes[.formatCode] {
          formats[id] = NumberFormat(code: code)
        }
      case (.`x:fonts`, .`x:font`): add(to: &fonts)
      case (.`x:fonts`, .`x:color`): if !fonts.isEmpty { fonts[fonts.count - 1] = colour(attributes) }
      case (.`x:fills`, .`x:fill`): add(to: &fills)
      case (.`x:fills`, .`x:patternFill`): isSolid = attributes[.patternType] == "solid"
      case (.`x:fills`, .`x:fgColor`): if isSolid, !fills.isEmpty { fills[fills.count - 1] = colour(attributes) }
      case (.`x:indexedColors`, .`x:rgbColor`):
        room.take()
        numbered.append(rgb(attributes[.rgb].map { String($0.suffix(6)) }))
      case (.`x:cellXfs`, .`x:xf`):
        room.take()
        func number(_ name: XMLName) -> Int { attributes[name].flatMap(Int.init) ?? 0 }
        parts.append((number(.numFmtId), number(.fontId), number(.fillId)))
      default: break
      }
    }

    /// Colours may be given their numbers after the styles that use them, so styles are put together at the end.
    func end(_ name: XMLName) {
      if name == list { list = .other }
      if name == .`x:styleSheet` { styles = parts.map(style) }
    }

    private func add(to list: inout [Colour?]) {
      room.take()
      list.append(nil)
    }

    private func style(_ part: (format: Int, font: Int, fill: Int)) -> Style {
      let shading = fills.indices.contains(part.fill) ? fills[part.fill].flatMap(told) : nil
      let textColour = fonts.indices.contains(part.font) ? fonts[part.font].flatMap(toldOfText) : nil
      let format = formats[part.format] ?? NumberFormat(builtIn: part.format)
      var looks = SourceCell.Rarities(textColour: textColour, shading: shading)
      if format == .pounds { looks.change { $0.isPounds = true } }
      var momentLooks = looks
      momentLooks.change { $0.isDayOrTime = true }
      return Style(
        format: format, looks: looks, momentLooks: momentLooks, isMark: shading.map(isChromatic) == true)
    }

    /// Ordinary text has the theme's black or white, which says nothing.
    private func toldOfText(_ colour: Colour) -> String? {
      let told = told(colour)
      if case .ofTheme = colour, told.map(isChromatic) != true { return nil }
      return told
    }

    /// The colour as "RRGGBB".
    private func told(_ colour: Colour) -> String? {
      switch colour {
      case .full(let rgb): rgb
      case .numbered(let number):
        if numbered.indices.contains(number) {
          numbered[number]
        } else {
          numberedColours.indices.contains(number) ? numberedColours[number] : nil
        }
      case .ofTheme(let number, let tint): theme[number].map { shade($0, tint) }
      }
    }

    /// Opacity comes before the colour and is always full.
    private func colour(_ attributes: XMLAttributes) -> Colour? {
      if let full = rgb(attributes[.rgb].map({ String($0.suffix(6)) })) { return .full(full) }
      if let number = attributes.value(.theme)?.number {
        return .ofTheme(number, tint: attributes[.tint].flatMap(Double.init) ?? 0)
      }
      return attributes.value(.indexed)?.number.map(Colour.numbered)
    }
  }
}

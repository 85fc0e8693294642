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

  /// The styles of the workbook, which cells refer to by number.
  final class Styles: XMLFollower {
    private let room: Room
    private var formats: [Int: NumberFormat] = [:]
    private var fonts: [String?] = []
    private var fills: [String?] = []
    private var styles: [Style] = []
    /// Fonts and fills occur among conditional formats, too, which are numbered apart.
    private var list = XMLName.other
    private var isSolid = false

    init(_ room: Room) {
      self.room = room
    }

    var refusal: ReadError.Trouble? { room.refusal }

    subscript(_ number: Int) -> Style { styles.indices.contains(number) ? styles[number] : Style() }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      switch (list, name) {
      case (_, .`x:numFmts`), (_, .`x:fonts`), (_, .`x:fills`), (_, .`x:cellXfs`), (_, .`x:dxfs`): list = name
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
      case (.`x:cellXfs`, .`x:xf`): addStyle(attributes)
      default: break
      }
    }

    func end(_ name: XMLName) {
      if name == list { list = .other }
    }

    private func add(to list: inout [String?]) {
      room.take()
      list.append(nil)
    }

    private func addStyle(_ attributes: XMLAttributes) {
      func number(_ name: XMLName) -> Int { attributes[name].flatMap(Int.init) ?? 0 }
      room.take()
      let format = number(.numFmtId)
      let font = number(.fontId)
      let fill = number(.fillId)
      let shading = fills.indices.contains(fill) ? fills[fill] : nil
      let looks = SourceCell.Rarities(
        textColour: fonts.indices.contains(font) ? fonts[font] : nil, shading: shading)
      var momentLooks = looks
      momentLooks.change { $0.isDayOrTime = true }
      styles.append(
        Style(
          format: formats[format] ?? NumberFormat(builtIn: format), looks: looks, momentLooks: momentLooks,
          isMark: shading.map(isChromatic) == true))
    }

    /// Opacity comes before the colour and is always full.
    private func colour(_ attributes: XMLAttributes) -> String? {
      rgb(attributes[.rgb].map { String($0.suffix(6)) })
    }
  }
}

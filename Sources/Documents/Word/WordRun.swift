/// The look of a run of words.
struct RunLook: Equatable {
  var style: String?
  var bold = false
  var italic = false
  var colour: Colour?
  var ground: Colour?
  /// Whether the face is the one that has the shapes of the statuses.
  var symbol = false
}

extension XML {
  /// Words that look alike.
  mutating func run(_ words: String, _ look: RunLook = RunLook()) {
    element("w:r") { xml in
      xml.look(look)
      xml.element("w:t", ["xml:space": "preserve"], text: words)
    }
  }

  /// A status: the shape as a character, then the word, both on the tint. They stay on one line, but for the words of a
  /// status in the narrow column of a table.
  mutating func status(_ mark: StatusMark, count: Int? = nil, breaks: Bool = false) {
    let look = mark.tone.appearance
    run("\u{A0}\(look.character)\u{A0}", RunLook(colour: look.mark, ground: look.tint, symbol: true))
    let words = (count.map { "\($0) " } ?? "") + mark.word + " "
    run(breaks ? words : words.unbroken, RunLook(bold: count != nil, colour: look.text, ground: look.tint))
  }

  /// The schema wants the parts of a look in this order.
  private mutating func look(_ look: RunLook) {
    guard look != RunLook() else { return }
    element("w:rPr") { xml in
      if let style = look.style { xml.empty("w:rStyle", ["w:val": style]) }
      // Arial has no flag; this face comes with Windows and has all five shapes. Others find a substitute.
      if look.symbol {
        let face = "Segoe UI Symbol"
        xml.empty("w:rFonts", ["w:ascii": face, "w:hAnsi": face, "w:eastAsia": face, "w:cs": face])
      }
      if look.bold { xml.raw("<w:b/><w:bCs/>") }
      if look.italic { xml.raw("<w:i/><w:iCs/>") }
      if let colour = look.colour { xml.empty("w:color", ["w:val": colour.hex]) }
      if let ground = look.ground {
        xml.empty("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": ground.hex])
      }
    }
  }
}

extension String {
  /// The same words, never broken over two lines.
  fileprivate var unbroken: String {
    split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\u{A0}")
  }
}

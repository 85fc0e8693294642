extension WorkbookReader {
  /// The workbook itself: the names of its sheets in their order, and where its days begin.
  final class Contents: XMLFollower {
    struct Sheet: Hashable {
      var name: String
      /// The id of its relationship.
      var id: String
      var isHidden: Bool
    }

    private let room: Room
    private(set) var sheets: [Sheet] = []
    private(set) var days = SheetDays.from1900
    private var names: Set<String> = []

    init(_ room: Room) {
      self.room = room
    }

    var refusal: ReadError.Trouble? { room.refusal }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == .`x:workbookPr`, attributes[.date1904].isTrue { days = .from1904 }
      guard name == .`x:sheet`, let title = attributes[.name], let id = attributes[.`r:id`] else { return }
      room.take()
      if !names.insert(title).inserted { room.refuse(.malformedXML(reason: "two sheets have the same name")) }
      sheets.append(Sheet(name: title, id: id, isHidden: ["hidden", "veryHidden"].contains(attributes[.state])))
    }
  }

  /// The texts that cells refer to by number.
  final class SharedStrings: XMLFollower {
    private let room: Room
    private(set) var texts: [String] = []
    private var run = TextRun()

    init(_ room: Room) {
      self.room = room
    }

    var refusal: ReadError.Trouble? { room.refusal }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == .`x:si` { run.clear() } else { run.start(name) }
    }

    func end(_ name: XMLName) {
      run.end(name)
      guard name == .`x:si` else { return }
      let text = run.text
      room.take(text)
      texts.append(SheetText.decoded(text))
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) { run.add(utf8) }
  }

  /// The text of a cell or a shared string, which may be in runs of several looks. How a word is pronounced, which
  /// East Asian workbooks keep beside it, is not part of it.
  struct TextRun {
    private var utf8: [UInt8] = []
    private var isText = false
    private var isPhonetic = false

    var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Makes room for the next text, in the same place.
    mutating func clear() {
      if !utf8.isEmpty { utf8.removeAll(keepingCapacity: true) }
      isText = false
      isPhonetic = false
    }

    mutating func start(_ name: XMLName) {
      if name == .`x:rPh` { isPhonetic = true }
      if name == .`x:t` { isText = true }
    }

    mutating func end(_ name: XMLName) {
      if name == .`x:rPh` { isPhonetic = false }
      if name == .`x:t` { isText = false }
    }

    mutating func add(_ more: UnsafeBufferPointer<UInt8>) {
      if isText, !isPhonetic { utf8.append(contentsOf: more) }
    }
  }

  /// Where a table stands that the author made one of.
  final class TableRange: XMLFollower {
    private(set) var headerRow: Int?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name == .`x:table`, attributes[.headerRowCount] != "0" else { return }
      headerRow = attributes[.ref].flatMap { CellRange($0) }?.rows.lowerBound
    }
  }

  /// What people wrote in the margin, one to a line.
  final class Comments: XMLFollower {
    private var run = TextRun()
    private var comments: [String] = []

    var text: String { comments.joined(separator: "\n") }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == .`x:comment` { run.clear() } else { run.start(name) }
    }

    func end(_ name: XMLName) {
      run.end(name)
      if name == .`x:comment`, !run.text.isEmpty { comments.append(SheetText.decoded(run.text)) }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) { run.add(utf8) }
  }
}

extension String? {
  /// As XML writes a Boolean.
  var isTrue: Bool { self == "1" || self == "true" }
}

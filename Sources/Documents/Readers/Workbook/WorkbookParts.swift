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

    func start(_ name: String, _ attributes: [String: String]) {
      if name == "x:workbookPr", attributes["date1904"].isTrue { days = .from1904 }
      guard name == "x:sheet", let title = attributes["name"], let id = attributes["r:id"] else { return }
      room.take()
      if !names.insert(title).inserted { room.refuse(.malformedXML(reason: "two sheets have the same name")) }
      sheets.append(Sheet(name: title, id: id, isHidden: ["hidden", "veryHidden"].contains(attributes["state"])))
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

    func start(_ name: String, _ attributes: [String: String]) {
      if name == "x:si" { run = TextRun() } else { run.start(name) }
    }

    func end(_ name: String) {
      run.end(name)
      guard name == "x:si" else { return }
      room.take(run.text)
      texts.append(SheetText.decoded(run.text))
    }

    func text(_ text: String) { run.add(text) }
  }

  /// The text of a cell or a shared string, which may be in runs of several looks. How a word is pronounced, which
  /// East Asian workbooks keep beside it, is not part of it.
  struct TextRun {
    private(set) var text = ""
    private var isText = false
    private var isPhonetic = false

    mutating func start(_ name: String) {
      if name == "x:rPh" { isPhonetic = true }
      if name == "x:t" { isText = true }
    }

    mutating func end(_ name: String) {
      if name == "x:rPh" { isPhonetic = false }
      if name == "x:t" { isText = false }
    }

    mutating func add(_ more: String) {
      if isText, !isPhonetic { text += more }
    }
  }

  /// Where a table stands that the author made one of.
  final class TableRange: XMLFollower {
    private(set) var headerRow: Int?

    func start(_ name: String, _ attributes: [String: String]) {
      guard name == "x:table", attributes["headerRowCount"] != "0" else { return }
      headerRow = attributes["ref"].flatMap { CellRange($0) }?.rows.lowerBound
    }
  }

  /// What people wrote in the margin, one to a line.
  final class Comments: XMLFollower {
    private var run = TextRun()
    private var comments: [String] = []

    var text: String { comments.joined(separator: "\n") }

    func start(_ name: String, _ attributes: [String: String]) {
      if name == "x:comment" { run = TextRun() } else { run.start(name) }
    }

    func end(_ name: String) {
      run.end(name)
      if name == "x:comment", !run.text.isEmpty { comments.append(SheetText.decoded(run.text)) }
    }

    func text(_ text: String) { run.add(text) }
  }
}

extension String? {
  /// As XML writes a Boolean.
  var isTrue: Bool { self == "1" || self == "true" }
}

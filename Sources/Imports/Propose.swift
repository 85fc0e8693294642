import CorporatePlan
import Documents

/// What a recogniser found in a document.
struct Reading {
  var recognition: Recognition
  var period: Period?
  var records: [any Record] = []
  /// The figures of tables, of which there are many; they come after the other records.
  var figures: TableFigures?
  var diagnostics: [Diagnostic] = []
  var unplaced: [UnplacedCell] = []
  /// Where each record was found.
  var found = RecordPlaces()
  var mapping: [TableMapping] = []
  /// Whether the document is an export of this program's: its records are what they were, places and all, and the file
  /// is no source of theirs.
  var isExport = false
  /// The council that an export says it is of.
  var council: String?
  /// Whether it names another council, and nobody has said that it is meant all the same.
  var isWithheld = false
}

extension ImportProposal {
  /// Recognises a document and proposes its records as a difference against today's Book.
  ///
  /// - Parameters:
  ///   - fileDigest: `sha256:` and 64 hex digits of the file's bytes.
  ///   - period: the quarter it is for, where the document doesn't say or says it wrongly.
  ///   - council: the council's name, where the document doesn't say.
  ///   - kind: what to read it as, such as `scorecard`, where the person knows better.
  ///   - answers: answers to the questions of an earlier preview, by question.
  ///   - columns: what columns mean, by heading, where a person has settled it.
  package init(
    _ document: SourceDocument, fileDigest: String, period: Period? = nil, council: String? = nil, kind: String? = nil,
    answers: [String: String] = [:], columns: [String: String] = [:], into book: Book = Book()
  ) {
    let document = document.withCellsInRows ?? document
    let looked = LookedAt(document)
    let order = ImportOrder(
      fileDigest: fileDigest, period: period, council: council, kind: kind, answers: answers, columns: columns,
      book: book, looked: looked
    ).remembering(looked)
    var reading =
      Recogniser.best(for: looked, asked: order.kind)?.read(document, order)
      ?? Reading.notRecognised(document, period)
    if order.kind == nil { reading.preferTables(looked, order) }
    // It was said to be of a kind that it isn't.
    if reading.isSilent { reading = Reading.notRecognised(document, period) }
    reading.diagnostics += reading.fractionsOfCounts(book)
    reading.diagnostics += document.notes.map(Diagnostic.init)
    reading.askAboutCouncil(document, order)
    isWithheld = reading.isWithheld
    let found = ProposedRecords(reading, order, document)
    recognition = reading.recognition
    fileName = document.name
    self.fileDigest = fileDigest
    self.period = reading.period
    self.found = found
    diagnostics = reading.diagnostics
    unplaced = reading.unplaced
    mapping = reading.mapping
    counts = found.counts
    let period = reading.period
    standing = Late { period.flatMap { found.scorecard(in: $0) } }
  }
}

extension SourceFile {
  init(_ reading: Reading, _ document: SourceDocument, _ digest: String) {
    self.init(
      id: digest, name: document.name, recognisedAs: reading.recognition.kind, period: reading.period,
      diagnostics: reading.diagnostics.map(\.line),
      places: (reading.found.all + (reading.figures?.places ?? [])).map { Place($0.id, at: $0.locator.place) }
    )
  }
}

extension Reading {
  /// A short report with plain tables is read as these, where more of it then has a home than in a scorecard that it may be
  /// as well.
  fileprivate mutating func preferTables(_ looked: LookedAt, _ order: ImportOrder) {
    guard recognition.kind == Recogniser.scorecard.kind, recognition.confidence < 45,
      looked.document.tables.count <= TableRecogniser.most
    else { return }
    guard Recogniser.indicatorTable.confidence(looked) > 20 else { return }
    let tables = Recogniser.indicatorTable.read(looked.document, order)
    if tables.missed < missed { self = tables }
  }

  /// How many parts of the document came to nothing.
  private var missed: Int {
    unplaced.count + diagnostics.count { $0.severity == .error || $0.code == .priorityUnknown }
  }

  /// Whether nothing came of the document, not even a word of why.
  fileprivate var isSilent: Bool { records.isEmpty && unplaced.isEmpty && diagnostics.isEmpty }

  fileprivate static func notRecognised(_ document: SourceDocument, _ period: Period?) -> Reading {
    let first = document.paragraphs.first { !$0.text.trimmed.isEmpty }
    return Reading(
      recognition: .unknown, period: period,
      diagnostics: [
        Diagnostic(
          .error, .notRecognised, at: first?.locator ?? .document, verbatim: first?.text.trimmed ?? "",
          document.isTooLong
            ? "This document is not recognised: it is no list of values, and has more than \(Recogniser.mostPassages) paragraphs and cells, which no plan or report has. Nothing was taken from it; import it in parts."
            : "This document is not recognised: it has no tables or lists that a plan, a performance report or a cabinet report has, and no table with headings such as indicator, target, actual or action. Nothing was taken from it."
        )
      ],
      unplaced: document.passages.map { UnplacedCell(at: $0.locator.description, verbatim: $0.text) })
  }
}

extension Diagnostic {
  /// As kept with the file: place, code and message on one line.
  fileprivate var line: String { "\(at): \(message) (\(code.rawValue))" }

  fileprivate init(_ note: SourceNote) {
    self.init(.note, .readingNote, at: note.locator, verbatim: note.verbatim, note.message)
  }
}

extension SourceNote {
  fileprivate var message: String {
    switch matter {
    case .readAsWindows1252: "The file is not in Unicode and was read as an old Windows text."
    case .unreadableCharacters: "Some characters could not be read and were replaced."
    case .trackedDeletion: "A tracked deletion was left out."
    case .partLeftOut: "A header, footer or comment is not part of the running text and was left out."
    case .objectLeftOut: "A picture or object could not be read and was left out."
    case .footnoteAdrift: "A footnote is called and has no text, or has text and is never called."
    case .hidden: "This is hidden in the workbook and was read all the same."
    case .formulaWithoutValue:
      "This formula was never calculated and has no value. Open the workbook in Excel and save it."
    case .coveredByMergedCell: "A merged cell lies over this text, which was left out."
    case .noSuchDay: "This number is shown as a day that does not exist. It was read as a number."
    }
  }
}

extension SourceDocument {
  /// Every piece of text with its own place: paragraphs, footnotes and cells, without empty ones.
  var passages: [(locator: Locator, text: String)] { passages(outside: []) }

  func passages(outside tables: Set<Locator>) -> [(locator: Locator, text: String)] {
    blocks.flatMap { block -> [(Locator, String)] in
      switch block {
      case .paragraph(let paragraph): [(paragraph.locator, paragraph.text)]
      case .footnote(let footnote): [(footnote.locator, footnote.text)]
      case .table(let table) where tables.contains(table.locator): []
      case .table(let table): table.rows.flatMap(\.cells).filter { $0.continues == nil }.map { ($0.locator, $0.text) }
      case .chart: []
      }
    }.filter { !$0.1.trimmed.isEmpty }
  }
}

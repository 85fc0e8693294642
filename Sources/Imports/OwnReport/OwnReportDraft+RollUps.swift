import CorporatePlan
import Documents

/// A sentence of the program's that counts, as it stands in a report that came back from Word:
/// "64 indicators are in the plan: 60 were due, 58 have data and 56 are rated."
struct PrintedFunnel: Equatable {
  let inPlan: Int
  /// Due, with data and rated; of actions the last two.
  let steps: [Int]
  /// Whether it counts what is under the priority of its section.
  let isOfPriority: Bool

  var isOfIndicators: Bool { steps.count == 3 }

  init?(_ text: String) {
    let line = text.onOneLine
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let head = line[..<colon]
    let body = line[colon...].prefix { $0 != "." }
    isOfPriority = head.hasSuffix(" under this priority")
    guard isOfPriority || head.hasSuffix(" in the plan"), body.hasSuffix(" rated"),
      let inPlan = head.split(separator: " ").first.flatMap({ Int($0) })
    else { return nil }
    self.inPlan = inPlan
    steps = body.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    guard steps.count == (body.contains(" due") ? 3 : 2) else { return nil }
  }
}

/// The description of a chart of counts, which says its bars: "The whole plan: 8 Green, 4 Amber and 5 Red. A council that
/// answers: 2 Green, 2 Amber and 3 Red."
struct PrintedBars: Equatable {
  let bars: [Bar]

  /// No council has a million of anything in its plan.
  private static let mostDigits = 6

  struct Bar: Equatable {
    let label: String
    /// How many are in it, whatever their status.
    let count: Int
  }

  /// `nil` when anything in it is no bar.
  init?(_ text: String) {
    var bars: [Bar] = []
    for sentence in text.onOneLine.split(separator: ".").map({ String($0).trimmed }) where !sentence.isEmpty {
      guard let colon = sentence.lastIndex(of: ":") else { return nil }
      let counts = String(sentence[sentence.index(after: colon)...]).replacing(" and ", with: ", ").split(
        separator: ", "
      )
      .map { $0.split(separator: " ", maxSplits: 1) }
      // A bar has a count for each status, those that nothing has among them.
      let numbers = counts.compactMap { $0.count == 2 && $0[0].count <= PrintedBars.mostDigits ? Int($0[0]) : nil }
      guard numbers.count == counts.count, numbers.count > 1 else { return nil }
      bars.append(Bar(label: String(sentence[..<colon]), count: numbers.reduce(0, +)))
    }
    guard !bars.isEmpty else { return nil }
    self.bars = bars
  }
}

extension OwnReportDraft {
  /// Holds the sentences that count against what the record gives with the tables of the same document. Nothing is taken from
  /// them; one that disagrees was typed over in Word, or its table was.
  mutating func checkRollUps(_ period: Period) {
    let sentences = paragraphs(PrintedFunnel.init)
    let bars = paragraphs(PrintedBars.init)
    guard !sentences.isEmpty || !bars.isEmpty, let whole = try? book.adding(draft.records) else { return }
    if parts.isByException, book.indicators.isEmpty, book.items.isEmpty {
      // Its counts are of the whole plan, and most of that is not in it.
      draft.take((sentences.map(\.0) + bars.map(\.0)).map(\.locator))
      return draft.tell(
        .warning, .ownByException, at: parts.title.locator, verbatim: parts.title.text,
        "This report lists only what was out of the ordinary, and does not say whether high or low is good. Import the "
          + "full report, or the council's export, to have the whole plan.")
    }
    let scorecard = Scorecard(whole, period)
    checkBars(bars, scorecard)
    for (paragraph, printed, section) in sentences {
      draft.take(paragraph.locator)
      guard let computed = counts(printed, section, scorecard), !agrees(printed, computed) else { continue }
      draft.tell(
        .warning, .ownCountDiffers, at: paragraph.locator, verbatim: paragraph.text.trimmed,
        "The sentence counts \(([printed.inPlan] + printed.steps).words); the record with the tables of this report gives "
          + "\(computed.words). Check which of them was changed in Word; the tables are taken.")
    }
  }

  /// The paragraphs that read as something, with the section in which they stand.
  private func paragraphs<Reading>(_ read: (String) -> Reading?) -> [(SourceParagraph, Reading, String)] {
    parts.parts.flatMap { part in
      part.blocks.compactMap { block in
        guard case .paragraph(let paragraph) = block else { return nil }
        return read(paragraph.text).map { (paragraph, $0, part.section) }
      }
    }
  }

  /// What a chart's bars come to is what there is of its priority, or of the plan.
  private mutating func checkBars(_ bars: [(SourceParagraph, PrintedBars, String)], _ scorecard: Scorecard) {
    for (paragraph, printed, section) in bars {
      let wrong = printed.bars.first { bar in
        let label = bar.label.normalisedName
        let home = [label, section.normalisedName].lazy.compactMap { name in
          scorecard.sections.first { $0.priority.title.normalisedName == name }
        }.first
        let known =
          home.map { [$0.indicatorTally.inPlan, $0.actionTally.inPlan] }
          ?? [scorecard.indicators.inPlan, scorecard.actions.inPlan]
        return !known.contains(bar.count)
      }
      // What is no count of the plan's may be an officer's own list.
      let isOurs = printed.bars.contains { $0.label == "The whole plan" } || wrong == nil
      guard isOurs else { continue }
      draft.take(paragraph.locator)
      guard let wrong else { continue }
      draft.tell(
        .warning, .ownCountDiffers, at: paragraph.locator, verbatim: paragraph.text.trimmed,
        "The description of the chart counts \(wrong.count) under “\(wrong.label)”, which is not what the record with "
          + "the tables of this report gives. Check which of them was changed in Word; the tables are taken.")
    }
  }

  private func counts(_ printed: PrintedFunnel, _ section: String, _ scorecard: Scorecard) -> [Int]? {
    let own = scorecard.sections.first { $0.priority.title.normalisedName == section.normalisedName }
    if printed.isOfPriority, own == nil { return nil }
    let tally =
      printed.isOfIndicators
      ? (printed.isOfPriority ? own?.indicatorTally : nil) ?? scorecard.indicators
      : (printed.isOfPriority ? own?.actionTally : nil) ?? scorecard.actions
    return [tally.inPlan] + (printed.isOfIndicators ? [tally.due] : []) + [tally.withData, tally.rated]
  }

  /// Into an empty council the tables alone can't tell what was due and how everything is rated.
  private func agrees(_ printed: PrintedFunnel, _ computed: [Int]) -> Bool {
    book.position > 0 ? [printed.inPlan] + printed.steps == computed : printed.inPlan == computed[0]
  }
}

extension [Int] {
  fileprivate var words: String { map(String.init).joined(separator: ", ") }
}

extension DiagnosticCode {
  static let ownCountDiffers = DiagnosticCode(
    "own-count-differs", "A sentence of a report that came back counts otherwise than the record with its tables.",
    remedy: "Check which of them was changed; the tables are what is recorded.")

  static let ownByException = DiagnosticCode(
    "own-by-exception", "A report by exception came to a council that has no plan here.",
    remedy: "Import the full report or the council's export; a report by exception lists only some of it.")

  static let ofOwnReports = [ownCountDiffers, ownByException]
}

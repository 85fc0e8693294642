import CorporatePlan
import Documents

extension OutcomesDraft {
  /// "Bi-annual" until somebody says which: once a year.
  mutating func biAnnual(_ listing: IndicatorListing, _ wording: IndicatorWording) -> Period.Grain {
    let answer = draft.ask(
      .biAnnual, at: listing.place, verbatim: listing.text,
      "“\(wording.schedule ?? "")” can mean twice a year or every two years. While this is open, “\(wording.name)” is owed once a year.",
      choices: [.init("twice-a-year", "Twice a year"), .init("every-two-years", "Every two years")])
    switch answer {
    case "twice-a-year": return .halfYear
    case "every-two-years": return .twoYears
    default: return .year
    }
  }

  /// Whether a reading of a measure counts: asked once, at the first; both do while it is open.
  mutating func isChosen(_ wording: IndicatorWording, _ listing: IndicatorListing, _ shared: String) -> Bool {
    let reading = wording.frame == .yearToDate ? "year-to-date" : "rolling"
    if variantAnswers[shared] == nil {
      let answer = draft.ask(
        .variantOpen, at: listing.place, verbatim: listing.text,
        "The plan gives two readings of “\(shared)” and leaves open which counts. While this is open, both are kept.",
        choices: [
          .init("rolling", "The last twelve months"), .init("year-to-date", "The year to date"), .init("both", "Both"),
        ])
      variantAnswers[shared] = answer ?? "open"
      if answer == nil { openVariants.insert(shared) }
    }
    let answer = variantAnswers[shared] ?? "open"
    if ["open", "both", reading].contains(answer) { return true }
    draft.tell(
      .note, .variantOpen, at: listing.place, verbatim: listing.text,
      "As answered, this reading does not count and was left out.")
    return false
  }

  mutating func tellCells(_ listings: [IndicatorListing]) {
    for listing in listings where listing.inCell > 1 && listing.isFirstInCell && listing.variantOf == nil {
      draft.tell(
        .note, .severalIndicators, at: listing.place, verbatim: listing.text,
        "The cell that begins so lists \(listing.inCell) indicators; each was kept on its own.")
    }
  }

  /// What the plan leaves open of many indicators is told once.
  mutating func tellOpen() {
    let indicators = draft.records.compactMap { $0 as? Indicator }
    let unknown = indicators.filter { $0.polarity == .none }
    guard let place = parts.blocks.first?.indicators.first?.locator else { return }
    if !unknown.isEmpty {
      draft.tell(
        .note, .polarityNotStated, at: place,
        "The plan doesn't say for \(unknown.count) of its \(counted(indicators.count, "indicator")) whether high or low is good. Set it before figures are rated."
      )
    }
    if !withoutFrequency.isEmpty {
      draft.tell(
        .note, .frequencyAssumed, at: place,
        "The plan doesn't say for \(withoutFrequency.count) of its \(counted(indicators.count, "indicator")) how often they are reported; quarterly was taken."
      )
    }
  }

  /// Holds the lists in front, "Making a difference for …, by:", against the outcomes of the tables.
  mutating func checkFront() {
    let outcomes = draft.records.compactMap { $0 as? PlanItem }.filter { $0.role == .outcome }
      .prefix(Likeness.mostTexts).map { Likeness($0.title) }
    var matched = 0
    var first: PrintedLine?
    for section in parts.front {
      var isOpen = false
      for line in section.lines {
        if !line.isListItem {
          isOpen = line.text.normalisedName.hasSuffix(" by") && line.text.hasSuffix(":")
          continue
        }
        guard isOpen, matched < Likeness.mostTexts else { continue }
        let words = Likeness(line.text)
        if outcomes.contains(where: { $0.percent(words) >= 65 || $0.coverage(words) >= 85 }) {
          matched += 1
          first = first ?? line
        } else {
          draft.tell(
            .question, .listedInFrontOnly, at: line.locator, verbatim: line.text,
            "No outcome of the tables is in these words. The text was kept with its section.")
        }
      }
    }
    guard let first else { return }
    draft.tell(
      .note, .listedAgain, at: first.locator, verbatim: first.text,
      "\(counted(matched, "item")) in front \(matched == 1 ? "repeats an outcome" : "repeat outcomes") of the tables. Each outcome was kept once."
    )
  }
}

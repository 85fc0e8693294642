import CorporatePlan
import Documents

/// What the head of a report says: the council, the plan, the quarter, and the council's own words.
struct TitlePage {
  let title: SourceParagraph?
  let planTitle: String?
  let scorecardWord: String?
  let actionWord: String?

  init(_ document: SourceDocument, _ introduction: SourceParagraph?) {
    title = document.paragraphs.first { !$0.text.trimmed.isEmpty }
    let head = [title?.text ?? "", introduction?.text ?? ""].joined(separator: " \n ").onOneLine
    planTitle =
      (head.firstMatch(of: /(?i)\bplan,?\s+(?:20\d\d\s*[-–\/]\s*\d{2,4},?\s+)?[‘“'"]([^’”'"]{3,100})[’”'"]/)?.1)
      .map(String.init)
    scorecardWord = head.firstMatch(of: /((?:[A-Z][a-z]+ )+Scorecard)\b/).map { String($0.1) }
    actionWord = document.paragraphs.lazy.filter { Topic($0) == .actions }
      .compactMap { $0.text.headingParts.first { Topic(heading: $0) == .actions } }.first
      .map { $0.hasSuffix("s") ? String($0.dropLast()) : $0 }
  }
}

/// The name of the council, by how often the text gives each: "London Borough of Harrow", "Harrow Council".
struct CouncilName {
  let name: String
  let locator: Locator
  let verbatim: String
  /// Whether the title gives it.
  let isInTitle: Bool

  /// `nil` when the text names none, or two equally often.
  init?(_ document: SourceDocument) {
    var forms: [String: [(name: String, rank: Int, locator: Locator)]] = [:]
    for (locator, passage) in document.passages {
      let text = passage.onOneLine
      for match in text.matches(of: /\b((?:London |Royal |Metropolitan )+Borough of ((?:[A-Z][a-z]+[ -]?(?:and |upon |on )?)+))/) {
        forms[String(match.2).trimmed, default: []].append((String(match.1).trimmed, 2, locator))
      }
      for match in text.matches(
        of: /\b((?:[A-Z][a-z]+[ -])*?([A-Z][a-z]+(?:[ -][A-Z][a-z]+)*?) (?:(?:Metropolitan |London )?(?:Borough|City|County|District|Town) )?Council)\b/)
      {
        let place = String(match.2)
        if notPlaces.contains(place) { continue }
        forms[place, default: []].append((String(match.1), match.1.split(separator: " ").count > 2 ? 2 : 1, locator))
      }
    }
    let ranked = forms.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    guard let first = ranked.first, ranked.count == 1 || ranked[1].value.count < first.value.count,
      let best = first.value.max(by: { $0.rank < $1.rank })
    else { return nil }
    name = best.name
    locator = best.locator
    verbatim = document.verbatim(at: best.locator)?.trimmed ?? best.name
    isInTitle = best.locator == document.paragraphs.first { !$0.text.trimmed.isEmpty }?.locator
  }
}

private let notPlaces: Set<String> = ["The", "Our", "Your", "Full", "Parish", "Corporate", "Local", "A", "Each", "Every"]

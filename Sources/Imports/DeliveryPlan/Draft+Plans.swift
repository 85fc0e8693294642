import CorporatePlan
import Documents

extension DeliveryPlanDraft {
  /// The council, the plan of several years when the title names it, and this year's.
  mutating func draftPlans() {
    let at = parts.title.first?.locator ?? .document
    let words = parts.title.map(\.text.onOneLine)
    let whole = parts.title.first { PlanYears.span(in: $0.text) != nil }
    draftCouncil(whole?.text.onOneLine)
    if year == nil {
      draft.tell(
        .question, .periodMissing, at: at, verbatim: words.joined(separator: " "),
        "The title doesn't say which year this plan is for. Say which, for example 2024-25, and import again; until then no target was taken."
      )
    }
    let levels = [parts.priorities.first?.heading.level ?? "Priority", parts.outcomeLevel, activityWord, "Sub action"]
    if let whole, let span = PlanYears.span(in: whole.text) {
      let id = Slugs.slug(whole.text.onOneLine)
      draft.add(
        Plan(
          id: id, title: whole.text.onOneLine, type: .corporate, start: FinancialYear(span.first).period.start,
          end: FinancialYear(span.last).period.start, levels: levels), at: whole.locator)
      draft.tell(
        .note, .deliveryYearsRead, at: whole.locator, verbatim: whole.text.onOneLine,
        "The plan names years and no days; it was read as 1 April \(span.first) to 31 March \(span.last).")
    }
    let own = parts.title.filter { $0 != whole }
    let title = own.map(\.text.onOneLine).joined(separator: " ")
    planID = Slugs.slug(title.isEmpty ? "Delivery plan" : title)
    draft.add(
      Plan(
        id: planID, title: title.isEmpty ? "Delivery plan" : title, type: .delivery, start: year?.period.start,
        end: year?.period.end, levels: levels), at: own.first?.locator ?? at)
    draft.take(parts.title.map(\.locator))
  }

  /// The council's word for its activities: "Key activity".
  var activityWord: String {
    let heading = parts.tables.first?.columns.columns.first { $0.meaning == .plain(.action) }?.heading ?? ""
    guard let match = heading.firstMatch(of: activitiesOrActions) else {
      return "Activity"
    }
    return String(match.0).lowercased().capitalisedFirst.replacing(pluralIes, with: "y").replacing(
      pluralActions, with: "action")
  }

  private mutating func draftCouncil(_ plan: String?) {
    if order.book.council != nil { return }
    if let name = order.council ?? CouncilName(parts.document, title: parts.title)?.name {
      let title = (plan ?? parts.title.map(\.text.onOneLine).joined(separator: " ")).replacing(name, with: "").onOneLine
      draft.add(
        CouncilProfile(name: name, planTitle: title.isEmpty ? "Corporate plan" : title, actionWord: activityWord),
        at: parts.title.first?.locator ?? .document)
    } else {
      draft.tell(
        .question, .councilNotNamed, at: .document,
        "The document doesn't name the council, or names several equally often. Enter the council's name.")
    }
  }

  /// Paragraphs that are no part of the tables, priorities or outcomes.
  mutating func draftPassages() {
    for (index, passage) in parts.passages.enumerated() {
      guard let first = passage.heading ?? passage.paragraphs.first else { continue }
      let text = passage.paragraphs.map { paragraph in
        if case .listItem = paragraph.style { "• \(paragraph.text.onOneLine)" } else { paragraph.text.onOneLine }
      }.joined(separator: "\n")
      let title = passage.heading?.text.onOneLine ?? "Introduction"
      draft.add(
        Section(
          id: "\(planID)-\(index + 1)", of: RecordID(Plan.kind, planID), title: title, text: text,
          order: index + 1), at: first.locator)
      draft.take(passage.paragraphs.map(\.locator))
    }
    draft.take(parts.announcements)
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let activitiesOrActions = /(?i)\b(?:key |flagship )?(?:activit(?:y|ies)|actions?)\b/
nonisolated(unsafe) private let pluralIes = /ies$/
nonisolated(unsafe) private let pluralActions = /actions$/

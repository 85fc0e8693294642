import CorporatePlan
import Documents

extension Recogniser {
  /// A paper to a cabinet or another committee that puts priorities and actions up for decision.
  static let cabinetReport = Recogniser(
    kind: "cabinet-report",
    confidence: { PaperParts.mayBeOne($0.document) ? PaperParts($0.document).confidence : 0 },
    read: { document, order in
      let parts = PaperParts(document)
      // Asked to read as a paper what has not even its form: everything is left to a person.
      guard parts.confidence > 0 else {
        return ImportDraft(document, order).reading(as: "cabinet-report", confidence: 0)
      }
      var draft = PaperDraft(parts, order)
      draft.draftPaper()
      draft.draftPriorities()
      draft.draftRecommendations()
      draft.draftOptions()
      draft.draftRisks()
      draft.draftClearances()
      draft.draftForm()
      draft.draftSections()
      return draft.draft.reading(as: "cabinet-report", confidence: parts.confidence)
    })
}

extension PaperParts {
  /// How much of what such a paper has is there; 0 without a form that names the meeting and its day.
  var confidence: Int {
    let known = form.filter { $0.meaning != nil }.count
    guard known >= 3, line(.committee) != nil || line(.title) != nil, line(.meeting) != nil else { return 0 }
    let topics = chapters.map(\.topic)
    let signs = [
      (40, topics.contains(.recommendations)), (15, topics.contains(.clearances)), (10, topics.contains(.options)),
      (10, known >= 6), (10, topics.contains(.risks)), (10, chapters.count { $0.isImplication } >= 3),
    ]
    let sum = signs.filter(\.1).reduce(0) { $0 + $1.0 }
    return sum < 25 ? 0 : sum
  }
}

extension PaperParts.Chapter {
  fileprivate var isImplication: Bool { heading.text.normalisedName.contains("implication") }
}

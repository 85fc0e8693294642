import CorporatePlan
import Documents

/// A document in its public part and the part that is exempt from publication (Local Government Act 1972, Schedule 12A).
///
/// The public part says of each section that was taken out that it was, and by which paragraph: a reader knows that there
/// is more, and why it is not there (regulation 20 of SI 2012/2089).
struct ExemptParts {
  private(set) var forAll: Document
  /// `nil` when nothing is kept back.
  let annex: Document?

  init(_ document: Document, _ checks: PaperChecks?) {
    guard let checks, checks.isExempt == .yes else {
      (forAll, annex) = (document, nil)
      return
    }
    let withheld = Block.note(Note("Exempt", paragraphs: [[.text(checks.withheldSentence)]]))
    guard !checks.keptBack.isEmpty else {
      // Nobody has said yet which part it is, so none is shown; no seal is put on it.
      (forAll, annex) = (document, document)
      forAll.blocks = [withheld]
      return
    }
    let anchors = Set(checks.keptBack)
    let kept = document.outline.filter { anchors.contains($0.heading.anchor) }.flatMap(\.blocks)
    var forAll = document
    forAll.blocks = document.without(anchors) { [.heading($0), withheld] }
    self.forAll = forAll
    annex = Document(
      title: "\(document.title): exempt annex", subject: document.subject, language: document.language,
      edition: document.edition,
      blocks: [
        .note(Note("Not for publication", paragraphs: [[.text(checks.withheldSentence)]]))
      ] + kept)
  }
}

extension PaperChecks {
  /// "This part is not for publication: it holds exempt information under paragraph 3 …".
  var withheldSentence: String {
    let paragraphs = paragraphs.compactMap(ExemptParagraph.init(rawValue:))
    let named = listed(paragraphs.map { "paragraph \($0.rawValue) (\($0.words))" })
    let under = paragraphs.isEmpty ? "" : " under \(named) of Part 1 of Schedule 12A to the Local Government Act 1972"
    let reason = publicInterest.map { " \($0)" } ?? ""
    return "This part is not for publication. It holds exempt information\(under).\(reason)"
  }
}

extension Document {
  /// What anyone may read of it.
  package func withoutExempt(_ checks: PaperChecks?) -> Document { ExemptParts(self, checks).forAll }
}

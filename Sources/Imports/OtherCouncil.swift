import CorporatePlan
import Documents

extension Reading {
  /// Asks whether a file that names another council than the one on record is meant. Until somebody says so, nothing of it
  /// is recorded: a plan of one council would spoil that of another.
  mutating func askAboutCouncil(_ document: SourceDocument, _ order: ImportOrder) {
    guard let known = order.book.council?.name, order.council == nil, !CouncilName.placeWords(known).isEmpty else {
      return
    }
    guard let other = isExport ? exported(besides: known) : document.council(besides: known) else { return }
    let code = DiagnosticCode.councilDiffers
    let id = "\(code.rawValue): document"
    let choices = [
      Question.Choice("ours", "Yes, it belongs to \(known)"), Question.Choice("theirs", "No: record nothing of it"),
    ]
    let given = order.answer(id) ?? order.answer(code.rawValue)
    let answer = given.flatMap { given in
      given == Question.open || choices.contains { $0.id == given } ? given : nil
    }
    isWithheld = answer != "ours"
    diagnostics.insert(
      Diagnostic(
        .question, code, at: other.at, verbatim: other.verbatim,
        "This file names “\(other.name)”, and this is the plan of “\(known)”. Is it meant for this plan? Nothing of it is recorded unless you say so.",
        question: Question(id: id, choices: choices, answer: answer)), at: 0)
  }

  private func exported(besides known: String) -> OtherCouncil? {
    guard let council, !CouncilName.mayBeOne(council, known) else { return nil }
    return OtherCouncil(name: council, at: "document", verbatim: council)
  }
}

/// A council that is named where this one might be.
struct OtherCouncil {
  let name: String
  let at: String
  let verbatim: String
}

extension SourceDocument {
  /// Another council that the head names; or, of a text that never names this one, the one that it names throughout.
  fileprivate func council(besides known: String) -> OtherCouncil? {
    func other(_ found: CouncilName?) -> OtherCouncil? {
      guard let found, !CouncilName.mayBeOne(found.name, known) else { return nil }
      return OtherCouncil(name: found.name, at: found.locator.place, verbatim: found.verbatim)
    }
    if let head = CouncilName(headOf: self) { return names(known) ? nil : other(head) }
    guard ![.workbook, .csv, .tsv].contains(kind), !isTooLong, let other = other(CouncilName(self, title: [])) else {
      return nil
    }
    let its = CouncilName.placeWords(other.name)
    // One that is named once or twice is a neighbour or a partner.
    return !names(known) && passages.lazy.filter { its.isSubset(of: $0.text.words) }.prefix(3).count == 3 ? other : nil
  }

  /// Whether it names the place of a council somewhere; in a longer document than people read nobody looks.
  private func names(_ council: String) -> Bool {
    let own = CouncilName.placeWords(council)
    return !isTooLong && passages.contains { own.isSubset(of: $0.text.words) }
  }
}

extension String {
  fileprivate var words: Set<String> { Set(normalisedName.split(separator: " ").map(String.init)) }
}

import CorporatePlan
import Documents

extension PerformanceReport {
  /// How the report was counted, so that anybody can count it again.
  var method: ReportSection {
    ReportSection(
      "method", Heading(.section, "How the figures are counted", anchor: "method"), isRequired: true,
      [
        .list(List(items: methodNotes.map { [.text($0)] })),
        .paragraph(
          "It was made from ledger position \(book.contentPosition) by the rule \(listed(scorecard.rules.map(\.description))). "
            + "Making it again from that position gives the same report, byte for byte."),
      ] + contact)
  }

  private var methodNotes: [String] {
    var notes = [
      "Percentages are of what is rated, rounded half up, each by itself; they may not sum to 100.",
      "What is not rated is counted apart, with its reasons, and is in no percentage.",
      "An indicator that serves several priorities is printed and counted once, under the first of them.",
      "▲ and ▼ beside “better” and “worse” show performance, not the number: fewer missed bins is ▲ better.",
      "A dash means that there is nothing to compare with. A figure that builds up over the year is compared with the "
        + "same period last year only.",
    ]
    let states = Set(scorecard.standings.map(\.state))
    let marks = Actual.State.allCases.filter(states.contains).compactMap { state in
      state.mark.map { "\($0) behind a figure means that it is \(state.rawValue)" }
    }
    if !marks.isEmpty { notes.append(marks.joined(separator: "; ") + ".") }
    if scorecard.standings.contains(where: { $0.isInArrears(period) }) {
      notes.append(
        "A period in brackets under a figure is the one its data are of; it is rated against that period's target.")
    }
    return notes
  }

  private var contact: [ReportPart] {
    book.council?.contact.map { [.paragraph("Questions about this report: \($0)")] } ?? []
  }
}

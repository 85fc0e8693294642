import CorporatePlan
import Documents

extension PerformanceReport {
  /// What the report is, the priorities it follows, and where the key is.
  var introduction: ReportSection {
    let purpose = book.council?.purpose ?? "This report shows how \(nouns.plan) is going."
    let contents = scorecard.sections.map { section -> [Inline] in
      [.link(section.priority.title, url: "#" + Heading.anchor(anchor(of: section.priority)))]
    }
    return ReportSection(
      "introduction", nil,
      [
        .passage(key: "introduction/purpose", generated: purpose), .paragraph("This report covers \(period.span)."),
        .paragraph("\(nouns.plan) has \(counted(contents.count, "priority")):"),
        .list(List(items: contents)),
        .paragraph([
          "The ", .link("keys", url: "#keys"), " at the end say how ratings are given, and ",
          .link("how the figures are counted", url: "#method"), " says what the percentages are of.",
        ]),
      ])
  }

  func anchor(of priority: PlanItem) -> String { "priority-\(priority.id)" }
}

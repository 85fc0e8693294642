import CorporatePlan
import Documents

extension ReportUnderCheck {
  /// What is published of it, and what is kept back.
  func partsToSeal(_ result: CheckResult) -> ExemptParts { ExemptParts(documentToSeal(result), paper?.checks) }

  /// The report as it is sealed: what it says, who cleared it, and what was set aside so that it could be sealed.
  func documentToSeal(_ result: CheckResult) -> Document {
    var document = self.document
    document.blocks += clearanceBlocks + aside(result)
    return document
  }

  /// Who cleared it; nothing where the report has a section on that already, or nobody is named.
  private var clearanceBlocks: [Block] {
    let anchors = document.blocks.compactMap { block -> String? in
      if case .heading(let heading) = block { heading.anchor } else { nil }
    }
    guard !standings.officers.isEmpty, !anchors.contains(where: ReportContent.aboutItself.contains) else { return [] }
    return [
      .heading(.section, "Clearance", anchor: "clearance"),
      .table(
        Table(
          "Who cleared this report",
          columns: [
            .init("Officer", width: 3), .init("Decision", width: 3), .init("Day", width: 2),
            .init("Comments", width: 5),
          ],
          rows: standings.officers.map { standing in
            let clearance = standing.clearance
            return Table.Row([
              .rowHeader(standing.officer.role + (clearance?.onBehalf == true ? ", on behalf" : "")),
              .text(standing.state.isClear ? clearance?.decision.rawValue.capitalised ?? "" : standing.state.words),
              .text(clearance?.day?.words ?? "–"), .text(clearance?.comments ?? "–"),
            ])
          })),
    ]
  }

  private func aside(_ result: CheckResult) -> [Block] {
    guard !result.overridden.isEmpty else { return [] }
    return [
      .heading(.section, "Sealed although", anchor: "sealed-although"),
      .paragraph("These checks had objections. Each was set aside by an officer with the right to, who says why."),
      .list(List(items: result.overridden.map { [.text($0.override.sentence)] })),
    ]
  }
}

import CorporatePlan

/// A risk as it stands.
struct RiskRow: Sendable {
  let risk: Risk
  let score: RiskScore?
  let status: Status?

  static let definition = DataDefinition<RiskRow>(
    "risks", "Risks", row: "risk as it stands", key: ["risk"],
    [
      .id("risk", "The risk’s id, which stays") { $0.risk.id },
      .text("code", "The council’s own code") { $0.risk.code },
      .text("title", "What may happen") { $0.risk.title },
      .text("category", "The council’s own sort of risk") { $0.risk.category },
      .text("cause", "What could bring it about") { $0.risk.cause },
      .text("effect", "What it would do") { $0.risk.effect },
      .text("owner", "The post that answers for it") { $0.risk.owner },
      .text("items", "The ids of the plan items it threatens, with a bar between them") {
        $0.risk.items.joined(separator: " | ")
      },
      .day("scored_on", "The day of its newest score") { $0.score?.day },
      .count("likelihood", "How likely it is, from 1") { $0.score?.likelihood },
      .count("impact", "How grave it would be, from 1") { $0.score?.impact },
      .text("status", "Its colour") { $0.status?.id },
      .count("target_likelihood", "Where its likelihood is to be brought") { $0.risk.target?.likelihood },
      .count("target_impact", "Where its impact is to be brought") { $0.risk.target?.impact },
      .text("mitigations", "What is done against it, with a bar between measures") {
        $0.risk.mitigations.joined(separator: " | ")
      },
    ])
}

extension Book {
  /// What is exempt stands in no file or table of data.
  var riskRows: [RiskRow] {
    let newest = Dictionary(grouping: riskScores.values, by: \.risk).compactMapValues { $0.max { $0.day < $1.day } }
    return risks.values.filter { !isExempt(paper: $0.paper) }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map {
      risk in
      let score = newest[risk.id]
      return RiskRow(risk: risk, score: score, status: score?.status ?? score?.place.flatMap(riskMatrix.status))
    }
  }
}

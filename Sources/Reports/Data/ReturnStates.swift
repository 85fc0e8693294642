import CorporatePlan

/// Where one return of a period stands, for those who follow the collection.
struct ReturnState: Sendable {
  let row: ReturnRow
  let owner: String?
  let service: String?

  static let definition = DataDefinition<ReturnState>(
    "returns", "Returns", row: "return that a period asks for: whose it is and where it stands", key: ["return"],
    [
      .id("return", "The return’s id, which stays") { $0.row.id },
      .id("kind", "indicator or item: what the subject is") { $0.row.slot.subject.kind },
      .id("subject", "The id of the indicator or action") { $0.row.slot.subject.record },
      .text("code", "The council’s own code") { $0.row.code },
      .text("title", "The name of the indicator or action") { $0.row.title },
      .id("period", "The period it is asked for") { $0.row.slot.period.code },
      .text("data_period", "The period the figure is of") { $0.row.slot.dataPeriod?.code },
      .text("owner", "The post that owes it") { $0.owner },
      .text("service", "The id of the service it belongs to") { $0.row.service },
      .text("service_name", "That service’s name") { $0.service },
      .day("due", "The last day on which it is in time") { $0.row.slot.due },
      .choice("state", "Where it stands: due, overdue, entered, submitted, returned, approved, reopened or waived") {
        $0.row.state
      },
      .count("open_warnings", "How many warnings nobody has answered yet") { $0.row.openWarnings.count },
      .text("status", "The status that counts") { $0.row.outcome.word },
      .text("given_back_because", "Why the reviewer gave it back, while that stands") { $0.row.returnedBecause },
      .day("changed_on", "The day of its newest change") { $0.row.lastChange?.recordedAt.londonDay },
    ])
}

/// A report that somebody is preparing: of a kind, for a period, and for a paper where it goes to a meeting. What it says is
/// drawn from the Book; what people wrote into it are its `Passage`s.
package struct Report: Record, Dated {
  package static let kind = "report"
  package var type: ReportType
  package var period: Period
  /// Its own title; the kind's when there is none.
  package var title: String?
  /// The paper whose form, recommendations, options and clearances it carries.
  package var paper: String?
  package var detail: Detail
  /// The priority, service or other part that a briefing is about; the whole plan when there is none.
  package var scope: RecordID?
  /// Whether the register of risks is left out of it: a report that is sealed is public.
  package var isWithoutRisks = false

  package enum Detail: String, Sendable, CaseIterable {
    /// Every indicator and action.
    case full
    /// What is off target, has moved, is late or lacks figures; the rest is counted.
    case exceptions
  }

  /// One for each kind and period, and for each part that is reported on by itself.
  package var id: String {
    ([type.code, period.code] + (scope.map { ["\($0.kind)-\($0.record)"] } ?? [])).joined(separator: "@")
  }

  package init(
    _ type: ReportType, _ period: Period, title: String? = nil, paper: String? = nil, detail: Detail = .full,
    scope: RecordID? = nil
  ) {
    self.type = type
    self.period = period
    self.title = title
    self.paper = paper
    self.detail = detail
    self.scope = scope
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    type = try fields.choice("type")
    period = try fields.period("period")
    title = fields.optionalText("title")
    paper = fields.optionalText("paper")
    detail = try fields.choice("detail", default: .full)
    scope = fields.optionalText("subject").map { RecordID(fields.optionalText("of") ?? PlanItem.kind, $0) }
    isWithoutRisks = fields.flag("without_risks")
  }

  package var body: JSON {
    .object([
      "type": .string(type.rawValue), "period": .string(period.code), "title": title.json, "paper": paper.json,
      "detail": .string(detail.rawValue), "of": (scope?.kind).json, "subject": (scope?.record).json,
      "without_risks": isWithoutRisks.json,
    ])
  }
}

/// The kinds of report that a council makes of one record (domain, section 8).
package enum ReportType: String, Sendable, CaseIterable {
  /// The Strategic Performance Report of a quarter.
  case performance
  /// A report to a meeting that decides: form, recommendations, options, implications, clearance.
  case cabinet
  /// The whole year, with outturns.
  case annual
  /// Vision, priorities and how each stands, on one page.
  case planOnAPage = "plan on a page"
  /// What a councillor needs to know of a portfolio or committee.
  case briefing

  /// As it stands in ids and addresses.
  package var code: String { self == .planOnAPage ? "plan-on-a-page" : rawValue }
}

extension Book {
  /// A report as somebody prepared it; the plain one of its kind and period when nobody did.
  package func report(_ id: String) -> Report? {
    if let report = reports[id] { return report }
    let parts = id.split(separator: "@").map(String.init)
    guard parts.count == 2, let type = ReportType.allCases.first(where: { $0.code == parts[0] }),
      let period = calendar.period(parts[1])
    else { return nil }
    return Report(type, period)
  }
}

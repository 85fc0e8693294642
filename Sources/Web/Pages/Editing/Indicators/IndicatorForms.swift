import CorporatePlan
import Documents

/// Indicators added, changed, closed and put back: a page for each.
enum IndicatorForms {
  static func new(_ visit: OfficeVisit) -> Answer { adding(visit, under: visit.field("item")).answer }

  static func add(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let home = sent.all("items").first { !$0.isEmpty }
    return try await adding(visit, under: home).record(
      sent, "Indicator added", to: home.map { "/edit#item-\($0.addressed)" } ?? "/edit"
    ) { try $0.addIndicator($1) }
  }

  private static func adding(_ visit: OfficeVisit, under item: String?) -> EditForm {
    let home = item.flatMap { visit.book.items[$0] }
    var form = EditForm(
      visit, "Add an indicator", at: "/edit/indicators", back: home.map { "/edit#item-\($0.id.addressed)" } ?? "/edit",
      fields(visit))
    form.button = "Add"
    form.values = [
      "items": [home?.id].compactMap { $0 }, "publication": ["public"], "frequency": [Period.Grain.quarter.rawValue],
      "frame": ["flow"], "aggregation": [Aggregation.manual.rawValue], "decimals": ["0"],
    ]
    return form
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    var form = try changing(visit)
    let (record, own) = (try visit.indicator.recordID, try await visit.ownObjectives)
    form.below = { $0.ownObjectives(own, serving: record) }
    return form.answer
  }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await changing(visit).record("Indicator changed", to: "/edit#indicator-\(id.addressed)") {
      try $0.changeIndicator(id, $1)
    }
  }

  private static func changing(_ visit: OfficeVisit) throws -> EditForm {
    let indicator = try visit.indicator
    let address = "/edit/indicators/\(indicator.id.addressed)"
    var form = EditForm(
      visit, "Change “\(indicator.name)”", at: address, back: "/edit#indicator-\(indicator.id.addressed)",
      fields(visit), of: indicator)
    form.above = { html in
      html.element("p", ["class": "note"]) { html in
        html.link("Targets", "\(address)/targets")
        html.raw(" · ")
        html.link("Contributes to", "/edit/contributions/indicator/\(indicator.id.addressed)")
        html.raw(" · ")
        html.link("History", "/history/indicator/\(indicator.id.addressed)")
        html.raw(" · ")
        html.link(
          indicator.isInPlan(on: visit.today) ? "Close" : "Put back into the plan",
          "\(address)/\(indicator.isInPlan(on: visit.today) ? "close" : "reopen")")
      }
    }
    return form
  }

  private static func fields(_ visit: OfficeVisit) -> [EditField] {
    let kind = RecordKind.named(Indicator.kind)
    let others = visit.book.indicators.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map {
      ($0.id, $0.name.inLine)
    }
    return [
      kind.field("name", .lines), kind.field("code", .short),
      kind.field(
        "items", .several(visit.itemOptions()), hint: "What it gives evidence for; it is printed under the first."),
      kind.field("polarity", .choice(Polarity.choices), hint: "Which way is good"),
      kind.field("unit", .short), kind.field("decimals", .short),
      kind.field("frequency", .choice(Period.Grain.options), hint: "How often there is a figure"),
      kind.field("frame", .short),
      kind.field(
        "aggregation", .choice(Aggregation.options), hint: "How a year is made of its parts; manual is typed in"),
      visit.ownerField(kind),
      kind.field("definition", .lines), kind.field("source", .lines),
      kind.field("publication", .choice(Publication.choices), hint: "Who sees it, with its figures and words"),
      kind.field(
        "suppress_below", .short,
        hint: "Counts below this, other than zero, and what would give them away are not published. Where it counts "
          + "people, 5 is usual. Empty: all are published.",
        isRare: true),
      kind.field(
        "part_of", .choice([("", "No other indicator")] + others), hint: "The indicator whose total it is a part of",
        isRare: true),
      kind.field("tolerance", .short, isRare: true), kind.field("green", .short, isRare: true),
      kind.field("amber", .short, isRare: true), kind.field("lower", .short, isRare: true),
      kind.field("upper", .short, isRare: true), kind.field("dead_band", .short, isRare: true),
      kind.field(
        "comparable_from", .short,
        hint: "The first day on which it is counted in the present way: figures of before are not held against it.",
        isRare: true),
      kind.field("lag", .short, isRare: true), kind.field("schedule", .line, isRare: true),
      kind.field(
        "shows", .choice([("", "The scorecard itself")] + Indicator.Shows.options), hint: "What it shows of its items",
        isRare: true),
      kind.field("derived_from", .choice([("", "Figures of its own")] + others), isRare: true),
      kind.field("variant_of", .line, isRare: true),
      kind.field("tags", .lines, hint: "Codes of outside frameworks, one to a line", isRare: true),
      kind.field("start", .short, isRare: true),
      .reason(),
    ]
  }

  static func closing(_ visit: OfficeVisit) throws -> Answer { try closeForm(visit).answer }

  static func close(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await closeForm(visit).record("Closed", to: "/edit?closed=yes#indicator-\(id.addressed)") {
      try $0.closeIndicator(id, $1)
    }
  }

  private static func closeForm(_ visit: OfficeVisit) throws -> EditForm {
    let indicator = try visit.indicator
    var form = EditForm(
      visit, "Close “\(indicator.name)”", at: "/edit/indicators/\(indicator.id.addressed)/close",
      back: "/edit#indicator-\(indicator.id.addressed)",
      EditField.leavingThePlan, of: indicator)
    form.button = "Close"
    form.values["last_day"] = [visit.today.words]
    return form
  }

  static func reopening(_ visit: OfficeVisit) throws -> Answer { try reopenForm(visit).answer }

  static func reopen(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await reopenForm(visit).record("Put back into the plan", to: "/edit#indicator-\(id.addressed)") {
      editing, _ in try editing.reopenIndicator(id)
    }
  }

  private static func reopenForm(_ visit: OfficeVisit) throws -> EditForm {
    let indicator = try visit.indicator
    var form = EditForm(
      visit, "Put “\(indicator.name)” back into the plan?", at: "/edit/indicators/\(indicator.id.addressed)/reopen",
      back: "/edit#indicator-\(indicator.id.addressed)", [.reason()], of: indicator)
    form.button = "Put it back"
    return form
  }
}

import CorporatePlan
import Documents
import Reports

extension HTML {
  /// The golden thread: from the plan's vision through what an objective serves down to it, each with how it stands.
  mutating func goldenThreads(to objective: Objective, _ visit: OfficeVisit) {
    let served = objective.serves.filter(visit.seesOfPlan)
    raw("<section><h2>The golden thread</h2>")
    let standing = ThreadStanding(visit)
    if served.isEmpty {
      raw("<p>It is not tied to anything in the plan yet.</p>")
    } else if let period = standing.quarter?.period {
      element("p", ["class": "note"], "How things stood as last published, for \(period.name).")
    }
    for record in served {
      raw(#"<div class="thread"><ol aria-label=""#)
      text("From the plan to this objective, through \(visit.title(of: record))")
      raw(#""><li><span class="level">Plan</span> "#)
      link(visit.book.council?.planTitle ?? "Corporate plan", "/")
      raw("</li>")
      let indicator = record.kind == Indicator.kind ? visit.book.indicators[record.record] : nil
      let path = visit.book.path(to: indicator.map { $0.items.first } ?? record.record)
      for item in visit.visions(above: path) + path where visit.seesOfPlan(item.recordID) {
        step(item.level, item.title, visit.isPublic(item.recordID) ? visit.visit.address(of: item) : nil)
        standing.write(item, into: &self)
        raw("</li>")
      }
      if let indicator {
        step("Indicator", indicator.name, visit.isPublic(record) ? "/indicators/\(indicator.id.addressed)" : nil)
        standing.write(indicator, into: &self)
        raw("</li>")
      }
      step("Objective", objective.title, nil)
      raw(" ")
      tag(objective.mark)
      raw("</li></ol></div>")
    }
    raw("</section>")
  }

  /// A step of a thread, left open for how it stands.
  private mutating func step(_ level: String, _ title: String, _ address: String?) {
    raw(#"<li><span class="level">"#)
    text(level)
    raw("</span> ")
    if let address { link(title, address) } else { text(title) }
  }
}

/// How what a thread runs through stood when it was last published.
private struct ThreadStanding {
  let quarter: Quarter?
  private let plan: PlanStanding

  init(_ visit: OfficeVisit) {
    let view = visit.visit.view
    quarter = view.newest.map(view.quarter)
    plan = PlanStanding(view)
  }

  func write(_ item: PlanItem, into html: inout HTML) {
    html.raw(" ")
    if let quarter, let standing = quarter.actions[item.id] { return html.tag(quarter.marks.mark(standing)) }
    let counts = quarter?.sections[item.id].flatMap { $0.indicators.rated > 0 ? $0.indicators : nil }
    let words = [
      counts.map { "\($0.onTarget) of \($0.rated) rated indicators on target" },
      plan.progress[item.id].map { "\($0.percent)% done" } ?? plan.words(of: item.id),
    ].compactMap { $0 }
    if !words.isEmpty { html.element("span", ["class": "note"], words.joined(separator: ", ")) }
  }

  func write(_ indicator: Indicator, into html: inout HTML) {
    html.raw(" ")
    if let quarter, let standing = quarter.standings[indicator.id] {
      html.tag(quarter.marks.mark(standing))
    } else {
      html.element("span", ["class": "note"], "not reported yet")
    }
  }
}

extension OfficeVisit {
  /// The plan's vision, where it is written as an item of its own beside the priorities and not above them.
  fileprivate func visions(above path: [PlanItem]) -> [PlanItem] {
    if path.contains(where: { $0.role == .vision }) { return [] }
    let visions = book.items.values.filter { $0.role == .vision && $0.isInPlan(on: today) }
    return visions.count == 1 ? visions : []
  }

  func isPublic(_ record: RecordID) -> Bool {
    record.kind == PlanItem.kind ? visit.book.items[record.record] != nil : visit.book.indicators[record.record] != nil
  }

  /// Whether the visitor sees something of the plan: because everybody does, or because it is within their reach.
  func seesOfPlan(_ record: RecordID) -> Bool { isPublic(record) || may(.read, record) }

  func title(of record: RecordID) -> String {
    let title = record.kind == PlanItem.kind ? book.items[record.record]?.title : book.indicators[record.record]?.name
    return title.map { "“\($0)”" } ?? "something of the plan"
  }

  /// What became of the things an objective serves: a sentence for each that does not go on as it was.
  func news(of objective: Objective) -> [String] {
    objective.serves.compactMap { record in
      guard let fate = book.fate(of: record) else { return nil }
      return fate.sentence(of: seesOfPlan(record) ? title(of: record) : "Something it served", today)
    }
  }
}

extension Fate {
  /// "“Open hubs” was dropped from the plan on 1 April 2026: the lease ran out."
  func sentence(of title: String, _ today: Day) -> String {
    func on(_ day: Day?) -> String { day.map { " on \($0.words)" } ?? "" }
    func was(_ day: Day?) -> String { day.map { today < $0 } ?? false ? "will be" : "was" }
    let name = title.capitalised
    switch self {
    case .completed(let day):
      return
        "\(name), which this serves, was completed and \(day.map { today < $0 } ?? false ? "leaves" : "left") the plan\(on(day))."
    case .dropped(let day, let reason):
      let why = reason.map { ": \($0)" } ?? ""
      return
        "\(name), which this serves, \(was(day)) dropped from the plan\(on(day))\(why)\(why.hasSuffix(".") ? "" : ".")"
    case .became(let titles, let relation, let day):
      let into = titles.map { "“\($0)”" }.joined(separator: ", ")
      let verb =
        relation == .carried ? "carried on as" : relation == .replaced ? "replaced by" : "\(relation.rawValue) into"
      return "\(name), which this serves, \(was(day)) \(verb) \(into.isEmpty ? "something else" : into)\(on(day))."
    case .left(let day):
      return day <= today
        ? "\(name), which this serves, left the plan on \(day.words)."
        : "\(name), which this serves, leaves the plan on \(day.words)."
    case .gone: return "Something that this serves is no longer in the plan."
    }
  }
}

import CorporatePlan
import Documents
import Reports

/// One thing that was found: what it is, its title and the place where the words stand.
struct SearchHit {
  private let visit: OfficeVisit
  private let found: Findable
  private let words: SearchWords

  init(_ visit: OfficeVisit, _ found: Findable, _ words: SearchWords) {
    (self.visit, self.found, self.words) = (visit, found, words)
  }

  func write(into html: inout HTML) {
    html.raw(#"<li><p class="hit">"#)
    if let address {
      html.element("a", ["href": address]) { title(&$0) }
    } else {
      html.element("b") { title(&$0) }
    }
    if let mark {
      html.text(" ")
      html.tag(mark)
    }
    html.raw(#"</p><p class="note">"#)
    html.text(facts)
    html.raw("</p>")
    if isTold { html.element("p") { html in html.marked(words.excerpt(of: found.text), words) } }
    html.raw("</li>")
  }

  /// What it says is shown where the words stand in it.
  private var isTold: Bool { found.kind == .words || words.pieces(of: found.text).contains(where: \.isFound) }

  private func title(_ html: inout HTML) {
    if let code = found.code, found.kind != .reports { html.marked("\(code) ", words) }
    html.marked(found.title, words)
    if found.kind == .words, let period = found.period { html.text(", \(period.name)") }
  }

  private var facts: String {
    let priority = found.priority.flatMap { visit.book.items[$0]?.title }
    let services = found.belonging.services.sorted().map { visit.book.services[$0]?.name ?? $0 }
    return
      ([kind] + [found.id.record == found.priority ? nil : priority].compactMap { $0 }
      + (found.kind == .services ? [] : services)).joined(separator: " · ")
  }

  private var kind: String {
    switch found.kind {
    case .plan: visit.book.items[found.id.record]?.level ?? "Plan"
    case .words:
      switch visit.book.commentary[found.id.record]?.purpose {
      case .note: "Note, for the office only"
      case let purpose?: "Words: \(purpose.words)"
      case nil: "Words"
      }
    case let kind: kind.one
    }
  }

  private var mark: StatusMark? {
    found.status.map { status in
      guard found.kind == .indicators, let newest = visit.visit.view.newest else {
        return StatusMarks.actions.mark(status)
      }
      return visit.visit.view.quarter(newest).marks.mark(status)
    }
  }

  private var address: String? {
    switch found.kind {
    case .plan, .indicators: visit.address(of: found.id)
    case .words:
      found.subject.flatMap(visit.address).map { address in
        guard let period = found.period, visit.visit.view.periods.contains(period) else { return address }
        return address.appending(query: "period=\(period.code.addressed)")
      }
    case .risks: Routes.lead(to: "/risks/:") ? "/risks/\(found.id.record.addressed)" : "/risks"
    case .papers: "/papers/\(found.id.record.addressed)"
    case .reports: "/reports/\(found.id.record.addressed)"
    case .people: "/people/\(found.id.record.addressed)"
    case .services: visit.may(.editPlan) ? "/office/indicators?service=\(found.id.record.addressed)" : nil
    case .posts: visit.may(.editPlan) ? "/office/indicators?owner=\(found.id.record.addressed)" : nil
    }
  }
}

extension OfficeVisit {
  /// The page of an indicator or an item of the plan; of what is internal, the office's; `nil` when there is none, or none
  /// any more.
  func address(of subject: RecordID) -> String? {
    switch subject.kind {
    case Indicator.kind:
      visit.book.indicators[subject.record].map { "/indicators/\($0.id.addressed)" } ?? ownAddress(of: subject)
    case PlanItem.kind: visit.book.items[subject.record].map(visit.address) ?? ownAddress(of: subject)
    default: nil
    }
  }

  /// What the public site leaves out is read in its form by who edits the plan, and in its history by others.
  private func ownAddress(of subject: RecordID) -> String? {
    guard book.record(subject) != nil else { return nil }
    if may(.editPlan) {
      return "/edit/\(subject.kind == Indicator.kind ? "indicators" : "items")/\(subject.record.addressed)"
    }
    return may(.read, subject) ? "/history/\(subject.kind)/\(subject.record.addressed)" : nil
  }
}

extension HTML {
  /// A text with what was looked for marked.
  mutating func marked(_ text: String, _ words: SearchWords) {
    for piece in words.pieces(of: text) {
      if piece.isFound { element("mark", piece.text) } else { self.text(piece.text) }
    }
  }
}

extension Findable.Kind {
  var one: String {
    switch self {
    case .plan: "Plan"
    case .indicators: "Indicator"
    case .risks: "Risk"
    case .reports: "Report"
    case .papers: "Paper"
    case .services: "Service"
    case .posts: "Post"
    case .people: "Person"
    case .words: "Words"
    }
  }

  var many: String {
    switch self {
    case .plan: "Plan"
    case .people: "People"
    case .words: "What was said"
    default: "\(one)s"
    }
  }
}

extension Commentary.Purpose {
  var words: String {
    switch self {
    case .achievement: "achievement"
    case .nextQuarter: "next quarter"
    case .variance: "why the figure is what it is"
    case .action: "what is done about it"
    case .note: "note"
    case .glossary: "glossary"
    }
  }
}

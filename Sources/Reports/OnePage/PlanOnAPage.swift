import CorporatePlan
import Documents

/// The whole plan on one page: what it is for, its priorities and what each wants, how each stands and has stood, and its
/// actions by status.
struct PlanOnAPage: Sendable {
  let performance: PerformanceReport
  private var book: Book { performance.book }
  private var period: Period { performance.period }

  init(_ book: Book, _ period: Period) { self.init(PerformanceReport(book, period)) }
  init(_ performance: PerformanceReport) { self.performance = performance }

  var source: ReportSource {
    let nouns = performance.nouns
    return ReportSource(
      title: "\(nouns.plan.capitalised) on a page, \(period.name)",
      subject: "\(nouns.council): what the plan wants, and how it stands", edition: performance.edition,
      sections: [vision, standing])
  }

  /// The plan's vision; a council without one says what the plan is for.
  private var vision: ReportSection {
    let item = book.items.values.filter { $0.role == .vision && $0.isInPlan(in: period) }.min { $0.order < $1.order }
    let section = book.planSections.values.filter {
      $0.subject.kind == Plan.kind && $0.title.lowercased().contains("vision")
    }
    .min { $0.order < $1.order }
    let words =
      item.map { [$0.title, $0.text].compactMap { $0 }.joined(separator: ". ") }
      ?? section.flatMap { PrintedPaper.passage($0.text).split(separator: "\n").first.map(String.init) }
      ?? book.council?.purpose ?? ""
    return ReportSection("vision", nil, [.passage(key: "vision/text", generated: words)])
  }

  private var standing: ReportSection {
    let nouns = plural(performance.nouns.action)
    let quarters = quarters
    let rows = performance.scorecard.sections.map { section in
      Table.Row([
        Table.Cell([.strong(section.priority.title)] + wants(section.priority), isRowHeader: true),
        Table.Cell(counts(section.indicatorTally) + ribbon(section.priority, quarters)),
        Table.Cell(byStatus(section.actions)),
      ])
    }
    return ReportSection(
      "standing", Heading(.section, "Priorities and how they stand", anchor: "standing"), isRequired: true,
      [
        .passage(key: "standing/overview", generated: sentence),
        .table(
          Table(
            "How each priority stands in \(period.name), and its \(nouns)",
            columns: [.init("Priority", width: 5), .init("Indicators", width: 6), .init(nouns, width: 14)], rows: rows)),
      ])
  }

  private var sentence: String {
    let scorecard = performance.scorecard
    let shares = [
      performance.share(scorecard.indicators, performance.marks, performance.nouns.indicator),
      performance.share(scorecard.actions, performance.actionMarks, performance.nouns.action),
    ].compactMap { $0 }
    return shares.isEmpty ? "Nothing is rated yet." : shares.joined(separator: "; ") + "."
  }

  /// What a priority wants to come about, or what it says of itself.
  private func wants(_ priority: PlanItem) -> [Inline] {
    let outcomes = book.items.values
      .filter { $0.parent == priority.id && $0.role == .outcome && $0.isInPlan(in: period) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map(\.title)
    let words = outcomes.isEmpty ? priority.text?.firstSentence : outcomes.joined(separator: "; ")
    return words.map { [.lineBreak, .text($0)] } ?? []
  }

  private func counts(_ tally: Tally) -> [Inline] {
    let counts = performance.marks.counts(tally).filter { $0.count > 0 }
    guard !counts.isEmpty else { return ["none"] }
    return counts.enumerated().flatMap { index, count -> [Inline] in
      (index > 0 ? [" "] : []) + [.status(count.mark), .text("\u{A0}\(count.count)")]
    }
  }

  /// A quarter with how the plan stood in it.
  private typealias Quarter = (period: Period, scorecard: Scorecard, marks: StatusMarks)

  /// The year's quarters up to this one.
  private var quarters: [Quarter] {
    FinancialYear(containing: period.start).quarters.filter { $0.end <= period.end }.map { quarter in
      let scorecard = quarter == period ? performance.scorecard : Scorecard(book, quarter)
      return (quarter, scorecard, StatusMarks(book, scorecard))
    }
  }

  /// The year's quarters in words: how many of the rated indicators were on target.
  private func ribbon(_ priority: PlanItem, _ quarters: [Quarter]) -> [Inline] {
    let words = quarters.compactMap { quarter, scorecard, marks -> String? in
      guard let tally = scorecard.sections.first(where: { $0.priority.id == priority.id })?.indicatorTally,
        tally.rated > 0
      else { return nil }
      let good = tally.byStatus.filter { [.green, .blue].contains(marks.mark($0.status).tone) }.reduce(0) {
        $0 + $1.count
      }
      return "Q\(quarter.code.suffix(1))\u{A0}\(good)\u{A0}of\u{A0}\(tally.rated)"
    }
    return words.isEmpty ? [] : [.lineBreak, .text("On target: \(words.joined(separator: ", "))")]
  }

  /// Every action by name under its status, with how many of them there are.
  private func byStatus(_ actions: [ActionStanding]) -> [Inline] {
    guard !actions.isEmpty else { return ["none"] }
    let marks = actions.map { performance.actionMarks.mark($0.outcome) }
    let order = performance.scorecard.actions.byStatus.map { performance.actionMarks.mark($0.status) }
    let groups = (order + marks.filter { !order.contains($0) }).uniqued.filter(marks.contains)
    return groups.enumerated().flatMap { index, mark -> [Inline] in
      let titles = zip(actions, marks).filter { $0.1 == mark }.map { shortened($0.0.item.title) }
      return (index > 0 ? [.lineBreak] : [])
        + [.status(mark), .text("\u{A0}\(titles.count): \(titles.joined(separator: "; "))")]
    }
  }

  /// Room for all titles together on one side of A4, in characters.
  private static let room = 1_400

  /// Up to its first sentence and without a full stop; where there are so many that the page would overflow, up to the last
  /// whole word of its share.
  private func shortened(_ title: String) -> String {
    let first = title.firstSentence
    let sentence = first.hasSuffix(".") ? String(first.dropLast()) : first
    let share = max(36, PlanOnAPage.room / max(1, performance.scorecard.actions.inPlan))
    guard sentence.count > share else { return sentence }
    let cut = sentence.prefix(share)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut).trimmed.trimmingComma + "…"
  }
}

extension [StatusMark] {
  /// Each once, in the order in which it comes first.
  var uniqued: [StatusMark] {
    var seen: Set<StatusMark> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  fileprivate var trimmingComma: String { hasSuffix(",") ? String(dropLast()) : self }
}

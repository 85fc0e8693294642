import CorporatePlan
import Documents

/// What was recorded or taken away after a clearance, of what a report may speak of: the causes that made it void.
struct CausesOfChange {
  private let book: Book
  private let report: Report
  /// Newest first.
  private var causes: [Cause] = []

  private struct Cause {
    /// What it is about, as sections name it.
    let subject: String?
    /// Words that somebody wrote into the report, now or before.
    var passage: Passage?
    /// "“Missed bins”, Q2 2025/26: 41 became 39".
    let words: String
    let stamp: Stamp
  }

  init(_ book: Book, _ report: Report, since clearance: Clearance) {
    self.book = book
    self.report = report
    let position = book.stamp(of: clearance.recordID)?.position ?? 0
    let then = book.asCleared(clearance) ?? Book()
    causes = (figures(since: then) + words(since: then)).filter { $0.stamp.position > position }
      .sorted { $0.stamp.position > $1.stamp.position }
  }

  /// "on 14 October 2025 by the Performance Officer: “Calls answered”, Q2 2025/26: 79% became 80%"; `nil` when nothing newer
  /// is known to stand in it.
  func cause(of key: String, _ text: String) -> String? {
    let found = causes.filter { isIn(key, text, $0) }
    guard let first = found.first else { return nil }
    let day = first.stamp.recordedAt.londonDay
    // What others did, or on another day, is only counted: the sentence has one name and one day.
    let own = found.filter { $0.stamp.author == first.stamp.author && $0.stamp.recordedAt.londonDay == day }
    var what: [String] = []
    for cause in own where what.count < 3 && !what.contains(cause.words) { what.append(cause.words) }
    let more = Set(found.map(\.words)).subtracting(what).count
    return "on \(day.words) by \(book.postWords(of: first.stamp.author, on: day)): "
      + what.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private func isIn(_ key: String, _ text: String, _ cause: Cause) -> Bool {
    guard let passage = cause.passage else { return cause.subject.map { text.contains($0) } ?? false }
    // A passage's key begins with its section's: `priority/place/overview` stands under `priority-place`.
    let section = passage.key.split(separator: "/").map(String.init).dropLast().joined(separator: "-")
    return key == Heading.anchor(section) || key.isEmpty && section == "introduction"
      || !passage.text.isEmpty && text.contains(passage.text.prefix(60))
  }

  // MARK: Figures and targets, with what they were

  private func figures(since then: Book) -> [Cause] {
    // As the report shows them: a figure that is withheld is told by neither number.
    let (before, now) = (then.shownIn(report), book.shownIn(report))
    return book.indicators.values.flatMap { indicator -> [Cause] in
      guard then.readings[indicator.id] != book.readings[indicator.id] else { return [] }
      let (old, new) = (before.readings[indicator.id], now.readings[indicator.id])
      return periods(of: indicator, then).flatMap { period -> [Cause] in
        let id = "\(indicator.id)@\(period.code)"
        return [
          told(
            RecordID(Actual.kind, id), "figure", indicator, period,
            old?.actual(in: period)?.value.printed(in: indicator.unit),
            new?.actual(in: period)?.value.printed(in: indicator.unit)),
          told(
            RecordID(Target.kind, id), "target", indicator, period, old?.target(in: period)?.verbatim,
            new?.target(in: period)?.verbatim),
        ].compactMap { $0 }
      }
    }
  }

  /// Of a figure that is there on one side only too, such as one that was withdrawn.
  private func periods(of indicator: Indicator, _ then: Book) -> [Period] {
    let all = [book, then].compactMap { $0.readings[indicator.id] }.flatMap { readings in
      readings.actuals.map(\.period) + readings.targets.map(\.period)
    }
    return Set(all).sorted()
  }

  private func told(
    _ record: RecordID, _ kind: String, _ indicator: Indicator, _ period: Period, _ old: String?, _ new: String?
  ) -> Cause? {
    guard let stamp = book.stamp(of: record) else { return nil }
    let withheld = Value.missing(.suppressed).text
    let what = kind == "figure" ? "" : "the \(kind) of "
    let name = "\(what)“\(indicator.name)”, \(period.name)"
    let words: String
    switch (old, new) {
    case (withheld?, _), (_, withheld?): words = "the \(kind) of “\(indicator.name)”"
    case (let old?, let new?) where old != new: words = "\(name): \(old) became \(new)"
    case (let old?, nil): words = "\(name): \(old) was withdrawn"
    case (nil, let new?): words = "\(name): \(new) was recorded"
    default: words = "the \(kind) of “\(indicator.name)”"
    }
    return Cause(subject: indicator.name, words: words, stamp: stamp)
  }

  // MARK: Words, statuses and names

  private func words(since then: Book) -> [Cause] {
    let here = told(in: book)
    let now = Set(here.map(\.id))
    // What was withdrawn since has a stamp of its own.
    let gone = told(in: then).filter { !now.contains($0.id) }
    return (here + gone).compactMap { id, subject, passage, words in
      book.stamp(of: id).map { Cause(subject: subject, passage: passage, words: words, stamp: $0) }
    }
  }

  private typealias Told = (id: RecordID, subject: String?, passage: Passage?, words: String)

  private func told(in book: Book) -> [Told] {
    func row(_ id: RecordID, _ what: String, of subject: RecordID) -> Told {
      let name =
        subject.kind == Indicator.kind ? book.indicators[subject.record]?.name : book.items[subject.record]?.title
      return (id, name, nil, what + (name.map { " “\($0)”" } ?? ""))
    }
    let passages = book.passages.values.filter { $0.report == report.id }
      .map { ($0.recordID, nil, $0, "its words") as Told }
    let words = book.commentary.values.filter { $0.period == report.period }
      .map { row($0.recordID, "the commentary on", of: $0.subject) }
    let updates = book.updates.values.filter { $0.period == report.period }
      .map { row($0.recordID, "the progress of", of: RecordID(PlanItem.kind, $0.item)) }
    let overrides = book.overrides.values.filter { $0.period == report.period }
      .map { row($0.recordID, "the status of", of: RecordID(Indicator.kind, $0.indicator)) }
    let indicators = book.indicators.values.map { ($0.recordID, $0.name, nil, "how “\($0.name)” is described") as Told }
    let items = book.items.values.map { ($0.recordID, $0.title, nil, "how “\($0.title)” is described") as Told }
    return passages + words + updates + overrides + indicators + items
  }
}

import CorporatePlan
import Documents
import Reports

/// Counts of statuses as they are shown, each once, those without a status last.
struct Counts: Sendable {
  let statuses: [StatusCount]
  let inPlan: Int
  let rated: Int
  /// How many have reached what was promised, or more.
  let onTarget: Int

  private init(_ statuses: [StatusCount], _ tally: Tally) {
    self.statuses = statuses
    inPlan = tally.inPlan
    rated = tally.rated
    onTarget = statuses.reduce(0) { [.green, .blue].contains($1.mark.tone) ? $0 + $1.count : $0 }
  }

  static func indicators(_ tally: Tally, _ marks: Marks) -> Counts {
    Counts(marks.counts(tally), tally)
  }

  static func actions(_ tally: Tally) -> Counts {
    Counts(StatusMarks.actions.counts(tally), tally)
  }
}

extension HTML {
  /// The counts of a priority, and how its year went.
  mutating func counts(of priority: String, in quarter: Quarter, _ year: [Quarter?]) {
    guard let counts = quarter.sections[priority] else { return }
    if counts.indicators.inPlan > 0 { strip(counts.indicators, of: "indicators") }
    if counts.actions.inPlan > 0 { strip(counts.actions, of: "actions") }
    guard counts.indicators.inPlan > 0 else { return }
    let onTarget = year.map { other -> (count: Int, rated: Int)? in
      guard let counts = other?.sections[priority]?.indicators, counts.rated > 0 else { return nil }
      return (counts.onTarget, counts.rated)
    }
    ribbon(onTarget: onTarget, current: year.firstIndex { $0 === quarter })
  }

  /// Counts in a line: shapes, numbers, words.
  mutating func strip(_ counts: Counts, of noun: String) {
    raw(#"<ul class="strip">"#)
    for status in counts.statuses where status.count > 0 {
      raw("<li>")
      shape(of: status.mark.tone)
      raw("<b>")
      text(status.count)
      raw("</b> ")
      text(status.mark.word)
      raw("</li>")
    }
    raw(#"<li class="whole">of "#)
    text(counts.inPlan)
    raw(" ")
    text(noun)
    raw("</li></ul>")
  }

  /// Counts as large numbers, each with its share of those rated.
  mutating func figures(_ counts: Counts, of noun: String, _ link: (StatusMark) -> String?) {
    raw(#"<ul class="figures">"#)
    for status in counts.statuses {
      raw(#"<li class="figure status-"#)
      raw(status.mark.tone.name)
      raw(#"">"#)
      shape(of: status.mark.tone)
      raw("<b>")
      text(status.count)
      raw(#"</b><span class="word">"#)
      if status.count > 0, let link = link(status.mark) {
        element("a", ["href": link], status.mark.word)
      } else {
        text(status.mark.word)
      }
      raw(#"</span><span class="share">"#)
      if status.mark.tone == .grey {
        raw("of ")
        text(counts.inPlan)
        raw(" in the plan")
      } else {
        text(Tally.percentText(status.count, of: counts.rated))
        raw(" of ")
        text(counts.rated)
        raw(" rated")
      }
      raw("</span></li>")
    }
    raw("</ul>")
  }
}

import CorporatePlan
import Documents
import Reports

/// Counts of statuses as they are shown, each once, those without a status last.
struct Counts {
  let statuses: [StatusCount]
  let inPlan: Int
  let rated: Int

  static func indicators(_ tally: Tally, _ marks: Marks) -> Counts {
    Counts(statuses: marks.counts(tally), inPlan: tally.inPlan, rated: tally.rated)
  }

  static func actions(_ tally: Tally) -> Counts {
    Counts(statuses: StatusMarks.actions.counts(tally), inPlan: tally.inPlan, rated: tally.rated)
  }

  /// How many have reached what was promised, or more.
  var onTarget: Int { statuses.reduce(0) { [.green, .blue].contains($1.mark.tone) ? $0 + $1.count : $0 } }
}

extension HTML {
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

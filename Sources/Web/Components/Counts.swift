import CorporatePlan
import Documents

/// Counts of statuses as they are shown: worst last, and those without a status after them.
struct Counts {
  let marks: [(mark: StatusMark, count: Int)]
  let inPlan: Int
  let rated: Int

  init(_ tally: Tally, _ mark: (Status) -> StatusMark) {
    var marks = tally.byStatus.map { (mark: mark($0.status), count: $0.count) }
    if tally.withoutStatus > 0 { marks.append((StatusMark(.grey, "No status"), tally.withoutStatus)) }
    self.marks = marks
    inPlan = tally.inPlan
    rated = tally.rated
  }

  static func indicators(_ tally: Tally, _ marks: Marks) -> Counts { Counts(tally) { marks.mark($0) } }
  static func actions(_ tally: Tally) -> Counts { Counts(tally, Marks.action) }

  /// How many have reached what was promised.
  var onTarget: Int { marks.reduce(0) { $1.mark.tone == .green ? $0 + $1.count : $0 } }
}

extension HTML {
  /// Counts in a line: shapes, numbers, words.
  mutating func strip(_ counts: Counts, of noun: String) {
    raw(#"<ul class="strip">"#)
    for (mark, count) in counts.marks where count > 0 {
      raw("<li>")
      shape(of: mark.tone)
      raw("<b>")
      text(count)
      raw("</b> ")
      text(mark.word)
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
    for (mark, count) in counts.marks {
      raw(#"<li class="figure status-"#)
      raw(mark.tone.name)
      raw(#"">"#)
      shape(of: mark.tone)
      raw("<b>")
      text(count)
      raw(#"</b><span class="word">"#)
      if count > 0, let link = link(mark) { element("a", ["href": link], mark.word) } else { text(mark.word) }
      raw(#"</span><span class="share">"#)
      if mark.tone == .grey {
        raw("of ")
        text(counts.inPlan)
        raw(" in the plan")
      } else {
        text(Tally.percentText(count, of: counts.rated))
        raw(" of ")
        text(counts.rated)
        raw(" rated")
      }
      raw("</span></li>")
    }
    raw("</ul>")
  }
}

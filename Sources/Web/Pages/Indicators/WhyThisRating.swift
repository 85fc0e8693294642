import CorporatePlan
import Documents

/// The arithmetic behind a status, and everybody who had a say in it: the rule, an officer, the printed report.
struct WhyThisRating {
  let visit: Visit
  let quarter: Quarter
  let standing: IndicatorStanding

  private var rating: Rating { standing.rating }
  private var indicator: Indicator { standing.indicator }

  func write(into html: inout HTML) {
    html.raw(#"<section class="why" aria-labelledby="why"><h2 id="why">Why this rating</h2><p class="sentence">"#)
    html.text(rating.why)
    html.raw("</p>")
    html.summaryList { html in
      figures(&html)
      distance(&html)
      html.summaryRow("Band of the rule", rating.band)
      html.summaryRow("Rule") { html in
        html.link(rating.rule.description, "/how-we-rate#rule-\(Heading.anchor(rating.rule.description))")
      }
      decisions(&html)
    }
    html.raw("</section>")
  }

  private func figures(_ html: inout HTML) {
    html.summaryRow("Figure") { html in
      html.text(indicator.text(standing.value))
      html.actualMark(standing.state)
      if let period = standing.dataPeriod { html.text(", \(period.name)") }
      if case .figure(let figure) = standing.value, figure.verbatim.trimmed != indicator.text(standing.value) {
        html.text(" (typed “\(figure.verbatim.trimmed)”)")
      }
    }
    html.summaryRow("Target", standing.target.map { indicator.text($0) } ?? "none set for this period")
  }

  private func distance(_ html: inout HTML) {
    guard let shortfall = rating.shortfall else { return }
    let size = indicator.text(ofDistance: shortfall, of: standing.value.figure)
    if shortfall > .zero {
      html.summaryRow("Shortfall", "\(size) worse than the target")
      html.summaryRow("Share of the target", rating.share.map { "\($0.text(decimals: 2))%" })
    } else if shortfall < .zero {
      html.summaryRow("Difference", "\(size) better than the target")
    } else {
      html.summaryRow("Difference", isRange ? "none: within the range" : "none: exactly the target")
    }
  }

  private var isRange: Bool {
    if case .between? = standing.target { return true }
    return indicator.polarity == .range
  }

  /// What the rule computed, what an officer decided instead, and what the report printed: always all of them.
  private func decisions(_ html: inout HTML) {
    html.summaryRow("By the rule") { html in
      html.tag(quarter.marks.mark(rating.outcome))
      if standing.override == nil, case .rated = rating.outcome { html.raw(" this is the status that counts") }
    }
    if let override = standing.override {
      html.summaryRow("By an officer") { html in
        html.tag(quarter.marks.mark(override.status))
        html.raw(" this is the status that counts. Reason: ")
        html.text(override.reason)
        if let stamp = visit.book.stamp(of: override.recordID) {
          html.raw(#" <span class="note">Decided by "#)
          html.text("\(stamp.author.authorWords), \(stamp.recordedAt.londonDay.words)")
          html.raw("</span>")
        }
      }
    }
    if let printed = standing.printed {
      html.summaryRow("In the printed report") { html in
        html.tag(quarter.marks.mark(printed.status))
        html.text(standing.printedDiffers ? " differs from the status that counts" : " the same")
        html.raw(#" <span class="note">As told by: "#)
        html.text(printed.evidence)
        html.raw("</span>")
      }
    }
  }
}

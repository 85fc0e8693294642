import CorporatePlan
import Documents
import Reports

/// What an indicator measures, and what it can be held against beside its target.
struct IndicatorFacts {
  private let book: Book
  private let indicator: Indicator

  init(_ book: Book, _ indicator: Indicator) { (self.book, self.indicator) = (book, indicator) }

  /// Where it stood at first, and what others report for the same measure.
  func writeComparison(into html: inout HTML) {
    let baseline = book.baselines.values.first { $0.subject == indicator.recordID }
    let others = book.comparators.values.filter { $0.indicator == indicator.id }
      .sorted { ($0.group, $0.id) < ($1.group, $1.id) }
    guard baseline != nil || !others.isEmpty else { return }
    html.raw("<section><h2>Compared with</h2>")
    html.summaryList { html in
      html.summaryRow("Where it stood at first", baseline?.words)
      for other in others {
        html.summaryRow(
          other.group, [other.verbatim, other.asOf, other.source].compactMap { $0 }.joined(separator: ", "))
      }
    }
    html.raw("</section>")
  }

  /// - Parameter newest: the newest period that has been reported, where the next figure is to be named.
  func writeDefinition(into html: inout HTML, after newest: Period? = nil) {
    html.raw("<section><h2>What it measures and how</h2>")
    html.summaryList { html in
      html.summaryRow("Definition", indicator.definition)
      html.summaryRow("Which way is good", indicator.polarityWords)
      html.summaryRow("Good values", range)
      html.summaryRow("Unit", indicator.unit.words)
      html.summaryRow("Collected", indicator.frequency.frequency)
      html.summaryRow("What a figure covers", indicator.frame.words)
      if indicator.lag > 0 {
        html.summaryRow("Data come late by", counted(indicator.lag, indicator.frequency.noun))
      }
      html.summaryRow("A year is made of its parts by", indicator.aggregation.method)
      html.summaryRow("Small numbers", smallNumbers)
      html.summaryRow("Next update", newest.flatMap { book.nextUpdate(of: indicator, after: $0) }?.words)
      html.summaryRow("Tolerance", indicator.tolerance.map { "\($0)" })
      html.summaryRow("Source", indicator.source)
      html.summaryRow("Who answers for it", indicator.owner)
      html.summaryRow("Code", indicator.code)
      html.summaryRow("Also counted under", alsoUnder)
      html.summaryRow("Frameworks", indicator.tags.joined(separator: ", "))
      html.summaryRow("In the document", book.place(of: indicator.recordID))
    }
    html.raw("</section>")
  }

  private var range: String? {
    guard indicator.polarity == .range, let lower = indicator.lower, let upper = indicator.upper else { return nil }
    return "\(lower) to \(upper)"
  }

  private var smallNumbers: String? {
    let whole = indicator.partOf.flatMap { book.indicators[$0] }
    let source = indicator.derivedFrom.flatMap { book.indicators[$0] }
    guard let least = indicator.suppressBelow ?? whole?.suppressBelow ?? source?.suppressBelow else { return nil }
    return
      "Counts below \(least), other than zero, and figures that would give them away are not published: they could "
      + "tell of single people. The council rates them all the same."
  }

  private var alsoUnder: String {
    indicator.items.dropFirst().compactMap { book.items[$0]?.title }.joined(separator: "; ")
  }
}

extension Aggregation {
  /// How, in words; `nil` where somebody types it in.
  fileprivate var method: String? {
    switch self {
    case .sum: "adding them up"
    case .last: "taking the newest"
    case .mean: "their plain mean, which is an approximation for percentages of different bases"
    case .ratio: "adding up numerators and denominators"
    case .max: "taking the highest"
    case .min: "taking the lowest"
    case .manual: nil
    }
  }
}

extension NextUpdate {
  var words: String {
    let figure = "the figure of \(data.name)"
    let report = data == reporting ? "" : " in the report of \(reporting.name)"
    return figure.capitalised + report + (day.map { ", on \($0.words)" } ?? ", after \((reporting.end + -1).words)")
  }
}

import CorporatePlan

/// What a column of an indicator table holds, told by the words of its heading.
enum IndicatorColumn: Hashable {
  case name
  case code
  case polarity
  case unit
  /// With the quarter that the heading names.
  case target(Period?)
  case actual(Period?)
  case status
  case trend
  case owner
  case comment
  case unknown

  init(heading: String) {
    let text = heading.onOneLine.lowercased()
    let period = PrintedPeriod.all(in: heading).first
    func holds(_ words: String...) -> Bool { words.contains { text.says($0) } }
    if holds("polarity", "is good", "is 'good'", "is ‘good’", "good is", "good to be", "is better", "aim to") {
      self = .polarity
    } else if holds("direction of travel", "trend", "compared", "since last", "change from", "variance") {
      self = .trend
    } else if text == "rag" || holds("status", "rag rating", "rag ", "rating") {
      self = .status
    } else if holds("comment", "narrative", "explanation", "update") {
      self = .comment
    } else if holds("target") {
      self = .target(period)
    } else if holds("indicator", "measure", "description", "kpi") && !holds("unit") {
      self = .name
    } else if holds("actual", "outturn", "result", "achieved", "performance", "value", "figure") || period != nil {
      self = .actual(period)
    } else if ["ref", "ref.", "code", "id", "no", "no.", "number"].contains(text) || holds("reference") {
      self = .code
    } else if holds("unit") {
      self = .unit
    } else if holds("owner", "lead", "responsible", "directorate", "service") {
      self = .owner
    } else if text == "name" || text == "title" {
      self = .name
    } else {
      self = .unknown
    }
  }
}

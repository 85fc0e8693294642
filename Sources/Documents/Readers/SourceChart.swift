/// What a chart has cached of its figures. Councils retype labels and forget the data
/// beneath, so both are kept: `values` as cached, `labels` as typed.
package struct SourceChart: Hashable, Sendable {
  package struct Series: Hashable, Sendable {
    package var name: String?
    /// One for each category, verbatim; nil where the chart has a gap.
    package var values: [String?]
    package var labels: [Label]

    package init(name: String? = nil, values: [String?] = [], labels: [Label] = []) {
      self.name = name
      self.values = values
      self.labels = labels
    }
  }

  /// A data label that somebody typed over: "[CATEGORY NAME], 6, 60%".
  package struct Label: Hashable, Sendable {
    package var text: String
    /// The category it stands at; a text file doesn't tell.
    package var category: String?
    package var value: String?
    package var percentage: String?

    package init(_ text: String, category: String? = nil) {
      self.text = text
      self.category = category
      let parts = text.split(whereSeparator: { ",;\n".contains($0) }).map(trimmed)
      percentage = parts.first { $0.hasSuffix("%") && isFigure($0.dropLast()) }
      value = parts.first { isFigure($0[...]) }
    }
  }

  package var title: String
  package var categories: [String]
  package var series: [Series]
  package var locator: Locator
  /// Where the chart's figures begin in a text file.
  package var line: Int?

  package init(title: String, categories: [String], series: [Series], at locator: Locator, line: Int? = nil) {
    self.title = title
    self.categories = categories
    self.series = series
    self.locator = locator
    self.line = line
  }

  /// The first series, which is all that a pie has.
  package var values: [String?] { series.first?.values ?? [] }
  package var labels: [Label] { series.flatMap(\.labels) }
}

func trimmed(_ text: some StringProtocol) -> String {
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}

func isFigure(_ text: Substring) -> Bool {
  let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
  return digits > 0 && text.utf8.allSatisfy { "0123456789.,-".utf8.contains($0) }
}

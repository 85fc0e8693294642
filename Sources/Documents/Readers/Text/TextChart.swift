/// What a converter leaves of a chart: its name and a tab, the labels somebody typed, and
/// the categories followed by as many values.
///
///     Total⇥[CATEGORY NAME], 1, 10%
///     [CATEGORY NAME], 6, 60%
///
///     AMBER⇥COMPLETED⇥GREEN⇥2⇥3⇥5⇥
struct TextChart {
  private static let longestHeading = 40

  private var title = ""
  private var labels: [SourceChart.Label] = []
  private var categories: [String] = []
  private var values: [String] = []
  private var line: Int
  private(set) var length = 1

  init?(at start: Int, of lines: [TextLine]) {
    line = lines[start].number
    if takeFigures(lines[start]) { return }
    guard takeTitle(lines[start]) else { return nil }
    for line in lines[(start + 1)...].prefix(Self.longestHeading) {
      length += 1
      if takeFigures(line) { return }
      guard line.isBlank || takeLabel(line.text) else { return nil }
    }
    return nil
  }

  func source(at locator: Locator) -> SourceChart {
    SourceChart(
      title: title, categories: categories,
      series: [SourceChart.Series(name: title, values: values, labels: labels)], at: locator, line: line)
  }

  private mutating func takeTitle(_ line: TextLine) -> Bool {
    guard !line.text.hasPrefix("\t"), !line.text.hasPrefix("· ") else { return false }
    let fields = line.text.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 2 else { return false }
    title = trimmed(fields[0])
    return !title.isEmpty && (fields[1].isEmpty || takeLabel(String(fields[1])))
  }

  private mutating func takeLabel(_ text: String) -> Bool {
    let label = SourceChart.Label(trimmed(text))
    guard label.value != nil || label.percentage != nil, !text.contains("\t") else { return false }
    labels.append(label)
    return true
  }

  private mutating func takeFigures(_ line: TextLine) -> Bool {
    guard line.text.hasSuffix("\t"), !line.text.hasPrefix("\t") else { return false }
    let fields = line.text.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count >= 2, fields.count.isMultiple(of: 2) else { return false }
    let half = fields.count / 2
    guard fields[..<half].allSatisfy({ !$0.isEmpty && !isFigure($0) }), fields[half...].allSatisfy(isFigure) else {
      return false
    }
    categories = fields[..<half].map(String.init)
    values = fields[half...].map(String.init)
    return true
  }
}

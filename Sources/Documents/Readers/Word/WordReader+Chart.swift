extension WordReader {
  /// The figures that a chart part has cached, and the labels typed over them.
  final class ChartPart: XMLFollower {
    /// Points by their index; a chart omits those that have no value.
    private struct Points {
      var values: [Int: String] = [:]

      /// As long as the points themselves justify: an index is only a claim.
      var count: Int { min((values.keys.max() ?? -1) + 1, mostPlausible) }

      func count(for categories: Int) -> Int { max(count, min(categories, mostPlausible)) }

      private var mostPlausible: Int { 2 * values.count + 64 }
    }

    private struct SeriesPart {
      var name = ""
      var categories = Points()
      var values = Points()
      var labels: [(index: Int?, text: String)] = []
    }

    private let limit: Int
    private(set) var points = 0
    private var path: [XMLName] = []
    private var skipped = 0
    private var title = ""
    private var series: [SeriesPart] = []
    private var point: Int?
    private var pointText = ""

    init(limit: Int) {
      self.limit = limit
    }

    var refusal: ReadError.Trouble? { points > limit ? .tooManyPieces(limit: limit) : nil }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if skipped > 0 || name == .`c:extLst` {
        skipped += 1
        return
      }
      path.append(name)
      switch name {
      case .`c:ser`:
        points += 1
        series.append(SeriesPart())
      case .`c:dLbl` where !series.isEmpty:
        points += 1
        series[series.count - 1].labels.append((nil, ""))
      case .`c:idx` where path.dropLast().last == .`c:dLbl` && !series.isEmpty:
        let last = series[series.count - 1].labels.count - 1
        if last >= 0 { series[series.count - 1].labels[last].index = attributes[.val].flatMap(Int.init) }
      case .`c:pt`:
        points += 1
        point = attributes[.idx].flatMap(Int.init).flatMap { (0..<1_000_000).contains($0) ? $0 : nil }
        pointText = ""
      case .`c:lvl`: if path.contains(.`c:cat`), series.last?.categories.values.isEmpty == false { startSkipping() }
      case .`a:p`: paragraph()
      default: break
      }
    }

    func end(_ name: XMLName) {
      if skipped > 0 {
        skipped -= 1
        return
      }
      if name == .`c:pt` { add(pointText) }
      path.removeLast()
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
      guard skipped == 0, let element = path.last else { return }
      let text = String(decoding: utf8, as: UTF8.self)
      if element == .`c:v` {
        if point != nil { pointText += text } else if isSeriesName { series[series.count - 1].name += text }
      } else if element == .`a:t` {
        write(text)
      }
    }

    /// Of categories on several levels the first in the file is the innermost.
    private func startSkipping() {
      path.removeLast()
      skipped = 1
    }

    private var isSeriesName: Bool { !series.isEmpty && path.contains(.`c:ser`) && path.contains(.`c:tx`) }

    private var isTitle: Bool { path.count > 2 && path[2] == .`c:title` }

    private var openLabel: Int? {
      guard path.contains(.`c:dLbl`), let labels = series.last?.labels, !labels.isEmpty else { return nil }
      return labels.count - 1
    }

    private func write(_ text: String) {
      if isTitle {
        title += text
      } else if let openLabel {
        series[series.count - 1].labels[openLabel].text += text
      }
    }

    private func paragraph() {
      if isTitle, !title.isEmpty { title += "\n" }
      if let openLabel, series[series.count - 1].labels[openLabel].text.isEmpty == false { write("\n") }
    }

    private func add(_ text: String) {
      defer { point = nil }
      guard let point, !series.isEmpty else { return }
      if path.contains(.`c:cat`) || path.contains(.`c:xVal`) {
        series[series.count - 1].categories.values[point] = text
      } else if path.contains(.`c:val`) || path.contains(.`c:yVal`) {
        series[series.count - 1].values.values[point] = text
      } else if path.contains(.`c:tx`) {
        series[series.count - 1].name += text
      }
    }

    /// The chart, whose place in the document is still to be told.
    var source: SourceChart {
      let categories = series.lazy.map(\.categories).first { !$0.values.isEmpty } ?? Points()
      let names = (0..<categories.count).map { categories.values[$0] ?? "" }
      let shown = series.map { part in
        SourceChart.Series(
          name: part.name.isEmpty ? nil : part.name,
          values: (0..<part.values.count(for: names.count)).map { part.values.values[$0] },
          labels: part.labels.filter { !$0.text.isEmpty }.map { label in
            let category = label.index.flatMap { names.indices.contains($0) ? names[$0] : nil }
            return SourceChart.Label(label.text, category: category)
          })
      }
      let heading = title.isEmpty && series.count == 1 ? series[0].name : title
      return SourceChart(title: heading, categories: names, series: shown, at: .document)
    }
  }
}

extension Check {
  /// Harrow's chart of Residents First shows 5 green and 2 amber where its list has 6 and 1.
  static let staleChart = printedFault(
    "chart-contradicts-table", looksFor: "A chart of the period's imported report that its own table contradicts.")

  /// Harrow's footnote under the third priority names the second.
  static let wrongFootnote = printedFault(
    "footnote-names-other-priority",
    looksFor: "A footnote of the period's imported report that names another priority than the one it stands under.")

  /// What an import found wrong in a document of the period, and kept with the file: it was published once and would be
  /// copied from again.
  private static func printedFault(_ code: String, looksFor: String) -> Check {
    Check(code, .objection, looksFor: looksFor) { book, scorecard in
      book.sources.values.filter { $0.period == scorecard.period.code }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        .flatMap { source in
          source.diagnostics.compactMap { line -> Trouble? in
            let ending = " (\(code))"
            guard line.hasSuffix(ending), let colon = line.firstRange(of: ": ") else { return nil }
            let sentence = line[colon.upperBound...].dropLast(ending.count)
            return (
              "\(line[..<colon.lowerBound]) of \(source.name)", "\(sentence) Correct the document and import it again."
            )
          }
        }
    }
  }
}

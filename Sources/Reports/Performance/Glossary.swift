import CorporatePlan
import Documents

extension PerformanceReport {
  /// Acronyms and notes of the period, each once, in order of the alphabet.
  var glossary: [ReportSection] {
    let notes = book.commentary.values.filter { $0.period == period && $0.purpose == .glossary }
    let texts = Set(notes.map(\.text)).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
    guard !texts.isEmpty else { return [] }
    return [
      ReportSection(
        "glossary", Heading(.section, "Glossary", anchor: "glossary"),
        [.list(List(items: texts.map { [isSafeAddress($0) ? .link($0, url: $0) : .text($0)] }))])
    ]
  }
}

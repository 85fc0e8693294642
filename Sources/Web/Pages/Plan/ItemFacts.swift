import CorporatePlan
import Documents

/// What a plan says of an item beside its title: rows of a summary list, for the pages of all kinds of items.
struct ItemFacts {
  private let book: Book
  private let item: PlanItem
  private let standing: PlanStanding

  init(_ book: Book, _ item: PlanItem, _ standing: PlanStanding) {
    (self.book, self.item, self.standing) = (book, item, standing)
  }

  func write(into html: inout HTML) {
    html.summaryRow("Code as printed", item.printedCode)
    html.summaryRow("How", item.mode?.words.capitalised)
    html.summaryRow("Measure", item.measure)
    html.summaryRow("Baseline", baseline)
    html.summaryRow("Target", item.target)
    html.summaryRow("Depends on", item.condition)
    html.summaryRow("Progress", standing.words(of: item.id)?.capitalised)
    html.summaryRow("In the plan", span)
    html.summaryRow("Partners", partners)
    html.summaryRow("In the document", book.place(of: item.recordID))
  }

  private var baseline: String? {
    book.baselines.values.first { $0.subject == item.recordID }?.words
  }

  private var span: String? {
    switch (item.start, item.end) {
    case (let start?, let end?): "from \(start.words) to \((end + -1).words)"
    case (let start?, nil): "from \(start.words)"
    case (nil, let end?): "until \((end + -1).words)"
    case (nil, nil): nil
    }
  }

  private var partners: String {
    book.partners.values.filter { $0.items.contains(item.id) }.map(\.name).sorted().joined(separator: "; ")
  }
}

extension Baseline {
  /// "412, 2023".
  var words: String { [verbatim, asOf].compactMap { $0 }.joined(separator: ", ") }
}

extension Book {
  /// The file and the place in it where a record was found: "plan.docx, table 4, row 17".
  func place(of record: RecordID) -> String? {
    for source in sources.values.sorted(by: { $0.id < $1.id }) {
      if let place = source.place(of: record) { return "\(source.name), \(place)" }
    }
    return nil
  }
}

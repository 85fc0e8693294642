import CorporatePlan
import Documents

extension ImportOrder {
  /// With what this council settled about files with the same headings; what is said now comes first.
  func remembering(_ looked: LookedAt) -> ImportOrder {
    let all = book.recipes(for: looked.document)
    guard !all.isEmpty else { return self }
    // What was settled of one kind of document says nothing of another kind that has the same headings.
    let kinds = Set(all.map(\.recognisedAs))
    let kind =
      kind ?? (kinds.count == 1 ? kinds.first : Recogniser.best(for: looked, asked: nil)?.kind) ?? all[0].recognisedAs
    let recipes = all.filter { $0.recognisedAs == kind }
    var order = self
    order.kind = kind
    for recipe in recipes {
      // Two spellings of one heading are one heading.
      let said = Set(order.columns.keys.map(\.normalisedName))
      let others = recipe.columns.filter { !said.contains($0.heading.normalisedName) }
      order.columns.merge(others.map { ($0.heading, $0.meaning) }) { now, _ in now }
      order.answers.merge(recipe.answers.map { ($0.heading, $0.meaning) }) { now, _ in now }
    }
    return order
  }
}

extension Book {
  /// The recipes for files that have a table with the same headings.
  fileprivate func recipes(for document: SourceDocument) -> [ImportRecipe] {
    if recipes.isEmpty { return [] }
    let bySignature = Dictionary(grouping: recipes.values.sorted { $0.id < $1.id }, by: \.signature)
    var seen: Set<String> = []
    return document.tables.flatMap(\.stacked).flatMap { HeadingRows.candidates(in: $0) }.flatMap {
      bySignature[$0.signature] ?? []
    }
    .filter { seen.insert($0.id).inserted }
  }
}

extension ImportRecipe {
  /// The headings that its id ends in.
  fileprivate var signature: String { id.split(separator: ":", maxSplits: 1).dropFirst().joined() }
}

extension Reading {
  /// What a person has settled about columns and kinds of question, to be kept for the next file with the same headings:
  /// a recipe for each such table.
  func recipes(_ order: ImportOrder) -> [ImportRecipe] {
    // What became of one plan's items says nothing of the next plan's, nor whose one file is of whose the next one is.
    let ofOneFile: Set<DiagnosticCode> = [.lineageDoubtful, .councilDiffers]
    let asked = Set(
      diagnostics.filter { $0.question?.takesWords == false && !ofOneFile.contains($0.code) }.map(\.code.rawValue))
    let answers = order.answers.filter { asked.contains($0.key) }.map { ImportRecipe.Column($0.key, $0.value) }
    let settled = Dictionary(
      order.columns.sorted { $0.key < $1.key }.map { ($0.key.normalisedName, $0.value) },
      uniquingKeysWith: { first, _ in first })
    var recipes: [String: ImportRecipe] = [:]
    for table in mapping {
      // A heading may stand over several columns, and is kept once.
      var seen: Set<String> = [""]
      let columns = table.columns.compactMap { column -> ImportRecipe.Column? in
        let heading = column.heading.normalisedName
        guard let meaning = settled[heading], seen.insert(heading).inserted else { return nil }
        // The next file with these headings is of another period.
        let word = ColumnMeaning(meaning, calendar: order.book.calendar)?.word.rawValue
        return ImportRecipe.Column(column.heading, word ?? meaning)
      }
      if columns.isEmpty && answers.isEmpty { continue }
      let headings = table.columns.filter { !$0.heading.isEmpty }.map { $0.heading.withoutPeriod.normalisedName }
      let id = "\(recognition.kind):\(headings.joined(separator: "|"))"
      recipes[id] = ImportRecipe(
        id: id, recognisedAs: recognition.kind, columns: columns, answers: answers.sorted { $0.heading < $1.heading })
    }
    return recipes.values.sorted { $0.id < $1.id }
  }
}

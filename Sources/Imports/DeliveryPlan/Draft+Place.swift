import CorporatePlan
import Documents

extension DeliveryPlanDraft {
  /// Tables of figures about the place: a column for each priority.
  mutating func draftPlace() {
    for table in parts.others {
      let cells = table.rows.flatMap(\.cells).filter { !$0.text.trimmed.isEmpty }
      guard let header = table.rows.first, table.rows.count > 2,
        !cells.contains(where: { draft.places.contains($0.locator) })
      else { continue }
      let columns = header.cells.compactMap { cell in
        parts.priority(named: cell.text).map { (cell: cell, priority: $0) }
      }
      let figures = cells.count { $0.text.contains(where: \.isNumber) }
      let headed = header.cells.filter { !$0.text.trimmed.isEmpty }
      guard columns.count > 1, columns.count == headed.count, figures * 2 > cells.count
      else { continue }
      draft.mapping.append(
        TableMapping(
          at: table.locator.description,
          columns: header.cells.map {
            MappedColumn(
              column: $0.locator.column ?? 0, heading: $0.text.onOneLine, meaning: .plain(.text), confidence: 80)
          }))
      draft.take(
        cells.filter { cell in columns.contains { $0.cell.locator.column == cell.locator.column } }.map(\.locator))
      for (cell, priority) in columns { draftColumn(cell.locator.column ?? 0, of: table, under: priorityIDs[priority]) }
    }
  }

  private mutating func draftColumn(_ column: Int, of table: SourceTable, under priority: String) {
    for (cell, text) in joined(column, of: table) {
      if PlaceStatement.isRunTogether(text) {
        draft.tell(
          .warning, .deliveryTextsRunTogether, at: cell, verbatim: text,
          "Two texts run into one another here. It was kept as it stands; correct it from the original.")
        draftStatement(PlaceStatement(wholly: text), at: cell, under: priority)
        continue
      }
      for sentence in PlaceStatement.all(in: text) {
        if let both = PlaceStatement.respectively(sentence) {
          for statement in both { draftStatement(statement, at: cell, under: priority) }
        } else if let statement = PlaceStatement(sentence) {
          draftStatement(statement, at: cell, under: priority)
        } else {
          draft.tell(
            .question, .deliveryPlaceholder, at: cell, verbatim: sentence,
            "This has no figure: it holds the place of something not known yet. Nothing was made of it.")
        }
      }
    }
  }

  private mutating func draftStatement(_ statement: PlaceStatement, at locator: Locator, under priority: String) {
    var measure = Measures.Measure(
      name: statement.name, code: nil, printedCode: nil, locator: locator, shows: .context, items: [priority])
    measure.definition = statement.verbatim
    let value = try? Value(statement.figure)
    measure.unit = value?.figure?.unit
    let index = measures.add(measure)
    measures[index].context.append(statement)
  }

  /// The cells of a column, with those put together that a line break cut: every cell of the row goes on with the one above.
  private func joined(_ column: Int, of table: SourceTable) -> [(Locator, String)] {
    var found: [(Locator, String)] = []
    for (index, row) in table.rows.enumerated().dropFirst() {
      guard let cell = row.cell(column), !cell.text.trimmed.isEmpty else { continue }
      if index > 1, goesOn(row, table.rows[index - 1]), let last = found.indices.last {
        found[last].1 += " " + cell.text.onOneLine
      } else {
        found.append((cell.locator, cell.text.onOneLine))
      }
    }
    return found
  }

  private func goesOn(_ row: SourceRow, _ above: SourceRow) -> Bool {
    let pairs = row.cells.filter { !$0.text.trimmed.isEmpty }.map { cell in
      (cell.text.onOneLine, cell.locator.column.flatMap { above.cell($0)?.text.onOneLine } ?? "")
    }
    return pairs.count > 1
      && pairs.allSatisfy { text, above in
        !above.isEmpty && !above.hasEndMark
          && (text.beginsInTheMiddle || above.hasSuffix(" and") || above.hasSuffix(" of") || above.hasSuffix(" as"))
      }
  }
}

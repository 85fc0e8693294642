import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// The council, unless it is on record.
  mutating func draftCouncil() {
    guard draft.order.book.council == nil else { return }
    if let name = draft.order.council {
      draft.add(CouncilProfile(name: name, planTitle: "Corporate Plan"), at: .document)
      return
    }
    let head = draft.document.blocks.prefix { tables[$0.locator] == nil }.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
    guard let name = CouncilName(draft.document, title: head) else {
      draft.tell(
        .question, .councilNotNamed, at: .document,
        "The document doesn't name the council, or names several equally often. Enter the council's name.")
      return
    }
    draft.add(CouncilProfile(name: name.name, planTitle: "Corporate Plan"), at: .document)
    if name.isInTitle { return }
    draft.tell(
      .question, .councilNameRead, at: name.locator, verbatim: name.verbatim,
      "No title names the council; “\(name.name)” was taken from this text. Is that right?")
  }

  /// What stands outside the tables: a title above a table is a plan, anything else a section of it.
  mutating func draftOutside(_ tables: [Locator: PlanTable]) {
    var waiting: [SourceParagraph] = []
    var plan: RecordID?
    for block in draft.document.blocks {
      switch block {
      case .paragraph(let paragraph) where !paragraph.text.trimmed.isEmpty:
        if !isDocumentTitle(paragraph) { waiting.append(paragraph) }
      case .footnote(let footnote):
        waiting.append(SourceParagraph(footnote.text, at: footnote.locator))
      case .table(let table):
        if let table = tables[table.locator] { plan = openPlan(&waiting, table) ?? plan }
        draftSections(&waiting, plan)
        if tables[table.locator] == nil { draftRisks(table) }
      default: continue
      }
    }
    draftSections(&waiting, plan)
  }

  /// A line that says which quarter the document is for belongs to the document and not to the plan.
  private mutating func isDocumentTitle(_ paragraph: SourceParagraph) -> Bool {
    guard PrintedPeriod.all(in: paragraph.text).count == 1,
      paragraph.text.split(whereSeparator: \.isWhitespace).count <= 16
    else { return false }
    draft.tell(
      .note, .documentTitle, at: paragraph.locator, verbatim: paragraph.text.trimmed,
      "This line says which quarter the document is for. It was taken for its title.")
    return true
  }

  /// The last line above a table that is called a plan.
  private mutating func openPlan(_ waiting: inout [SourceParagraph], _ table: PlanTable) -> RecordID? {
    let place = waiting.lastIndex { paragraph in
      let words = paragraph.text.split(whereSeparator: \.isWhitespace)
      return words.count <= 16 && words.contains { $0.lowercased().hasPrefix("plan") }
    }
    guard let place else { return nil }
    let line = waiting.remove(at: place)
    let title = line.text.onOneLine
    let words = table.column(.priority).map { PlanHeading.levels($0.heading) } ?? PlanHeading.levels("")
    let slug = Slugs.slug(title)
    let plan = Plan(
      id: slug.contains(year.code) ? slug : "\(slug)-\(year.code)", title: title, type: .service,
      start: year.period.start, end: year.period.end, levels: words + ["Action", "Milestone"])
    draft.add(plan, at: line.locator)
    return plan.recordID
  }

  private mutating func draftSections(_ waiting: inout [SourceParagraph], _ plan: RecordID?) {
    guard let plan, let first = waiting.first else { return }
    let title = first.text.onOneLine
    let number = next("section of \(plan)")
    draft.add(
      Section(
        id: "\(plan.record)-section-\(number)", of: plan, title: title,
        text: waiting.dropFirst().map(\.text.trimmed).joined(separator: "\n"), order: number), at: first.locator)
    draft.take(waiting.map(\.locator))
    waiting = []
  }
}

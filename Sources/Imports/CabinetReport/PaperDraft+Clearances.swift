import CorporatePlan
import Documents

extension PaperDraft {
  mutating func draftClearances() {
    var printed = printedInLines()
    for (chapter, content) in parts.chapters.enumerated() where content.topic == .clearances {
      for table in content.tables {
        guard let rows = PrintedClearance.all(in: table) else { continue }
        printed += rows
        place(table, of: chapter)
      }
    }
    for (index, clearance) in printed.enumerated() { add(clearance, index + 1) }
  }

  /// "Statutory Officer: …", "Signed by the Chief Financial Officer", "Date: 26 January 2024", in any order but with the
  /// name first.
  private mutating func printedInLines() -> [PrintedClearance] {
    var printed: [PrintedClearance] = []
    // Where a chapter has a table, its clearances stand in that.
    let tabled = parts.chapters.map { !$0.tables.isEmpty }
    for (index, line) in lines(on: .clearances) where !tabled[lines[index].chapter] {
      if let entry = FormLine(line), PrintedClearance.isPost(entry.name), !entry.name.hasSuffix("?") {
        var clearance = PrintedClearance(label: entry.name)
        let (words, onBehalf) = PrintedClearance.role(entry.words)
        clearance.named = WithoutPeople(words).leftOut
        clearance.onBehalf = onBehalf
        printed.append(clearance)
      } else if printed.isEmpty {
        continue
      } else if let entry = FormLine(line), entry.name.normalisedName.hasPrefix("date") {
        printed[printed.count - 1].date = entry.words
      } else if FormLine(line) == nil, let signature = PrintedClearance.signature(line.text) {
        printed[printed.count - 1].signed = signature.role
        printed[printed.count - 1].onBehalf = printed[printed.count - 1].onBehalf || signature.onBehalf
      } else {
        continue
      }
      printed[printed.count - 1].places.append(line.locator)
      printed[printed.count - 1].verbatim.append(line.text)
      printed[printed.count - 1].indices.append(index)
    }
    return printed
  }

  private mutating func add(_ printed: PrintedClearance, _ order: Int) {
    guard let place = printed.places.first, var role = printed.role, !role.isEmpty else { return }
    let verbatim = printed.verbatim.joined(separator: " · ")
    if draft.record(RecordID(Clearance.kind, "\(paper.id)#\(role)")) != nil {
      draft.tell(
        .warning, .clearanceTwice, at: place, verbatim: verbatim,
        "“\(role)” has cleared this paper once already. Both clearances were kept.")
      role += " (\(order))"
    }
    draft.add(
      Clearance(
        paper: paper.id, role: role, onBehalf: printed.onBehalf, day: printed.day, comments: printed.comments,
        order: order), at: place)
    draft.take(printed.places)
    placed.formUnion(printed.indices)
    if printed.named { tellLeftOut("the clearance was kept as that of “\(role)”", at: place, verbatim: verbatim) }
    check(printed, role)
  }

  private mutating func check(_ printed: PrintedClearance, _ role: String) {
    let verbatim = printed.verbatim.joined(separator: " · ")
    let place = printed.places.last ?? .document
    guard let day = printed.day else {
      draft.tell(
        .question, .clearanceUndated, at: place, verbatim: verbatim,
        "The clearance of “\(role)” has no date that can be read. Ask for it.")
      return
    }
    guard let meeting = paper.meeting, meeting < day else { return }
    draft.tell(
      .warning, .clearanceAfterMeeting, at: place, verbatim: verbatim,
      "The clearance of “\(role)” is dated \(day.words), \(counted(day - meeting, "day")) after the meeting of \(meeting.words). It was kept as printed; ask for the right date."
    )
  }
}

extension PrintedClearance {
  /// "Statutory Officer", "Head of Procurement".
  static func isPost(_ label: String) -> Bool {
    let words = label.normalisedName.split(separator: " ")
    return words.contains {
      ["officer", "head", "director", "chief", "solicitor", "treasurer", "auditor"].contains($0)
    }
  }
}

import CorporatePlan
import Documents

extension PaperDraft {
  /// The paper itself, with the form at its head.
  mutating func draftPaper() {
    for line in parts.form { enter(line) }
    for caption in parts.captions {
      draft.tell(.note, .tableCaption, at: caption.locator, verbatim: caption.text, "This is the caption of a table.")
    }
    if paper.meeting == nil {
      let line = parts.line(.meeting)
      draft.tell(
        .question, .meetingDateMissing, at: line?.locators.last ?? .document, verbatim: line?.verbatim ?? "",
        "The day of the meeting can't be read. Enter it: clearances have to be of before it.")
    }
    draft.add(paper, at: parts.form.first?.locators.first ?? .document)
  }

  /// What stands in the lines about checks, contact and consultation after the paper's text.
  mutating func draftForm() {
    for topic in [PaperTopic.form, .clearances] {
      for (index, line) in lines(on: topic) {
        if let entry = FormLine(line) {
          enter(entry)
        } else if index > 0, paper.form.count > parts.form.count, lines[index].chapter == lines[index - 1].chapter,
          placed.contains(index - 1)
        {
          // Runs on below what was entered: "No assessment is required at this stage".
          goOn(line)
        } else {
          continue
        }
        placed.insert(index)
      }
    }
    draft.change(paper.recordID, Paper.self) { [form = paper.form] in $0.form = form }
  }

  private mutating func enter(_ line: FormLine) {
    var words = line.words
    if line.namesPeople || PersonsName.isOne(words) {
      let without = WithoutPeople(words)
      if without.leftOut {
        words = without.words
        tellLeftOut(
          words.isEmpty ? "no post is given" : "“\(words)” was kept", at: line.locators.last ?? .document,
          verbatim: line.verbatim)
      }
    }
    paper.form.append(Paper.Line(line.name, words))
    draft.take(line.locators)
  }

  private mutating func goOn(_ line: PrintedLine) {
    let last = paper.form.removeLast()
    paper.form.append(Paper.Line(last.name, last.words.isEmpty ? line.text : "\(last.words)\n\(line.text)"))
    draft.take(line.locator)
  }
}

import CorporatePlan
import Documents
import Imports

/// The questions of a preview, each with what stands in the document and what could be meant.
struct ImportQuestions {
  private let asked: [(diagnostic: Diagnostic, question: Imports.Question)]
  /// The questions that ask the same of different places: how many, and which comes first.
  private let alike: [String: (count: Int, first: String)]
  /// How many are shown at once; the others come when these are answered.
  static let most = 300

  init(_ proposal: ImportProposal) {
    asked = proposal.diagnostics.compactMap { diagnostic in
      diagnostic.question.flatMap { $0.choices.isEmpty && !$0.takesWords ? nil : (diagnostic, $0) }
    }
    var alike: [String: (count: Int, first: String)] = [:]
    for (diagnostic, question) in asked {
      alike[ImportQuestions.kind(diagnostic, question), default: (count: 0, first: question.id)].count += 1
    }
    self.alike = alike
  }

  /// The id of a question's first choice, for the error summary.
  static func anchor(of question: String) -> String { "q-\(EntityTag.hash(Array(question.utf8)))" }

  func write(into html: inout HTML) {
    guard !asked.isEmpty else { return }
    html.raw(#"<section id="questions"><h2>Questions</h2>"#)
    html.raw("<p>Only the council can tell. Nothing is guessed: what you leave open stays open on the record.</p>")
    let answered = asked.filter { $0.question.answer != nil }
    let open = asked.filter { $0.question.answer == nil }
    for (diagnostic, question) in open.prefix(ImportQuestions.most) { fieldset(diagnostic, question, &html) }
    if open.count > ImportQuestions.most {
      html.element(
        "p", ["class": "note"],
        "And \(open.count - ImportQuestions.most) more, which are shown when these are answered or left open.")
    }
    if !answered.isEmpty {
      html.element("details", ["open": answered.count == asked.count && answered.count < 4 ? "" : nil]) { html in
        html.element("summary", "Answered (\(answered.count))")
        for (diagnostic, question) in answered.prefix(ImportQuestions.most) { fieldset(diagnostic, question, &html) }
        if answered.count > ImportQuestions.most {
          html.element(
            "p", ["class": "note"],
            "And \(answered.count - ImportQuestions.most) more, which keep their answers.")
        }
      }
    }
    html.raw(#"<p class="buttons"><button class="second">Preview again</button></p></section>"#)
  }

  private func fieldset(_ diagnostic: Diagnostic, _ question: Imports.Question, _ html: inout HTML) {
    let anchor = ImportQuestions.anchor(of: question.id)
    html.raw("<fieldset>")
    html.element("legend", diagnostic.message)
    html.source(diagnostic.at, diagnostic.verbatim)
    if question.takesWords { words(question, anchor, &html) }
    let choices = question.choices.map { ($0.id, $0.words) } + [(Imports.Question.open, "Leave open")]
    for (index, (id, words)) in choices.enumerated() {
      let control = index == 0 && !question.takesWords ? anchor : "\(anchor)-\(index)"
      html.raw(#"<p class="choice">"#)
      html.void(
        "input",
        [
          // Words leave nothing to choose from but to leave it open, which has to be taken back too.
          "type": question.takesWords && question.choices.isEmpty ? "checkbox" : "radio", "id": control,
          "name": "answer:\(question.id)", "value": id,
          "checked": question.answer == id ? "" : nil,
        ])
      html.raw(" ")
      html.element("label", ["for": control], words)
      html.raw("</p>")
    }
    let same = alike[ImportQuestions.kind(diagnostic, question)]
    if let same, same.count > 1, !question.takesWords, same.first == question.id, question.answer == nil {
      html.raw(#"<p class="choice alike">"#)
      html.void(
        "input",
        ["type": "checkbox", "id": "\(anchor)-all", "name": "alike:\(diagnostic.code.rawValue)", "value": question.id])
      html.raw(" ")
      html.element(
        "label", ["for": "\(anchor)-all"],
        "Answer all \(same.count) questions of this kind like this one, and those of the next such file")
      html.raw("</p>")
    }
    html.raw("</fieldset>")
  }

  /// An answer in the person's own words. It comes first in the form: a choice made beside it counts for more.
  private func words(_ question: Imports.Question, _ anchor: String, _ html: inout HTML) {
    let isChoice = question.answer == Imports.Question.open || question.choices.contains { $0.id == question.answer }
    html.field(anchor, "In words that can be printed") { html, _ in
      html.void(
        "input",
        [
          "type": "text", "id": anchor, "name": "answer:\(question.id)", "autocomplete": "off",
          "value": isChoice ? nil : question.answer,
        ])
    }
  }

  /// The same for questions that ask the same of different places.
  private static func kind(_ diagnostic: Diagnostic, _ question: Imports.Question) -> String {
    ([diagnostic.code.rawValue] + question.choices.flatMap { [$0.id, $0.words] }).joined(separator: "\n")
  }
}

extension HTML {
  /// A place in the source and what stands there, to the letter.
  mutating func source(_ at: String, _ verbatim: String) {
    raw(#"<p class="source"><span class="place">"#)
    text(at)
    raw("</span>")
    if !verbatim.isEmpty {
      raw(" <q>")
      text(verbatim)
      raw("</q>")
    }
    raw("</p>")
  }
}

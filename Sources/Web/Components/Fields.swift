import CorporatePlan
import Documents

/// Something in a form that has to be mended before it can be sent.
struct FormProblem: Equatable, Sendable {
  /// The id of the field.
  let field: String
  let words: String
}

extension HTML {
  /// All problems of a form at the top of the page, each with the way to its field. An address that ends on `#problems`
  /// puts the focus here.
  mutating func errorSummary(_ problems: [FormProblem]) {
    guard !problems.isEmpty else { return }
    raw(#"<div class="problems" id="problems" role="alert" tabindex="-1" aria-labelledby="problems-title">"#)
    raw(#"<h2 id="problems-title">There is a problem</h2><ul>"#)
    for problem in problems {
      raw("<li>")
      link(problem.words, "#\(problem.field)")
      raw("</li>")
    }
    raw("</ul></div>")
  }

  /// A field with its label, a hint below it, and what is wrong with what was entered.
  ///
  /// - Parameter input: writes the control, which has the id and the ids of what describes it.
  mutating func field(
    _ id: String, _ label: String, hint: String? = nil, problems: [FormProblem] = [],
    _ input: (_ html: inout HTML, _ describedBy: String?) -> Void
  ) {
    let problem = problems.first { $0.field == id }
    element("div", ["class": problem == nil ? "field" : "field wrong"]) { html in
      html.element("label", ["for": id], label)
      if let hint { html.element("p", ["class": "note", "id": "\(id)-hint"], hint) }
      if let problem {
        html.element("p", ["class": "wrong-words", "id": "\(id)-problem"]) { html in
          html.raw(#"<span class="hidden">Error: </span>"#)
          html.text(problem.words)
        }
      }
      let ids = [hint.map { _ in "\(id)-hint" }, problem.map { _ in "\(id)-problem" }].compactMap { $0 }
      input(&html, ids.isEmpty ? nil : ids.joined(separator: " "))
    }
  }

  /// A choice of one.
  mutating func select(
    _ id: String, name: String, describedBy: String? = nil, label: String? = nil, chosen: String?,
    _ options: [(value: String, words: String)]
  ) {
    element("select", ["id": id, "name": name, "aria-describedby": describedBy, "aria-label": label]) { html in
      for option in options { html.option(option.value, option.words, isChosen: option.value == (chosen ?? "")) }
    }
  }

  mutating func option(_ value: String, _ words: String, isChosen: Bool) {
    element("option", ["value": value, "selected": isChosen ? "" : nil], words)
  }

  /// A line of text.
  mutating func input(_ id: String, value: String? = nil, describedBy: String? = nil, isShort: Bool = false) {
    void(
      "input",
      [
        "type": "text", "id": id, "name": id, "value": value, "aria-describedby": describedBy,
        "class": isShort ? "short" : nil, "autocomplete": "off",
      ])
  }
}

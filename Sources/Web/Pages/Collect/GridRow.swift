import CorporatePlan
import Documents
import Reports

/// One row of the grid: what is known of a return, its fields, and what is to be said or mended.
struct GridRow {
  /// In which the row stands so.
  let book: Book
  let row: ReturnRow
  var outcome: ReturnOutcome?
  /// What was typed where it could not be recorded.
  var typed: [String: String]?
  /// Who saved the other value and when, where somebody was first.
  var savedBy: String?

  private var prefix: String { ReturnFields.prefix(row.slot.subject) }
  private var anchor: String { GridRow.anchor(prefix) }
  /// What is approved is not changed by a slip of the hand: its own page does it, where it says what follows.
  private var isLocked: Bool { row.refusal != nil || row.state == .approved }

  /// The id of the row.
  static func anchor(_ prefix: String) -> String {
    "row-\(prefix.replacing(":", with: "-").addressed.replacing("%", with: "_"))"
  }

  /// The id of a field; of one that the grid does not show, that of the first it does.
  static func id(_ prefix: String, _ field: ReturnField, in row: ReturnRow) -> String {
    let shown = row.gridFields.contains(field) ? field : row.gridFields[0]
    return "\(anchor(prefix))-\(shown.rawValue)"
  }

  func write(into html: inout HTML) {
    html.element("tr", ["id": anchor, "data-row": prefix, "data-seen": "\(book.position)"]) { html in
      html.raw(#"<th scope="row">"#)
      heading(&html)
      html.raw("</th>")
      row.slot.subject.kind == Indicator.kind ? figure(&html) : action(&html)
    }
    html.raw(#"<tr class="below"><td colspan="6">"#)
    more(&html)
    html.raw(#"<div data-part="words" id=""#)
    html.text("\(anchor)-words")
    html.raw(#"">"#)
    words(&html)
    html.raw("</div></td></tr>")
  }

  /// What is asked for seldom or takes more room than a cell: open where something of it is to be mended.
  private func more(_ html: inout HTML) {
    let filled = row.moreFields.filter { !value($0).trimmed.isEmpty }
    html.element("details", ["class": "more", "open": isMoreWrong ? "" : nil]) { html in
      html.raw("<summary>")
      html.text(filled.isEmpty ? "More" : "More: \(filled.map(\.briefLabel).joined(separator: ", "))")
      html.raw(#"<span class="hidden">"#)
      html.text(", of \(row.title)")
      html.raw("</span></summary>")
      for field in row.moreFields {
        html.raw(#"<div class="field">"#)
        html.element("label", ["for": id(field)], field == .note ? "Note behind it, not published" : field.label)
        if field == .nothing {
          select(field, nil, &html, ReturnField.somethingOrNothing)
        } else {
          textarea(field, nil, &html)
        }
        html.raw("</div>")
      }
    }
  }

  private var isMoreWrong: Bool {
    switch outcome {
    case .refused(let problems)?: problems.contains { row.moreFields.contains($0.field) }
    case .conflict?:
      row.moreFields.contains { field in
        typed?[field.rawValue].map { $0.trimmed != ReturnFields.recorded(row, field).trimmed } ?? false
      }
    case .saved?, .unchanged?, nil: false
    }
  }

  private func heading(_ html: inout HTML) {
    if let code = row.code {
      html.element("span", ["class": "code"], code)
      html.raw(" ")
    }
    html.link(row.title, address)
    html.raw(#"<span class="state" data-part="state">"#)
    state(&html)
    html.raw("</span>")
    // What the fields held when the page was drawn: a row in which nobody typed is left alone.
    html.void(
      "input",
      [
        "type": "hidden", "name": "\(prefix):was",
        "value": ReturnFields.fingerprint(ReturnFields.recorded(row, row.gridFields)),
      ])
  }

  /// The page of the return, with all its fields and its history.
  private var address: String {
    let noun = row.slot.subject.kind == Indicator.kind ? "indicators" : "actions"
    return "/collect/\(row.slot.period.code.addressed)/\(noun)/\(row.slot.subject.record.addressed)"
  }

  private func figure(_ html: inout HTML) {
    let indicator = row.figure?.indicator
    html.raw(#"<td data-label="Last">"#)
    if let last = row.last, let indicator {
      html.element("b", indicator.text(last.value))
      html.raw(" ")
      html.element("span", ["class": "note"], last.period.name)
      html.sparkline(Sparkline(row.points.map { $0.value.figure.flatMap { $0.chartValue } }, target: row.targetValue))
    } else {
      html.raw(#"<span class="note">none yet</span>"#)
    }
    html.raw(#"</td><td data-label="Target">"#)
    html.text(row.target.map { target in indicator?.text(target) ?? target.text } ?? "none")
    html.raw(#"</td><td class="entry" data-label="This time">"#)
    if let data = row.slot.dataPeriod, data != row.slot.period {
      html.element("span", ["class": "note"], "for \(data.name)")
    }
    if row.isShare {
      html.raw(#"<span class="share">"#)
      input(.numerator, "\(row.title): how many", &html)
      html.raw("<span> of </span>")
      input(.denominator, "\(row.title): out of how many", &html)
      html.raw("</span>")
    } else {
      input(.value, "\(row.title): figure\(indicator.map { " in \($0.unit.words.lowercased())" } ?? "")", &html)
    }
    select(
      .reason, "\(row.title): why there is none", &html,
      [("", "or none, because …")] + MissingReason.offered.map { ($0.rawValue, $0.rawValue) })
    html.raw(#"</td><td data-label="Status"><span data-part="status">"#)
    status(&html)
    html.raw(#"</span></td><td class="entry" data-label="Why it is so">"#)
    textarea(.commentary, "\(row.title): why it is so", &html)
    html.raw("</td>")
  }

  private func action(_ html: inout HTML) {
    html.raw(#"<td class="entry" data-label="How far">"#)
    select(
      .stage, "\(row.title): stage", &html,
      [("", "Choose")] + ActionUpdate.Stage.allCases.map { ($0.rawValue, $0.rawValue.capitalised) })
    html.raw(#"<span class="share">"#)
    input(.percent, "\(row.title): per cent done", &html)
    html.raw("<span> % done</span></span>")
    if let before = row.lastUpdate {
      html.element(
        "span", ["class": "note"],
        "\(before.period.name): \(before.stage.rawValue)\(before.percent.map { ", \($0)%" } ?? "")")
    }
    html.raw(#"</td><td class="entry" data-label="Expected">"#)
    input(.forecast, "\(row.title): when it will be done", &html)
    html.element(
      "span", ["class": "note"],
      row.action?.item.due.map { "due \($0.words)" } ?? row.action?.item.dueWords ?? "no date")
    html.raw(#"</td><td class="entry" data-label="Status">"#)
    let judgements = book.judgements(in: row.slot.period)
    select(
      .judged, "\(row.title): your judgement", &html,
      [("", "Not judged")] + judgements.map { ($0.id, StatusMarks.actions.mark($0).word) })
    html.raw(#"<span data-part="status">"#)
    status(&html)
    html.raw(#"</span></td><td class="entry" data-label="What was done">"#)
    textarea(.done, "\(row.title): what was done", &html)
    html.raw(#"</td><td class="entry" data-label="What is next">"#)
    textarea(.next, "\(row.title): what is next", &html)
    html.raw("</td>")
  }

  // MARK: Parts that change when a cell is saved

  func status(_ html: inout HTML) {
    if let standing = row.figure {
      let rule = book.rule(standing.rating.rule)?.forIndicators
      let marks = StatusMarks(rule.map { [$0] } ?? [])
      switch standing.outcome {
      case .rated(let status):
        html.tag(marks.mark(status))
        html.trend(standing.short)
      case .notRated(let reason) where standing.isReturned: html.tag(StatusMark(.grey, reason.text.capitalised))
      case .undetermined where standing.isReturned: html.tag(StatusMarks.undetermined)
      case .notRated, .undetermined: html.raw(#"<span class="note">not entered</span>"#)
      }
    } else if let standing = row.action {
      switch standing.outcome {
      case .rated(let status): html.tag(StatusMarks.actions.mark(status))
      case .notRated(.missing(.notReturned)): html.raw(#"<span class="note">not entered</span>"#)
      case .notRated(let reason): html.tag(StatusMark(.grey, reason.text.capitalised))
      case .undetermined: html.tag(StatusMark(.grey, "Not judged"))
      }
      if let hint = standing.hint {
        html.element(
          "span", ["class": "note"], "its dates suggest \(StatusMarks.actions.mark(hint).word.lowercased())")
      }
    }
  }

  func state(_ html: inout HTML) {
    html.text(row.state.words.capitalised)
    if let because = row.returnedBecause { html.text(": \(because)") }
  }

  /// What is wrong, what is asked for, and what looks like a slip.
  func words(_ html: inout HTML) {
    switch outcome {
    case .refused(let problems)?:
      for problem in problems {
        html.element("p", ["class": "wrong-words"]) { html in
          html.raw(#"<span class="hidden">Error: </span>"#)
          html.text(problem.sentence)
        }
      }
    case .conflict?: conflict(&html)
    case .saved?, .unchanged?, nil: break
    }
    if let refusal = row.refusal {
      html.element("p", ["class": "note"], refusal)
      return
    }
    if row.state == .approved {
      html.raw(#"<p class="note">Approved. "#)
      html.link("Change it all the same", address)
      html.raw("; it is then checked again.</p>")
      return
    }
    for warning in row.warnings { write(warning, &html) }
    guard row.state != .due, row.state != .overdue, row.state != .notDue else { return }
    for demand in row.demands { html.element("p", ["class": "asked"], demand.sentence) }
  }

  private func conflict(_ html: inout HTML) {
    html.raw(#"<div class="conflict"><p class="wrong-words">"#)
    html.text(savedBy.map { "Saved by \($0), while you typed. " } ?? "Somebody else changed this while you typed. ")
    html.text("Nothing of yours was recorded in this row yet.")
    html.raw("</p><dl>")
    for field in row.gridFields {
      let theirs = ReturnFields.recorded(row, field)
      guard let mine = typed?[field.rawValue], mine.trimmed != theirs.trimmed else { continue }
      html.element("dt", field.label)
      html.element("dd", "Theirs: \(field.words(of: theirs))")
      html.element("dd", "Yours: \(field.words(of: mine))")
    }
    html.raw("</dl><p>Save again to put yours in the place of theirs, or type theirs.</p></div>")
  }

  private func write(_ warning: ReturnWarning, _ html: inout HTML) {
    let id = "\(anchor)-answer-\(warning.code.rawValue)"
    html.raw(#"<div class="warned"><p>"#)
    html.text(warning.sentence)
    html.raw("</p>")
    html.element("label", ["for": id], warning.isAnswered ? "Your answer" : "If it is right, say why")
    html.void(
      "input",
      [
        "type": "text", "id": id, "name": "\(prefix):answer-\(warning.code.rawValue)",
        "value": typed?["answer-\(warning.code.rawValue)"] ?? warning.answer?.words, "maxlength": "500",
        "autocomplete": "off",
      ])
    html.raw("</div>")
  }

  // MARK: Fields

  private func value(_ field: ReturnField) -> String { typed?[field.rawValue] ?? ReturnFields.recorded(row, field) }
  private func id(_ field: ReturnField) -> String { "\(anchor)-\(field.rawValue)" }

  private func input(_ field: ReturnField, _ label: String, _ html: inout HTML) {
    html.void(
      "input",
      [
        "type": "text", "id": id(field), "name": "\(prefix):\(field.rawValue)", "value": value(field),
        "class": "cell \(field.rawValue)", "aria-label": label, "aria-describedby": "\(anchor)-words",
        "autocomplete": "off", "inputmode": field == .forecast ? nil : "text", "readonly": isLocked ? "" : nil,
      ])
  }

  /// - Parameter label: `nil` where a label stands beside it.
  private func textarea(_ field: ReturnField, _ label: String?, _ html: inout HTML) {
    html.element(
      "textarea",
      [
        "id": id(field), "name": "\(prefix):\(field.rawValue)",
        "class": field == .note ? "cell" : "cell \(field.rawValue)", "rows": "2",
        "aria-label": label, "aria-describedby": "\(anchor)-words",
        "data-most": field == .note ? nil : "\(Commentary.mostPublic)",
        "readonly": isLocked ? "" : nil,
      ], value(field))
  }

  private func select(
    _ field: ReturnField, _ label: String?, _ html: inout HTML, _ options: [(value: String, words: String)]
  ) {
    let chosen = value(field)
    html.element(
      "select",
      [
        "id": id(field), "name": "\(prefix):\(field.rawValue)", "class": "cell \(field.rawValue)", "aria-label": label,
        "aria-describedby": "\(anchor)-words", "disabled": isLocked ? "" : nil,
      ]
    ) { html in
      for option in options { html.option(option.value, option.words, isChosen: option.value == chosen) }
      if !options.contains(where: { $0.value == chosen }) { html.option(chosen, chosen.capitalised, isChosen: true) }
    }
  }
}

extension ReturnField {
  static let somethingOrNothing: [(value: String, words: String)] = [
    ("", "Yes, what stands here"), ("yes", "No, it stands as it stood before"),
  ]

  /// A cell as a sentence shows it.
  fileprivate func words(of cell: String) -> String {
    if self == .nothing { return ReturnField.somethingOrNothing.first { $0.value == cell }?.words ?? cell }
    return cell.isEmpty ? "nothing" : cell
  }

  /// What tells that something of it is there: "nothing to report".
  fileprivate var briefLabel: String { self == .nothing ? "nothing to report" : label.lowercased() }

  /// What it is called on forms.
  var label: String {
    switch self {
    case .value: "Figure"
    case .numerator: "How many"
    case .denominator: "Out of how many"
    case .reason: "Why there is none"
    case .state: "How certain it is"
    case .commentary: "Why it is so"
    case .action: "What is being done"
    case .note: "Note behind it"
    case .stage: "Stage"
    case .percent: "Per cent done"
    case .forecast: "Expected"
    case .judged: "Your judgement"
    case .completed: "Completed on"
    case .done: "What was done"
    case .next: "What is next"
    case .nothing: "Anything to report?"
    case .until: "Until"
    case .whole: "Return"
    }
  }
}

extension ReturnRow {
  fileprivate var targetValue: Chart.Value? {
    guard case .figure(_, let figure)? = target else { return nil }
    return figure.chartValue
  }
}

extension Figure {
  /// Where it lies in a drawing.
  fileprivate var chartValue: Chart.Value? { charted.flatMap { Chart.Value($0.description, label: text) } }
}

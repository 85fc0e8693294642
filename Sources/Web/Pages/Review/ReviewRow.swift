import CorporatePlan
import Documents

/// One return of the queue: the figure or progress, what is said of it, what was asked and answered, and what to do.
struct ReviewRow {
  let visit: OfficeVisit
  let period: Period
  let entry: ReviewQueue.Entry
  let marks: Marks
  let names: PeopleNames
  let filter: ReviewFilter
  let isFrozen: Bool
  let refused: ReviewPage.RefusedDecision?

  private var row: ReturnRow { entry.row }
  private var anchor: String { row.slot.subject.anchor }

  func write(into html: inout HTML) {
    html.element("article", ["class": "return", "id": anchor, "tabindex": "-1"]) { html in
      html.element("h4") { html in
        if let code = row.code { html.element("span", ["class": "level"], code) }
        html.text(row.title)
        html.element("span", ["class": "mode"], row.state.words.capitalised)
      }
      done(&html)
      reasons(&html)
      if let shown = refused?.shown { WhatChanged(visit: visit, marks: marks, shown, row).write(into: &html) }
      standing(&html)
      words(&html)
      checks(&html)
      history(&html)
      if !isFrozen { decision(&html) }
    }
  }

  private func done(_ html: inout HTML) {
    guard refused == nil, visit.field("row") == row.slot.subject.key, let step = visit.field("done") else { return }
    html.banner(step == Review.Step.approved.rawValue ? "Approved." : "Returned with your reason.")
  }

  private func reasons(_ html: inout HTML) {
    var seen: Set<String> = []
    let words = entry.reasons.map { $0.words(row, marks) }.filter { seen.insert($0).inserted }
    guard !words.isEmpty else { return }
    html.raw(#"<ul class="reasons" aria-label="Why to look closer">"#)
    for words in words { html.element("li", words) }
    html.raw("</ul>")
  }

  private func standing(_ html: inout HTML) {
    html.raw(#"<dl class="standings">"#)
    if let figure = row.figure {
      fact("Figure", figure.indicator.text(figure.value), &html)
      fact("Target", figure.target.map { figure.indicator.text($0) } ?? "none", &html)
      fact("Last", row.last.map { "\(figure.indicator.text($0.value)), \($0.period.name)" } ?? "none", &html)
    } else if let action = row.action {
      fact("Stage", action.update?.stageWords ?? "nothing entered", &html)
      fact(
        "Forecast", action.update?.completed.map { "completed \($0.words)" } ?? action.update?.forecast?.words, &html)
      fact("Due", action.item.due?.words ?? action.item.dueWords, &html)
      fact("Last", row.lastUpdate.map { "\($0.stageWords), \($0.period.name)" } ?? "none", &html)
    }
    html.raw("<div><dt>Status</dt><dd>")
    html.tag(marks.mark(row))
    html.raw("</dd></div>")
    if let figure = row.figure, let travel = figure.travel {
      html.raw("<div><dt>Direction</dt><dd>")
      let trend = figure.short == .none ? figure.long : figure.short
      html.element("span", ["aria-hidden": "true"], trend.arrow)
      html.text(" \(travel)")
      html.raw("</dd></div>")
    }
    html.raw("</dl>")
    if let why = row.why, row.stage != .open { html.element("p", ["class": "note"], why) }
    if let override = row.figure?.override {
      html.element("p", ["class": "note"], "Its status was decided by an officer: \(override.reason)")
    }
    if let action = row.action, action.differsFromHint, let hint = action.hint {
      html.element("p", ["class": "note"], "Its dates suggest \(hint); its officer judges otherwise.")
    }
    if row.action?.update?.hasNothingToReport == true {
      html.raw(#"<p class="note">Its officer says that there is nothing to report: it stands as before.</p>"#)
    }
  }

  private func fact(_ name: String, _ words: String?, _ html: inout HTML) {
    guard let words else { return }
    html.raw("<div>")
    html.element("dt", name)
    html.element("dd", words)
    html.raw("</div>")
  }

  private func words(_ html: inout HTML) {
    let isAction = row.action != nil
    let parts: [(String, Commentary.Purpose)] = [
      ("Why", .variance), (isAction ? "What was done" : "What is being done", .action),
      ("What comes next", .nextQuarter), ("Achieved", .achievement), ("Note, not public", .note),
    ]
    let said = parts.compactMap { name, purpose in row.words[purpose].map { (name, $0) } }
    guard !said.isEmpty else {
      if row.stage != .open { html.raw(#"<p class="note">Nothing is said of it.</p>"#) }
      return
    }
    html.raw(#"<dl class="said">"#)
    for (name, text) in said {
      html.element("dt", name)
      html.element("dd", text)
    }
    html.raw("</dl>")
  }

  /// What was asked of its officer, and the answer.
  private func checks(_ html: inout HTML) {
    guard !row.warnings.isEmpty || !row.demands.isEmpty else { return }
    html.raw(#"<ul class="told checks">"#)
    for warning in row.warnings {
      html.element("li") { html in
        html.element("p") { html in
          html.raw("<b>Check:</b> ")
          html.text(warning.sentence)
        }
        html.element("p") { html in
          guard let answer = warning.answer else {
            html.raw("<em>Not answered.</em>")
            return
          }
          html.raw("<b>Answer:</b> ")
          html.text(answer.words)
          if let stamp = visit.book.stamp(of: answer.recordID) {
            html.element("span", ["class": "note"], " \(names.words(stamp))")
          }
        }
      }
    }
    if row.stage != .open, row.stage != .approved {
      for demand in row.demands {
        html.element("li") { html in
          html.element("p") { html in
            html.raw("<b>Missing:</b> ")
            html.text(demand.sentence)
          }
        }
      }
    }
    html.raw("</ul>")
  }

  /// Who entered it, and who took the newest step.
  private func history(_ html: inout HTML) {
    html.element("p", ["class": "note"]) { html in
      if let change = row.lastChange {
        html.text("Entered by \(names.names(of: row.authors)), last on \(change.recordedAt.londonDay.words). ")
      } else {
        let due = row.slot.due.map { ", due \($0.words)" } ?? ""
        html.text("Nothing was entered\(due). ")
      }
      if let owner = row.slot.owner {
        let holder = names.holder(of: owner, in: visit.book, on: visit.today)
        html.text("Owed by \(visit.book.posts[owner]?.title ?? owner)\(holder.map { " (\($0))" } ?? ""). ")
      } else {
        html.raw("No post owes it. ")
      }
      if let review = row.review, let stamp = row.reviewed {
        html.text("\(review.step.rawValue.capitalised) by \(names.words(stamp)). ")
      }
      if let figure = row.figure {
        html.link(
          "Chart and history",
          visit.address(of: figure.indicator.recordID) ?? "/indicators/\(figure.indicator.id.addressed)")
      } else if let action = row.action {
        html.link("Its page", visit.address(of: action.item.recordID) ?? "/actions/\(action.item.id.addressed)")
      }
      if visit.may(.enter, row.slot.subject) {
        html.raw(" · ")
        html.link("Its return", returnAddress)
      }
    }
    evidence(&html)
    if let reason = row.returnedBecause {
      html.element("p") { html in
        html.raw("<b>Returned because:</b> ")
        html.text(reason)
      }
    }
    if let waiver = row.waiver {
      html.element("p") { html in
        html.raw("<b>Waived:</b> ")
        html.text(waiver.reason)
      }
    }
  }

  private var returnAddress: String {
    let subject = row.slot.subject
    return "/collect/\(period.code.addressed)/\(subject.kind == Indicator.kind ? "indicators" : "actions")/"
      + subject.record.addressed
  }

  private func evidence(_ html: inout HTML) {
    let files = visit.book.evidence(of: row.slot)
    guard !files.isEmpty else { return }
    html.element("p") { html in
      html.raw("<b>Evidence:</b>")
      for file in files {
        html.raw(" ")
        html.link(file.name, "/collect/\(period.code.addressed)/evidence/\(file.id.addressed)")
      }
    }
  }

  private func decision(_ html: inout HTML) {
    let canApprove = row.stage == .submitted
    let canReturn = [.submitted, .approved, .reopened].contains(row.state)
    guard canApprove || canReturn else { return }
    let refusal = visit.book.refusal(toApprove: row, by: visit.stepper)
    if canApprove, let refusal { html.element("p", ["class": "note"], refusal) }
    let action = "/review/\(period.code.addressed)/decisions\(filter.query())"
    html.form(action, visit.session) { html in
      html.hidden("row", row.slot.subject.key)
      html.hidden("seen", String(row.seen))
      html.hidden("revision", String(row.reviewed?.revision ?? 0))
      if canApprove, refusal == nil {
        html.raw(#"<p class="buttons"><button name="step" value="approved">Approve"#)
        html.element("span", ["class": "hidden"], " \(row.title)")
        html.raw("</button></p>")
      }
      givingBack(&html)
    }
  }

  private func givingBack(_ html: inout HTML) {
    let id = "reason-\(anchor)"
    let problem = refused?.problems.first { $0.field == id }
    html.element("details", ["open": refused == nil ? nil : ""]) { html in
      html.raw("<summary>Return it with a reason")
      html.element("span", ["class": "hidden"], ": \(row.title)")
      html.raw("</summary>")
      html.field(id, "What has to be mended", problems: problem.map { [$0] } ?? []) { html, describedBy in
        html.element(
          "textarea", ["id": id, "name": "reason", "rows": "2", "aria-describedby": describedBy],
          refused?.reason ?? "")
      }
      html.raw(#"<p><button class="second" name="step" value="returned">Return"#)
      html.element("span", ["class": "hidden"], " \(row.title)")
      html.raw("</button></p>")
    }
  }
}

extension HTML {
  /// A field that is sent along unseen.
  mutating func hidden(_ name: String, _ value: String) {
    void("input", ["type": "hidden", "name": name, "value": value])
  }
}

extension ActionUpdate {
  /// "In progress, 45%".
  var stageWords: String { stage.rawValue.capitalised + (percent.map { ", \($0)%" } ?? "") }
}

extension Scrutiny {
  /// In a few words, for the head of a return.
  func words(_ row: ReturnRow, _ marks: Marks) -> String {
    switch self {
    case .worst(let status): "\(marks.word(status, of: row)): the worst status"
    case .missing(let reason): "No figure: \(reason.rawValue)"
    case .undetermined(let what): "Not rated: \(what)"
    case .moved(let from, let to, let period):
      "\(marks.word(from, of: row)) in \(period.name), now \(marks.word(to, of: row))"
    case .decided(let instead):
      instead.map { "An officer decided the status; the rule gives \(marks.word($0, of: row))" }
        ?? "An officer decided the status; the rule gives none"
    case .reopened: "Changed after it was approved"
    case .returned: "Returned, and not submitted again"
    case .late: "Late"
    case .warned(_, let isAnswered): isAnswered ? "A warning, answered" : "A warning, not answered"
    }
  }
}

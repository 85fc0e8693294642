import CorporatePlan
import Documents
import Ledger

/// The question before everything is approved that gives no cause to look closer: what that is by name, and what is left.
enum ApproveAllPage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let period = try visit.returnsPeriod
    return .html(page(visit, period, problems: []))
  }

  /// Approves what the page listed, as far as it is still as it was.
  static func approve(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let period = try visit.returnsPeriod
    let shown = form.listed
    let (stepper, reach) = (visit.stepper, visit.reach)
    do {
      let receipt = try await visit.site.council.append(
        reason: "Returns without warnings approved", author: visit.session.author, at: visit.office.moment
      ) { book in
        let rows = book.returnRows(in: period, on: stepper.day).filter {
          shown[$0.id] != nil && book.isWithin(reach, $0.slot.subject)
        }
        return try book.approvalOfAll(rows, by: stepper, shown: shown).revisions
      }
      let count = receipt.positions.count
      return .redirect(
        "/review/\(period.code.addressed)?approved=\(count)"
          + (count < shown.count ? "&left=\(shown.count - count)" : ""))
    } catch let refused as StepRefused {
      let problems = refused.blocks.map { FormProblem(field: "approve", words: $0.sentence) }
      return .refusing(page(visit, period, problems: problems))
    }
  }

  private static func page(_ visit: OfficeVisit, _ period: Period, problems: [FormProblem]) -> HTML {
    let rows = ReviewQueue(visit.returns(in: period), visit.reach).rows
    let outcome = try? visit.book.approvalOfAll(rows, by: visit.stepper)
    let approved = Set((outcome?.revisions ?? []).map(\.record))
    let ready = rows.filter { approved.contains($0.id) }
    let title =
      ready.count == 1 ? "Approve the one with no warnings?" : "Approve the \(ready.count) with no warnings?"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .review) { html in
      html.errorSummary(problems)
      html.element("h1", ready.isEmpty ? "Nothing can be approved in one go" : title)
      html.element(
        "p",
        "\(period.name). \(ready.count) of \(rows.count { $0.stage == .submitted }) submitted returns have no warning.")
      if let refusal = visit.book.refusal(toChange: period) { html.element("p", ["class": "note-block"], refusal) }
      if !ready.isEmpty {
        html.list(of: ready, visit.marks(in: period))
        html.form("/review/\(period.code.addressed)/all", visit.session) { html in
          for row in ready { html.hidden("shown", "\(row.seen) \(row.id)") }
          html.raw(#"<p class="buttons"><button id="approve">Approve "#)
          html.text(ready.count == 1 ? "it" : "these \(ready.count)")
          html.raw("</button>")
          html.link("Back", "/review/\(period.code.addressed)")
          html.raw("</p>")
        }
      }
      html.left(outcome?.left ?? [], rows, period)
      if ready.isEmpty { html.element("p") { $0.link("Back to the queue", "/review/\(period.code.addressed)") } }
    }
  }
}

extension OfficeForm {
  /// The newest change of each return that the form listed, by slot.
  fileprivate var listed: [String: Int] {
    let pairs = all("shown").compactMap { text -> (String, Int)? in
      guard let space = text.firstIndex(of: " "), let seen = Int(text[..<space]) else { return nil }
      return (String(text[text.index(after: space)...]), seen)
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

extension HTML {
  fileprivate mutating func list(of rows: [ReturnRow], _ marks: Marks) {
    raw(#"<ul class="records">"#)
    for row in rows {
      element("li") { html in
        html.tag(marks.mark(row))
        html.text(" \(row.title)")
        if let figure = row.figure { html.text(": \(figure.indicator.text(figure.value))") }
        if let update = row.action?.update { html.text(": \(update.stageWords)") }
      }
    }
    raw("</ul>")
  }

  /// What has to be looked at by itself, and why.
  fileprivate mutating func left(_ blocks: [Blocked], _ rows: [ReturnRow], _ period: Period) {
    guard !blocks.isEmpty else { return }
    let subjects = Dictionary(rows.map { ($0.id, $0.slot.subject) }, uniquingKeysWith: { first, _ in first })
    raw(#"<section><h2>Left for you to look at</h2><ul class="told">"#)
    for block in blocks {
      element("li") { html in
        html.element("p") { html in
          if let subject = subjects[block.slot] {
            html.link(block.title, "/review/\(period.code.addressed)#\(subject.anchor)")
          } else {
            html.text(block.title)
          }
        }
        html.element("p", ["class": "note"], block.sentence)
      }
    }
    raw("</ul></section>")
  }
}

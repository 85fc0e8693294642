import CorporatePlan
import Documents
import Imports
import Reports

/// What a file would change: what it was taken for, the questions it leaves, the difference, and what was not understood.
/// One form holds it all; its buttons say what happens next.
struct PreviewPage {
  private let visit: OfficeVisit
  private let job: ImportJob
  private let preview: ImportPreview
  private let problems: [FormProblem]
  private let note: String?

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    guard let (job, preview) = try await visit.preview() else {
      guard let job = visit.office.imports.job(try visit.parameter("id"), of: visit.session) else {
        throw Refusal.fileGone
      }
      switch job.state {
      case .working(let step): return ProgressPage.answer(visit, job, step)
      case .refused(let error): return UnreadablePage.answer(visit, job, error)
      case .ready: return .redirect(visit.visit.target.text)
      }
    }
    let because = visit.field("because").flatMap(Because.init)
    return .html(
      PreviewPage(
        visit: visit, job: job, preview: preview, problems: because?.problems(preview) ?? [], note: because?.note
      ).html)
  }

  /// The page for a preview that the ledger does not take.
  static func refusing(_ visit: OfficeVisit, _ job: ImportJob, _ preview: ImportPreview, _ words: String) -> Answer {
    .refusing(
      PreviewPage(
        visit: visit, job: job, preview: preview,
        problems: [FormProblem(field: "changes", words: "One of the records can’t be recorded: \(words)")], note: nil
      ).html)
  }

  private var proposal: ImportProposal { preview.proposal }
  private var address: String { "/imports/\(job.id)" }

  private var html: HTML {
    let title = "What \(job.fileName) would change"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .imports) { html in
      html.errorSummary(problems)
      if let note {
        html.element("div", ["class": "note-block", "id": problems.isEmpty ? "problems" : nil, "tabindex": "-1"]) {
          $0.element("p", note)
        }
      }
      html.element("h1", title)
      html.element("p", ["class": "lead"], recognition)
      if let standing { html.element("p", standing) }
      html.form("\(address)/preview", visit.session) { html in
        html.void("input", ["type": "hidden", "name": "shown", "value": preview.id])
        counts(&html)
        ImportQuestions(proposal).write(into: &html)
        ImportReading(preview).write(into: &html)
        ImportColumns(preview).write(into: &html)
        lineage(&html)
        ImportDifference(preview).write(into: &html)
        ImportDiagnostics(proposal).write(into: &html)
        buttons(&html)
      }
    }
  }

  private var recognition: String {
    let known = proposal.recognition
    guard known != .unknown else { return "It was not recognised, and nothing in it would be recorded." }
    let period = proposal.period.map { ", for \($0.name)" } ?? ""
    return
      "It was taken for \(Recognition.words(for: known.kind))\(period); that is \(known.confidence)% sure. Nothing is recorded yet."
  }

  /// How the quarter would stand, beside what the document prints.
  private var standing: String? {
    guard let scorecard = proposal.scorecard, scorecard.indicators.rated > 0 else { return nil }
    let printed = proposal.printedTally.flatMap { $0.rated > 0 ? "; the document prints \($0.words)" : nil } ?? ""
    return
      "Of \(counted(scorecard.indicators.inPlan, "indicator")) in that quarter, the council’s rule gives \(scorecard.indicators.words)\(printed)."
  }

  private func counts(_ html: inout HTML) {
    let open = proposal.unanswered.count
    html.raw(#"<ul class="tallies">"#)
    for (count, words, anchor) in [
      (proposal.count(.new), "new", "changes"), (proposal.count(.changed), "changed", "changes"),
      (proposal.count(.unchanged), "unchanged", "changes"),
      (open, open == 1 ? "question to answer" : "questions to answer", "questions"),
      (preview.errors.count, "could not be read", "errors"),
      (proposal.unplaced.count, "found no home", "unplaced"),
    ] {
      html.element("li", ["class": count == 0 ? "none" : nil]) { html in
        html.element("b", String(count))
        html.text(" ")
        if count > 0, anchor != "changes" || proposal.changes.count > 0 {
          html.link(words, "#\(anchor)")
        } else {
          html.text(words)
        }
      }
    }
    html.raw("</ul>")
  }

  /// What would become of the earlier plan.
  private func lineage(_ html: inout HTML) {
    let tables = proposal.lineage
    guard !tables.isEmpty else { return }
    html.raw("<section><h2>From the plan before</h2>")
    for (of, table) in tables {
      html.element("details", ["open": table.rows.count <= 12 ? "" : nil]) { html in
        html.element("summary", "\(plural(of).capitalised): \(table.summary)")
        html.lineage(table, "What became of each")
      }
    }
    html.raw("</section>")
  }

  private func buttons(_ html: inout HTML) {
    html.raw(#"<section class="decide"><h2>Record it?</h2>"#)
    if !proposal.changes.isEmpty {
      html.element(
        "p",
        proposal.isWithheld
          ? "It names another council, so nothing of it is recorded. Say above whether it is meant, and preview it again."
          : preview.revisions.isEmpty
            ? "All of it is on record already: there is nothing to record."
            : preview.revisions.count == 1
              ? "The one new or changed record goes in as an import, which can be taken back."
              : "The \(preview.revisions.count) new and changed records go in as one import, which can be taken back.")
    }
    let open = proposal.unanswered.count
    if open > 1 {
      html.raw(
        #"<p class="choice"><input type="checkbox" id="leave-open" name="leave-open" value="yes"> "#)
      html.element("label", ["for": "leave-open"], "Leave the \(open) unanswered questions open")
      html.raw("</p>")
    }
    if !preview.errors.isEmpty, !proposal.changes.isEmpty {
      html.raw(
        #"<p class="choice"><input type="checkbox" id="despite-errors" name="despite-errors" value="yes"> "#
      )
      html.element(
        "label", ["for": "despite-errors"],
        "Record the rest although \(preview.errors.count == 1 ? "one part" : "\(preview.errors.count) parts") could not be read"
      )
      html.raw("</p>")
    }
    html.raw(#"<p class="buttons">"#)
    if !preview.revisions.isEmpty {
      html.element("button", ["formaction": "\(address)/apply", "id": "apply"], "Apply")
      html.raw(" ")
    }
    html.raw(#"<button class="second">Preview again</button> "#)
    html.element("button", ["class": "second", "formaction": "\(address)/discard"], "Discard")
    html.raw("</p></section>")
  }
}

extension Tally {
  /// "44 green, 7 amber and 13 red".
  fileprivate var words: String {
    let parts = byStatus.map { "\($0.count) \($0.status.id)" }
    return parts.count > 1 ? "\(parts.dropLast().joined(separator: ", ")) and \(parts.last ?? "")" : parts.joined()
  }
}

/// Why the preview is shown again instead of what was asked for.
private enum Because: String {
  case questions, errors, answered, stale, overtaken, nothing

  var note: String? {
    switch self {
    case .questions, .errors: nil
    case .answered:
      "Your answers change what would be recorded, so nothing was recorded yet. Look at it again, then apply."
    case .stale:
      "The page you applied was an earlier preview of this file, so nothing was recorded yet. This is the newest one: look at it, then apply."
    case .overtaken:
      "Somebody recorded something while you were looking, so nothing was recorded yet. This is the difference against the newest record."
    case .nothing: "Nothing was recorded: all of it is on record already."
    }
  }

  func problems(_ preview: ImportPreview) -> [FormProblem] {
    switch self {
    case .questions:
      preview.proposal.unanswered.prefix(ImportQuestions.most).map { diagnostic in
        FormProblem(
          field: ImportQuestions.anchor(of: diagnostic.question?.id ?? ""),
          words: "Answer, or leave open: \(diagnostic.message)")
      }
    case .errors:
      preview.errors.isEmpty
        ? []
        : [
          FormProblem(
            field: "despite-errors",
            words: "Part of the file could not be read: say that the rest is to be recorded, or mend the file")
        ]
    case .answered, .stale, .overtaken, .nothing: []
    }
  }
}

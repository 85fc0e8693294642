import CorporatePlan
import Documents
import Imports
import Ledger

/// What a person decides on a preview: look again with other answers, record it, or give it up.
enum Decision {
  static func preview(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    guard let (job, preview) = try await visit.preview() else { return try visit.backToPreview() }
    let asked = try ImportAsked(form, after: preview, visit.book.calendar)
    visit.office.imports.propose(job, preview, asked, into: visit.book)
    return try visit.backToPreview()
  }

  /// Records a preview as one batch. Nothing is recorded that was not shown: where the answers sent along change what
  /// would be recorded, or somebody has recorded something meanwhile, the new preview is shown instead.
  static func apply(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    guard let (job, shown) = try await visit.preview() else { return try visit.backToPreview() }
    guard form["shown"] ?? shown.id == shown.id else { return try visit.backToPreview("stale") }
    let asked = try ImportAsked(form, after: shown, visit.book.calendar)
    var preview = shown
    if asked != shown.asked {
      visit.office.imports.propose(job, preview, asked, into: visit.book)
      guard case .ready(let newer) = await job.settled(within: 10) else { return try visit.backToPreview("answered") }
      preview = newer
    }
    guard preview.proposal.unanswered.isEmpty else { return try visit.backToPreview("questions") }
    guard preview.revisions == shown.revisions else { return try visit.backToPreview("answered") }
    guard preview.errors.isEmpty || form["despite-errors"] != nil else { return try visit.backToPreview("errors") }
    do {
      let author = visit.session.author
      guard let batch = try await visit.site.council.record(preview, author: author, at: visit.office.moment) else {
        return try visit.backToPreview("nothing")
      }
      visit.office.imports.discard(job)
      return .redirect("/imports/\(batch.addressed)/done")
    } catch is ImportOvertaken {
      visit.office.imports.propose(job, preview, preview.asked, into: visit.site.view.book)
      return try visit.backToPreview("overtaken")
    } catch let error as MalformedEntry {
      return PreviewPage.refusing(visit, job, preview, "\(error)")
    } catch let error as Unrecordable {
      return PreviewPage.refusing(visit, job, preview, "\(error)")
    }
  }

  static func discard(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    if let job = visit.office.imports.job(try visit.parameter("id"), of: visit.session) {
      visit.office.imports.discard(job)
    }
    return .redirect("/imports")
  }
}

extension OfficeVisit {
  /// The file of the address and its preview; `nil` while it is read.
  ///
  /// - Throws: `Refusal.fileGone` when there is no such file any more.
  func preview() async throws -> (job: ImportJob, preview: ImportPreview)? {
    guard let job = office.imports.job(try parameter("id"), of: session) else {
      throw Refusal.fileGone
    }
    guard case .ready(let preview) = await job.settled() else { return nil }
    return (job, preview)
  }

  /// - Parameter problem: what to tell there; `#problems` puts the focus on it.
  fileprivate func backToPreview(_ problem: String? = nil) throws -> Answer {
    .redirect("/imports/\(try parameter("id").addressed)" + (problem.map { "?because=\($0)#problems" } ?? ""))
  }
}

extension ImportAsked {
  /// What a preview's form says: answers and meanings it changes, and the rest as before.
  init(_ form: OfficeForm, after preview: ImportPreview, _ calendar: PeriodCalendar) throws(Refusal) {
    self = preview.asked
    // In the order of the page: two tables may have one heading and mean different things by it.
    var known: [String: [String]] = [:]
    for column in ImportColumns.shown(preview).flatMap(\.columns).reversed() {
      known[column.heading, default: []].append(column.meaning?.text ?? "")
    }
    for (name, value) in form.fields {
      if name.hasPrefix("answer:") {
        answers[String(name.dropFirst(7))] = value
      } else if name.hasPrefix("alike:") {
        // One answer for all questions of a kind: it goes by the kind's name, and is kept with the way of reading.
        answers[String(name.dropFirst(6))] = form["answer:\(value)"]
      } else if name.hasPrefix("column:") {
        let heading = String(name.dropFirst(7))
        guard let shown = known[heading]?.popLast(), shown != value else { continue }
        columns[heading] = value.isEmpty ? nil : value
      }
    }
    for question in preview.proposal.diagnostics.compactMap(\.question) where question.takesWords {
      let said = form.fields.filter { $0.name == "answer:\(question.id)" }.map(\.value.trimmed)
      if !said.isEmpty {
        answers[question.id] = ImportAsked.answer(after: question.answer, said.filter { !$0.isEmpty })
      }
    }
    if form["leave-open"] != nil {
      for question in preview.proposal.unanswered.compactMap(\.question) where answers[question.id] == nil {
        answers[question.id] = Question.open
      }
    }
    if form.fields.contains(where: { $0.name == "kind" }) { kind = form["kind"] }
    if form.fields.contains(where: { $0.name == "council" }) { council = form["council"] }
    if form.fields.contains(where: { $0.name == "period" }) {
      period = form["period"].flatMap(calendar.period)
      if period == nil, let words = form["period"] {
        throw .badRequest("“\(words)” is not a period. Go back and write it like 2025-26-Q2, or leave it empty.")
      }
    }
  }

  /// Of words and a choice beside them what is new counts, and more than that it is left open.
  static func answer(after before: String?, _ said: [String]) -> String? {
    let new = said.filter { $0 != before }
    return new.last { $0 != Question.open } ?? new.last ?? said.last
  }
}

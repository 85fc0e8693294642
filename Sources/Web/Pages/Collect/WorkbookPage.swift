import CorporatePlan
import Documents
import Imports
import Ledger
import Reports

/// The returns in Excel: downloaded, filled in, uploaded, looked at, recorded as one batch.
struct WorkbookPage {
  private let visit: OfficeVisit
  private let period: Period
  private let rows: [ReturnRow]

  private init(_ visit: OfficeVisit) throws {
    (self.visit, period) = (visit, try visit.collectedPeriod)
    rows = WorkbookPage.own(visit, visit.book, period)
  }

  /// What the visitor may fill in, and so may see and send.
  private static func own(_ visit: OfficeVisit, _ book: Book, _ period: Period) -> [ReturnRow] {
    visit.returns(in: period, of: book).rows.filter { book.isWithin(visit.reach, $0.slot.subject) }
  }

  private var address: String { "/collect/\(period.code.addressed)/workbook" }

  static func answer(_ visit: OfficeVisit) throws -> Answer { .html(try WorkbookPage(visit).html([])) }

  static func download(_ visit: OfficeVisit) throws -> Answer {
    let page = try WorkbookPage(visit)
    let workbook = ReturnsWorkbook(visit.book, page.rows, in: page.period, on: visit.today)
    var answer = Answer(
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: try workbook.bytes())
    answer.savedAs = workbook.fileName
    return answer
  }

  static func upload(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form(upTo: WorkbookDesk.mostBytes + 64 << 10)
    let page = try WorkbookPage(visit)
    guard let file = form.files.first(where: { $0.field == "file" && !$0.bytes.isEmpty }) else {
      return page.refusing("Choose the workbook that you filled in")
    }
    do {
      _ = try await page.reading(file.bytes, file.name, visit.book)
    } catch let error as ReturnsUploadError {
      return page.refusing(error.description)
    }
    let sent = visit.office.workbooks.keep(file, of: page.period, for: visit.session)
    return .redirect("\(page.address)/\(sent.id)")
  }

  private func read(_ bytes: [UInt8], _ name: String, _ book: Book) throws(ReturnsUploadError) -> ReturnsUpload {
    try ReturnsUpload(
      bytes, named: name, book, yours: WorkbookPage.own(visit, book, period), in: period, on: visit.today)
  }

  /// The same off the threads that serve connections: a large workbook takes a moment, and others are served meanwhile.
  private func reading(_ bytes: [UInt8], _ name: String, _ book: Book) async throws -> ReturnsUpload {
    try await Task.detached(executorPreference: globalConcurrentExecutor) { try self.read(bytes, name, book) }.value
  }

  private func sent() throws -> WorkbookDesk.Sent {
    guard let sent = visit.office.workbooks.file(try visit.parameter("id"), of: visit.session), sent.period == period
    else { throw Refusal.notFound("This workbook") }
    return sent
  }

  static func preview(_ visit: OfficeVisit) async throws -> Answer {
    let page = try WorkbookPage(visit)
    let sent = try page.sent()
    return .html(page.preview(sent, try await page.reading(sent.bytes, sent.name, visit.book)))
  }

  /// Records what the preview showed. When something changed meanwhile, it is shown again.
  static func apply(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let page = try WorkbookPage(visit)
    let sent = try page.sent()
    let upload = try await page.reading(sent.bytes, sent.name, visit.book)
    let (today, revisions) = (visit.today, upload.revisions)
    let slots = upload.changed.compactMap(\.slot)
    do {
      let receipt = try await visit.site.council.append(
        reason: "Return for \(page.period.name), from a workbook", author: visit.session.author,
        at: visit.office.moment, expecting: upload.expecting
      ) { book in
        // It may have been locked, or the post handed over, since the page was shown.
        for slot in slots {
          if let refusal = book.refusal(toChange: slot, on: today) { throw Refusal.forbidden(refusal) }
        }
        return revisions
      }
      visit.office.workbooks.discard(sent)
      guard let batch = receipt.batch else { return .redirect("/collect/\(page.period.code.addressed)?saved=0") }
      return .redirect("/collect/\(page.period.code.addressed)?batch=\(batch.addressed)")
    } catch is Conflict {
      return .redirect("\(page.address)/\(sent.id)?because=changed")
    }
  }

  private func refusing(_ words: String) -> Answer {
    return .refusing(html([FormProblem(field: "file", words: words)]))
  }

  private func html(_ problems: [FormProblem]) -> HTML {
    let title = "Returns with Excel"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .collect) { html in
      html.errorSummary(problems)
      html.element("p") { $0.link("Returns for \(period.name)", "/collect/\(period.code.addressed)") }
      html.element("h1", title)
      html.raw("<ol class=\"steps\"><li><h2>Download</h2>")
      html.element(
        "p",
        "\(rows.count) \(rows.count == 1 ? "return" : "returns") for \(period.name), with the last figures and targets."
      )
      html.element("p") { $0.element("a", ["class": "button", "href": "\(address)/file"], "Download the workbook") }
      html.raw(
        "</li><li><h2>Fill in</h2><p>Only the framed cells can be changed. Leave alone what you do not know yet.</p></li>"
      )
      html.raw("<li><h2>Upload</h2>")
      html.form(address, visit.session, sendsFiles: true) { html in
        html.field(
          "file", "The workbook, filled in", hint: "You see what would change before it does.", problems: problems
        ) {
          html, describedBy in
          html.void(
            "input",
            [
              "type": "file", "id": "file", "name": "file", "aria-describedby": describedBy,
              "accept": ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ])
        }
        html.raw(#"<p><button class="button">Upload</button></p>"#)
      }
      html.raw("</li></ol>")
    }
  }

  private func preview(_ sent: WorkbookDesk.Sent, _ upload: ReturnsUpload) -> HTML {
    let (changed, refused) = (upload.changed, upload.refused)
    return HTML.page(visit, "What \(sent.name) would change", .collect) { html in
      if visit.field("because") == "changed" {
        html.raw(#"<div class="note-block" role="status"><p>"#)
        html.text("Somebody changed one of these meanwhile. Nothing was recorded; this is how it stands now.")
        html.raw("</p></div>")
      }
      html.element("p") { $0.link("Back to the upload", address) }
      html.element("h1", "What \(sent.name) would change")
      html.element(
        "p", ["class": "lead"],
        "Of \(upload.rows.count) rows, \(changed.count) change something, \(refused.count) can’t be taken as they are, \(upload.unchanged.count) stay as they are."
      )
      for note in upload.notes { html.element("p", ["class": "note"], note) }
      if !refused.isEmpty {
        html.raw("<h2>Not taken</h2>")
        html.table(
          Table(
            "What can’t be taken, and why",
            columns: [.init("Return", width: 3), .init("Typed", width: 2), .init("Why not", width: 4)],
            rows: refused.flatMap { row in
              row.refusals.map { refusal in
                Table.Row([
                  .rowHeader("\(row.title) (\(row.place))"),
                  .text(refusal.typed.isEmpty ? "–" : "\(refusal.field.label): \(refusal.typed)"),
                  .text(refusal.sentence + (refusal.recorded.map { " Recorded: \($0)" } ?? "")),
                ])
              }
            }))
      }
      if !changed.isEmpty {
        html.raw("<h2>Changes</h2>")
        html.table(
          Table(
            "What would be recorded",
            columns: [
              .init("Return", width: 3), .init("Field", width: 2), .init("From", width: 2), .init("To", width: 3),
            ],
            rows: changed.flatMap { row in
              row.changes.map { change in
                Table.Row([
                  .rowHeader(row.title), .text(change.field.label), .text(change.from.isEmpty ? "–" : change.from),
                  .text(change.to.isEmpty ? "emptied" : change.to),
                ])
              }
            }))
        odd(changed, &html)
        html.form("\(address)/\(sent.id)", visit.session) { html in
          html.raw(#"<p><button class="button">Record "#)
          html.text("\(changed.count) \(changed.count == 1 ? "return" : "returns")")
          html.raw("</button></p>")
        }
      } else {
        html.raw("<p>Nothing would be recorded.</p>")
      }
    }
  }

  /// What looks like a slip; it is answered in the grid afterwards.
  private func odd(_ changed: [UploadedReturn], _ html: inout HTML) {
    let warnings = changed.flatMap { row -> [(String, String)] in
      guard let slot = row.slot, let after = try? visit.book.returnRow(with: row.revisions, of: slot, on: visit.today)
      else { return [] }
      return after.openWarnings.map { (row.title, $0.sentence) }
    }
    guard !warnings.isEmpty else { return }
    html.raw("<h2>Look again</h2><ul>")
    for (title, sentence) in warnings { html.element("li", "\(title): \(sentence)") }
    html.raw("</ul>")
  }
}

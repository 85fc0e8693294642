import CorporatePlan
import Documents
import Ledger

/// The question before a quarter is frozen: what is not finished, and what freezing means.
enum FreezePage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(page(visit, try visit.returnsPeriod, [])) }

  static func freeze(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let period = try visit.returnsPeriod
    let today = visit.today
    do {
      try await visit.site.council.append(
        reason: "\(period.name) frozen", author: visit.session.author, at: visit.office.moment
      ) { try $0.freezing(period, on: today) }
      return .redirect("/cycle/\(period.code.addressed)?done=frozen")
    } catch let refused as EntryRefused {
      return .refusing(page(visit, period, refused.problems.map { FormProblem(field: "freeze", words: $0.sentence) }))
    }
  }

  private static func page(_ visit: OfficeVisit, _ period: Period, _ problems: [FormProblem]) -> HTML {
    let book = visit.book
    let rows = visit.returns(in: period, of: book).rows
    let board = CycleBoard(book, rows, in: period, on: visit.today)
    let open = rows.count { $0.stage != .approved && $0.stage != .waived }
    let unsigned = board.services.count { $0.state != .signedOff }
    let title = "Freeze \(period.name)?"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .cycle) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      html.raw(
        """
        <p>From then on no figure, word or decision of this quarter’s returns is saved, with or without an exception. It \
        takes a reason to open it again, which is kept.</p>
        """)
      html.raw(#"<ul class="tallies">"#)
      for (count, total, words) in [
        (open, rows.count, "returns are neither approved nor waived"),
        (unsigned, board.services.count, "services are not signed off"),
      ] {
        html.element("li") { html in
          html.element("b", "\(count)")
          html.text(" of \(total) \(words)")
        }
      }
      html.raw("</ul>")
      html.form("/cycle/\(period.code.addressed)/freeze", visit.session) { html in
        html.raw(#"<p class="buttons"><button id="freeze">"#)
        html.text("Freeze \(period.name)")
        html.raw("</button>")
        html.link("Back to the board", "/cycle/\(period.code.addressed)")
        html.raw("</p>")
      }
    }
  }
}

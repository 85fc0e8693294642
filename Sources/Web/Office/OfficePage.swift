import CorporatePlan
import Documents

/// Where an officer arrives: what is waiting, and what can be done.
enum OfficePage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    .html(
      HTML.page(visit, "Office") { html in
        html.raw("<h1>Office</h1>")
        guard visit.may(.import) else { return }
        if visit.book.position == 0 {
          html.raw(
            """
            <p class="lead">Nothing has been recorded yet. Begin with the plan or the last report that the council \
            already has.</p>
            """)
        } else {
          html.raw(
            #"<p class="lead">Take in a plan, a report or figures, and see what would change before it does.</p>"#)
        }
        html.raw(#"<p><a class="button" href="/imports/new">Import a plan or figures</a></p>"#)
        html.waiting(visit)
        html.raw(#"<ul><li><a href="/imports">All imports, with the way to take one back</a></li></ul>"#)
      })
  }
}

extension HTML {
  /// The files that were sent and are neither recorded nor discarded.
  mutating func waiting(_ visit: OfficeVisit) {
    let jobs = visit.office.imports.jobs(of: visit.session)
    guard !jobs.isEmpty else { return }
    raw(#"<section><h2>Not recorded yet</h2><ul>"#)
    for job in jobs {
      raw("<li>")
      link(job.fileName, "/imports/\(job.id)")
      raw("</li>")
    }
    raw(#"</ul><p class="note">Each is kept for half an hour after you last looked at it.</p></section>"#)
  }
}

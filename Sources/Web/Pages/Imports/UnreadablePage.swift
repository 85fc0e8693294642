import Documents

/// A file that can't be read: what is wrong, and how to mend it.
enum UnreadablePage {
  static func answer(_ visit: OfficeVisit, _ job: ImportJob, _ error: ReadError) -> Answer {
    var answer = Answer.html(
      HTML.page(visit, "Error: this file can’t be read", .imports) { html in
        html.raw("<h1>This file can’t be read</h1>")
        html.element("p", ["class": "lead"], "\(error.description)")
        html.raw("<p>Nothing was recorded.</p>")
        html.form("/imports/\(job.id)/discard", visit.session) { html in
          html.raw(
            #"<p class="buttons"><a class="button" href="/imports/new">Choose another file</a> <button class="second">Discard</button></p>"#
          )
        }
      })
    answer.status = .unprocessableContent
    return answer
  }
}

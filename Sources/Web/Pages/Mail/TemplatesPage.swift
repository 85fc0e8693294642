import CorporatePlan
import Documents

/// What letters say: each kind, when it goes, and whose words it has.
enum TemplatesPage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    .html(
      HTML.page(visit, "What letters say", .mail) { html in
        html.raw("<h1>What letters say</h1>")
        html.raw(
          "<p>Each letter has words that can be changed. What stands in braces, such as {due}, is filled in when it is written.</p>"
        )
        if visit.may(.settings) { html.element("p") { $0.link("How letters leave, and what became of them", "/mail") } }
        html.table(
          Table(
            "Kinds of letter",
            columns: [.init("Letter", width: 2), .init("When", width: 5), .init("Words", width: 3)],
            rows: LetterKind.allCases.map { kind in
              Table.Row([
                Table.Cell([.link(kind.words, url: "/mail/templates/\(kind.rawValue)")], isRowHeader: true),
                .text(kind.occasion), .text(words(of: kind, visit)),
              ])
            }))
      })
  }

  private static func words(of kind: LetterKind, _ visit: OfficeVisit) -> String {
    guard let own = visit.book.templates[kind.rawValue], let stamp = visit.book.stamp(of: own.recordID) else {
      return "The standard words"
    }
    return "The council’s own, since \(stamp.recordedAt.londonDay.words)"
  }
}

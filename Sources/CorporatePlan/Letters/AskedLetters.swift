extension Book {
  /// The letters to those whose attention a comment asks for, and to the holders of posts that are to answer a question.
  /// What was said stands in none of them: letters leave the council.
  func askedNotices(on today: Day, links: LetterLinks) -> [Notice] {
    var notices: [Notice] = []
    for report in reports.values.sorted(by: { $0.id < $1.id }) {
      let title = report.title ?? "\(report.type.rawValue) report"
      let open = threads(of: report.id).filter(\.isOpen).flatMap(\.all)
      for comment in open where comment.day + 30 >= today {
        for person in comment.mentions where person != comment.by {
          notices.append(
            asked(
              "A comment on “\(title)”, \(report.period.name)", person, about: comment.id, links.comments(report.id)))
        }
      }
    }
    for question in questions.values.sorted(by: { $0.id < $1.id }) where question.state == .assigned {
      let post = question.post ?? ""
      for person in recipients(of: post, on: today) {
        notices.append(
          asked(
            "A councillor’s question about \(question.period.name)", person, about: "\(question.id)/\(post)",
            links.question(question.id)))
      }
    }
    return notices
  }

  /// One line of what is asked.
  func asked(_ what: String, _ person: String, about: String, _ link: String) -> Notice {
    let (subject, text) = template(.asked).filled(lettersCommon.merging([.rows: "- \(what)", .link: link]) { $1 })
    return Notice(.asked, to: person, about: about, subject: subject, text: text)
  }
}

extension LetterLinks {
  package func comments(_ report: String) -> String { "\(base)/work/reports/\(report)/comments" }
  package func question(_ id: String) -> String { "\(base)/work/questions/\(id)" }
}

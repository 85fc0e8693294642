extension Book {
  /// The letters to those whose attention a comment asks for, and to the holders of posts that are to answer a question.
  /// What was said stands in none of them: letters leave the council.
  func askedNotices(on today: Day, links: LetterLinks) -> [Notice] {
    let comments = reports.values.sorted { $0.id < $1.id }.flatMap { report in
      threads(of: report.id).filter(\.isOpen).flatMap { thread in
        thread.all.filter { $0.day + 30 >= today }.flatMap { comment in
          comment.mentions.filter { $0 != comment.by }.map { person in
            asked(
              "A comment on “\(report.title ?? "\(report.type.rawValue) report")”, \(report.period.name)", person,
              about: comment.id, links.comments(report.id))
          }
        }
      }
    }
    let waiting = questions.values.filter { $0.state == .assigned }.sorted { $0.id < $1.id }.flatMap { question in
      recipients(of: question.post ?? "", on: today).map { person in
        asked(
          "A councillor’s question about \(question.period.name)", person,
          about: "\(question.id)/\(question.post ?? "")", links.question(question.id))
      }
    }
    return comments + waiting
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

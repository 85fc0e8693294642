import CorporatePlan
import Documents
import Ledger
import Reports

/// What councillors asked, by how far it has come.
enum QuestionsPage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let names = try await visit.peopleNames
    let questions = visit.book.questions.values.filter(visit.mayRead)
      .sorted { ($1.period, $1.id.count, $1.id) < ($0.period, $0.id.count, $0.id) }
    return .html(
      HTML.page(visit, "Questions of councillors", .work) { html in
        html.savedBanner(visit)
        html.element("h1", "Questions of councillors")
        html.raw(
          #"<p class="lead">A post answers; once an answer is approved, it prints in the reports of its period.</p>"#)
        if visit.may(.ask) {
          html.raw(#"<p><a class="button" href="/work/questions/new">Ask a question</a></p>"#)
        }
        if questions.isEmpty { html.raw("<p>Nothing has been asked yet.</p>") }
        for state in Question.State.allCases {
          let own = questions.filter { $0.state == state }
          guard !own.isEmpty else { continue }
          html.element("h2", "\(state.heading) (\(own.count))")
          html.raw(#"<ul class="records">"#)
          for question in own {
            html.raw("<li>")
            html.link(question.text.inLine, "/work/questions/\(question.id.addressed)")
            html.element("p", ["class": "note"], visit.facts(of: question, names).joined(separator: " · "))
            html.raw("</li>")
          }
          html.raw("</ul>")
        }
      })
  }
}

extension Question.State {
  fileprivate var heading: String {
    switch self {
    case .asked: "With nobody yet"
    case .assigned: "Waiting for an answer"
    case .answered: "Answered, not approved"
    case .approved: "Approved"
    }
  }
}

extension OfficeVisit {
  /// Who reads everything reads every question; others the ones that their posts are to answer, and their own.
  func mayRead(_ question: Question) -> Bool {
    scope(for: .read) == .all || question.by == person.id || mayAnswer(question)
  }

  func mayAnswer(_ question: Question) -> Bool {
    may(.prepareReports) || question.post.map { book.recipients(of: $0, on: today).contains(person.id) } == true
  }

  var question: Question {
    get throws(Refusal) {
      guard let question = book.questions[try parameter("id")] else { throw .notFound("This question") }
      guard mayRead(question) else { throw .notYours }
      return question
    }
  }

  fileprivate func facts(of question: Question, _ names: PeopleNames) -> [String] {
    [
      question.period.name, book.subjectName(of: question).map { "about “\($0)”" },
      question.by.map { "asked by \(names.name(of: $0))" }, question.committee,
      question.post.map { "to \(book.posts[$0]?.title ?? $0)" },
    ].compactMap { $0 }
  }
}

/// One question: asked, given to a post, answered, approved.
enum QuestionForms {
  static func new(_ visit: OfficeVisit) async throws -> Answer { try await asking(visit).answer }

  static func ask(_ visit: OfficeVisit) async throws -> Answer {
    // Who prepares reports writes down what others asked.
    let author = visit.may(.prepareReports) ? nil : visit.session.author
    return try await asking(visit).record("Question asked", to: "/work/questions") { try $0.ask($1, by: author) }
  }

  private static func asking(_ visit: OfficeVisit) async throws -> EditForm {
    var fields = [
      EditField(name: "text", label: "The question", control: .lines),
      EditField(name: "period", label: "Of which period", control: .choice([("", "Choose")] + visit.periodOptions)),
      about(visit),
    ]
    if visit.may(.prepareReports) {
      let councillors = try await visit.office.accounts.people().filter { $0.roles.contains(.councillor) }
      fields.append(
        EditField(
          name: "asked_by", label: "Who asked", hint: "Of those with an account; no name prints.",
          control: .choice([("", "Somebody else")] + councillors.map { ($0.id, $0.name) })))
      fields += office(visit)
    }
    var form = EditForm(visit, "Ask a question", at: "/work/questions", back: "/work/questions", fields)
    form.button = "Ask"
    form.place = .work
    form.values = [
      "period": [visit.field("period") ?? visit.book.reportingPeriods.first?.code ?? ""],
      "about": [visit.field("about") ?? ""],
    ]
    return form
  }

  private static func about(_ visit: OfficeVisit) -> EditField {
    let indicators: [EditField.Option] = visit.book.indicators.values.filter { $0.isInPlan(on: visit.today) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
      .map { ("indicator/\($0.id)", [$0.code, $0.name.inLine].compactMap { $0 }.joined(separator: " ")) }
    let items: [EditField.Option] = visit.itemOptions().map { ("item/\($0.value)", $0.words) }
    return EditField(
      name: "about", label: "What it is about", control: .choice([("", "The whole plan")] + items + indicators))
  }

  private static func office(_ visit: OfficeVisit) -> [EditField] {
    let posts: [EditField.Option] = visit.book.posts.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
      .map { ($0.id, $0.title) }
    return [
      EditField(name: "committee", label: "On behalf of", hint: "A committee; it prints with the question."),
      EditField(name: "post", label: "Who is to answer", control: .choice([("", "Nobody yet")] + posts)),
    ]
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer { try page(visit).answer }

  static func reply(_ visit: OfficeVisit) async throws -> Answer {
    let question = try visit.question
    guard visit.mayAnswer(question) else { throw Refusal.notYours }
    let canChange = visit.may(.prepareReports)
    return try await page(visit).record(
      canChange ? "Question changed" : "Question answered", to: "/work/questions/\(question.id.addressed)"
    ) { try canChange ? $0.changeQuestion(question.id, $1) : $0.answer(question.id, $1) }
  }

  private static func page(_ visit: OfficeVisit) throws -> EditForm {
    let question = try visit.question
    let address = "/work/questions/\(question.id.addressed)"
    let answer = EditField(
      name: "answer", label: "The answer",
      hint: "Plain sentences, without names of people. Figures can be named as in reports: [[waste: actual]].",
      control: .lines)
    var fields: [EditField] = []
    if visit.may(.prepareReports) {
      fields = [EditField(name: "text", label: "The question", control: .lines), about(visit)]
      fields += office(visit) + [answer]
    } else if visit.mayAnswer(question) {
      fields = [answer]
    }
    var form = EditForm(visit, "A question of a councillor", at: address, back: "/work/questions", fields, of: question)
    form.place = .work
    if let subject = question.subject {
      let about = ["\(subject.kind)/\(subject.record)"]
      form.recorded["about"] = about
      form.values["about"] = about
    }
    let isRead = fields.isEmpty
    form.above = { html in
      html.savedBanner(visit)
      html.element("p", ["class": "lead"], question.text)
      html.element("p", ["class": "note"], "\(question.period.name) · \(question.state.rawValue)")
      if isRead, let answer = question.answer { html.prose(answer) }
    }
    form.below = { html in
      if visit.may(.prepareReports) {
        html.raw("<section><h2>Printing</h2>")
        if question.answer != nil {
          html.form("\(address)/approval", visit.session) { html in
            html.kept(["approved": [question.isApproved ? "no" : "yes"]])
            html.element(
              "button", ["class": "second"],
              question.isApproved ? "Take it out of reports" : "Approve it: it prints in reports")
          }
        } else {
          html.element("p", "It can be approved once it is answered.")
        }
        html.form("\(address)/withdraw", visit.session) { html in
          html.raw(#"<button class="second">Take the question back</button>"#)
        }
        html.raw("</section>")
      }
      html.element("p") { $0.link("History", "/history/question/\(question.id.addressed)") }
    }
    return form
  }

  static func approve(_ visit: OfficeVisit) async throws -> Answer {
    let question = try visit.question
    let form = try await visit.form()
    let isApproved = form["approved"] != "no"
    do {
      let receipt = try await visit.record(isApproved ? "Answer approved" : "Answer out of reports", [:]) {
        try $0.approveQuestion(question.id, isApproved)
      }
      return .redirect(visit.landing("/work/questions/\(question.id.addressed)", receipt.batch))
    } catch let refused as EditRefused {
      var page = try page(visit)
      page.problems = refused.problems
      return page.answer
    }
  }

  static func withdraw(_ visit: OfficeVisit) async throws -> Answer {
    let question = try visit.question
    _ = try await visit.form()
    let receipt = try await visit.record("Question taken back", [:]) { try $0.withdrawQuestion(question.id) }
    return .redirect(visit.landing("/work/questions", receipt.batch))
  }
}

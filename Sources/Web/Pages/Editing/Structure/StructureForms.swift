import CorporatePlan
import Documents
import Ledger

/// Services and posts added, changed and closed.
enum StructureForms {
  static func newService(_ visit: OfficeVisit) -> Answer { addingService(visit).answer }

  static func addService(_ visit: OfficeVisit) async throws -> Answer {
    try await addingService(visit).record("Service added", to: "/structure") { try $0.addService($1) }
  }

  private static func addingService(_ visit: OfficeVisit) -> EditForm {
    var form = EditForm(
      visit, "Add a service", at: "/structure/services", back: "/structure", serviceFields(visit, without: nil))
    (form.button, form.place) = ("Add", .structure)
    return form
  }

  static func service(_ visit: OfficeVisit) throws -> Answer { try changingService(visit).answer }

  static func changeService(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await changingService(visit).record("Service changed", to: "/structure") {
      try $0.changeService(id, $1)
    }
  }

  static func closeService(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await closing(try changingService(visit), "Service closed") { try $0.closeService(id) }
  }

  private static func changingService(_ visit: OfficeVisit) throws -> EditForm {
    guard let service = visit.book.services[try visit.parameter("id")] else { throw Refusal.notFound("This service") }
    let address = "/structure/services/\(service.id.addressed)"
    var form = EditForm(
      visit, "Change “\(service.name)”", at: address, back: "/structure", serviceFields(visit, without: service.id),
      of: service)
    form.place = .structure
    form.below = { html in
      html.closing("Close this service", "\(address)/close", visit.session)
      html.element("p") { $0.link("History", "/history/service/\(service.id.addressed)") }
    }
    return form
  }

  private static func serviceFields(_ visit: OfficeVisit, without id: String?) -> [EditField] {
    [
      RecordKind.named(Service.kind).field("name"),
      RecordKind.named(Service.kind).field(
        "directorate", .choice([("", "None above it")] + visit.serviceOptions.filter { $0.value != id })),
      .reason(),
    ]
  }

  static func newPost(_ visit: OfficeVisit) -> Answer { addingPost(visit).answer }

  static func addPost(_ visit: OfficeVisit) async throws -> Answer {
    try await addingPost(visit).record("Post added", to: "/structure") { try $0.addPost($1) }
  }

  private static func addingPost(_ visit: OfficeVisit) -> EditForm {
    var form = EditForm(
      visit, "Add a post", at: "/structure/posts", back: "/structure", postFields(visit, without: nil))
    (form.button, form.place) = ("Add", .structure)
    return form
  }

  static func post(_ visit: OfficeVisit) async throws -> Answer { try await changingPost(visit).answer }

  static func changePost(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await changingPost(visit).record("Post changed", to: "/structure") { try $0.changePost(id, $1) }
  }

  static func closePost(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await closing(try await changingPost(visit), "Post closed") { try $0.closePost(id) }
  }

  private static func postFields(_ visit: OfficeVisit, without id: String?) -> [EditField] {
    let posts = visit.book.posts.values.filter { $0.id != id }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    return [
      RecordKind.named(Post.kind).field("title", hint: "What the post is called; never a person’s name"),
      RecordKind.named(Post.kind).field("service", .choice([("", "None")] + visit.serviceOptions)),
      RecordKind.named(Post.kind).field("reports_to", .choice([("", "Nobody")] + posts.map { ($0.id, $0.title) })),
      .reason(),
    ]
  }

  private static func changingPost(_ visit: OfficeVisit) async throws -> EditForm {
    guard let post = visit.book.posts[try visit.parameter("id")] else { throw Refusal.notFound("This post") }
    let address = "/structure/posts/\(post.id.addressed)"
    let people = try await visit.office.accounts.people()
    var form = EditForm(
      visit, "Change “\(post.title)”", at: address, back: "/structure", postFields(visit, without: post.id), of: post)
    form.place = .structure
    form.below = { html in
      html.holders(of: post, visit, people)
      html.closing("Close this post", "\(address)/close", visit.session)
      html.element("p") { $0.link("History", "/history/post/\(post.id.addressed)") }
    }
    return form
  }

  /// What is refused is told on the page of the thing itself.
  private static func closing(
    _ form: EditForm, _ reason: String, _ decide: @escaping @Sendable (Editing) throws -> [Revision]
  ) async throws -> Answer {
    let sent = try await form.visit.form()
    return try await form.deciding(sent, reason, to: "/structure", decide)
  }

  static func appoint(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let form = try await changingPost(visit)
    let id = try visit.parameter("id")
    var answers = sent.texts
    answers["post"] = [id]
    let known = FormAnswers(answers)
    guard let person = sent["person"], try await visit.office.accounts.person(person) != nil else {
      return form.refusing([EditProblem("person", "Choose a person.")], kept: sent)
    }
    return try await form.deciding(sent, "Takes up a post", to: "/structure/posts/\(id.addressed)") {
      try $0.appoint(known)
    }
  }

  static func endTenure(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let form = try await changingPost(visit)
    let id = try visit.parameter("id")
    guard let tenure = sent["tenure"], visit.book.tenures[tenure]?.post == id else {
      return form.refusing([EditProblem("main", "That is no longer there; open the page again.")], kept: sent)
    }
    let answers = FormAnswers(sent.texts)
    return try await form.deciding(sent, "Gives up a post", to: "/structure/posts/\(id.addressed)") {
      try $0.endTenure(tenure, answers)
    }
  }
}

extension EditForm {
  /// Records something that is not of the form's own fields, and tells on its page what stands against it.
  func deciding(
    _ sent: OfficeForm, _ reason: String, to destination: String,
    _ decide: @escaping @Sendable (Editing) throws -> [Revision]
  ) async throws -> Answer {
    do {
      let receipt = try await visit.record(reason, [:], expecting: sent.revisionsShown, decide)
      return .redirect(visit.landing(destination, receipt.batch))
    } catch let refused as EditRefused {
      return refusing(try await visit.named(refused.problems), kept: sent)
    } catch is Conflict {
      return refusing([EditProblem("main", "Somebody changed it meanwhile. Look once more.")], kept: sent)
    }
  }

  func refusing(_ problems: [EditProblem], kept sent: OfficeForm) -> Answer {
    var page = self
    page.problems = problems
    return page.answer
  }
}

extension OfficeVisit {
  var serviceOptions: [EditField.Option] {
    book.services.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { ($0.id, $0.name) }
  }

  /// Problems in which a person is named by id, with the name instead: these pages are for those who may know it.
  func named(_ problems: [EditProblem]) async throws -> [EditProblem] {
    let people = try await office.accounts.people()
    return problems.map { problem in
      let sentence = people.reduce(problem.sentence) { $0.replacing("Somebody (\($1.id))", with: $1.name) }
      return EditProblem(problem.field, sentence)
    }
  }
}

extension HTML {
  /// Who holds a post and held it, and the way in and out.
  fileprivate mutating func holders(of post: Post, _ visit: OfficeVisit, _ people: [Person]) {
    let names = PeopleNames(people)
    let address = "/structure/posts/\(post.id.addressed)"
    let tenures = visit.book.tenures.values.filter { $0.post == post.id }.sorted { ($1.from, $0.id) < ($0.from, $1.id) }
    raw(#"<section id="holders"><h2>Who holds it</h2>"#)
    if tenures.isEmpty { raw("<p>Nobody holds it, so what it owes reaches nobody.</p>") }
    for tenure in tenures {
      element("div", ["class": "held"]) { html in
        html.tenure(tenure, names.name(of: tenure.person))
        guard tenure.until == nil else { return }
        html.form("\(address)/end", visit.session) { html in
          html.ending(tenure, visit, what: names.name(of: tenure.person))
        }
      }
    }
    form("\(address)/appoint", visit.session) { html in
      let choices = people.filter { !$0.isDisabled }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        .map { ($0.id, $0.name) }
      html.field(
        EditField(name: "person", label: "Takes it up", control: .choice([("", "Choose a person")] + choices)), [], [])
      html.appointing(visit.today)
    }
    raw("</section>")
  }

  /// "Nora King as deputy, from 1 April 2025 to 31 March 2026".
  mutating func tenure(_ tenure: Tenure, _ name: String) {
    element("p") { html in
      html.element("b", name)
      html.text(tenure.isDeputy ? " as deputy" : "")
      html.text(", from \(tenure.from.words)")
      if let until = tenure.until { html.text(" to \((until + -1).words)") }
    }
  }

  /// The fields by which a tenure ends.
  mutating func ending(_ tenure: Tenure, _ visit: OfficeVisit, what name: String) {
    let id = "last-\(tenure.id)"
    void("input", ["type": "hidden", "name": "tenure", "value": tenure.id])
    shown([tenure.recordID: visit.book.stamp(of: tenure.recordID)?.revision ?? 0])
    element("label", ["for": id]) { html in
      html.raw("Last day")
      html.element("span", ["class": "hidden"], ": \(name)")
    }
    raw(" ")
    void(
      "input",
      [
        "type": "text", "class": "short", "id": id, "name": "last_day", "value": visit.today.words,
        "autocomplete": "off",
      ])
    raw(" ")
    element("button", ["class": "second"]) { html in
      html.raw("Gives it up")
      html.element("span", ["class": "hidden"], ": \(name)")
    }
  }

  /// The fields by which a tenure begins, beside who and what.
  mutating func appointing(_ today: Day, _ problems: [FormProblem] = []) {
    field(
      EditField(name: "from", label: "From", hint: "Like 1 April 2026", control: .short), [today.words], problems)
    field(
      EditField(
        name: "deputy", label: "As deputy: may check what the holder entered", control: .tick), [], problems)
    field(
      EditField(
        name: "replace", label: "Whoever holds it gives it up the day before", control: .tick), ["yes"], problems)
    raw(#"<p><button class="button">Take up</button></p>"#)
  }

  fileprivate mutating func closing(_ words: String, _ address: String, _ session: Session) {
    form(address, session) { html in
      html.element("p") { $0.element("button", ["class": "second"], words) }
    }
  }
}

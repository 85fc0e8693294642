import CorporatePlan
import Documents

extension HTML {
  /// The bar of the office: what officers do, the way to the public site, and the way out.
  mutating func officeBar(_ book: Book, _ council: CouncilProfile?, _ session: Session, _ frame: Frame) {
    raw(#"<header class="bar office"><div class="page"><p class="name"><a href="/office">"#)
    text(council?.name ?? "Goldthread")
    raw(#"</a> <span class="plan">Office</span></p>"#)
    let person = session.person
    func may(_ action: Permission.Action) -> Bool { person.scope(for: action) > .none }
    if may(.read) {
      raw(
        """
        <form class="find" method="get" action="/search" role="search" aria-label="The whole office">\
        <label class="hidden" for="find">Search the plan, figures and words</label>\
        <input type="search" id="find" name="q" maxlength="200" placeholder="Search" autocomplete="off"> \
        <button>Search</button></form>
        """)
    }
    raw(#"<div class="self"><a href="/objectives""#)
    raw(frame.place == .objectives ? #" aria-current="page">Objectives</a> "# : ">Objectives</a> ")
    raw(#"<a href="/office/me">"#)
    text(person.name)
    raw("</a>")
    form("/office/sign-out", session) { $0.raw(#"<button class="plain">Sign out</button>"#) }
    raw("</div>")
    // What a person's roles can't use is absent, not greyed (ux, section 6).
    raw(#"<nav aria-label="Main"><ul>"#)
    if may(.enter) { entry("Collect", "/collect", isHere: frame.place == .collect) }
    if may(.review) { entry("Review", "/review", isHere: frame.place == .review) }
    if may(.read) { entry("Cycle", "/cycle", isHere: frame.place == .cycle) }
    if may(.editPlan) { entry("Plan", "/edit", isHere: frame.place == .edit) }
    if may(.import) { entry("Imports", "/imports", isHere: frame.place == .imports) }
    if may(.editPlan) || may(.read) && !book.risks.isEmpty {
      entry("Risks", "/risks", isHere: frame.place == .risks)
    }
    if may(.read), !book.papers.isEmpty { entry("Papers", "/papers", isHere: frame.place == .papers) }
    if may(.read) { entry("Changes", "/changes", isHere: frame.place == .changes) }
    if may(.settings) || may(.runCycle) {
      entry("Mail", may(.settings) ? "/mail" : "/mail/templates", isHere: frame.place == .mail)
    }
    if may(.people) {
      entry("People", "/people", isHere: frame.place == .people)
      entry("Posts", "/structure", isHere: frame.place == .structure)
    }
    // Who gives roles finds them under People.
    if may(.audit), !may(.people) { entry("Accounts", "/people/changes", isHere: frame.place == .accounts) }
    if may(.settings) { entry("Tokens", "/tokens", isHere: frame.place == .tokens) }
    entry("Public site", "/", isHere: false)
    raw("</ul></nav>")
    raw("</div></header>")
  }

  /// A form that changes something. It carries the session's token.
  mutating func form(
    _ address: String, _ session: Session, sendsFiles: Bool = false, _ content: (inout HTML) -> Void
  ) {
    element(
      "form", ["method": "post", "action": address, "enctype": sendsFiles ? "multipart/form-data" : nil]
    ) { html in
      html.void("input", ["type": "hidden", "name": "token", "value": session.token])
      content(&html)
    }
  }
}

extension HTML {
  /// A page of the office.
  static func page(
    _ visit: OfficeVisit, _ title: String, _ place: Frame.Place = .elsewhere, _ content: (inout HTML) -> Void
  ) -> HTML {
    page(visit.visit, Frame(title: title, place: place, session: visit.session), content)
  }
}

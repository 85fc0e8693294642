import CorporatePlan
import Documents
import Ledger

extension OfficePage {
  /// Where work reaches nobody: people without a post, and posts without anybody.
  func peoplePart(_ html: inout HTML) {
    let idle = people.filter { person in
      !person.isDisabled && !person.roles.isDisjoint(with: [.responsibleOfficer, .reviewer])
        && visit.book.posts(of: person.id, on: visit.today).isEmpty
    }
    let vacant = visit.book.vacantPosts(on: visit.today)
    let uninvited = people.filter { !$0.hasSignedUp && !$0.isDisabled }
    lostPart(&html)
    html.raw("<section><h2>People</h2>")
    if idle.isEmpty, vacant.isEmpty, uninvited.isEmpty {
      html.raw("<p>Everybody has a post and every post has somebody.</p>")
    }
    list("Without a post", idle, &html)
    list("Invited, and not yet in", uninvited, &html)
    if !vacant.isEmpty {
      html.element("h3", "Posts that nobody holds (\(vacant.count))")
      html.bullets(vacant.map(\.title))
    }
    html.raw(#"<p><a href="/people">All people</a></p></section>"#)
  }

  private func lostPart(_ html: inout HTML) {
    guard !lost.isEmpty else { return }
    html.raw(#"<section><h2>Letters that could not be sent</h2><ul class="records">"#)
    for letter in lost {
      html.raw("<li>")
      html.text("To \(names.name(of: letter.person)), \(letter.madeAt.londonDay.words)")
      if let error = letter.lastError { html.element("p", ["class": "note"], error) }
      html.raw("</li>")
    }
    html.raw("</ul></section>")
  }

  private func list(_ heading: String, _ people: [Person], _ html: inout HTML) {
    guard !people.isEmpty else { return }
    html.element("h3", "\(heading) (\(people.count))")
    html.raw("<ul>")
    for person in people {
      html.raw("<li>")
      html.link(person.name, "/people/\(person.id.addressed)")
      html.raw("</li>")
    }
    html.raw("</ul>")
  }
}

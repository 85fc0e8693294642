import CorporatePlan
import Documents
import Ledger

/// A service's or directorate's returns of a quarter, signed off by who heads it: what is signed, and the record of it.
struct SignOffPage {
  private let visit: OfficeVisit
  private let period: Period
  private let unit: String
  private let names: PeopleNames
  private let book: Book
  private let standing: UnitStanding
  private let rows: [ReturnRow]
  private var problems: [FormProblem] = []
  private var comments: String?

  private init(_ visit: OfficeVisit) async throws {
    (self.visit, period, unit) = (visit, try visit.returnsPeriod, try visit.parameter("unit"))
    guard visit.reaches(unit) else { throw Refusal.notYours }
    book = visit.book
    guard book.services[unit] != nil else { throw Refusal.notFound("This service") }
    names = try await visit.peopleNames
    let all = visit.returns(in: period, of: book).rows
    standing = book.standing(ofUnit: unit, all, in: period)
    rows = all.filter { [book, unit] in book.units(of: $0.slot).contains(unit) }
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await SignOffPage(visit).html) }

  static func sign(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    var page = try await SignOffPage(visit)
    let (period, unit, stepper) = (page.period, page.unit, visit.stepper)
    let shown = form["shown"].flatMap { Int($0) } ?? 0
    let comments = form["comments"]
    do {
      try await visit.site.council.append(
        reason: "Signed off", author: visit.session.author, at: visit.office.moment
      ) { book in
        try book.signingOff(
          unit, book.returnRows(in: period, on: stepper.day), in: period, by: stepper, shown: shown, comments: comments)
      }
      return .redirect("\(page.address)?done=signed#record")
    } catch let refused as StepRefused {
      page.problems = refused.blocks.map { block in
        let isOfUnit = block.slot == period.code
        return FormProblem(field: "sign", words: isOfUnit ? block.sentence : "\(block.title): \(block.sentence)")
      }
      page.comments = comments
      return .refusing(page.html)
    }
  }

  private var address: String { "/review/\(period.code.addressed)/sign-off/\(unit.addressed)" }
  private var marks: Marks { visit.marks(in: period) }

  private var html: HTML {
    let title = "Sign-off of \(standing.name), \(period.name)"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .review) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      record(&html)
      counts(&html)
      reds(&html)
      form(&html)
      html.element("p", ["class": "buttons"]) { html in
        if visit.may(.review) {
          html.link("Review queue", "/review/\(period.code.addressed)?service=\(unit.addressed)")
        }
        html.link("Cycle board", "/cycle/\(period.code.addressed)")
      }
    }
  }

  private func record(_ html: inout HTML) {
    guard let signed = standing.signed else { return }
    html.raw(#"<section class="seal" id="record" tabindex="-1">"#)
    if visit.field("done") != nil { html.banner("Signed off.") }
    html.element("p") { html in
      html.raw("<b>Signed off</b> by ")
      html.text("\(names.words(signed)).")
    }
    if let comments = standing.signOff?.comments { html.element("p", ["class": "typed"], comments) }
    if standing.hasChanged {
      html.raw("<p><b>Changed since sign-off.</b> It is signed off again once everything is approved again:</p><ul>")
      let position = standing.signOff?.seen ?? 0
      for row in rows where row.seen > position || !row.isSettled {
        html.element("li") { html in
          html.text("\(row.title): \(row.state.words)")
          if let change = row.lastChange { html.text(", last changed by \(names.words(change))") }
        }
      }
      html.raw("</ul>")
    }
    html.raw("</section>")
  }

  private func counts(_ html: inout HTML) {
    html.raw("<section><h2>What is signed</h2>")
    html.raw(#"<ul class="tallies">"#)
    for stage in UnitStanding.Stage.allCases where standing.count(stage) > 0 || stage == .approved {
      html.element("li") { html in
        html.element("b", "\(standing.count(stage))")
        html.text(" of \(standing.total) \(stage.words.lowercased())")
      }
    }
    html.raw(#"</ul><ul class="strip">"#)
    let marks = marks
    var tallies: [(mark: String, tone: Tone, count: Int)] = []
    for row in rows {
      let mark = marks.mark(row)
      if let index = tallies.firstIndex(where: { $0.mark == mark.word }) {
        tallies[index].count += 1
      } else {
        tallies.append((mark.word, mark.tone, 1))
      }
    }
    for tally in tallies {
      html.element("li") { html in
        html.shape(of: tally.tone)
        html.element("b", "\(tally.count)")
        html.text(" \(tally.mark)")
      }
    }
    html.element("li", ["class": "whole"], "of \(rows.count) returns")
    html.raw("</ul>")
    let waived = rows.compactMap { row in row.waiver.map { "\(row.title) is waived: \($0.reason)" } }
    html.bullets(waived)
    html.raw("</section>")
  }

  private func reds(_ html: inout HTML) {
    let reds = rows.filter(\.isWorst)
    html.raw("<section>")
    html.element(
      "h2", reds.isEmpty ? "None has the worst status" : "With the worst status: \(reds.count) of \(rows.count)")
    html.raw(#"<ul class="told">"#)
    let marks = marks
    for row in reds {
      html.element("li") { html in
        html.element("p") { html in
          html.tag(marks.mark(row))
          html.text(" \(row.title)")
          if let figure = row.figure {
            html.text(": \(figure.indicator.text(figure.value))")
            if let target = figure.target { html.text(" against \(figure.indicator.text(target))") }
          }
        }
        let said = [row.words[.variance], row.words[.action]].compactMap { $0 }
        for text in said { html.element("p", ["class": "typed"], text) }
        if said.isEmpty { html.raw(#"<p class="note">Nothing is said of it.</p>"#) }
      }
    }
    html.raw("</ul></section>")
  }

  private func form(_ html: inout HTML) {
    html.raw(#"<section class="decide" id="sign" tabindex="-1"><h2>Sign off</h2>"#)
    let open = rows.filter { !$0.isSettled }
    if let refusal = book.refusal(toChange: period) {
      html.element("p", refusal)
    } else if !visit.may(.signOff) || !book.maySignOff(unit, visit.person.id, on: visit.today) {
      let posts = book.signers(of: unit).map(\.title).joined(separator: ", ")
      html.element("p", "It is signed off by \(posts.isEmpty ? "nobody yet: no post heads it" : posts).")
    } else if standing.total == 0 {
      html.element("p", "\(standing.name) has no returns in \(period.name).")
    } else if !open.isEmpty {
      html.element("p", "\(open.count) of \(rows.count) returns are neither approved nor waived:")
      html.raw("<ul>")
      for row in open {
        html.element("li") { html in
          html.link(row.title, "/review/\(period.code.addressed)#\(row.slot.subject.anchor)")
          html.text(" (\(row.state.words))")
        }
      }
      html.raw("</ul>")
    } else if standing.state == .signedOff {
      html.raw("<p>There is nothing to sign: nothing has changed since.</p>")
    } else {
      html.form(address, visit.session) { html in
        html.hidden("shown", String(book.position))
        html.field("comments", "Comments", hint: "Kept with the sign-off; may stay empty") { html, describedBy in
          html.element(
            "textarea", ["id": "comments", "name": "comments", "rows": "3", "aria-describedby": describedBy],
            comments ?? "")
        }
        html.raw("<p><button>Sign off")
        html.element("span", ["class": "hidden"], " \(standing.name)")
        html.raw("</button></p>")
      }
    }
    html.raw("</section>")
  }
}

extension ReturnRow {
  /// Whether nothing more is to be done with it.
  fileprivate var isSettled: Bool { stage == .approved || stage == .waived }
}

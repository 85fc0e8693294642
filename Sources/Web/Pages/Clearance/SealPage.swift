import CorporatePlan
import Documents
import Ledger
import Reports

/// The question before a report is sealed: what stops it, what was set aside, what will be published.
struct SealPage {
  private let visit: OfficeVisit
  private let report: Report
  private let aside: SettingAside
  private var problems: [FormProblem] = []
  private var typed: OfficeForm?

  private init(_ visit: OfficeVisit) throws(Refusal) {
    self.visit = visit
    report = try visit.reportInWork
    aside = SettingAside(visit.book, report, on: visit.today, Digest.text)
  }

  static func answer(_ visit: OfficeVisit) throws(Refusal) -> Answer { .html(try SealPage(visit).html) }

  static func seal(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    var page = try SealPage(visit)
    do {
      let sealed = try await visit.site.council.seal(
        page.report.id, author: visit.session.author, at: visit.office.moment)
      return .redirect("\(page.address)?done=\(sealed.isNew ? "sealed" : "before")")
    } catch let refused as SealRefused {
      page.problems = [
        FormProblem(
          field: "stops", words: "\(counted(refused.findings.count, "finding")) of the checks still stop the seal.")
      ]
    } catch let overtaken as SealOvertaken {
      page.problems = [FormProblem(field: "seal", words: overtaken.description)]
    } catch let unusable as LookUnusable {
      page.problems = [FormProblem(field: "seal", words: unusable.description)]
    }
    return .refusing(page.html)
  }

  static func setAside(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let page = try SealPage(visit)
    let (report, today, person) = (page.report, visit.today, visit.person.id)
    do {
      try await visit.site.council.append(
        reason: "Checks set aside", author: visit.session.author, at: visit.office.moment
      ) { book in
        try SettingAside(book, report, on: today, Digest.text).setAside(
          form.all("finding"), because: form["reason"], by: person, as: book.postWords(of: person, on: today))
      }
      return .redirect("\(page.address)?done=aside")
    } catch let refused as EditRefused {
      var again = page
      again.problems = visit.placed(refused.problems, among: ["reason"]).map {
        $0.field == "reason" ? $0 : FormProblem(field: "objections", words: $0.words)
      }
      again.typed = form
      return .refusing(again.html)
    }
  }

  /// Leaves the register of risks out of the report, or puts it in again.
  static func risks(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let report = try visit.reportInWork
    let isOut = form["risks"] == "out"
    do {
      _ = try await visit.record(isOut ? "Risks left out of the report" : "Risks put into the report", [:]) {
        try $0.leaveRisksOut(isOut, of: report.id)
      }
    } catch is EditRefused { throw Refusal.notFound("This report") }
    return .redirect("\(report.address)/seal?done=\(isOut ? "without" : "with")")
  }

  /// Lets a check object again.
  static func takeBack(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let page = try SealPage(visit)
    let id = form["override"] ?? ""
    try await visit.site.council.append(
      reason: "Check no longer set aside", author: visit.session.author, at: visit.office.moment
    ) { book in book.checkOverrides[id].map { [$0.withdrawal] } ?? [] }
    return .redirect("\(page.address)?done=back")
  }

  private var address: String { "\(report.address)/seal" }

  private static let banners = [
    "sealed": "The report is sealed and published.",
    "before": "The report was sealed from this position before, and stays as it was.",
    "aside": "The checks are set aside, with your reason.", "back": "The check objects again.",
    "without": "The register of risks is left out of the report.",
    "with": "The register of risks stands in the report.",
  ]

  private var html: HTML {
    let title = "Seal “\(report.name(in: visit.book))”"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .work) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      if problems.isEmpty, let banner = visit.field("done").flatMap({ SealPage.banners[$0] }) { html.banner(banner) }
      sealed(&html)
      stops(&html)
      overridden(&html)
      warnings(&html)
      risks(&html)
      confirm(&html)
      html.element("p", ["class": "buttons"]) { html in
        if visit.hasPage(report) { html.link("The report", report.address) }
        html.link("Clearance", "\(report.address)/clearance")
      }
    }
  }

  private func sealed(_ html: inout HTML) {
    let seals = visit.book.seals.values.filter { $0.reportID == report.id }.sorted { $0.position > $1.position }
    guard let seal = seals.first else { return }
    html.element("p") { html in
      html.text("It was last sealed from ledger position \(seal.position). ")
      html.link("The sealed report", "/reports/\((seal.report ?? seal.period.code).addressed)")
      html.text(". ")
      html.link("Its page as a PDF (takes some seconds)", "\(report.address)/files/sealed.pdf")
    }
    let exempt = seal.files.filter(\.isExempt)
    guard !exempt.isEmpty else { return }
    html.raw("<p>For those only who may see what is exempt:</p><ul>")
    for file in exempt {
      html.element("li") { html in
        html.link(file.name, "\(report.address)/exempt/\(seal.position)/\(file.name.addressed)")
      }
    }
    html.raw("</ul>")
  }

  private func stops(_ html: inout HTML) {
    html.raw(#"<section id="stops" tabindex="-1"><h2>What stops the seal</h2>"#)
    let errors = aside.result.stopping.filter { $0.severity == .error }
    if aside.result.stopping.isEmpty { html.raw("<p>Nothing.</p>") }
    if !errors.isEmpty {
      html.element("p", "\(counted(errors.count, "finding")) that nobody can set aside:")
      html.raw(#"<ul class="told">"#)
      for finding in errors { html.element("li") { $0.finding(finding) } }
      html.raw("</ul>")
    }
    if !aside.objections.isEmpty { objections(&html) }
    html.raw("</section>")
  }

  private func objections(_ html: inout HTML) {
    html.form("\(report.address)/overrides", visit.session) { html in
      html.raw(#"<fieldset id="objections" tabindex="-1"><legend>"#)
      html.text("\(counted(aside.objections.count, "objection")): mend what they name, or set them aside with a reason")
      html.raw("</legend>")
      for (index, finding) in aside.objections.enumerated() {
        let id = aside.id(of: finding)
        html.element("div", ["class": "choice"]) { html in
          html.void(
            "input",
            [
              "type": "checkbox", "id": "finding-\(index + 1)", "name": "finding", "value": id,
              "checked": typed?.all("finding").contains(id) == true ? "" : nil,
            ])
          html.element("label", ["for": "finding-\(index + 1)"]) { $0.finding(finding) }
        }
      }
      html.raw("</fieldset>")
      html.field(
        "reason", "Why the report may be sealed all the same",
        hint: "Printed in the report with your post and the day.", problems: problems
      ) { html, describedBy in
        html.element(
          "textarea", ["id": "reason", "name": "reason", "rows": "3", "aria-describedby": describedBy],
          typed?["reason"] ?? "")
      }
      html.raw(#"<p class="buttons"><button>Set aside what is ticked</button></p>"#)
    }
  }

  private func overridden(_ html: inout HTML) {
    guard !aside.result.overridden.isEmpty else { return }
    html.raw(#"<section><h2>Set aside</h2><ul class="told">"#)
    for (finding, override) in aside.result.overridden {
      html.element("li") { html in
        html.finding(finding)
        html.element("p", ["class": "typed"], override.reason)
        html.element("p", ["class": "note"], "By the \(override.by), \(override.day.words)")
        html.form("\(report.address)/overrides/end", visit.session) { html in
          html.hidden("override", override.id)
          html.raw(#"<button class="plain">Let it object again"#)
          html.element("span", ["class": "hidden"], ": \(finding.place)")
          html.raw("</button>")
        }
      }
    }
    html.raw("</ul></section>")
  }

  private func warnings(_ html: inout HTML) {
    guard !aside.result.warnings.isEmpty else { return }
    html.raw("<section><h2>Warnings</h2><p>They do not stop the seal and are kept with it.</p>")
    html.raw(#"<ul class="told">"#)
    for finding in aside.result.warnings { html.element("li") { $0.finding(finding) } }
    html.raw("</ul></section>")
  }

  /// Who reads the office's register may not expect it to be public: it is said before, and left out by one choice.
  private func risks(_ html: inout HTML) {
    guard report.isWithoutRisks || ComposedReport(visit.book.shownIn(report), report).showsRegister else { return }
    html.raw(#"<section id="risks"><h2>The register of risks</h2>"#)
    html.element(
      "p",
      report.isWithoutRisks
        ? "The register of risks is left out of this report and does not become public with it."
        : "The register of risks stands in this report: what the risks are, how they are scored and what is done against them becomes public when it is sealed."
    )
    html.element(
      "p", ["class": "note"],
      "A choice made after officers cleared the report voids their clearance, where it changes what they read.")
    html.form("\(report.address)/risks", visit.session) { html in
      html.hidden("risks", report.isWithoutRisks ? "in" : "out")
      html.element(
        "button", ["class": "second"],
        report.isWithoutRisks ? "Put the register in" : "Leave the register out")
    }
    html.raw("</section>")
  }

  private func confirm(_ html: inout HTML) {
    html.raw(#"<section id="seal" tabindex="-1"><h2>What will be published</h2>"#)
    let kept = visit.book.paperChecks(of: report)?.keptBack ?? []
    html.bullets(
      [
        "The report as a page, for Word and as a members’ pack, and its data as Excel, CSV and JSON, at /reports/\((report.id == Report(.performance, report.period).id ? report.period.code : report.id))",
        "Its bytes are frozen with the ledger’s position and hash. Nothing recorded later changes them.",
      ]
        + (kept.isEmpty
          ? [] : ["\(counted(kept.count, "section")) kept back as exempt; the annex is for those only who may see it"]))
    if aside.result.stopping.isEmpty {
      html.form(address, visit.session) { html in
        html.raw(#"<p class="buttons"><button>Seal and publish</button></p>"#)
      }
    } else {
      html.raw("<p>It can be sealed once nothing stops it any more.</p>")
    }
    html.raw("</section>")
  }
}

extension HTML {
  /// A finding: its place, its sentence, and its code for who looks it up.
  mutating func finding(_ finding: Finding) {
    element("b", finding.place.capitalised)
    text(": \(finding.sentence) ")
    element("code", finding.code)
  }
}

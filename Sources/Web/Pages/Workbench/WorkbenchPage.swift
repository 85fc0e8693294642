import CorporatePlan
import Documents
import Reports

/// A report in the making: its sections as tasks, beside the very page that will be published, in which each place for
/// words can be edited.
struct WorkbenchPage {
  private let visit: OfficeVisit
  private let report: Report
  private let composed: ComposedReport
  private let problems: [String: [PassageProblem]]
  private let threads: [CommentThread]

  private init(_ visit: OfficeVisit) throws(Refusal) {
    self.visit = visit
    report = try visit.report
    composed = visit.composed(report)
    problems = Dictionary(grouping: composed.problems, by: \.key)
    threads = visit.mayComment(on: report) ? visit.book.threads(of: report.id).filter(\.isOpen) : []
  }

  static func answer(_ visit: OfficeVisit) throws(Refusal) -> Answer { .html(try WorkbenchPage(visit).html) }

  private var mayWrite: Bool { visit.may(.prepareReports) }

  private var html: HTML {
    HTML.page(visit, report.name(in: visit.book), .work) { html in
      html.savedBanner(visit)
      html.raw(#"<div class="workbench"><div class="tasks">"#)
      tools(&html)
      tasks(&html)
      html.raw(#"</div><div class="draft">"#)
      if visit.seesAll(of: report) {
        found(&html)
        html.article(composed.document, within: edges)
      } else {
        // What is found wrong quotes the words, and the places for words are counted in the whole document.
        html.article(visit.readable(composed.document, of: report))
      }
      html.raw("</div></div>")
    }
  }

  private func tools(_ html: inout HTML) {
    html.raw(#"<nav aria-label="This report"><p class="note">Draft, drawn from ledger position "#)
    html.text(visit.book.contentPosition)
    html.raw(". ")
    html.text(report.detail == .full ? "It lists everything." : "It lists what is out of the ordinary.")
    html.raw("</p>")
    if let seal = visit.newestSeal(of: report) {
      html.raw(#"<p class="note">"#)
      html.link("Sealed", "/reports/\((seal.report ?? seal.period.code).addressed)")
      html.text(" from position \(seal.position). ")
      html.text(
        seal.position == visit.book.contentPosition
          ? "Nothing was recorded since." : "What you see here is as the record stands now.")
      html.raw("</p>")
    }
    if mayWrite {
      let other: Report.Detail = report.detail == .full ? .exceptions : .full
      html.form("\(report.address)/detail", visit.session) { html in
        html.void("input", ["type": "hidden", "name": "detail", "value": other.rawValue])
        html.element("button", ["class": "second"], other == .full ? "Show it in full" : "Show it by exception")
      }
    }
    html.raw("<ul>")
    func entry(_ words: String, _ path: String) {
      html.element("li") { $0.link(words, "\(report.address)\(path)") }
    }
    if mayWrite { entry("Settings", "/settings") }
    if visit.mayComment(on: report) { entry("Comments (\(threads.count) open)", "/comments") }
    if visit.seesAll(of: report) { entry("Compare drafts", "/compare") }
    entry("Clearance", "/clearance")
    if visit.may(.seal) { entry("Checks and seal", "/seal") }
    for file in DraftFiles.all { entry(file.words, "/files/\(file.name)") }
    html.raw("</ul></nav>")
  }

  // MARK: Tasks

  private func tasks(_ html: inout HTML) {
    html.raw(#"<section aria-labelledby="sections"><h2 id="sections">Sections</h2><ol class="task-list">"#)
    for section in composed.sections {
      html.element("li") { html in
        html.link(composed.name(of: section), "#\(anchor(of: section))")
        html.raw(#"<span class="states">"#)
        for state in states(of: section) {
          html.element("span", ["class": state.isUrgent ? "urgent" : nil], state.words)
        }
        html.raw("</span>")
      }
    }
    for section in composed.leftOut {
      html.element("li") { html in
        html.text(composed.name(of: section))
        html.raw(#"<span class="states"><span>Left out by the template</span></span>"#)
      }
    }
    html.raw("</ol></section>")
  }

  /// Where its heading stands, or the first of its words where no heading prints.
  private func anchor(of section: ReportSection) -> String {
    if let heading = section.heading, !isEmpty(section) { return Heading.anchor(heading.anchor) }
    return composed.passages.first { $0.section == section.key }?.key.placeAnchor ?? "main"
  }

  private func isEmpty(_ section: ReportSection) -> Bool { composed.places[section.key]?.isEmpty ?? true }

  private func states(of section: ReportSection) -> [(words: String, isUrgent: Bool)] {
    let own = composed.passages.filter { $0.section == section.key }
    let edited = own.filter { $0.written != nil }.count
    let moved = own.filter(\.hasMoved).count
    let wrong = own.flatMap { problems[$0.key] ?? [] }.count
    let open = threads.filter { $0.first.key == section.key || $0.first.key.hasPrefix("\(section.key)/") }.count
    var states: [(words: String, isUrgent: Bool)] = []
    if wrong > 0 { states.append((counted(wrong, "finding"), true)) }
    if moved > 0 { states.append(("generated words changed since you edited", true)) }
    if open > 0 { states.append((counted(open, "open comment"), true)) }
    if edited > 0 { states.append(("edited: \(counted(edited, "place"))", false)) }
    return states.isEmpty ? [(isEmpty(section) ? "room for your words" : "generated", false)] : states
  }

  // MARK: Findings

  private func found(_ html: inout HTML) {
    let all = composed.passages.flatMap { passage in (problems[passage.key] ?? []).map { (passage, $0) } }
    guard !all.isEmpty else { return }
    html.raw(#"<section class="mend" aria-labelledby="found"><h2 id="found">"#)
    html.text("To be mended before it is sealed (\(all.count))")
    html.raw("</h2><ul>")
    for (passage, problem) in all {
      html.element("li") { html in
        html.link(composed.name(ofSection: passage.section), "#\(passage.key.placeAnchor)")
        html.text(": \(problem.sentence)")
      }
    }
    html.raw("</ul></section>")
  }

  // MARK: Words

  private var edges: [Edge] {
    composed.passages.map { passage in
      Edge(passage.place) { html, blocks in self.edge(passage, blocks, into: &html) }
    }
  }

  private func edge(_ passage: ComposedPassage, _ blocks: (inout HTML) -> Void, into html: inout HTML) {
    let wrong = problems[passage.key] ?? []
    let kind = !wrong.isEmpty ? "words wrong" : passage.written != nil ? "words edited" : "words"
    html.element("div", ["class": kind, "id": passage.key.placeAnchor, "tabindex": "-1"]) { html in
      blocks(&html)
      if passage.place.isEmpty {
        html.element(
          "p", ["class": "note"], "\(composed.name(ofSection: passage.section)): nothing is written here yet.")
      }
      html.element("p", ["class": "words-foot"]) { html in
        html.element("span", ["class": "words-state"], state(of: passage))
        if mayWrite {
          html.raw(" ")
          link("Edit", "words?key=\(passage.key.addressed)", passage, &html)
        }
        if visit.mayComment(on: report) {
          let count = threads.filter { $0.first.key == passage.key }.count
          html.raw(" ")
          link(
            count == 0 ? "Comment" : counted(count, "comment"), "comments?on=\(passage.key.addressed)", passage, &html)
        }
      }
      for problem in wrong { self.problem(problem, &html) }
    }
  }

  private func link(_ words: String, _ path: String, _ passage: ComposedPassage, _ html: inout HTML) {
    html.element("a", ["href": "\(report.address)/\(path)"]) { html in
      html.text(words)
      html.element("span", ["class": "hidden"], " on the words \(passage.key)")
    }
  }

  private func state(of passage: ComposedPassage) -> String {
    if passage.hasMoved { return "Edited; the generated words have changed since" }
    if passage.written != nil { return "Edited" }
    return passage.generated.isEmpty ? "Room for your words" : "Generated"
  }

  private func problem(_ problem: PassageProblem, _ html: inout HTML) {
    html.element("p", ["class": "wrong-words"], problem.sentence)
    guard mayWrite else { return }
    html.follow(problem, report, visit)
  }
}

extension HTML {
  /// The one press that puts a reference in place of a number that was typed.
  mutating func follow(_ problem: PassageProblem, _ report: Report, _ visit: OfficeVisit) {
    guard let suggestion = problem.suggestion else { return }
    form("\(report.address)/words/follow", visit.session) { html in
      html.kept([
        "key": [problem.key], "from": [String(problem.place.lowerBound)], "words": [problem.words],
        "figure": [suggestion.name],
      ])
      html.element("button", ["class": "second"]) { html in
        html.text("Make “\(problem.words)” follow the record: \(suggestion.text)")
      }
    }
  }
}

import CorporatePlan
import Documents
import Imports

/// What a person should know of the file beside its records: by severity, each with its place and the words that stand
/// there; and what found no home.
struct ImportDiagnostics {
  private let proposal: ImportProposal
  private static let most = 500

  init(_ proposal: ImportProposal) { self.proposal = proposal }

  func write(into html: inout HTML) {
    for severity in Diagnostic.Severity.allCases {
      let told = proposal.diagnostics.filter {
        $0.severity == severity && $0.code.rawValue != "unplaced"
          && $0.question.map { $0.choices.isEmpty && !$0.takesWords } ?? true
      }
      guard !told.isEmpty else { continue }
      html.element("section", ["id": severity == .error ? "errors" : nil]) { html in
        html.element("h2", severity.heading)
        html.element("details", ["open": severity == .error || told.count <= 5 ? "" : nil]) { html in
          html.element("summary", told.count == 1 ? "One in this file" : "All \(told.count) in this file")
          list(told, &html)
        }
      }
    }
    unplaced(&html)
  }

  private func list(_ told: [Diagnostic], _ html: inout HTML) {
    html.raw(#"<ul class="told">"#)
    for diagnostic in told.prefix(ImportDiagnostics.most) {
      html.raw("<li>")
      html.source(diagnostic.at, diagnostic.verbatim)
      html.element("p", diagnostic.message)
      html.element("p", ["class": "note"], diagnostic.code.remedy)
      html.raw("</li>")
    }
    html.raw("</ul>")
    more(told.count, &html)
  }

  private func unplaced(_ html: inout HTML) {
    guard !proposal.unplaced.isEmpty else { return }
    html.raw(#"<section id="unplaced"><h2>What found no home</h2>"#)
    html.raw("<p>These words stand in the file and in no record. Read them, and enter by hand what should be kept.</p>")
    html.element("details", ["open": proposal.unplaced.count <= 10 ? "" : nil]) { html in
      html.element(
        "summary", proposal.unplaced.count == 1 ? "One in this file" : "All \(proposal.unplaced.count) in this file")
      html.raw(#"<ul class="told">"#)
      for cell in proposal.unplaced.prefix(ImportDiagnostics.most) {
        html.raw("<li>")
        html.source(cell.at, cell.verbatim)
        html.raw("</li>")
      }
      html.raw("</ul>")
      more(proposal.unplaced.count, &html)
    }
    html.raw("</section>")
  }

  private func more(_ count: Int, _ html: inout HTML) {
    guard count > ImportDiagnostics.most else { return }
    html.element(
      "p", ["class": "note"],
      "And \(count - ImportDiagnostics.most) more. 'goldthread import FILE --dry-run' prints all of them.")
  }
}

extension Diagnostic.Severity {
  fileprivate var heading: String {
    switch self {
    case .error: "What could not be read"
    case .question: "What is open"
    case .warning: "Where the document does not agree with itself"
    case .note: "Worth knowing"
    }
  }
}

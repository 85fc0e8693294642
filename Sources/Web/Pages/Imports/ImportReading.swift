import CorporatePlan
import Documents
import Imports

/// What the person may say about the whole file, with what was said so far.
struct ImportReading {
  private let preview: ImportPreview

  init(_ preview: ImportPreview) { self.preview = preview }

  func write(into html: inout HTML) {
    let isUnknown = preview.proposal.recognition == .unknown
    html.element("details", ["open": isUnknown ? "" : nil]) { html in
      html.raw("<summary>Read it another way</summary>")
      html.field("kind", "Read it as") { html, _ in
        html.select("kind", name: "kind", chosen: preview.asked.kind, ImportWords.kindOptions)
      }
      html.field("period", "Period", hint: "For example 2025-26-Q2; empty to take what the document says.") {
        html, describedBy in
        html.input("period", value: preview.asked.period?.code, describedBy: describedBy, isShort: true)
      }
      html.field("council", "Council’s name, as printed") { html, describedBy in
        html.input("council", value: preview.asked.council, describedBy: describedBy)
      }
      html.raw(#"<p class="buttons"><button class="second">Preview again</button></p>"#)
    }
  }
}

import CorporatePlan
import Documents
import Reports

/// What was frozen, so that anyone can check it: the newest edition in full, and the ones before it.
struct SealPanel {
  private let visit: Visit
  private let seal: Seal
  private let earlier: [Seal]
  /// Whether the period has no figures any more.
  private let isWithdrawn: Bool

  /// - Parameter seals: every seal of a period, newest first; there is at least one.
  init(_ visit: Visit, _ seals: [Seal], isWithdrawn: Bool) {
    self.visit = visit
    seal = seals[0]
    earlier = Array(seals.dropFirst())
    self.isWithdrawn = isWithdrawn
  }

  func write(into html: inout HTML) {
    html.raw(#"<section class="seal" aria-labelledby="seal"><h2 id="seal">Sealed report</h2>"#)
    since(&html)
    html.raw("<p>")
    html.text(
      "The report of \(seal.period.name) was sealed\(visit.sealedOn(seal).map { " on \($0)" } ?? "") at ledger position"
        + " \(seal.position). The files below are as they were published and stay so.")
    html.raw("</p>")
    files(of: seal, &html)
    facts(&html)
    overridden(&html)
    warnings(&html)
    editions(&html)
    html.raw("</section>")
  }

  /// How the record stands to the sealed files today.
  private func since(_ html: inout HTML) {
    if isWithdrawn {
      html.raw(
        """
        <p><b>The figures have since been withdrawn.</b> The report below and its files are what was reported.</p>
        """)
    } else if visit.view.isOvertaken(seal) {
      html.raw(
        """
        <p><b>Something has been recorded since.</b> The report below and its files are as they were sealed; today’s \
        figures may differ.</p>
        """)
    }
  }

  private func files(of seal: Seal, _ html: inout HTML) {
    html.raw(#"<ul class="files">"#)
    for file in seal.publicFiles {
      html.raw("<li>")
      html.link(file.name, visit.address(of: file, in: seal))
      html.raw(#" <code class="digest">"#)
      html.text(file.digest)
      html.raw("</code></li>")
    }
    html.raw("</ul>")
  }

  private func facts(_ html: inout HTML) {
    html.summaryList { html in
      html.summaryRow("Ledger position", String(seal.position))
      html.summaryRow("Ledger hash") { html in
        html.raw(#"<code class="digest">"#)
        html.text(seal.ledgerHash)
        html.raw("</code>")
      }
      html.summaryRow("Rules", seal.rules.map(\.description).joined(separator: "; "))
      html.summaryRow("Warnings when sealed", seal.warnings.isEmpty ? "none" : nil)
    }
  }

  private func overridden(_ html: inout HTML) {
    guard !seal.overridden.isEmpty else { return }
    html.raw("<h3>Checks that were set aside</h3>")
    html.bullets(seal.overridden)
  }

  private func warnings(_ html: inout HTML) {
    guard !seal.warnings.isEmpty else { return }
    html.raw("<details><summary>")
    html.text(counted(seal.warnings.count, "warning"))
    html.raw(" when it was sealed</summary>")
    html.bullets(seal.warnings)
    html.raw("</details>")
  }

  private func editions(_ html: inout HTML) {
    guard !earlier.isEmpty else { return }
    html.raw("<h3>Earlier editions</h3><p>The report was sealed before. Each edition stays at its own address.</p>")
    for seal in earlier {
      html.element(
        "h4", "Sealed\(visit.sealedOn(seal).map { " on \($0)" } ?? "") at ledger position \(seal.position)")
      files(of: seal, &html)
    }
  }
}

extension Visit {
  /// The permanent address of a sealed file: it has the same bytes whatever is sealed later.
  func address(of file: Seal.File, in seal: Seal) -> String {
    "\(seal.address)/editions/\(seal.position)/\(file.name.addressed)"
  }
}

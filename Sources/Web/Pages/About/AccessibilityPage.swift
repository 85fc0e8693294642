import Documents

/// The accessibility statement that the 2018 Regulations ask for. What only the council can say is marked as missing.
enum AccessibilityPage {
  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    let council = visit.book.council
    return .html(
      HTML.page(visit, Frame(title: "Accessibility statement")) { html in
        html.raw("<h1>Accessibility statement</h1><p>")
        html.text(
          "This site is run by \(council?.name ?? "the council"). We want as many people as possible to be able to use it."
        )
        html.raw(
          """
          </p><p>You should be able to:</p><ul><li>zoom in to 400% without text running off the screen</li>\
          <li>reach everything with a keyboard alone</li><li>tell each status by its shape and its word, not by its colour\
          </li><li>read every chart as a table</li><li>use the site without scripts and without cookies</li></ul>\
          <h2>How accessible it is</h2><p>The pages were made to meet level AA of the Web Content Accessibility Guidelines \
          2.2. They are tested with axe-core, with the keyboard, at narrow widths and in dark and high-contrast colours \
          with each version of the program.</p><p>We know of these limits:</p><ul><li>They have not been tested by people \
          who use screen readers.</li><li>Wide tables scroll sideways within the page on small screens.</li>\
          <li>Files of reports that were sealed before are as they were published.</li></ul>\
          <h2>Documents</h2><p>Each report is a page of this site first. Its files say the same: the web page and the \
          Word file have headings, header cells and descriptions of their charts; the CSV files are plain text. Small \
          numbers are left out of all of them, with the reason in their place.</p>\
          <h2>If you need something in another form</h2><p>
          """)
        html.text(
          council?.contact.map { "Ask \($0). Tell us the address of the page and the form you need." }
            ?? "To be completed by the council: whom to ask, and how soon they answer.")
        html.raw(
          """
          </p><h2>If you are not content with our answer</h2><p>The Equality and Human Rights Commission enforces the \
          Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not \
          happy with how we respond to your complaint, contact the <a href="https://www.equalityadvisoryservice.com/">\
          Equality Advisory and Support Service</a>.</p><h2>Compliance status</h2>\
          <div class="note-block"><p><b>To be completed by the council before publication:</b> whether this site as it is \
          run is fully or partially compliant, what is not and why, the day this statement was prepared, and how and when \
          the site was last tested.</p></div>
          """)
      })
  }
}

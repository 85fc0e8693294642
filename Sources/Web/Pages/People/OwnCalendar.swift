import CorporatePlan
import Documents

/// The part of somebody's own page that puts their deadlines into their calendar program.
struct OwnCalendar {
  /// When they had their address made.
  let made: Moment?
  /// The address that was just made.
  var address: String?

  init(made: Moment?) { self.made = made }

  func banner(_ visit: OfficeVisit, _ html: inout HTML) {
    if visit.field("calendar") == "ended" { html.banner("The calendar address opens nothing any more.") }
    guard let address else { return }
    html.raw(#"<div class="banner" role="status"><p>This is the address of your calendar. It is shown only now. "#)
    html.raw(#"Whoever has it sees your deadlines: give it to your calendar program and to nobody else.</p>"#)
    html.raw(#"<p><label for="calendar-address">The address</label> "#)
    html.void(
      "input",
      [
        "type": "text", "id": "calendar-address", "class": "handed", "readonly": "", "value": address,
        "autocomplete": "off",
      ])
    html.raw("</p></div>")
  }

  func part(_ visit: OfficeVisit, _ html: inout HTML) {
    html.raw(
      """
      <section><h2>Your deadlines in your calendar</h2><p>Outlook and other calendar programs can show the days of each \
      quarter and what you owe, and keep them up to date: add a calendar “from the internet” with an address of your own.</p>
      """)
    if let made {
      let day = made.londonDay.words
      html.element("p", "You had an address made on \(day). It is not kept here, so it can’t be shown again.")
    }
    html.form("/office/me/calendar", visit.session) { html in
      html.element(
        "button", made == nil ? "Make an address" : "Make a new address, and end the one before")
    }
    if made != nil {
      html.form("/office/me/calendar/end", visit.session) { $0.raw("<button>End the address</button>") }
    }
    html.raw("</section>")
  }
}

import CorporatePlan
import Documents

/// What the frame of a page needs to know of the page in it.
struct Frame {
  var title: String
  /// The entry of the bar that the page belongs to.
  var place = Place.elsewhere
  /// The period shown, when the page can be shown for others.
  var quarter: Quarter?
  /// Fields that the choice of another period keeps.
  var kept: [(name: String, value: String)] = []
  /// Whose page of the office it is; `nil` for the public site, which is the same for everyone.
  var session: Session?

  enum Place {
    case overview, priorities, plan, indicators, reports, data
    case collect, review, cycle, edit, imports, risks, papers, mail, people, structure, changes, tokens, objectives
    case accounts, elsewhere
  }
}

extension HTML {
  /// A whole page: skip link, bar, period, content, foot.
  static func page(_ visit: Visit, _ frame: Frame, _ content: (inout HTML) throws -> Void) rethrows -> HTML {
    // The office reads the whole Book, in which both of these are the same: the public's takes time to make.
    let book = frame.session == nil ? visit.book : visit.site.council.book
    let council = book.council
    var html = HTML(reserving: 24 << 10)
    html.raw(#"<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">"#)
    html.raw(#"<meta name="viewport" content="width=device-width, initial-scale=1"><title>"#)
    html.text(frame.title)
    if let quarter = frame.quarter {
      html.raw(" – ")
      html.text(quarter.period.name)
    }
    html.raw(" – ")
    html.text(council?.name ?? "Goldthread")
    if frame.session != nil { html.raw(" office") }
    html.raw("</title>")
    html.void("link", ["rel": "stylesheet", "href": Assets.stylesheet])
    if frame.place == .reports, frame.session == nil { html.raw(ReportsFeed.link) }
    html.raw(#"<link rel="icon" href="/favicon.svg" type="image/svg+xml"></head>"#)
    frame.session == nil ? html.raw("<body>") : html.raw(#"<body class="officers">"#)
    html.raw(##"<a class="skip" href="#main">Skip to main content</a>"##)
    html.shapes()
    if let session = frame.session {
      html.officeBar(book, council, session, frame)
    } else {
      html.bar(visit, council, frame)
    }
    if let quarter = frame.quarter { html.periods(visit, quarter, kept: frame.kept) }
    html.raw(#"<main id="main" class="page" tabindex="-1">"#)
    try content(&html)
    html.raw("</main>")
    html.foot(book, council)
    html.raw("</body></html>")
    return html
  }

  private mutating func bar(_ visit: Visit, _ council: CouncilProfile?, _ frame: Frame) {
    raw(#"<header class="bar"><div class="page"><p class="name"><a href="/">"#)
    text(council?.name ?? "Goldthread")
    raw("</a>")
    if let council {
      raw(#" <span class="plan">"#)
      text(council.planTitle)
      raw("</span>")
    }
    raw(#"</p><nav aria-label="Main"><ul>"#)
    entry("Overview", visit.link("/", frame.quarter), isHere: frame.place == .overview)
    entry("Priorities", visit.link("/priorities", frame.quarter), isHere: frame.place == .priorities)
    if visit.view.hasPlan { entry("Plan", "/plan", isHere: frame.place == .plan) }
    entry("Indicators", visit.link("/indicators", frame.quarter), isHere: frame.place == .indicators)
    entry("Reports", "/reports", isHere: frame.place == .reports)
    entry("Data", "/data", isHere: frame.place == .data)
    raw("</ul></nav></div></header>")
  }

  mutating func entry(_ words: String, _ address: String, isHere: Bool) {
    raw(#"<li><a href=""#)
    text(address)
    isHere ? raw(#"" aria-current="page">"#) : raw(#"">"#)
    text(words)
    raw("</a></li>")
  }

  /// Which period is shown, whether its report is final, and the choice of another.
  private mutating func periods(_ visit: Visit, _ quarter: Quarter, kept: [(name: String, value: String)]) {
    raw(#"<section class="periods" aria-label="Period"><div class="page"><p><b>"#)
    text(quarter.period.name)
    raw("</b>, ")
    text(quarter.period.monthsInWords)
    if let seal = visit.view.seal(of: quarter.period) {
      raw(#" <span class="edition">"#)
      link(
        visit.view.isOvertaken(seal) ? "sealed; figures recorded since" : "reported and sealed",
        "/reports/\(quarter.period.code.addressed)")
      raw("</span>")
    } else {
      raw(#" <span class="edition draft">draft: figures may change</span>"#)
    }
    raw("</p>")
    if visit.view.periods.count > 1 {
      element("form", ["method": "get", "action": visit.target.path]) { html in
        html.raw(#"<label for="period">Another quarter</label> <select id="period" name="period">"#)
        for period in visit.view.periods {
          html.raw(#"<option value=""#)
          html.text(period.code)
          period == quarter.period ? html.raw(#"" selected>"#) : html.raw(#"">"#)
          html.text(period.name)
          html.raw("</option>")
        }
        html.raw("</select>")
        for field in kept { html.void("input", ["type": "hidden", "name": field.name, "value": field.value]) }
        html.raw(" <button>Show</button>")
      }
    }
    raw("</div></section>")
  }

  private mutating func foot(_ book: Book, _ council: CouncilProfile?) {
    raw(#"<footer class="foot"><div class="page"><nav aria-label="About this site"><ul>"#)
    raw(#"<li><a href="/how-we-rate">How we rate</a></li><li><a href="/data">Get the data</a></li>"#)
    raw(#"<li><a href="/accessibility">Accessibility</a></li></ul></nav><p>"#)
    if let contact = council?.contact {
      raw("Questions: ")
      text(contact)
      raw(" · ")
    }
    raw("Ledger position ")
    text(book.position)
    raw("</p></div></footer>")
  }
}

extension Period {
  /// "July to September 2023".
  var monthsInWords: String {
    let (first, last) = (start.civil, (end + -1).civil)
    let from = Day.months[first.month - 1]
    let to = "\(Day.months[last.month - 1]) \(last.year)"
    if first.month == last.month, first.year == last.year { return to }
    return first.year == last.year ? "\(from) to \(to)" : "\(from) \(first.year) to \(to)"
  }
}

extension Visit {
  /// An address within the site, for the period shown: the newest needs no naming.
  func link(_ path: String, _ quarter: Quarter?) -> String {
    guard let quarter, quarter.period != view.newest else { return path }
    return "\(path)?period=\(quarter.period.code.addressed)"
  }
}

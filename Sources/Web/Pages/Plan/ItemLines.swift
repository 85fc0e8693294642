import CorporatePlan
import Documents

extension HTML {
  /// An item of the plan in a list: its level, code and title, and below that who answers for it, by when, and how far.
  ///
  /// - Parameter showsLevel: whether the level is said, since it is not that of all around it.
  mutating func item(_ item: PlanItem, _ visit: Visit, _ standing: PlanStanding, showsLevel: Bool) {
    raw(#"<p class="item">"#)
    let label = [showsLevel ? item.level : nil, item.code].compactMap { $0 }
    if !label.isEmpty {
      element("span", ["class": "level"], label.joined(separator: " "))
      raw(" ")
    }
    link(item.title, visit.address(of: item))
    if let mode = item.mode {
      raw(#" <span class="mode">"#)
      text(mode.words)
      raw("</span>")
    }
    raw("</p>")
    let facts = [
      item.owner, item.dueText.map { "due \($0)" }, standing.words(of: item.id),
    ].compactMap { $0 }
    guard !facts.isEmpty else { return }
    element("p", ["class": "note"], facts.joined(separator: " · "))
  }

  /// Passages of plans and papers, each closed until it is wanted.
  mutating func passages(of subjects: [RecordID], _ book: Book, _ heading: String) {
    let passages = book.planSections.values.filter { subjects.contains($0.subject) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    guard !passages.isEmpty else { return }
    raw("<section>")
    element("h2", heading)
    for passage in passages {
      element("details") { html in
        html.element("summary", passage.title)
        html.prose(passage.text)
      }
    }
    raw("</section>")
  }

  /// Paragraphs with a line feed between them; lines that begin with a bullet become a list.
  mutating func prose(_ text: String) {
    var bullets: [String] = []
    for line in text.split(separator: "\n").map({ String($0).trimmed }) where !line.isEmpty {
      if line.hasPrefix("•") {
        bullets.append(String(line.dropFirst()).trimmed)
      } else {
        self.bullets(bullets)
        bullets = []
        element("p", line)
      }
    }
    self.bullets(bullets)
  }
}

extension PlanItem {
  /// When it is due, in the words of the plan where those say more than a day.
  var dueText: String? {
    switch (dueWords, due) {
    case (let words?, let due?) where words != due.words: "\(words) (\(due.words))"
    case (let words?, _): words
    case (nil, let due): due?.words
    }
  }
}

extension PlanItem.Mode {
  var words: String {
    switch self {
    case .continue: "continue"
    case .more: "do more"
    case .differently: "do differently"
    }
  }
}

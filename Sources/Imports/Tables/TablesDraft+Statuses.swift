import CorporatePlan
import Documents

/// What stands in columns of statuses and is none that an indicator has: told or asked once for each word.
struct OddStatuses {
  struct Word {
    let text: String
    /// Of the indicators that it stands at, each once where its figures follow one another.
    var names: [String] = []
    var places: [Locator] = []
  }

  /// One that is an action's, with what would be recorded.
  struct Doubtful {
    /// Nothing where only the colour of the cell says it.
    let text: String
    var names: [String] = []
    var found: [(status: PrintedStatus, at: Locator)] = []
  }

  private(set) var words: [Word] = []
  private(set) var doubtful: [Doubtful] = []
  private var places: [String: Int] = [:]
  private var doubts: [String: Int] = [:]

  mutating func note(_ text: String, of name: String, at place: Locator) {
    let text = text.onOneLine
    let index = places[text] ?? words.count
    if index == words.count {
      places[text] = index
      words.append(Word(text: text))
    }
    if words[index].names.last != name { words[index].names.append(name) }
    words[index].places.append(place)
  }

  mutating func doubt(_ text: String, of name: String, _ status: PrintedStatus, at place: Locator) {
    let text = text.onOneLine
    let index = doubts[text] ?? doubtful.count
    if index == doubtful.count {
      doubts[text] = index
      doubtful.append(Doubtful(text: text))
    }
    if doubtful[index].names.last != name { doubtful[index].names.append(name) }
    doubtful[index].found.append((status, place))
  }
}

extension TablesDraft {
  mutating func takeStatus(_ slot: FigureSlots.Slot, _ others: FigureSlots.Others) {
    guard let place = others.status, !differ(place, others, .status, slot) else { return }
    let cell = cell(place)
    let word = Status(printed: cell.text)
    guard let status = word ?? cell.mark.flatMap({ Status(colour: $0) }) else {
      if !cell.text.isBlank { oddStatuses.note(cell.text, of: roll[slot.entry].name, at: cell.locator) }
      return
    }
    let printed = PrintedStatus(
      indicator: roll[slot.entry].id, period: slots.period(of: slot), status: status,
      evidence: word == nil ? "the colour of the cell" : "“\(cell.text.onOneLine)” in the column of statuses")
    if status == .complete {
      oddStatuses.doubt(word == nil ? "" : cell.text, of: roll[slot.entry].name, printed, at: cell.locator)
    } else {
      draft.add(printed, at: cell.locator)
    }
  }

  /// What stands in the columns of statuses and gave none.
  mutating func tellStatuses() {
    for word in oddStatuses.words {
      let names = "\(counted(word.names.count, "indicator")): \(word.names.listedNames)"
      if Status.saysNone(word.text) {
        draft.tell(
          .note, .statusNone, at: word.places[0], verbatim: word.text,
          "“\(word.text)” in the column of statuses is no rating; none was recorded for \(names).")
      } else {
        draft.tell(
          .warning, .wordUnreadable, at: word.places[0], verbatim: word.text,
          "“\(word.text)” was not understood as a status; none was recorded for \(names).")
      }
    }
    for doubtful in oddStatuses.doubtful { settle(doubtful) }
  }

  /// Blue says that an action is complete. What it says of an indicator is the council's own: asked once for each word.
  private mutating func settle(_ doubtful: OddStatuses.Doubtful) {
    let names = doubtful.names
    let what = doubtful.text.isEmpty ? "A blue cell" : "“\(doubtful.text)”"
    let answer = draft.ask(
      .statusOfIndicator, at: doubtful.found[0].at, about: doubtful.text.isEmpty ? "blue cells" : doubtful.text,
      verbatim: doubtful.text,
      "\(what) is the status of \(counted(names.count, "indicator")): \(names.listedNames). It mostly says that an action is complete. What does it say of an indicator? None was recorded.",
      choices: [
        Question.Choice("green", "The target is met: green"), Question.Choice("complete", "Complete, as of an action"),
        Question.Choice("none", "No rating: leave it out"),
      ])
    guard answer == "green" || answer == "complete" else { return }
    for (status, place) in doubtful.found {
      var status = status
      if answer == "green" { status.status = .green }
      draft.add(status, at: place)
    }
  }
}

extension [String] {
  /// The first few in quotation marks, and how many more there are.
  var listedNames: String {
    prefix(3).map { "“\($0)”" }.joined(separator: ", ") + (count > 3 ? " and \(count - 3) more" : "")
  }
}

extension Status {
  /// The words and coloured signs that products print for a status, beside the words of councils.
  init?(printed text: String) {
    let words = text.filter { Status.signs[$0] == nil }
    if let status = Status(word: words) {
      self = status
      return
    }
    switch words.normalisedName {
    // Beside R, A and G.
    case "b": self = .complete
    case "ok", "on target", "met", "above target", "good": self = .green
    case "warning", "near target", "slightly off target", "slightly below target": self = .amber
    case "alert", "below target", "not met", "off target", "behind target", "significantly below target": self = .red
    default: self.init(sign: text)
    }
  }

  /// "🟢", "🟢 on course"; signs of different colours say nothing.
  init?(sign text: String) {
    let signs = Set(text.compactMap { Status.signs[$0] })
    guard signs.count == 1, let status = signs.first else { return nil }
    self = status
  }

  private static let signs: [Character: Status] = [
    "🟢": .green, "🟩": .green, "💚": .green, "🟡": .amber, "🟨": .amber, "🟠": .amber, "🟧": .amber, "🔴": .red, "🟥": .red,
    "🔵": .complete, "🟦": .complete,
  ]

  /// Words for having no status; a sign that nobody knows is none.
  static func saysNone(_ text: String) -> Bool {
    let text = text.trimmed
    if ["-", "--", "–", "—", "..", "⚪", "⚫", "⬜", "⬛", ""].contains(text) { return true }
    return [
      "unknown", "data only", "n a", "na", "none", "no data", "not rated", "grey", "gray", "no target", "not due",
      "no status", "no rag", "not applicable", "tbc", "monitor", "monitoring only",
    ].contains(text.normalisedName)
  }
}

extension Actual.State {
  /// What a figure is said to be, where products have a column for it; `nil` for other words.
  init?(stated text: String) {
    switch text.normalisedName {
    case "final", "finalised", "confirmed", "verified": self = .final
    case "provisional", "unconfirmed", "draft": self = .provisional
    case "estimated", "estimate": self = .estimated
    case "revised": self = .revised
    // There is no figure then, which its own cell says.
    case _ where Actual.State.saysSuppressed(text): self = .final
    default: return nil
    }
  }

  static func saysSuppressed(_ text: String) -> Bool { ["suppressed", "withheld"].contains(text.normalisedName) }
}

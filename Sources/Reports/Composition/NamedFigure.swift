import CorporatePlan

/// A figure of the record by the name that the words of a report call it: what stands between `[[` and `]]`.
package struct NamedFigure: Equatable, Sendable {
  /// "complaints-answered: actual".
  package let name: String
  /// What it is, for the list that people pick from: "Complaints answered: the figure".
  package let label: String
  /// What is printed in its place: "79%".
  package let text: String
  /// The status that it counts, as ids and words of the council, in small letters; empty when it counts no status.
  var statusWords: [String] = []

  /// As it is typed.
  package var reference: String { "[[\(name)]]" }
  var numbers: [TypedNumber] { TypedNumber.all(in: text) }
}

/// Something that has figures: an indicator, an action, a priority, the whole plan, the period.
struct FiguredThing: Sendable {
  /// How a reference names it, the first being how the program does: its id, its code, its name.
  let names: [String]
  /// What it is called in a sentence.
  let title: String
  /// By what stands behind the colon.
  let figures: [(what: String, figure: NamedFigure)]

  init(_ names: [String?], title: String, _ figures: [(what: String, label: String, text: String?, statuses: [String])])
  {
    let names = names.compactMap { $0 }
    self.names = names
    self.title = title
    self.figures = figures.compactMap { what, label, text, statuses in
      text.map { text in
        (what, NamedFigure(name: "\(names[0]): \(what)", label: label, text: text, statusWords: statuses))
      }
    }
  }
}

/// A kind of record in plain words: what its table is called, what a row of it is, and its members in the order in which
/// people read them. Exports are written by it, and imports of an export are read by it.
package struct RecordKind: Sendable {
  package let kind: String
  /// "Targets".
  package let name: String
  /// What one row is.
  package let row: String
  package let members: [RecordMember]
  /// The members whose words make the id of a new record; empty where the id follows from the others or is somebody's
  /// choice.
  package let naming: [String]
  /// Whether its table is shown although it is empty, so that people can fill it.
  package let isOffered: Bool

  init(
    _ type: any Record.Type, _ name: String, _ row: String, naming: [String] = [], isOffered: Bool = false,
    _ members: [RecordMember]
  ) {
    kind = type.kind
    self.name = name
    self.row = row
    self.naming = naming
    self.isOffered = isOffered
    self.members = members
  }

  /// One that the dictionary does not know.
  private init(unknown kind: String) {
    let words = kind.replacing("-", with: " ")
    self.kind = kind
    name = words.prefix(1).uppercased() + words.dropFirst()
    row = ""
    members = []
    naming = ["name", "title"]
    isOffered = false
  }

  package func member(_ name: String) -> RecordMember? { members.first { $0.name == name } }

  /// All kinds, in the order in which a person would look for them.
  package static let all: [RecordKind] = [
    council, item, indicator, target, actual, update, commentary, override, baseline, comparator, contribution, risk,
    riskScore, riskMatrix, partner, plan, section, split, lineage, paper, recommendation, option, clearance, service,
    post, tenure, period, holiday, cycle, waiver, confirmation, evidence, review, signOff, lockException, freeze,
    template, report, reportTemplate, passage, rule, ruling, printed, printedProgress, seal, source, recipe,
  ]

  private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })

  package static func named(_ kind: String) -> RecordKind { byKind[kind] ?? RecordKind(unknown: kind) }

  /// Where a kind stands among all; those the dictionary does not know come last.
  package static func place(of kind: String) -> Int { all.firstIndex { $0.kind == kind } ?? all.count }
}

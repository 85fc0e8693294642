/// That one thing of the plan serves another beside the one it stands under: "Contributes to CO 1, 2, 3".
///
/// It is never counted in a roll-up: an item counts under its parent alone (model, section 3.4, rule 1).
package struct Contribution: Record {
  package static let kind = "contribution"
  /// The item or indicator that contributes.
  package var subject: RecordID
  /// The item it contributes to.
  package var item: String
  package var relation: Relation
  /// The words that say so, as printed.
  package var verbatim: String?

  package enum Relation: String, Sendable, CaseIterable {
    case contributesTo = "contributes to"
    case underPledge = "under pledge"
    case dependsOn = "depends on"
    /// Both are printed in the same words.
    case sameAs = "same as"
  }

  package var id: String { "\(subject.kind):\(subject.record)>\(item)" }

  package init(_ subject: RecordID, to item: String, _ relation: Relation = .contributesTo, verbatim: String? = nil) {
    self.subject = subject
    self.item = item
    self.relation = relation
    self.verbatim = verbatim
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    subject = RecordID(fields.optionalText("of") ?? PlanItem.kind, try fields.text("subject"))
    item = try fields.text("item")
    relation = try fields.choice("relation", default: .contributesTo)
    verbatim = fields.optionalText("verbatim")
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "item": .string(item),
      "relation": .string(relation.rawValue), "verbatim": verbatim.json,
    ])
  }
}

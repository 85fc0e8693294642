/// What became of items or indicators of one plan in the next (model, section 3.6).
///
/// One that is dropped has a reason: "unfinished actions vanish unexplained" is what councillors complain of.
package struct Lineage: Record {
  package static let kind = "lineage"
  package let id: String
  /// `item` or `indicator`.
  package var of: String
  /// Ids of the earlier plan; empty for what is new.
  package var from: [String]
  /// Ids of the later plan; empty for what was completed or dropped.
  package var to: [String]
  package var relation: Relation
  package var reason: String?
  /// The first day of the later plan.
  package var on: Day?

  package enum Relation: String, Sendable, CaseIterable {
    case carried, split, merged, replaced, completed, dropped, new
  }

  package init(
    id: String, of kind: String = PlanItem.kind, from: [String], to: [String], _ relation: Relation,
    reason: String? = nil, on: Day? = nil
  ) {
    self.id = id
    of = kind
    self.from = from
    self.to = to
    self.relation = relation
    self.reason = reason
    self.on = on
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    of = fields.optionalText("of") ?? PlanItem.kind
    from = fields.texts("from")
    to = fields.texts("to")
    relation = try fields.choice("relation")
    reason = fields.optionalText("reason")
    on = try fields.day("on")
    if relation == .dropped, reason?.trimmed.isEmpty != false {
      throw FieldError("reason", "is missing: what is dropped from a plan needs one")
    }
  }

  package var body: JSON {
    .object([
      "of": .string(of), "from": from.json, "to": to.json, "relation": .string(relation.rawValue),
      "reason": reason.json, "on": (on?.description).json,
    ])
  }
}

extension Lineage.Relation {
  /// Whether nothing of the later plan comes after it.
  package var ends: Bool { self == .completed || self == .dropped }
}

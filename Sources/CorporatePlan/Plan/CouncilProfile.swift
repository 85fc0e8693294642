/// The council itself: its name, its plan's name, and its own words.
package struct CouncilProfile: Record {
  package static let kind = "council"
  package let id = "council"
  package var name: String
  package var planTitle: String
  /// What the plan is for in a sentence or two, as printed at the head of reports.
  package var purpose: String?
  /// The council's word for its actions: "Flagship Action".
  package var actionWord: String
  /// The council's word for the set of indicators: "Corporate Performance Scorecard".
  package var scorecardWord: String
  /// Who answers questions of residents: a post and an address, never a person.
  package var contact: String?

  package init(
    name: String, planTitle: String, purpose: String? = nil, actionWord: String = "Action",
    scorecardWord: String = "Scorecard", contact: String? = nil
  ) {
    self.name = name
    self.planTitle = planTitle
    self.purpose = purpose
    self.actionWord = actionWord
    self.scorecardWord = scorecardWord
    self.contact = contact
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    name = try fields.text("name")
    planTitle = try fields.text("plan_title")
    purpose = fields.optionalText("purpose")
    actionWord = fields.optionalText("action_word") ?? "Action"
    scorecardWord = fields.optionalText("scorecard_word") ?? "Scorecard"
    contact = fields.optionalText("contact")
  }

  package var body: JSON {
    .object([
      "name": .string(name), "plan_title": .string(planTitle), "purpose": purpose.json,
      "action_word": .string(actionWord),
      "scorecard_word": .string(scorecardWord), "contact": contact.json,
    ])
  }
}

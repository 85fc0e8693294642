import CorporatePlan
import Documents

/// A rule of the council's own, made from one that is there. It is recorded without rating anything, and then put in force
/// with a look at what that changes.
enum OwnRuleForms {
  static func answer(_ visit: OfficeVisit) throws -> Answer { try form(visit).answer }

  static func record(_ visit: OfficeVisit) async throws -> Answer {
    let base = try visit.parameter("id")
    let sent = try await visit.form()
    let form = try form(visit)
    let id = visit.book.rules[base] == nil ? sent["id"]?.lowercased() ?? base : base
    return try await form.record(sent, "Rule of the council’s own", to: "/edit/rules?rule=\(id.addressed)") {
      try $0.ownRule(from: base, $1)
    }
  }

  private static func form(_ visit: OfficeVisit) throws -> EditForm {
    let base = try visit.parameter("id")
    guard let (_, rule) = visit.editing.ruleForIndicators(base) else {
      throw Refusal.notFound("This rule for indicators")
    }
    let isOwn = visit.book.rules[base] != nil
    let statuses = rule.statuses.map { ($0.id, rule.word(for: $0)) }
    var fields: [EditField] = []
    if !isOwn {
      fields.append(
        EditField(name: "id", label: "Its short name", hint: "Such as our-rule-2026", control: .short))
    }
    if rule.basis != .thresholds {
      fields += [
        EditField(name: "met", label: "Better than the target is", control: .choice(statuses)),
        EditField(name: "equal", label: "Exactly on target is", control: .choice(statuses)),
      ]
      for (number, band) in rule.bands.dropLast().enumerated().map({ ($0 + 1, $1) }) {
        let unit = rule.basis == .absolute ? "points" : "per cent of the target"
        fields += [
          EditField(
            name: "limit:\(number)", label: "“\(rule.word(for: band.status))” while it is worse by, at most",
            hint: "In \(unit); “tolerance” for each indicator’s own", control: .short),
          EditField(
            name: "including:\(number)", label: "A miss by exactly that is still “\(rule.word(for: band.status))”",
            control: .tick),
        ]
      }
    }
    for status in rule.statuses {
      fields.append(EditField(name: "word:\(status.id)", label: "The council’s word for \(status.id)", control: .short))
    }
    fields += [
      EditField(
        name: "printed_key", label: "The key as reports print it", hint: "Left empty, it is made from the limits.",
        control: .lines),
      .reason(),
    ]
    let record = RecordID(RuleRecord.kind, base)
    var form = EditForm(
      visit, isOwn ? "Change the rule “\(base)”" : "A rule of our own, from “\(base)”",
      at: "/edit/rules/own/\(base.addressed)", back: "/edit/rules", fields)
    form.values = values(of: rule)
    // What another council printed explains its limits, not ours.
    if !isOwn { form.values["printed_key"] = nil }
    form.reading = { body, _ in (try? RuleRecord(body))?.forIndicators.map(values) ?? [:] }
    form.shown = isOwn ? [record: visit.book.stamp(of: record)?.revision ?? 0] : [:]
    form.button = "Record the rule"
    form.above = { html in
      html.element(
        "p",
        "It rates nothing until it is put in force, which shows first what it changes. Periods that are rated already keep the version they were rated with."
      )
    }
    return form
  }

  /// What the fields say of a rule.
  private static func values(of rule: RatingRule) -> [String: [String]] {
    var values = ["equal": [rule.equal.id], "met": [rule.met.id], "printed_key": [rule.printedKey].compactMap { $0 }]
    for (index, band) in rule.bands.dropLast().enumerated() {
      values["limit:\(index + 1)"] = [band.limit.text ?? ""]
      values["including:\(index + 1)"] = band.including ? ["yes"] : []
    }
    for status in rule.statuses { values["word:\(status.id)"] = [rule.word(for: status)] }
    return values
  }
}

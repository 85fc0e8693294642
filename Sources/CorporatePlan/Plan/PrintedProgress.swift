/// The per cent that an imported document printed beside an item that has others under it. It is kept to be held against
/// the computed roll-up and is never averaged further (domain, section 5.2).
package struct PrintedProgress: Record, Dated {
  package static let kind = "printed-progress"
  package var item: String
  package var period: Period
  package var percent: Int

  package var id: String { "\(item)@\(period.code)" }

  package init(item: String, period: Period, percent: Int) {
    self.item = item
    self.period = period
    self.percent = percent
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    item = try fields.text("item")
    period = try fields.period("period")
    percent = try fields.integer("percent", default: 0)
    guard (0...100).contains(percent) else { throw FieldError("percent", "is not between 0 and 100") }
  }

  package var body: JSON {
    .object(["item": .string(item), "period": .string(period.code), "percent": JSON(percent)])
  }
}

extension Indicator {
  /// What an indicator says, as it is recorded: what each means is told with the indicator's own members.
  struct Members: Equatable, Sendable {
    var name: String
    var code: String?
    var polarity: Polarity
    var unit: Unit
    var decimals: Int
    var frequency: Period.Grain
    var frame: Frame
    var lag: Int
    var aggregation: Aggregation
    var derivedFrom: String?
    var items: [String]
    var order: Int
    var lower: Quantity?
    var upper: Quantity?
    var tolerance: Quantity?
    var green: Quantity?
    var amber: Quantity?
    var deadBand: Quantity?
    var comparableFrom: Day?
    var definition: String?
    var source: String?
    var owner: String?
    var tags: [String]
    var shows: Shows?
    var variantOf: String?
    var schedule: String?
    var start: Day?
    var end: Day?
    var publication = Publication.open
    var suppressBelow: Quantity?
    var partOf: String?
  }
}

extension Indicator.Members {
  init(_ fields: Fields) throws(FieldError) {
    name = try fields.text("name")
    code = fields.optionalText("code")
    polarity = try fields.choice("polarity")
    unit = Unit(fields.optionalText("unit") ?? "")
    decimals = try fields.integer("decimals", default: 0)
    frequency = try fields.choice("frequency", default: .quarter)
    let frameText = fields.optionalText("frame") ?? "flow"
    guard let frame = Frame(frameText) else { throw FieldError("frame", "is unknown: “\(frameText)”") }
    self.frame = frame
    lag = try fields.integer("lag", default: 0)
    aggregation = try fields.choice("aggregation", default: .manual)
    items = fields.texts("items")
    order = try fields.integer("order", default: 0)
    lower = try fields.quantity("lower")
    upper = try fields.quantity("upper")
    tolerance = try fields.quantity("tolerance")
    green = try fields.quantity("green")
    amber = try fields.quantity("amber")
    derivedFrom = fields.optionalText("derived_from")
    deadBand = try fields.quantity("dead_band")
    comparableFrom = try fields.day("comparable_from")
    definition = fields.optionalText("definition")
    source = fields.optionalText("source")
    owner = fields.optionalText("owner")
    tags = fields.texts("tags")
    shows = try fields.optionalChoice("shows")
    variantOf = fields.optionalText("variant_of")
    schedule = fields.optionalText("schedule")
    start = try fields.day("start")
    end = try fields.day("end")
    publication = try fields.choice("publication", default: .open)
    suppressBelow = try fields.quantity("suppress_below")
    partOf = fields.optionalText("part_of")
    guard (0...Quantity.mostDecimals).contains(decimals) else { throw FieldError("decimals", "is not between 0 and 9") }
    if aggregation == .sum, !frame.addsUp {
      throw FieldError(
        "aggregation", "is “sum”, but its figures are \(frame.words): those overlap and are never added up")
    }
    if let deadBand, deadBand < .zero { throw FieldError("dead_band", "is negative") }
    guard (0...24).contains(lag) else { throw FieldError("lag", "is not between 0 and 24") }
  }

  var body: JSON {
    .object([
      "name": .string(name), "code": code.json, "polarity": .string(polarity.rawValue), "unit": .string(unit.text),
      "decimals": JSON(decimals), "frequency": .string(frequency.rawValue), "frame": .string(frame.text),
      "lag": lag == 0 ? nil : JSON(lag), "aggregation": .string(aggregation.rawValue), "items": items.json,
      "order": JSON(order), "lower": (lower?.description).json, "upper": (upper?.description).json,
      "tolerance": (tolerance?.description).json, "green": (green?.description).json,
      "amber": (amber?.description).json, "derived_from": derivedFrom.json,
      "dead_band": (deadBand?.description).json, "comparable_from": (comparableFrom?.description).json,
      "definition": definition.json, "source": source.json, "owner": owner.json, "tags": tags.json,
      "shows": (shows?.rawValue).json, "variant_of": variantOf.json, "schedule": schedule.json,
      "start": (start?.description).json, "end": (end?.description).json,
      "publication": publication.json, "suppress_below": (suppressBelow?.description).json, "part_of": partOf.json,
    ])
  }
}

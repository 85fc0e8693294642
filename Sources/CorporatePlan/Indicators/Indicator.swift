/// A measure that shows whether a promise came true: its definition, apart from its figures.
package struct Indicator: Record {
  package static let kind = "indicator"
  package let id: String
  package var name: String
  package var code: String?
  package var polarity: Polarity
  package var unit: Unit
  /// The decimals it is printed with.
  package var decimals: Int
  package var frequency: Period.Grain
  package var frame: Frame
  /// How many of its periods its data come late: 1 for recycling reported a quarter in arrears; months, when it is
  /// collected every month.
  package var lag: Int
  package var aggregation: Aggregation
  /// The indicator whose flows this one adds up, year to date or rolling by its frame, where no figure of its own was
  /// returned.
  package var derivedFrom: String?
  /// The plan items it gives evidence for, the one it is printed under first.
  package var items: [String]
  package var order: Int
  package var lower: Quantity?
  package var upper: Quantity?
  package var tolerance: Quantity?
  package var green: Quantity?
  package var amber: Quantity?
  /// How much two figures may differ and still be the same; by default not at all.
  package var deadBand: Quantity?
  /// The first day of the definition in use: figures of before and of after it have no direction of travel between them.
  package var comparableFrom: Day?
  package var definition: String?
  package var source: String?
  /// The post that answers for it.
  package var owner: String?
  /// Codes of outside frameworks, such as "Oflog".
  package var tags: [String]
  /// What it shows of its items; `nil` for an indicator of the council's own scorecard.
  package var shows: Shows?
  /// Several readings of one measure, of which the plan leaves open which counts, share a name here.
  package var variantOf: String?
  /// When it is reported, in the plan's words: "bi-annual", "termly, not in Q1", "quarterly from 2014/15".
  package var schedule: String?
  /// The first day on which it belongs to the plan; `nil` for always.
  package var start: Day?
  /// The first day on which it no longer belongs to the plan; `nil` for never.
  package var end: Day?
  /// Whether the public sees it.
  package var publication = Publication.open
  /// Counts below this, other than zero, are not published, nor what would give them away (domain, section 2.8); `nil`
  /// when all are.
  package var suppressBelow: Quantity?
  /// The indicator whose total it is a part of, as one ward's is of the borough's: a total with all parts but one gives
  /// the last one away.
  package var partOf: String?

  /// What a measure is evidence of (model, section 3.1).
  package enum Shows: String, Sendable, CaseIterable {
    case headline
    case serviceOutput = "service output"
    case customerOutput = "customer output"
    case communityOutcome = "community outcome"
    case evidence
    /// A fact about the place that the council does not set a target for.
    case context
  }

  package init(
    id: String, name: String, code: String? = nil, polarity: Polarity, unit: Unit = .number, decimals: Int = 0,
    frequency: Period.Grain = .quarter, frame: Frame = .flow, lag: Int = 0, aggregation: Aggregation = .manual,
    items: [String], order: Int = 0
  ) {
    self.id = id
    self.name = name
    self.code = code
    self.polarity = polarity
    self.unit = unit
    self.decimals = decimals
    self.frequency = frequency
    self.frame = frame
    self.lag = lag
    self.aggregation = aggregation
    self.items = items
    self.order = order
    tags = []
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
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

  package var body: JSON {
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

  /// Whether it belongs to the plan at some time in a period.
  package func isInPlan(in period: Period) -> Bool { period.overlaps(from: start, until: end) }
}

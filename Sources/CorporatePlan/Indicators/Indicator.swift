/// A measure that shows whether a promise came true: its definition, apart from its figures.
///
/// It has some thirty members, and hundreds of indicators go through lists, Books and standings: what one says is kept
/// once, however often it is passed on, and copied when somebody changes it.
package struct Indicator: Record {
  package static let kind = "indicator"
  package let id: String
  private var kept: Kept<Members>

  private var own: Members {
    _read { yield kept.value }
    set { kept = Kept(newValue) }
  }

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
    items: [String], order: Int = 0, tags: [String] = []
  ) {
    self.id = id
    kept = Kept(
      Members(
        name: name, code: code, polarity: polarity, unit: unit, decimals: decimals, frequency: frequency, frame: frame,
        lag: lag, aggregation: aggregation, items: items, order: order, tags: tags))
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    kept = Kept(try Members(fields))
  }

  package var body: JSON { own.body }

  package static func == (one: Indicator, other: Indicator) -> Bool {
    one.id == other.id && (one.kept === other.kept || one.own == other.own)
  }

  /// Whether it belongs to the plan at some time in a period.
  package func isInPlan(in period: Period) -> Bool { period.overlaps(from: start, until: end) }
}

// A line each, since they all do the same.
// swift-format-ignore
extension Indicator {
  package var name: String { get { own.name } set { own.name = newValue } }
  package var code: String? { get { own.code } set { own.code = newValue } }
  package var polarity: Polarity { get { own.polarity } set { own.polarity = newValue } }
  package var unit: Unit { get { own.unit } set { own.unit = newValue } }
  /// The decimals it is printed with.
  package var decimals: Int { get { own.decimals } set { own.decimals = newValue } }
  package var frequency: Period.Grain { get { own.frequency } set { own.frequency = newValue } }
  package var frame: Frame { get { own.frame } set { own.frame = newValue } }
  /// How many of its periods its data come late: 1 for recycling reported a quarter in arrears; months, when it is
  /// collected every month.
  package var lag: Int { get { own.lag } set { own.lag = newValue } }
  package var aggregation: Aggregation { get { own.aggregation } set { own.aggregation = newValue } }
  /// The indicator whose flows this one adds up, year to date or rolling by its frame, where no figure of its own was
  /// returned.
  package var derivedFrom: String? { get { own.derivedFrom } set { own.derivedFrom = newValue } }
  /// The plan items it gives evidence for, the one it is printed under first.
  package var items: [String] { get { own.items } set { own.items = newValue } }
  package var order: Int { get { own.order } set { own.order = newValue } }
  package var lower: Quantity? { get { own.lower } set { own.lower = newValue } }
  package var upper: Quantity? { get { own.upper } set { own.upper = newValue } }
  package var tolerance: Quantity? { get { own.tolerance } set { own.tolerance = newValue } }
  package var green: Quantity? { get { own.green } set { own.green = newValue } }
  package var amber: Quantity? { get { own.amber } set { own.amber = newValue } }
  /// How much two figures may differ and still be the same; by default not at all.
  package var deadBand: Quantity? { get { own.deadBand } set { own.deadBand = newValue } }
  /// The first day of the definition in use: figures of before and of after it have no direction of travel between them.
  package var comparableFrom: Day? { get { own.comparableFrom } set { own.comparableFrom = newValue } }
  package var definition: String? { get { own.definition } set { own.definition = newValue } }
  package var source: String? { get { own.source } set { own.source = newValue } }
  /// The post that answers for it.
  package var owner: String? { get { own.owner } set { own.owner = newValue } }
  /// Codes of outside frameworks, such as "Oflog".
  package var tags: [String] { get { own.tags } set { own.tags = newValue } }
  /// What it shows of its items; `nil` for an indicator of the council's own scorecard.
  package var shows: Shows? { get { own.shows } set { own.shows = newValue } }
  /// Several readings of one measure, of which the plan leaves open which counts, share a name here.
  package var variantOf: String? { get { own.variantOf } set { own.variantOf = newValue } }
  /// When it is reported, in the plan's words: "bi-annual", "termly, not in Q1", "quarterly from 2014/15".
  package var schedule: String? { get { own.schedule } set { own.schedule = newValue } }
  /// The first day on which it belongs to the plan; `nil` for always.
  package var start: Day? { get { own.start } set { own.start = newValue } }
  /// The first day on which it no longer belongs to the plan; `nil` for never.
  package var end: Day? { get { own.end } set { own.end = newValue } }
  /// Whether the public sees it.
  package var publication: Publication { get { own.publication } set { own.publication = newValue } }
  /// Counts below this, other than zero, are not published, nor what would give them away (domain, section 2.8); `nil`
  /// when all are.
  package var suppressBelow: Quantity? { get { own.suppressBelow } set { own.suppressBelow = newValue } }
  /// The indicator whose total it is a part of, as one ward's is of the borough's: a total with all parts but one gives
  /// the last one away.
  package var partOf: String? { get { own.partOf } set { own.partOf = newValue } }
}

/// A place in the council's risk matrix: how likely, and how grave, each counted from 1.
package struct RiskPlace: Hashable, Sendable {
  package let likelihood: Int
  package let impact: Int

  package init(likelihood: Int, impact: Int) {
    self.likelihood = likelihood
    self.impact = impact
  }

  /// The product, by which risks are put in order.
  package var product: Int { likelihood * impact }

  /// Two members of a record, `target_likelihood` and `target_impact`: both or neither.
  init?(_ fields: Fields, _ prefix: String) throws(FieldError) {
    let likelihood = try fields.optionalInteger("\(prefix)_likelihood")
    let impact = try fields.optionalInteger("\(prefix)_impact")
    switch (likelihood, impact) {
    case (nil, nil): return nil
    case (let likelihood?, let impact?): self.init(likelihood: likelihood, impact: impact)
    case (nil, _): throw FieldError("\(prefix)_likelihood", "is missing beside the impact")
    case (_, nil): throw FieldError("\(prefix)_impact", "is missing beside the likelihood")
    }
  }
}

extension RiskScore {
  /// Its place in the matrix; `nil` when it was given as a colour alone.
  package var place: RiskPlace? {
    likelihood.flatMap { likelihood in impact.map { RiskPlace(likelihood: likelihood, impact: $0) } }
  }
}

/// The council's risk matrix: the status of each place in it.
package struct RiskMatrix: Record {
  package static let kind = "risk-matrix"
  package static let only = "matrix"
  package let id: String
  /// From the least likely up, each from the least grave impact.
  package let rows: [[Status]]

  package init(rows: [[Status]]) {
    id = Self.only
    self.rows = rows
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    rows = fields.texts("rows").map { $0.split(separator: " ").map { Status(String($0)) } }
    guard let width = rows.first?.count, (2...10).contains(rows.count), (2...10).contains(width) else {
      throw FieldError("rows", "are not two to ten, each with two to ten statuses")
    }
    guard rows.allSatisfy({ $0.count == width }) else { throw FieldError("rows", "are not all of one length") }
  }

  package var body: JSON { .object(["rows": rows.map { $0.map(\.id).joined(separator: " ") }.json]) }

  package var likelihoods: Int { rows.count }
  package var impacts: Int { rows.first?.count ?? 0 }

  /// `nil` for a place outside it.
  package func status(of place: RiskPlace) -> Status? {
    guard (1...likelihoods).contains(place.likelihood), (1...impacts).contains(place.impact) else { return nil }
    return rows[place.likelihood - 1][place.impact - 1]
  }

  /// Five by five, as most councils have it: red from a product of 15, amber from 6. A council with its own enters it.
  package static let usual = RiskMatrix(
    rows: (1...5).map { likelihood in
      (1...5).map { likelihood * $0 >= 15 ? .red : likelihood * $0 >= 6 ? .amber : .green }
    })
}

extension Book {
  /// The council's own matrix, or the usual one.
  package var riskMatrix: RiskMatrix { riskMatrices[RiskMatrix.only] ?? .usual }
}

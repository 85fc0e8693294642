import CorporatePlan

/// Who publishes data, on what terms, and as of when: the head of a CSVW description (W3C, Metadata Vocabulary for Tabular
/// Data), which has the tables that a file's ids lead to beside its own, so that they can be followed.
package struct DataDescription: Sendable {
  /// The licence that the Local Government Transparency Code 2015 asks for (paragraph 15).
  package static let licence = (
    name: "Open Government Licence v3.0",
    address: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
  )

  private let publisher: String
  private let modified: Moment?

  package init(_ book: Book) {
    publisher = book.council?.name ?? "Council"
    modified = book.contentRecordedAt
  }

  /// The description of one file.
  package func json(of set: DataSet) -> JSON {
    .object([
      "@context": .array(["http://www.w3.org/ns/csvw", .object(["@language": "en"])]),
      "dc:title": .string("\(publisher): \(set.schema.title.lowercased())"), "dc:publisher": .string(publisher),
      "dc:license": .object(["@id": .string(DataDescription.licence.address)]),
      "dc:modified": modified.map { .object(["@value": .string($0.description), "@type": "xsd:dateTime"]) },
      "dialect": .object([
        "encoding": "utf-8", "delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "header": true,
        "lineTerminators": "\r\n",
      ]),
      "notes": .array([.string(DataDescription.note)]), "null": "",
      "tables": .array(([set] + set.reachable).map(\.schema.csvw)),
    ])
  }

  private static let note =
    "Words that a spreadsheet would run as a formula have an apostrophe before them. Numbers and days never have."
}

extension DataSet {
  /// The tables that ids of this one lead to, directly or through others.
  fileprivate var reachable: [DataSet] {
    var found: [DataSet] = []
    var next = [self]
    while let set = next.popLast() {
      for reference in set.schema.references {
        guard let other = DataSet(rawValue: reference.table), other != self, !found.contains(other) else { continue }
        found.append(other)
        next.append(other)
      }
    }
    return found
  }
}

import CorporatePlan
import Documents

@testable import Imports

/// The service plan of Larkmere, a council that does not exist, as text with tabs and as a Word file.
enum StreetsPlan {
  static let headings = [
    "Theme / Objective", "Action", "2025/26 milestones", "Performance measure", "Position at Q1",
    "Targeted position at year end", "Progress", "Comments", "Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025",
  ]

  /// Two objectives under one theme; the second action has two milestones and no code on its second row.
  static let rows = [
    ["1. Streets people like", "", "", "", "", "", "40%", "", "", "", "", ""],
    ["1.1 Keep streets clean", "", "", "", "", "", "60%", "", "", "", "", ""],
    [
      "ST1", "Sweeping by need instead of by rota", "To map the need of every street",
      "Need of every street mapped by end June 2025", "Not started", "Map in use", "100%",
      "Mapped with Larkmere Police.",
    ],
    [
      "", "", "To sweep by the map", "% of streets that are clean", "2024 baseline = 81%", "> 2024 baseline", "20%",
      "Two rounds run by the map.",
    ],
    ["1.2 Mend what is broken", "", "", "", "", "", "20%", "", "", "", "", ""],
    [
      "ST2", "A lamp that is out is mended within the week", "To agree the contract", "Contract agreed by X", "",
      "Contract agreed", "15%", "Larkwater County Council has joined.",
    ],
    ["", "", "To mend lamps in time", "Number of lamps out for more than a week", "212", "<120", "25%", ""],
  ]

  /// The same plan a quarter later: other progress, other comments, nothing else.
  static let nextRows = rows.map { row -> [String] in
    guard row.count > 6, !row[6].isEmpty else { return row }
    var row = row
    row[6] = ["100%": "100%", "20%": "55%", "15%": "90%", "25%": "50%", "40%": "74%", "60%": "78%"][row[6]] ?? row[6]
    if row.count == 8, !row[7].isEmpty { row[7] += " This went on in the summer." }
    return row
  }

  static func word(_ rows: [[String]] = rows, columns: [Int]? = nil, quarter: Int = 1) throws -> SourceDocument {
    let order = columns ?? Array(headings.indices)
    let document = Document(
      title: "Larkmere Borough Council, quarter \(quarter) 2025/26",
      blocks: [
        .heading(.section, "Streets service plan"),
        .table(
          Table(
            "Milestones and how they are measured", columns: order.map { Table.Column(headings[$0]) },
            rows: rows.map { row in
              Table.Row(order.map { .text(row.indices.contains($0) ? row[$0] : "") })
            })),
      ])
    return try SourceDocument(document.word(), named: "streets.docx")
  }

  /// The Word file as a converter leaves it: a line for each paragraph, a line with tabs for each row.
  static func text(_ word: SourceDocument) throws -> SourceDocument {
    let lines = word.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): [paragraph.text, ""]
      case .table(let table): table.rows.map { $0.cells.map(\.text).joined(separator: "\t") } + [""]
      default: []
      }
    }
    return try SourceDocument(Array(lines.joined(separator: "\n").utf8), named: "streets.txt")
  }

  static func proposal(
    _ document: SourceDocument, period: Period? = nil, answers: [String: String] = [:], columns: [String: String] = [:],
    into book: Book = Book()
  ) -> ImportProposal {
    ImportProposal(
      document, fileDigest: "sha256:" + String(repeating: document.name == "streets.txt" ? "1" : "2", count: 64),
      period: period, answers: answers, columns: columns, into: book)
  }
}

extension ImportProposal {
  /// Its records without what must differ between two files of one plan: the file itself and places in it.
  var comparable: [String] {
    changes.filter { $0.revision.kind != "source" }.map {
      "\($0.revision.kind) \($0.revision.record) \($0.revision.body?.canonical ?? "")"
    }
  }
}

import CorporatePlan
import Reports

/// What programs may ask for and what they get, as an OpenAPI 3.1 document. Rows are described by the columns from which they
/// are written; a test holds all of it against the server.
enum OpenAPI {
  static func document(for book: Book) -> JSON {
    .object([
      "openapi": "3.1.0",
      "info": .object([
        "title": .string("\(book.council?.name ?? "Goldthread"): data of the plan"), "version": "1.0.0",
        "summary": "Open data for everybody, and internal data for programs with a token. All of it only reads.",
        "license": .object([
          "name": .string(DataDescription.licence.name), "url": .string(DataDescription.licence.address),
        ]),
      ]),
      "servers": .array([.object(["url": "/"])]),
      "paths": .sorted(paths),
      "components": .object([
        "securitySchemes": .object(["token": .object(["type": "http", "scheme": "bearer"])]),
        "schemas": .sorted(
          DataSet.allCases.map { ($0.rawValue, $0.schema.rowSchema) } + [("problem", problem)]),
      ]),
    ])
  }

  private static var paths: [(String, JSON)] {
    DataSet.open.flatMap { set in
      [
        (OpenData.csv(set), open("\(set.schema.title) as CSV", "text/csv", text)),
        (OpenData.description(set), open("What that CSV holds (CSVW)", "application/csvm+json", object)),
        (OpenData.json(set), open("\(set.schema.title) as JSON", "application/json", rows(of: set))),
      ]
    } + [
      (
        OpenData.workbook,
        open(
          "All open data as a workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          .object(["type": "string", "contentEncoding": "binary"]))
      ),
      ("/api/openapi.json", open("This document", "application/json", object)),
    ] + DataSet.allCases.map { (DataInterface.path(of: $0), behindToken($0)) }
  }

  private static let text = JSON.object(["type": "string"])
  private static let object = JSON.object(["type": "object"])

  private static func rows(of set: DataSet) -> JSON {
    .object(["type": "array", "items": .object(["$ref": .string("#/components/schemas/\(set.rawValue)")])])
  }

  private static func open(_ summary: String, _ type: String, _ schema: JSON) -> JSON {
    .object([
      "get": .object([
        "summary": .string(summary), "security": .array([]),
        "responses": .object([
          "200": response("The newest", [(type, schema)]), "304": .object(["description": "As you have it"]),
        ]),
      ])
    ])
  }

  private static func behindToken(_ set: DataSet) -> JSON {
    let problems = [
      ("400", "A parameter can’t be read"), ("401", "No token, or one that opens nothing"),
      ("403", "The token does not reach that service"), ("404", "There is no such period or service"),
      ("406", "Neither JSON nor CSV is accepted"), ("429", "Too many wrong tokens came from the same place"),
    ]
    let page = JSON.object([
      "type": "object", "additionalProperties": false,
      "required": .array(["ledger_position", "next", "page", "rows", "size", "table", "total"]),
      "properties": .object([
        "table": .object(["const": .string(set.rawValue)]),
        "ledger_position": whole("How far the ledger was: pages of one position belong together"),
        "total": whole("How many rows there are on all pages"), "page": whole("From 1"),
        "size": whole("Rows to a page"),
        "next": .object(["type": .array(["string", "null"]), "description": "The address of the next page"]),
        "rows": rows(of: set),
      ]),
    ])
    return .object([
      "get": .object([
        "summary": .string("\(set.schema.title): one row for each \(set.schema.row)"),
        "security": .array([.object(["token": .array([])])]), "parameters": .array(parameters(of: set)),
        "responses": .sorted(
          [
            ("200", response("The rows", [("application/json", page), ("text/csv", text)])),
            ("304", .object(["description": "As you have it"])),
          ]
            + problems.map { code, words in
              let schema = JSON.object(["$ref": "#/components/schemas/problem"])
              return (code, response(words, [("application/problem+json", schema)]))
            }),
      ])
    ])
  }

  private static func parameters(of set: DataSet) -> [JSON] {
    func parameter(_ name: String, _ words: String, _ schema: JSON) -> JSON {
      .object(["name": .string(name), "in": "query", "description": .string(words), "schema": schema])
    }
    let period = set == .returns ? "A period’s code; the one being collected without it" : "A period’s code"
    return (set.hasPeriods ? [parameter("period", period, text)] : [])
      + (set == .periods ? [] : [parameter("service", "A service’s id: what belongs to it alone", text)]) + [
        parameter("page", "From 1", bounded(1_000_000)), parameter("size", "Rows to a page", bounded(DataPart.most)),
        parameter(
          "format", "In place of an Accept header",
          .object(["type": "string", "enum": .array(DataFormat.allCases.map { .string($0.rawValue) })])),
      ]
  }

  private static func bounded(_ most: Int) -> JSON {
    .object(["type": "integer", "minimum": 1, "maximum": JSON(most)])
  }

  private static func whole(_ words: String) -> JSON {
    .object(["type": "integer", "minimum": 0, "description": .string(words)])
  }

  private static func response(_ words: String, _ content: [(String, JSON)]) -> JSON {
    .object([
      "description": .string(words),
      "content": .sorted(content.map { ($0.0, .object(["schema": $0.1])) }),
    ])
  }

  private static let problem = JSON.object([
    "type": "object", "description": "Why there is nothing (RFC 9457)",
    "required": .array(["detail", "status", "title", "type"]), "additionalProperties": false,
    "properties": .object([
      "type": text, "title": text, "detail": text,
      "status": .object(["type": "integer", "minimum": 400, "maximum": 599]),
    ]),
  ])
}

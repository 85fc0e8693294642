import CorporatePlan
import HTTPTypes
import HummingbirdTesting
import Reports
import Testing

@testable import Web

@Suite("The OpenAPI document says what the server does")
struct OpenAPITests {
  private func document(_ site: Served) async throws -> JSON {
    try JSON(parsing: String(buffer: try await site.ask("/api/openapi.json").body))
  }

  private func members(_ json: JSON?) throws -> [JSON.Member] {
    guard case .members(let members)? = json else { throw FieldError("document", "is not an object") }
    return members
  }

  @Test("Each address of /api and /open stands in it with its method and whether it takes a token, and no other")
  func paths() async throws {
    let paths = try members(try await document(Served.shared())["paths"])
    let routes = Routes.all.filter { $0.path.hasPrefix("/api/") || $0.path.hasPrefix("/open/") }
    #expect(Set(paths.map(\.key)) == Set(routes.map(\.path)))
    for route in routes {
      let path = try #require(paths.first { $0.key == route.path })
      #expect(try members(path.value).map(\.key) == [route.method.rawValue.lowercased()], "\(route.path)")
      let security = try #require(path.value["get"]?["security"]?.array)
      #expect(security.isEmpty == (route.access == .open), "\(route.path)")
    }
  }

  @Test("Every answer of the server is as it is described: status, media type and each member")
  func answers() async throws {
    let council = try await ReviewCouncil()
    let program = try await Program(council.performance)
    let document = try await document(program.served)
    for path in try members(document["paths"]) {
      let responses = try members(path.value["get"]?["responses"])
      for content in try members(responses.first { $0.key == "200" }?.value["content"]) {
        let response = try await program.ask(path.key, [.accept: content.key])
        try check(response, path, document)
        #expect(response.status == .ok, "\(path.key)")
        let type = try #require(response.headers[.contentType])
        #expect(type == content.key || type.hasPrefix("\(content.key);"), "\(path.key): \(type)")
        let tag = try #require(response.headers[.eTag])
        #expect(try await program.ask(path.key, [.accept: content.key, .ifNoneMatch: tag]).status == .notModified)
      }
      guard path.key.hasPrefix("/api/v1/") else { continue }
      try check(try await program.served.ask(path.key), path, document)
      try check(try await program.ask(path.key, [.accept: "image/png"]), path, document)
      try check(try await program.ask("\(path.key)?page=x"), path, document)
      if path.key != "/api/v1/periods" {
        try check(try await program.ask("\(path.key)?service=nowhere"), path, document)
      }
    }
  }

  @Test("The check finds what is not as described")
  func strict() throws {
    let row = DataSet.periods.schema.rowSchema
    let checker = JSONSchema(document: .null)
    func faults(_ text: String) throws -> Int { checker.faults(of: try JSON(parsing: text), against: row).count }
    let fields = DataSet.periods.schema.fields.map { "\"\($0.name)\":\($0.holds == .flag ? "true" : "\"2024-01-01\"")" }
    #expect(try faults("{\(fields.joined(separator: ","))}") == 0)
    #expect(try faults("{\(fields.dropLast().joined(separator: ","))}") == 1)
    #expect(try faults("{\(fields.joined(separator: ",")),\"more\":1}") == 1)
    #expect(
      try faults("{\(fields.joined(separator: ",").replacing("\"opens\":\"2024-01-01\"", with: "\"opens\":\"soon\""))}")
        == 1)
    #expect(checker.faults(of: 1, against: ["oneOf": 1].asObject).count == 1)
  }

  private func check(_ response: TestResponse, _ path: JSON.Member, _ document: JSON) throws {
    let described = try members(path.value["get"]?["responses"])
    let status = try #require(
      described.first { $0.key == String(response.status.code) }, "\(path.key) \(response.status)")
    let type = response.headers[.contentType]?.split(separator: ";").first.map(String.init) ?? ""
    let schema = try #require(status.value["content"]?[type]?["schema"], "\(path.key) \(response.status) \(type)")
    guard type.hasSuffix("json") else {
      #expect(schema["type"] == "string", "\(path.key)")
      return
    }
    let value = try JSON(parsing: String(buffer: response.body))
    let faults = JSONSchema(document: document).faults(of: value, against: schema)
    #expect(faults.isEmpty, "\(path.key) \(response.status): \(faults.prefix(5))")
  }
}

extension [String: JSON] {
  fileprivate var asObject: JSON { .sorted(map { ($0.key, $0.value) }) }
}

import CorporatePlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

/// The sample council's site, asked without a socket.
struct Served {
  let site: Site

  init(_ council: Council? = nil, cachesPages: Bool = true, office: Office? = nil) async throws {
    if let council {
      site = Site(council, cachesPages: cachesPages, office: office)
    } else {
      site = Site(try await SampleCouncil.open(), cachesPages: cachesPages, office: office)
    }
  }

  func ask(
    _ path: String, _ method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:], body: [UInt8]? = nil
  ) async throws -> TestResponse {
    try await site.application().test(.router) { client in
      try await client.execute(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    }
  }

  /// One for the tests that only read.
  static func shared() async throws -> Served { try await one.value }
  private static let one = Task { try await Served() }

  func text(_ path: String) async throws -> PageText { PageText(try await ask(path)) }
}

/// A page's source. A failed expectation prints the address of the trouble, not the page.
struct PageText: CustomTestStringConvertible {
  let source: String

  init(_ source: String) { self.source = source }
  init(_ response: TestResponse) { source = String(buffer: response.body) }

  func contains(_ words: String) -> Bool { source.contains(words) }
  var testDescription: String { "a page of \(source.utf8.count) bytes" }
}

/// An address for each route of the map; a route without one fails `RouteTests`.
let examples = pageExamples + OpenData.routes.map { ($0.path, $0.path) }

private let pageExamples: [(route: String, address: String)] = [
  ("/", "/"),
  ("/", "/?period=2022-23-Q3"),
  ("/priorities", "/priorities"),
  ("/priorities/:id", "/priorities/streets"),
  ("/plan", "/plan"),
  ("/plan/:id", "/plan/vision"),
  ("/plan/:id", "/plan/planning"),
  ("/lineage", "/lineage"),
  ("/indicators", "/indicators"),
  ("/indicators", "/indicators?q=calls&status=Green&priority=council"),
  ("/indicators/:id", "/indicators/foi-on-time"),
  ("/indicators/:id", "/indicators/repairs-on-time?period=2023-24-Q1"),
  ("/indicators/:id/values.csv", "/indicators/wait/values.csv"),
  ("/actions/:id", "/actions/new-homes"),
  ("/reports", "/reports"),
  ("/reports/:period", "/reports/2023-24-Q4"),
  ("/reports/:period", "/reports/2023-24-Q3"),
  ("/reports/:period/files/:name", "/reports/2023-24-Q4/files/report.html"),
  ("/reports/:period/editions/:position/:name", "/reports/2023-24-Q4/editions/:position/report.html"),
  ("/data", "/data"),
  ("/reports.atom", "/reports.atom"),
  ("/api/openapi.json", "/api/openapi.json"),
  ("/how-we-rate", "/how-we-rate"),
  ("/accessibility", "/accessibility"),
  ("/health", "/health"),
  ("/favicon.svg", "/favicon.svg"),
  ("/assets/:name", Assets.stylesheet),
]

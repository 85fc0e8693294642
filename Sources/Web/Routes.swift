import HTTPTypes
import Hummingbird

/// An address of the site and what answers there.
struct Route: Sendable {
  /// Segments as written in the address; `:name` stands for any one segment.
  let path: String
  let answer: @Sendable (Visit) async throws -> Answer

  init(_ path: String, _ answer: @escaping @Sendable (Visit) async throws -> Answer) {
    self.path = path
    self.answer = answer
  }
}

/// The whole URL map. All of it is public and read only: nothing here needs a cookie.
enum Routes {
  static let all = [
    Route("/") { try OverviewPage.answer($0) },
    Route("/priorities") { try PrioritiesPage.answer($0) },
    Route("/priorities/:id") { try PriorityPage.answer($0) },
    Route("/indicators") { try IndicatorsPage.answer($0) },
    Route("/indicators/:id") { try await IndicatorPage.answer($0) },
    Route("/indicators/:id/values.csv") { try OpenData.valuesOfIndicator($0) },
    Route("/actions/:id") { try ActionPage.answer($0) },
    Route("/reports") { try ReportsPage.answer($0) },
    Route("/reports/:period") { try ReportPage.answer($0) },
    Route("/reports/:period/files/:name") { try await SealedFiles.answer($0) },
    Route("/reports/:period/editions/:position/:name") { try await SealedFiles.ofEdition($0) },
    Route("/data") { try DataPage.answer($0) },
    Route("/open/indicators.csv") { try OpenData.indicators($0) },
    Route("/open/values.csv") { try OpenData.values($0) },
    Route("/open/actions.csv") { try OpenData.actions($0) },
    Route("/how-we-rate") { try HowWeRatePage.answer($0) },
    Route("/accessibility") { try AccessibilityPage.answer($0) },
    Route("/health") { Health.answer($0) },
    Route("/favicon.svg") { Assets.icon($0) },
    Route("/assets/:name") { try Assets.styles($0) },
  ]

  /// The router for a site: each handler is three moves, of which the page function has the last two.
  static func router(for site: Site) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
    for route in all {
      router.get(RouterPath(route.path)) { request, context in
        let visit = try Visit(site, request, context.parameters)
        return try await site.response(to: request, for: visit, route.answer(visit))
      }
    }
    return router
  }
}

import HTTPTypes
import Hummingbird

/// An address of the site, who may ask for it, and what answers there.
struct Route: Sendable {
  let method: HTTPRequest.Method
  /// Segments as written in the address; `:name` stands for any one segment.
  let path: String
  let access: Access
  let answer: @Sendable (Visit, Request) async throws -> Answer

  enum Access: Sendable {
    /// Anyone: it is the same for everybody, reads only and needs no cookie.
    case open
    /// Officers who have signed in.
    case office
    /// The way into the office.
    case door
  }

  /// A public page.
  static func open(_ path: String, _ answer: @escaping @Sendable (Visit) async throws -> Answer) -> Route {
    Route(method: .get, path: path, access: .open) { visit, _ in try await answer(visit) }
  }

  /// A page of the office, which nobody sees without a session and nobody keeps.
  static func office(_ path: String, _ answer: @escaping @Sendable (OfficeVisit) async throws -> Answer) -> Route {
    Route(method: .get, path: path, access: .office) { visit, request in
      try await answer(try OfficeVisit(visit, request)).forOfficers
    }
  }

  /// What a form of the office is sent to.
  static func form(_ path: String, _ answer: @escaping @Sendable (OfficeVisit) async throws -> Answer) -> Route {
    Route(method: .post, path: path, access: .office) { visit, request in
      try await answer(try OfficeVisit(visit, request)).forOfficers
    }
  }
}

extension Answer {
  fileprivate var forOfficers: Answer {
    var answer = self
    answer.caching = .never
    answer.isKept = false
    return answer
  }
}

/// The whole URL map.
enum Routes {
  static let all: [Route] = [
    .open("/") { try OverviewPage.answer($0) },
    .open("/priorities") { try PrioritiesPage.answer($0) },
    .open("/priorities/:id") { try PriorityPage.answer($0) },
    .open("/plan") { try PlanPage.answer($0) },
    .open("/plan/:id") { try await PlanItemPage.answer($0) },
    .open("/lineage") { try LineagePage.answer($0) },
    .open("/indicators") { try IndicatorsPage.answer($0) },
    .open("/indicators/:id") { try await IndicatorPage.answer($0) },
    .open("/indicators/:id/values.csv") { try OpenData.valuesOfIndicator($0) },
    .open("/actions/:id") { try ActionPage.answer($0) },
    .open("/reports") { try ReportsPage.answer($0) },
    .open("/reports/:period") { try ReportPage.answer($0) },
    .open("/reports/:period/files/:name") { try await SealedFiles.answer($0) },
    .open("/reports/:period/editions/:position/:name") { try await SealedFiles.ofEdition($0) },
    .open("/data") { try DataPage.answer($0) },
    .open("/open/indicators.csv") { try OpenData.indicators($0) },
    .open("/open/values.csv") { try OpenData.values($0) },
    .open("/open/actions.csv") { try OpenData.actions($0) },
    .open("/how-we-rate") { try HowWeRatePage.answer($0) },
    .open("/accessibility") { try AccessibilityPage.answer($0) },
    .open("/health") { Health.answer($0) },
    .open("/favicon.svg") { Assets.icon($0) },
    .open("/assets/:name") { try Assets.styles($0) },

    Route(method: .get, path: "/office/sign-in", access: .door) { try SignInPage.answer($0, $1) },
    .form("/office/sign-out") { try await SignInPage.signOut($0) },
    .office("/office") { OfficePage.answer($0) },
    .office("/imports") { try await ImportsPage.answer($0) },
    .office("/imports/new") { NewImportPage.answer($0) },
    .form("/imports") { try await NewImportPage.begin($0) },
    .office("/imports/:id") { try await PreviewPage.answer($0) },
    .form("/imports/:id/preview") { try await Decision.preview($0) },
    .form("/imports/:id/apply") { try await Decision.apply($0) },
    .form("/imports/:id/discard") { try await Decision.discard($0) },
    .office("/imports/:id/done") { try await RecordedPage.answer($0) },
    .office("/imports/:id/undo") { try await UndoPage.answer($0) },
    .form("/imports/:id/undo") { try await UndoPage.undo($0) },
    .office("/papers") { PapersPage.answer($0) },
    .office("/papers/:id") { try PaperPage.answer($0) },
    .office("/risks") { RisksPage.answer($0) },
  ]

  /// The router for a site: each handler is three moves, of which the page function has the last two.
  static func router(for site: Site) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
    for route in all {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        let visit = try Visit(site, request, context.parameters)
        return try await site.response(to: request, for: visit, route.answer(visit, request))
      }
    }
    return router
  }
}

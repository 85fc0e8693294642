import HTTPTypes
import Hummingbird
import Ledger

/// What every request meets first: kept pages go out at once; the rest is checked, routed, and, when it fails, answered by a
/// page in the site's own look.
package struct FrontDoor: HTTPResponder {
  let site: Site
  private let routes: RouterResponder<VisitContext>

  init(_ site: Site) {
    self.site = site
    routes = Routes.router(for: site).buildResponder()
  }

  package func respond(to request: Request, context: VisitContext) async throws -> Response {
    let isReading = request.method == .get || request.method == .head
    guard isReading || request.method == .post else { return refuse(request, .methodNotAllowed) }
    if isReading, site.cachesPages, let target = request.head.path, let page = site.keptPage(target) {
      return page.response(to: request)
    }
    do {
      let response = try await routes.respond(to: request, context: context)
      // Whatever a handler answers is guarded; an error that is not comes from the router, which knows no such route.
      guard response.status.code >= 400, response.headers[.contentSecurityPolicy] == nil else { return response }
      _ = try RequestTarget(request.head.path ?? "")
      return refuse(request, isReading ? .notFound() : .methodNotAllowed)
    } catch let refusal as Refusal {
      return refuse(request, refusal)
    } catch let problem as Problem {
      return Page(problem.answer, packing: nil).response(to: request)
    } catch let frozen as Frozen {
      return refuse(request, .forbidden(frozen.description))
    } catch {
      context.logger.error("A page could not be drawn", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
      let trouble =
        request.isOfProgram
        ? Problem.trouble(reference: context.id).answer : ErrorPage.trouble(Visit(site), reference: context.id)
      return Page(trouble, packing: nil).response(to: request)
    }
  }

  private func refuse(_ request: Request, _ refusal: Refusal) -> Response {
    let answer = request.isOfProgram ? Problem(refusal).answer : ErrorPage.answer(Visit(site), refusal)
    return Page(answer, packing: nil).response(to: request)
  }
}

extension Request {
  /// Whether it is for the addresses at which programs read: they understand problem details, not pages.
  fileprivate var isOfProgram: Bool { head.path?.hasPrefix("/api/") ?? false }
}

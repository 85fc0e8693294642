import CorporatePlan
import HTTPTypes
import Hummingbird

/// An address of the site, who may ask for it, and what answers there.
struct Route: Sendable {
  let method: HTTPRequest.Method
  /// Segments as written in the address; `:name` stands for any one segment.
  let path: String
  let access: Access
  /// The last argument is the network address that the request came from.
  let answer: @Sendable (Visit, Request, String) async throws -> Answer

  enum Access: Sendable, Equatable {
    /// Anyone: it is the same for everybody, reads only and needs no cookie.
    case open
    /// The way into the office.
    case door
    /// Whoever has signed in: it concerns nobody else.
    case own
    /// Who has a role that may do that, as far as their reach goes.
    case needs(Permission.Action)
    /// A program with a token, as far as the token reaches. No cookie counts there, and no token elsewhere.
    case token
    /// Whoever knows the address, which holds a secret.
    case secret

    var isOffice: Bool {
      switch self {
      case .open, .door, .token, .secret: false
      case .own, .needs: true
      }
    }
  }

  /// A public page.
  static func open(_ path: String, _ answer: @escaping @Sendable (Visit) async throws -> Answer) -> Route {
    Route(method: .get, path: path, access: .open) { visit, _, _ in try await answer(visit) }
  }

  /// What a program reads with a token.
  static func token(_ path: String, _ answer: @escaping @Sendable (TokenVisit) async throws -> Answer) -> Route {
    Route(method: .get, path: path, access: .token) { visit, request, address in
      try await answer(try await TokenVisit(visit, request, from: address)).forOneReader
    }
  }

  /// What stands at an address that holds a secret.
  static func secret(_ path: String, _ answer: @escaping @Sendable (Visit, Request) async throws -> Answer) -> Route {
    Route(method: .get, path: path, access: .secret) { visit, request, _ in
      try await answer(visit, request).forOneReader
    }
  }

  /// A page or form before signing in.
  static func door(
    _ method: HTTPRequest.Method, _ path: String,
    _ answer: @escaping @Sendable (Visit, Request, _ address: String) async throws -> Answer
  ) -> Route {
    Route(method: method, path: path, access: .door) { visit, request, address in
      let office = try visit.office(for: request)
      return try await office.answered.serving(visit, request, to: nil) { try await answer(visit, request, address) }
    }
  }

  /// A page of the office, which nobody sees without a session and nobody keeps.
  static func office(
    _ path: String, _ access: Access, _ answer: @escaping @Sendable (OfficeVisit) async throws -> Answer
  ) -> Route { inside(.get, path, access, answer) }

  /// What a form of the office is sent to.
  static func form(
    _ path: String, _ access: Access, _ answer: @escaping @Sendable (OfficeVisit) async throws -> Answer
  ) -> Route { inside(.post, path, access, answer) }

  private static func inside(
    _ method: HTTPRequest.Method, _ path: String, _ access: Access,
    _ answer: @escaping @Sendable (OfficeVisit) async throws -> Answer
  ) -> Route {
    let action: Permission.Action? = if case .needs(let action) = access { action } else { nil }
    return Route(method: method, path: path, access: access) { visit, request, _ in
      let inside = try await OfficeVisit(visit, request, for: action)
      return try await inside.office.answered.serving(visit, request, to: inside.session) {
        try await answer(inside).forOfficers
      }
    }
  }

  /// Whether it answers at that address, of which the dots and percents are as they were sent.
  func stands(at address: String) -> Bool {
    let (own, asked) = (path.split(separator: "/"), address.split(separator: "/"))
    return own.count == asked.count && zip(own, asked).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
  }
}

extension Answer {
  fileprivate var forOfficers: Answer {
    var answer = self
    answer.caching = .never
    answer.isKept = false
    answer.hasScript = true
    return answer
  }
}

extension Answer {
  fileprivate var forOneReader: Answer {
    var answer = self
    answer.caching = .own
    answer.isKept = false
    answer.isSecret = true
    return answer
  }
}

/// The whole URL map.
enum Routes {
  static let all = pages + OpenData.routes + DataInterface.routes

  private static let pages: [Route] = [
    .open("/") { try OverviewPage.answer($0) },
    .open("/priorities") { try PrioritiesPage.answer($0) },
    .open("/priorities/:id") { try PriorityPage.answer($0) },
    .open("/plan") { try PlanPage.answer($0) },
    .open("/plan/:id") { try await PlanItemPage.answer($0) },
    .open("/lineage") { try LineagePage.answer($0) },
    .open("/indicators") { try IndicatorsPage.answer($0) },
    .open("/indicators/:id") { try await IndicatorPage.answer($0) },
    .open("/indicators/:id/values.csv") { try OpenData.valuesOfIndicator($0) },
    .open("/indicators/:id/figures/:period") { try await FigurePage.answer($0) },
    .open("/actions/:id") { try ActionPage.answer($0) },
    .open("/reports") { try ReportsPage.answer($0) },
    .open("/reports/corrections") { try CorrectionsPage.answer($0) },
    .open("/reports/:period") { try await ReportPage.answer($0) },
    .open("/reports/:period/then-and-now") { try ThenAndNowPage.answer($0) },
    .open("/reports/:period/files/:name") { try await SealedFiles.answer($0) },
    .open("/reports/:period/editions/:position/:name") { try await SealedFiles.ofEdition($0) },
    .open("/data") { try DataPage.answer($0) },
    .open("/reports.atom") { ReportsFeed.answer($0) },
    .open("/how-we-rate") { try HowWeRatePage.answer($0) },
    .open("/how-we-set-targets") { try HowWeSetTargetsPage.answer($0) },
    .open("/accessibility") { try AccessibilityPage.answer($0) },
    .open("/health") { try await Health.answer($0) },
    .open("/favicon.svg") { Assets.icon($0) },
    .open("/assets/:name") { try Assets.file($0) },

    .door(.get, "/office/sign-in") { visit, request, _ in try await SignInPage.answer(visit, request) },
    .door(.post, "/office/sign-in") { try await SignInPage.signIn($0, $1, from: $2) },
    .door(.get, "/office/set-up") { visit, request, _ in try await PasswordPage.setUp(visit, request) },
    .door(.post, "/office/set-up") { visit, request, _ in try await PasswordPage.setUpFirst(visit, request) },
    .door(.get, "/office/password") { visit, request, _ in try await PasswordPage.letter(visit, request) },
    .door(.post, "/office/password") { visit, request, _ in try await PasswordPage.set(visit, request) },
    .door(.get, "/office/forgot") { visit, request, _ in try ForgotPage.answer(visit, request) },
    .door(.post, "/office/forgot") { visit, request, _ in try await ForgotPage.send(visit, request) },

    .form("/office/sign-out", .own) { try await SignInPage.signOut($0) },
    .office("/office", .own) { try await OfficePage.answer($0) },
    .office("/briefing", .needs(.read)) { try BriefingPage.answer($0) },
    .office("/office/indicators", .needs(.editPlan)) { OfficeIndicatorsPage.answer($0) },
    .office("/search", .needs(.read)) { try await SearchPage.answer($0) },
    .office("/changes", .needs(.read)) { try await ChangesPage.answer($0) },

    .office("/office/me", .own) { try await OwnPage.answer($0) },
    .form("/office/me/password", .own) { try await OwnPage.changePassword($0) },
    .form("/office/me/sign-out", .own) { try await OwnPage.signOutEverywhere($0) },
    .form("/office/me/calendar", .own) { try await OwnPage.makeCalendar($0) },
    .form("/office/me/calendar/end", .own) { try await OwnPage.endCalendar($0) },
    .secret("/calendar/:name") { try await DeadlinesFeed.answer($0, $1) },

    .office("/objectives", .own) { try await ObjectivesPage.answer($0) },
    .office("/objectives/new", .own) { ObjectiveForms.new($0) },
    .form("/objectives", .own) { try await ObjectiveForms.add($0) },
    .office("/objectives/:id", .own) { try await ObjectivePage.answer($0) },
    .form("/objectives/:id", .own) { try await ObjectiveForms.change($0) },
    .office("/objectives/:id/edit", .own) { try await ObjectiveForms.editing($0) },
    .form("/objectives/:id/state", .own) { try await ObjectivePage.close($0) },
    .form("/objectives/:id/notes", .own) { try await ObjectivePage.note($0) },

    .office("/collect", .needs(.enter)) { try CollectPage.current($0) },
    .office("/collect/:period", .needs(.enter)) { try CollectPage.answer($0) },
    .form("/collect/:period", .needs(.enter)) { try await CollectPage.save($0) },
    .form("/collect/:period/cell", .needs(.enter)) { try await CollectCell.save($0) },
    .form("/collect/:period/submit", .needs(.enter)) { try await CollectPage.submit($0) },
    .office("/collect/:period/indicators/:id", .needs(.enter)) { try await ReturnPage.answer($0, Indicator.kind) },
    .form("/collect/:period/indicators/:id", .needs(.enter)) { try await ReturnPage.save($0, Indicator.kind) },
    .office("/collect/:period/actions/:id", .needs(.enter)) { try await ReturnPage.answer($0, PlanItem.kind) },
    .form("/collect/:period/actions/:id", .needs(.enter)) { try await ReturnPage.save($0, PlanItem.kind) },
    .office("/collect/:period/workbook", .needs(.enter)) { try WorkbookPage.answer($0) },
    .office("/collect/:period/workbook/file", .needs(.enter)) { try WorkbookPage.download($0) },
    .form("/collect/:period/workbook", .needs(.enter)) { try await WorkbookPage.upload($0) },
    .office("/collect/:period/workbook/:id", .needs(.enter)) { try await WorkbookPage.preview($0) },
    .form("/collect/:period/workbook/:id", .needs(.enter)) { try await WorkbookPage.apply($0) },
    .office("/collect/:period/batches/:id", .needs(.enter)) { try await ReturnsUndoPage.answer($0) },
    .form("/collect/:period/batches/:id", .needs(.enter)) { try await ReturnsUndoPage.undo($0) },
    .office("/collect/:period/evidence/:id", .needs(.read)) { try await Evidence.answer($0) },
    .form("/collect/:period/evidence/:id/withdraw", .needs(.enter)) { try await Evidence.withdraw($0) },

    .office("/people", .needs(.people)) { try await PeoplePage.answer($0) },
    .office("/people/new", .needs(.people)) { NewPersonPage.answer($0) },
    .form("/people", .needs(.people)) { try await NewPersonPage.invite($0) },
    .office("/people/changes", .needs(.audit)) { try await AccountChangesPage.answer($0) },
    .office("/people/:id", .needs(.people)) { try await PersonPage.answer($0) },
    .form("/people/:id/details", .needs(.people)) { try await PersonPage.change($0) },
    .form("/people/:id/posts", .needs(.people)) { try await PersonPage.post($0) },
    .form("/people/:id/invite", .needs(.people)) { try await PersonPage.invite($0) },
    .form("/people/:id/link", .needs(.people)) { try await PersonPage.link($0) },
    .form("/people/:id/sign-out", .needs(.people)) { try await PersonPage.signOutEverywhere($0) },
    .form("/people/:id/close", .needs(.people)) { try await PersonPage.close($0) },
    .office("/people/:id/erase", .needs(.people)) { try await PersonPage.erasing($0) },
    .form("/people/:id/erase", .needs(.people)) { try await PersonPage.erase($0) },

    .office("/imports", .needs(.import)) { try await ImportsPage.answer($0) },
    .office("/imports/new", .needs(.import)) { NewImportPage.answer($0) },
    .form("/imports", .needs(.import)) { try await NewImportPage.begin($0) },
    .office("/imports/:id", .needs(.import)) { try await PreviewPage.answer($0) },
    .form("/imports/:id/preview", .needs(.import)) { try await Decision.preview($0) },
    .form("/imports/:id/apply", .needs(.import)) { try await Decision.apply($0) },
    .form("/imports/:id/discard", .needs(.import)) { try await Decision.discard($0) },
    .office("/imports/:id/done", .needs(.import)) { try await RecordedPage.answer($0) },
    .office("/imports/:id/undo", .needs(.import)) { try await UndoPage.answer($0) },
    .form("/imports/:id/undo", .needs(.import)) { try await UndoPage.undo($0) },

    .office("/review", .needs(.review)) { try await ReviewPage.answer($0) },
    .office("/review/:period", .needs(.review)) { try await ReviewPage.answer($0) },
    .form("/review/:period/decisions", .needs(.review)) { try await ReviewPage.decide($0) },
    .office("/review/:period/all", .needs(.review)) { try await ApproveAllPage.answer($0) },
    .form("/review/:period/all", .needs(.review)) { try await ApproveAllPage.approve($0) },
    .office("/review/:period/sign-off/:unit", .needs(.read)) { try await SignOffPage.answer($0) },
    .form("/review/:period/sign-off/:unit", .needs(.signOff)) { try await SignOffPage.sign($0) },

    .office("/cycle", .needs(.read)) { try await CyclePage.answer($0) },
    .office("/cycle/:period", .needs(.read)) { try await CyclePage.answer($0) },
    .form("/cycle/:period/waivers", .needs(.runCycle)) { try await CyclePage.waive($0) },
    .form("/cycle/:period/waivers/end", .needs(.runCycle)) { try await CyclePage.unwaive($0) },
    .form("/cycle/:period/exceptions", .needs(.runCycle)) { try await CyclePage.exempt($0) },
    .office("/cycle/:period/freeze", .needs(.runCycle)) { try await FreezePage.answer($0) },
    .form("/cycle/:period/freeze", .needs(.runCycle)) { try await FreezePage.freeze($0) },
    .form("/cycle/:period/reopen", .needs(.runCycle)) { try await CyclePage.reopen($0) },
    .office("/cycle/:period/calendar", .needs(.runCycle)) { try await CalendarPage.answer($0) },
    .form("/cycle/:period/calendar", .needs(.runCycle)) { try await CalendarPage.save($0) },
    .form("/cycle/:period/calendar/holidays", .needs(.runCycle)) { try await CalendarPage.close($0) },
    .form("/cycle/:period/calendar/holidays/end", .needs(.runCycle)) { try await CalendarPage.work($0) },

    .office("/tokens", .needs(.settings)) { try await TokensPage.answer($0) },
    .form("/tokens", .needs(.settings)) { try await TokensPage.make($0) },
    .form("/tokens/:id/revoke", .needs(.settings)) { try await TokensPage.revoke($0) },

    .office("/mail", .needs(.settings)) { try await MailPage.answer($0) },
    .form("/mail/retry", .needs(.settings)) { try await MailPage.retry($0) },
    .office("/mail/templates", .needs(.runCycle)) { TemplatesPage.answer($0) },
    .office("/mail/templates/:letter", .needs(.runCycle)) { try TemplatePage.answer($0) },
    .form("/mail/templates/:letter", .needs(.runCycle)) { try await TemplatePage.save($0) },
    .form("/mail/templates/:letter/preview", .needs(.runCycle)) { try await TemplatePage.preview($0) },
    .form("/mail/templates/:letter/standard", .needs(.runCycle)) { try await TemplatePage.restore($0) },
    .office("/cycle/:period/remind/:person", .needs(.runCycle)) { try await RemindPage.answer($0) },
    .form("/cycle/:period/remind/:person", .needs(.runCycle)) { try await RemindPage.send($0) },

    .office("/work/reports", .needs(.read)) { WorkbenchListPage.answer($0) },
    .form("/work/reports", .needs(.prepareReports)) { try await ReportForms.start($0) },
    .office("/work/reports/new", .needs(.prepareReports)) { ReportForms.new($0) },
    .office("/work/reports/:id", .needs(.read)) { try WorkbenchPage.answer($0) },
    .office("/work/reports/:id/settings", .needs(.prepareReports)) { try ReportForms.settings($0) },
    .form("/work/reports/:id/settings", .needs(.prepareReports)) { try await ReportForms.change($0) },
    .form("/work/reports/:id/detail", .needs(.prepareReports)) { try await ReportForms.detail($0) },
    .office("/work/reports/:id/withdraw", .needs(.prepareReports)) { try ReportForms.withdrawing($0) },
    .form("/work/reports/:id/withdraw", .needs(.prepareReports)) { try await ReportForms.withdraw($0) },
    .office("/work/reports/:id/words", .needs(.prepareReports)) { try PassagePage.answer($0) },
    .form("/work/reports/:id/words", .needs(.prepareReports)) { try await PassagePage.save($0) },
    .form("/work/reports/:id/words/follow", .needs(.prepareReports)) { try await PassagePage.follow($0) },
    .office("/work/reports/:id/comments", .needs(.read)) { try await CommentsPage.answer($0) },
    .form("/work/reports/:id/comments", .needs(.read)) { try await CommentsPage.add($0) },
    .form("/work/reports/:id/comments/:name", .needs(.read)) { try await CommentsPage.close($0) },
    .office("/work/reports/:id/compare", .needs(.read)) { try await ComparePage.answer($0) },
    .office("/work/reports/:id/files/:name", .needs(.read)) { try await DraftFiles.answer($0) },

    .office("/work/questions", .needs(.read)) { try await QuestionsPage.answer($0) },
    .form("/work/questions", .needs(.ask)) { try await QuestionForms.ask($0) },
    .office("/work/questions/new", .needs(.ask)) { try await QuestionForms.new($0) },
    .office("/work/questions/:id", .needs(.read)) { try QuestionForms.answer($0) },
    .form("/work/questions/:id", .needs(.read)) { try await QuestionForms.reply($0) },
    .form("/work/questions/:id/approval", .needs(.prepareReports)) { try await QuestionForms.approve($0) },
    .form("/work/questions/:id/withdraw", .needs(.prepareReports)) { try await QuestionForms.withdraw($0) },

    .office("/work/templates", .needs(.prepareReports)) { ReportTemplatesPage.answer($0) },
    .office("/work/templates/:name", .needs(.prepareReports)) { try ReportTemplatePage.answer($0) },
    .form("/work/templates/:name", .needs(.prepareReports)) { try await ReportTemplatePage.save($0) },
    .form("/work/templates/:name/order", .needs(.prepareReports)) { try await ReportTemplatePage.order($0) },
    .office("/work/templates/:name/preview", .needs(.prepareReports)) { try ReportTemplatePage.preview($0) },
    .form("/work/templates/:name/files", .needs(.prepareReports)) { try await ReportTemplatePage.upload($0) },
    .office("/work/templates/:name/files/:id", .needs(.prepareReports)) { try await ReportTemplatePage.file($0) },
    .office("/work/reports/:id/clearance", .needs(.read)) { try ClearancePage.answer($0) },
    .form("/work/reports/:id/clearance/request", .needs(.seal)) { try await ClearancePage.request($0) },
    .office("/work/reports/:id/clearance/:role", .needs(.clear)) { try DecisionPage.answer($0) },
    .form("/work/reports/:id/clearance/:role", .needs(.clear)) { try await DecisionPage.decide($0) },
    .form("/work/reports/:id/clearance/:role/withdraw", .needs(.clear)) { try await DecisionPage.withdraw($0) },
    .office("/work/reports/:id/seal", .needs(.seal)) { try SealPage.answer($0) },
    .form("/work/reports/:id/seal", .needs(.seal)) { try await SealPage.seal($0) },
    .form("/work/reports/:id/risks", .needs(.seal)) { try await SealPage.risks($0) },
    .form("/work/reports/:id/overrides", .needs(.seal)) { try await SealPage.setAside($0) },
    .form("/work/reports/:id/overrides/end", .needs(.seal)) { try await SealPage.takeBack($0) },
    .office("/work/reports/:id/exempt/:position/:name", .needs(.read)) { try await ExemptFile.answer($0) },

    .office("/papers", .needs(.read)) { PapersPage.answer($0) },
    .office("/papers/new", .needs(.seal)) { PaperForms.new($0) },
    .form("/papers", .needs(.seal)) { try await PaperForms.add($0) },
    .office("/papers/:id/edit", .needs(.seal)) { try PaperForms.answer($0) },
    .form("/papers/:id/edit", .needs(.seal)) { try await PaperForms.change($0) },
    .office("/papers/:id/checks", .needs(.seal)) { try PaperForms.checks($0) },
    .form("/papers/:id/checks", .needs(.seal)) { try await PaperForms.check($0) },
    .office("/papers/:id", .needs(.read)) { try PaperPage.answer($0) },
    .office("/risks", .needs(.read)) { RisksPage.answer($0) },
    .office("/risks/matrix", .needs(.read)) { RiskMatrixPage.answer($0) },
    .office("/risks/:id", .needs(.read)) { try RiskPage.answer($0) },

    .office("/edit", .needs(.editPlan)) { OutlinePage.answer($0) },
    .form("/edit/order", .needs(.editPlan)) { try await OutlinePage.move($0) },
    .office("/edit/items/new", .needs(.editPlan)) { ItemForms.new($0) },
    .form("/edit/items", .needs(.editPlan)) { try await ItemForms.add($0) },
    .office("/edit/items/:id", .needs(.editPlan)) { try await ItemForms.answer($0) },
    .form("/edit/items/:id", .needs(.editPlan)) { try await ItemForms.change($0) },
    .office("/edit/items/:id/move", .needs(.editPlan)) { try ItemForms.moving($0) },
    .form("/edit/items/:id/move", .needs(.editPlan)) { try await ItemForms.move($0) },
    .office("/edit/items/:id/split", .needs(.editPlan)) { try ItemForms.splitting($0) },
    .form("/edit/items/:id/split", .needs(.editPlan)) { try await ItemForms.split($0) },
    .office("/edit/items/:id/close", .needs(.editPlan)) { try ItemForms.closing($0) },
    .form("/edit/items/:id/close", .needs(.editPlan)) { try await ItemForms.close($0) },
    .office("/edit/items/:id/reopen", .needs(.editPlan)) { try ItemForms.reopening($0) },
    .form("/edit/items/:id/reopen", .needs(.editPlan)) { try await ItemForms.reopen($0) },
    .office("/edit/merge", .needs(.editPlan)) { MergePage.answer($0) },
    .form("/edit/merge", .needs(.editPlan)) { try await MergePage.merge($0) },
    .office("/edit/carry", .needs(.editPlan)) { CarryPage.answer($0) },
    .form("/edit/carry", .needs(.editPlan)) { try await CarryPage.send($0) },
    .office("/edit/bulk", .needs(.editPlan)) { BulkPage.answer($0) },
    .form("/edit/bulk", .needs(.editPlan)) { try await BulkPage.send($0) },
    .office("/edit/rules", .needs(.editPlan)) { RulesPage.answer($0) },
    .form("/edit/rules", .needs(.editPlan)) { try await RulesPage.send($0) },
    .office("/edit/indicators/new", .needs(.editPlan)) { IndicatorForms.new($0) },
    .form("/edit/indicators", .needs(.editPlan)) { try await IndicatorForms.add($0) },
    .office("/edit/indicators/:id", .needs(.editPlan)) { try await IndicatorForms.answer($0) },
    .form("/edit/indicators/:id", .needs(.editPlan)) { try await IndicatorForms.change($0) },
    .office("/edit/indicators/:id/targets", .needs(.editPlan)) { try TargetsPage.answer($0) },
    .form("/edit/indicators/:id/targets", .needs(.editPlan)) { try await TargetsPage.send($0) },
    .office("/edit/indicators/:id/close", .needs(.editPlan)) { try IndicatorForms.closing($0) },
    .form("/edit/indicators/:id/close", .needs(.editPlan)) { try await IndicatorForms.close($0) },
    .office("/edit/indicators/:id/reopen", .needs(.editPlan)) { try IndicatorForms.reopening($0) },
    .form("/edit/indicators/:id/reopen", .needs(.editPlan)) { try await IndicatorForms.reopen($0) },
    .office("/edit/contributions/:kind/:id", .needs(.editPlan)) { try ContributionForms.answer($0) },
    .form("/edit/contributions/:kind/:id", .needs(.editPlan)) { try await ContributionForms.change($0) },
    .office("/edit/partners", .needs(.editPlan)) { PartnerForms.list($0) },
    .office("/edit/partners/new", .needs(.editPlan)) { PartnerForms.new($0) },
    .form("/edit/partners", .needs(.editPlan)) { try await PartnerForms.add($0) },
    .office("/edit/partners/:id", .needs(.editPlan)) { try PartnerForms.answer($0) },
    .form("/edit/partners/:id", .needs(.editPlan)) { try await PartnerForms.change($0) },
    .form("/edit/partners/:id/remove", .needs(.editPlan)) { try await PartnerForms.remove($0) },
    .office("/edit/words", .needs(.editPlan)) { WordsPage.answer($0) },
    .form("/edit/words", .needs(.editPlan)) { try await WordsPage.send($0) },
    .office("/edit/terms", .needs(.editPlan)) { TermForms.list($0) },
    .office("/edit/terms/new", .needs(.editPlan)) { TermForms.new($0) },
    .form("/edit/terms", .needs(.editPlan)) { try await TermForms.add($0) },
    .office("/edit/terms/:id", .needs(.editPlan)) { try TermForms.answer($0) },
    .form("/edit/terms/:id", .needs(.editPlan)) { try await TermForms.change($0) },
    .form("/edit/terms/:id/remove", .needs(.editPlan)) { try await TermForms.remove($0) },
    .office("/edit/rules/own/:id", .needs(.editPlan)) { try OwnRuleForms.answer($0) },
    .form("/edit/rules/own/:id", .needs(.editPlan)) { try await OwnRuleForms.record($0) },
    .office("/edit/risk-matrix", .needs(.editPlan)) { RiskForms.matrix($0) },
    .form("/edit/risk-matrix", .needs(.editPlan)) { try await RiskForms.setMatrix($0) },
    .office("/edit/risks/new", .needs(.editPlan)) { RiskForms.new($0) },
    .form("/edit/risks", .needs(.editPlan)) { try await RiskForms.add($0) },
    .office("/edit/risks/:id", .needs(.editPlan)) { try RiskForms.answer($0) },
    .form("/edit/risks/:id", .needs(.editPlan)) { try await RiskForms.change($0) },
    .office("/edit/risks/:id/score", .needs(.editPlan)) { try RiskForms.scoring($0) },
    .form("/edit/risks/:id/score", .needs(.editPlan)) { try await RiskForms.score($0) },
    .office("/edit/batches/:id/undo", .needs(.editPlan)) { try await UndoBatchPage.answer($0) },
    .form("/edit/batches/:id/undo", .needs(.editPlan)) { try await UndoBatchPage.undo($0) },
    .office("/history/:kind/:id", .needs(.read)) { try await HistoryPage.answer($0) },
    .office("/history/:kind/:id/:position/undo", .needs(.editPlan)) { try await UndoChangePage.answer($0) },
    .form("/history/:kind/:id/:position/undo", .needs(.editPlan)) { try await UndoChangePage.undo($0) },

    .office("/structure", .needs(.people)) { try await StructurePage.answer($0) },
    .form("/structure/holidays", .needs(.people)) { try await StructurePage.addHoliday($0) },
    .form("/structure/holidays/:id/remove", .needs(.people)) { try await StructurePage.removeHoliday($0) },
    .office("/structure/services/new", .needs(.people)) { StructureForms.newService($0) },
    .form("/structure/services", .needs(.people)) { try await StructureForms.addService($0) },
    .office("/structure/services/:id", .needs(.people)) { try StructureForms.service($0) },
    .form("/structure/services/:id", .needs(.people)) { try await StructureForms.changeService($0) },
    .form("/structure/services/:id/close", .needs(.people)) { try await StructureForms.closeService($0) },
    .office("/structure/posts/new", .needs(.people)) { StructureForms.newPost($0) },
    .form("/structure/posts", .needs(.people)) { try await StructureForms.addPost($0) },
    .office("/structure/posts/:id", .needs(.people)) { try await StructureForms.post($0) },
    .form("/structure/posts/:id", .needs(.people)) { try await StructureForms.changePost($0) },
    .form("/structure/posts/:id/close", .needs(.people)) { try await StructureForms.closePost($0) },
    .form("/structure/posts/:id/appoint", .needs(.people)) { try await StructureForms.appoint($0) },
    .form("/structure/posts/:id/end", .needs(.people)) { try await StructureForms.endTenure($0) },
  ]

  /// Whether there are pages of that sort: `/review/:` for those of periods under review.
  static func lead(to prefix: String) -> Bool { all.contains { $0.path.hasPrefix(prefix) } }

  /// The router for a site: each handler is three moves, of which the page function has the last two.
  static func router(for site: Site) -> Router<VisitContext> {
    let router = Router(context: VisitContext.self, options: [.autoGenerateHeadEndpoints])
    for route in all {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        let visit = try Visit(site, request, context.parameters)
        return try await site.response(
          to: request, for: visit, route.answer(visit, request, context.address(of: request, for: site)))
      }
    }
    return router
  }
}

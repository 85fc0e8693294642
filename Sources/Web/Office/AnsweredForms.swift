import CorporatePlan
import Hummingbird
import Ledger
import Synchronization

/// Pages with which forms were answered: refused, or looked at before they are recorded.
///
/// A browser that is shown such a page where it sent the form asks on Back and reload whether to send it once more. So it
/// is sent on to the form's own address, where the page stands for a while for that reader. Programs, which do not say
/// that they navigate, are answered at once. Nothing of it is on disk: Decisions/0025.
final class AnsweredForms: Sendable {
  /// How many pages one session may have there; an earlier one makes room.
  static let mostPages = 6
  /// How many there are of people who have not signed in.
  static let mostOfDoor = 300
  static let mostBytes = 64 << 20
  static let patience = 30 * 60 * 1000

  private struct Kept: Sendable {
    let id: String
    let reader: Digest?
    let answer: Answer
    let at: Moment
  }

  private let now: @Sendable () -> Moment
  private let kept = Mutex<[Kept]>([])

  init(now: @escaping @Sendable () -> Moment) { self.now = now }

  /// Answers a form with the address of a page where the page would stand in the form's way, and shows it there.
  ///
  /// - Parameter session: whose page it is; `nil` before signing in, when it is whoever knows its name.
  func serving(_ visit: Visit, _ request: Request, to session: Session?, _ answer: () async throws -> Answer)
    async throws -> Answer
  {
    guard request.method == .post else {
      if let page = visit.field(FormPage.field).flatMap({ page($0, of: session?.ticket) }) { return page }
      return try await answer()
    }
    let answer = try await answer()
    guard let form = FormPage(request, inOffice: session != nil) else { return answer }
    // What a page's script saves makes the answer old as well: a reload would bring back what was mended.
    if let earlier = form.answered {
      kept.withLock { $0.removeAll { $0.id == earlier && $0.reader == session?.ticket } }
    }
    return form.isLeft && answer.standsInTheWay
      ? .redirect(form.address(answered: keep(answer, for: session?.ticket)))
      : answer
  }

  func forget(_ session: Session) { kept.withLock { $0.removeAll { $0.reader == session.ticket } } }

  private func page(_ id: String, of reader: Digest?) -> Answer? {
    giveUpExpired()
    return kept.withLock { $0.first { $0.id == id && $0.reader == reader }?.answer }
  }

  private func giveUpExpired() {
    let time = now().milliseconds
    kept.withLock { $0.removeAll { time - $0.at.milliseconds > AnsweredForms.patience } }
  }

  private func keep(_ answer: Answer, for reader: Digest?) -> String {
    let new = Kept(id: Secret().text, reader: reader, answer: answer, at: now())
    let most = reader == nil ? AnsweredForms.mostOfDoor : AnsweredForms.mostPages
    giveUpExpired()
    kept.withLock { kept in
      kept.append(new)
      if kept.count(where: { $0.reader == reader }) > most, let oldest = kept.firstIndex(where: { $0.reader == reader })
      {
        kept.remove(at: oldest)
      }
      var bytes = kept.reduce(0) { $0 + $1.answer.bytes.count }
      while bytes > AnsweredForms.mostBytes, kept.count > 1 { bytes -= kept.removeFirst().answer.bytes.count }
    }
    return new.id
  }
}

extension Answer {
  /// Whether Back and reload would meet it and send the form again: it is a page and not the end of the matter.
  fileprivate var standsInTheWay: Bool {
    location == nil && type.hasPrefix("text/html")
      && (isStep || status == .unprocessableContent || status == .conflict)
  }
}

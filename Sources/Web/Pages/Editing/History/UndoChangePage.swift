import CorporatePlan
import Documents
import Ledger

/// One change of a record taken back: the question first; refused, with both values, where others changed the same since.
struct UndoChangePage {
  private let visit: OfficeVisit
  private let record: RecordID
  private let entries: [Entry]
  private let position: Int
  private var problems: [FormProblem] = []
  private var overtaken: [UndoBlocked.Overtaken] = []

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    record = try visit.recordInHistory()
    guard visit.mayUndo(record.kind) else { throw Refusal.notYours }
    entries = try await visit.site.council.history(of: record)
    guard let position = Int(try visit.parameter("position")), entries.contains(where: { $0.position == position })
    else { throw Refusal.notFound("This change") }
    self.position = position
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    var page = try await UndoChangePage(visit)
    do throws(UndoBlocked) { _ = try visit.book.undoing(page.position, in: page.entries) } catch { page.block(error) }
    return .html(try await page.html)
  }

  static func undo(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    var page = try await UndoChangePage(visit)
    let (record, position, entries) = (page.record, page.position, page.entries)
    guard let newest = entries.last else { throw Refusal.notFound("This change") }
    do {
      // What is expected is the newest of the entries read here: a change meanwhile is a conflict, and asked anew.
      let receipt = try await visit.site.council.append(
        reason: "Undone" + (sent["reason"].map { ": \($0)" } ?? ""), author: visit.session.author,
        at: visit.office.moment, expecting: [record: newest.revision]
      ) { book in [try book.undoing(position, in: entries)] }
      let address = "/history/\(record.kind.addressed)/\(record.record.addressed)"
      return .redirect(visit.landing(address, receipt.batch))
    } catch let blocked as UndoBlocked {
      page.block(blocked)
    } catch is Conflict {
      page.problems = [FormProblem(field: "main", words: "Somebody changed it meanwhile. Look once more.")]
    }
    return .conflict(try await page.html)
  }

  private mutating func block(_ blocked: UndoBlocked) {
    let words =
      switch blocked {
      case .unknown: "There is no such change any more."
      case .undoneAlready: "It stands as it stood before this change; there is nothing to undo."
      case .inUse: Book.termInUse
      case .refused(let why): "What stood there before could not be recorded today: \(why)."
      case .recordedSince(_, let at, let reason):
        "It has been changed since, on \(at.londonDay.words) (\(reason)); undo that first."
      case .changedSince:
        "The same was changed once more since. Both stand below: undo the later change first, or change it by hand."
      }
    problems = [FormProblem(field: "main", words: words)]
    if case .changedSince(let overtaken) = blocked { self.overtaken = overtaken }
  }

  private var html: HTML {
    get async throws {
      let authors = try await Authors(visit)
      let change = try visit.book.changes(entries).first { $0.position == position }
      let name = RecordNames(visit.book).line(of: record, entries.last { $0.body != nil }?.json).name
      let address = "/history/\(record.kind.addressed)/\(record.record.addressed)"
      let title = "Undo this change of “\(name)”?"
      return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)") { html in
        html.errorSummary(problems)
        html.element("h1", title)
        if let change {
          html.element("div", ["class": "trail"]) {
            $0.change(change, by: authors.words(change.author, on: change.at.londonDay))
          }
        }
        if !overtaken.isEmpty {
          html.table(
            Table(
              "Changed since",
              columns: [
                .init("Field", width: 2), .init("This change made it", width: 3), .init("Stands now", width: 3),
              ],
              rows: overtaken.map { field in
                Table.Row([.rowHeader(field.heading), .text(field.made ?? "nothing"), .text(field.now ?? "nothing")])
              }))
        }
        guard problems.isEmpty else {
          html.element("p") { $0.link("Back to the history", address) }
          return
        }
        html.raw("<p>What this change made of it stands again as before; what others changed since stays.</p>")
        html.form("\(address)/\(position)/undo", visit.session) { html in
          html.field(.reason(), [], [])
          html.element("p", ["class": "buttons"]) { html in
            html.raw("<button>Undo it</button> ")
            html.link("Cancel", address)
          }
        }
      }
    }
  }
}

import CorporatePlan
import Documents
import Ledger

/// Changes within somebody's reach, newest first, of which so many fit a page.
struct ChangeList {
  let changes: [RecordedChange]
  /// The position before which it goes on; `nil` at the end.
  let next: Int?

  private static let chunk = 500
  /// As many entries as one page looks through; the next goes on from there.
  private static let furthest = 20_000

  init(
    _ visit: OfficeVisit, _ query: ChangeQuery, since day: Day? = nil, of service: String? = nil, within reach: Reach,
    upTo most: Int
  ) async throws {
    let belongings = Belongings(visit.book)
    let drafts = DraftsForCouncillors(visit)
    var query = query
    // London is an hour ahead of UTC at most; the day itself is looked at below.
    query.since = day.map { Moment(milliseconds: $0.number * 86_400_000 - 3_600_000) }
    var (found, scanned): ([RecordedChange], Int) = ([], 0)
    while true {
      let some = try await visit.site.council.changes(query, limit: ChangeList.chunk)
      for change in some {
        if let day, change.entry.recordedAt.londonDay < day { continue }
        let before = try change.before.map(JSON.init(parsing:))
        let subject = try change.entry.subject(before: before)
        guard belongings.isWithin(reach, subject) else { continue }
        if let service {
          guard case .of(let record) = subject, belongings.belonging(of: record).services.contains(service) else {
            continue
          }
        }
        guard visit.mayRead(change.entry, before: before), let shown = drafts.shown(change, before) else { continue }
        if found.count == most {
          (changes, next) = (found, found.last?.entry.position)
          return
        }
        found.append(shown)
      }
      scanned += some.count
      query.before = some.last?.entry.position
      if some.count < ChangeList.chunk || scanned >= ChangeList.furthest {
        changes = found
        next = some.count < ChangeList.chunk ? nil : query.before
        return
      }
    }
  }

  /// What was recorded together, together.
  var batches: [[RecordedChange]] {
    changes.reduce(into: []) { batches, change in
      if batches.last?.first?.entry.batch == change.entry.batch {
        batches[batches.count - 1].append(change)
      } else {
        batches.append([change])
      }
    }
  }
}

extension HTML {
  /// Changes by what was recorded together: who, when and why, and below that each from what to what.
  mutating func changes(_ list: ChangeList, _ visit: OfficeVisit, _ names: PeopleNames, heading: StaticString = "h2") {
    let words = ChangeWords(visit, names)
    raw(#"<ol class="history">"#)
    for batch in list.batches {
      let first = batch[0].entry
      raw("<li>")
      element(heading) { html in
        html.text(first.reason.isEmpty ? "No reason given" : first.reason)
      }
      let saved = names.saved(first.author, at: first.recordedAt, in: visit.book, on: visit.today)
      element("p", ["class": "note"], "by \(saved)")
      raw("<ul>")
      for change in batch {
        raw("<li>")
        words.write(change, into: &self)
        raw("</li>")
      }
      raw("</ul></li>")
    }
    raw("</ol>")
  }
}

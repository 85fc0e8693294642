/// Why a change can't be undone.
package enum UndoBlocked: Error, Equatable {
  /// There is no such change among the entries.
  case unknown
  /// It was changed since: each member with what the change made of it and what stands there now.
  case changedSince([Overtaken])
  /// It was recorded, or withdrawn, and somebody has worked on it since.
  case recordedSince(by: String, at: Moment, reason: String)
  /// The record stands as it stood before the change.
  case undoneAlready
  /// It brought in a term or wave of which something is recorded by now.
  case inUse
  /// What stood there before could not be recorded today: the sentence says why.
  case refused(String)

  package struct Overtaken: Equatable, Sendable {
    package let name: String
    package let heading: String
    /// What the change made of it, and what stands now, in words; `nil` for nothing.
    package let made: String?
    package let now: String?
  }
}

extension Book {
  /// The revision that takes one change of a record back: the members it changed have their earlier values again, and
  /// what others changed since stays.
  ///
  /// - Parameter entries: all of the record's, oldest first.
  package func undoing(_ position: Int, in entries: [Entry]) throws(UndoBlocked) -> Revision {
    guard let place = entries.firstIndex(where: { $0.position == position }), let newest = entries.last else {
      throw .unknown
    }
    let entry = entries[place]
    let before = place > 0 ? entries[place - 1].json : nil
    let (after, now) = (entry.json, newest.json)
    guard let before, let after, let now else {
      // A first recording or a withdrawal is taken back as a whole, while nothing else has happened.
      if newest.position != position {
        if before == now { throw .undoneAlready }
        throw .recordedSince(by: newest.author, at: newest.recordedAt, reason: newest.reason)
      }
      return try checked(Revision(kind: entry.kind, record: entry.record, body: before))
    }
    let kind = RecordKind.named(entry.kind)
    let changed = Set(keys(before) + keys(after)).filter { before[$0] != after[$0] }
    if changed.allSatisfy({ now[$0] == before[$0] }) { throw .undoneAlready }
    let overtaken = changed.filter { now[$0] != after[$0] }.sorted()
    guard overtaken.isEmpty else {
      throw .changedSince(
        overtaken.map { name in
          let member = kind.member(name) ?? RecordMember(unknown: name, .fitting(now[name] ?? after[name] ?? .null))
          return UndoBlocked.Overtaken(
            name: name, heading: member.words, made: after[name].map { words($0, member, beside: after) },
            now: now[name].map { words($0, member, beside: now) })
        })
    }
    var members = keys(now).filter { !changed.contains($0) }.compactMap { key in now[key].map { (key, $0) } }
    members += changed.compactMap { key in before[key].map { (key, $0) } }
    return try checked(Revision(kind: entry.kind, record: entry.record, body: .sorted(members)))
  }

  private func keys(_ body: JSON) -> [String] {
    if case .members(let members) = body { members.map(\.key) } else { [] }
  }

  /// Members from two revisions may not go together: an end before a later start.
  private func checked(_ revision: Revision) throws(UndoBlocked) -> Revision {
    guard let body = revision.body else {
      if revision.kind == EnteredPeriod.kind, holdsRecords(of: revision.record) { throw .inUse }
      return revision
    }
    do throws(FieldError) {
      _ = try Book.record(RecordID(revision.kind, revision.record), Fields(body, calendar: calendar))
    } catch { throw .refused(error.description) }
    return revision
  }
}

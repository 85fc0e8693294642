import CorporatePlan
import Documents

extension ImportDraft {
  /// Links the plan in this draft, where it says when it begins, to the one before it. `reading` does so last.
  mutating func linkToEarlierPlan() {
    guard let plan = records.compactMap({ $0.cast(to: Plan.self)?.start }).max() else { return }
    // A paper may set out one year's actions of a plan of several: they say when they begin.
    let starts = Set(
      records.compactMap { record in order.book.record(record.recordID) == nil ? (record as? PlanItem)?.start : nil })
    linkToEarlierPlan(startingOn: starts.count == 1 ? max(plan, starts.first ?? plan) : plan)
  }

  /// Links the plan in this draft to the one before it: what is carried over keeps its id, what ends gets its last day, what
  /// is new its first, and each has a lineage that says so.
  ///
  /// Nothing happens where the Book holds no earlier plan, and importing the same plan again changes nothing.
  ///
  /// - Parameters:
  ///   - start: the first day of the plan in the draft.
  ///   - roles: the roles that are looked after; those of which the draft has no item are left alone.
  mutating func linkToEarlierPlan(startingOn start: Day, roles: Set<PlanItem.Role> = Set(PlanItem.Role.allCases)) {
    if records.contains(where: { ($0 as? Lineage)?.on == start }) { return }
    let plans = records.compactMap { $0 as? Plan }
    let own = plans.filter { $0.start == start }
    if let earlier = EarlierPlan(
      order.book, before: start, of: own.isEmpty ? plans : own, later: records.compactMap { $0 as? PlanItem })
    {
      var items = LineageDraft(start: start, kind: PlanItem.kind)
      linkItems(earlier, roles, &items)
      var indicators = LineageDraft(start: start, kind: Indicator.kind)
      linkIndicators(earlier, &indicators)
      let renaming = Renaming(
        items.renamed.merging(indicators.renamed) { one, _ in one }, calendar: order.book.calendar)
      replaceRecords(renaming.renamed)
      keepSpans(start)
      record(items, indicators, earlier)
    } else {
      keepSpans(start)
    }
  }

  // MARK: Items

  private mutating func linkItems(_ earlier: EarlierPlan, _ roles: Set<PlanItem.Role>, _ draft: inout LineageDraft) {
    let new = PlanOutline(records.compactMap { $0 as? PlanItem })
    let present = roles.intersection(new.items.map(\.role))
    let old = PlanOutline(earlier.items)
    for stage in LineageStage.all {
      let begun = new.items(in: stage).filter { !isOfThisPlan(order.book.items[$0.id]?.start, draft.start) }
      let isCompared = present.contains(stage.role)
      var matcher = LineageMatcher(
        earlier: old.items(in: stage).map { item in
          PlanThing(id: item.id, title: item.title, code: item.code, under: old.place(of: item))
        },
        later: (isCompared ? begun : []).map { item in
          // What stands under something new has no place in the earlier plan.
          let place = new.place(of: item).map { draft.earlierIDs[$0] ?? "new \($0)" }
          return PlanThing(id: item.id, title: item.title, code: item.code, under: place)
        })
      settle(matcher, &draft)
      var answers = HeirAnswers()
      for thing in matcher.earlier where !draft.isSettled(thing.id) && !draft.open.contains(thing.id) {
        let above = old.item(thing.id).map { old.path(to: $0).map(\.id) } ?? []
        let completion = earlier.completion(of: thing.id)
        end(thing, above, completion, isCompared: isCompared, matcher, &draft, &answers)
      }
      answers.settle(&matcher, &draft)
      for thing in matcher.later {
        // What stands under something that is in doubt can't be told yet.
        let above = new.item(thing.id).map { new.path(to: $0).map(\.id) } ?? []
        if above.contains(where: draft.open.contains) {
          draft.leaveOpen(earlier: [], later: [thing.id])
        } else {
          draft.begin(thing.id)
        }
      }
    }
  }

  /// Whether a thing on record began with the plan in the draft, which was imported before.
  private func isOfThisPlan(_ recorded: Day?, _ start: Day) -> Bool { recorded.map { start <= $0 } ?? false }

  /// A thing that is in the later plan no more: with what it stood under, because it was completed, or for a reason that
  /// somebody gives.
  private mutating func end(
    _ thing: PlanThing, _ above: [String], _ completion: String?, isCompared: Bool, _ matcher: LineageMatcher,
    _ draft: inout LineageDraft, _ answers: inout HeirAnswers
  ) {
    let whole = above.last { draft.ended[$0] != nil }
    let ended = whole.flatMap { draft.ended[$0] }
    if isCompared || ended != nil, let completion {
      draft.complete(thing.id, completion)
    } else if let whole, draft.completed.contains(whole) {
      draft.complete(thing.id, ended ?? "")
    } else if let ended {
      draft.drop(thing.id, ended)
    } else if !isCompared {
      return
    } else if above.contains(where: draft.open.contains) {
      draft.leaveOpen(earlier: [thing.id], later: [])
    } else {
      askWhatBecame(of: thing, matcher, &draft, &answers)
    }
  }

  // MARK: Indicators

  private mutating func linkIndicators(_ earlier: EarlierPlan, _ draft: inout LineageDraft) {
    let new = records.compactMap { $0 as? Indicator }
    guard !new.isEmpty else { return }
    let begun = new.filter { !isOfThisPlan(order.book.indicators[$0.id]?.start, draft.start) }
    var matcher = LineageMatcher(
      earlier: earlier.indicators.map { PlanThing(id: $0.id, title: $0.name, code: $0.code) },
      later: begun.map { PlanThing(id: $0.id, title: $0.name, code: $0.code) })
    settle(matcher, &draft)
    var answers = HeirAnswers()
    for thing in matcher.earlier where !draft.isSettled(thing.id) && !draft.open.contains(thing.id) {
      askWhatBecame(of: thing, matcher, &draft, &answers)
    }
    answers.settle(&matcher, &draft)
    for thing in matcher.later { draft.begin(thing.id) }
  }

  // MARK: Questions

  /// Takes over what was found, and asks about what is in doubt.
  private mutating func settle(_ matcher: LineageMatcher, _ draft: inout LineageDraft) {
    for pair in matcher.carried { draft.carry(pair.earlier, pair.later) }
    for split in matcher.splits { draft.split(split.earlier, into: split.later) }
    for merge in matcher.merges { draft.merge(merge.earlier, into: merge.later) }
    var parts: [String: (whole: PlanThing, parts: [PlanThing])] = [:]
    for doubt in matcher.doubts {
      let candidates = doubt.candidates.filter { !draft.isSettled($0.id) }
      if candidates.isEmpty {
        draft.begin(doubt.later.id)
        continue
      }
      switch askWhatItWas(doubt.later, candidates, draft.kind) {
      case .new?: draft.begin(doubt.later.id)
      // What others are a part of is not carried over beside them.
      case .carried(let old)? where parts[old.id] == nil: draft.carry(old, doubt.later)
      case .replaces(let old)? where parts[old.id] == nil: draft.replace(old, by: doubt.later)
      case .merges?: draft.merge(candidates, into: doubt.later)
      case .part(let old)?, .carried(let old)?, .replaces(let old)?:
        parts[old.id, default: (old, [])].parts.append(doubt.later)
      case nil: draft.leaveOpen(earlier: candidates.map(\.id), later: [doubt.later.id])
      }
    }
    for (_, split) in parts.sorted(by: { $0.key < $1.key }) { draft.split(split.whole, into: split.parts) }
  }

  private mutating func askWhatItWas(_ new: PlanThing, _ candidates: [PlanThing], _ kind: String) -> Origin? {
    let origins =
      candidates.flatMap { [Origin.carried($0), .part($0), .replaces($0)] }
      + (candidates.count > 1 ? [.merges, .new] : [.new])
    let isOne = candidates.count == 1
    let like = candidates.map { "“\($0.title)”" }.joined(separator: " and ")
    let answer = ask(
      .lineageDoubtful, at: place(of: RecordID(kind, new.id)) ?? .document, about: "\(kind) \(new.id)",
      verbatim: new.title,
      "This is like \(like) of the earlier plan. Say what it is.",
      choices: origins.map { Question.Choice($0.word(isOne: isOne), $0.words) })
    return origins.first { $0.word(isOne: isOne) == answer }
  }

  /// Asks why something was dropped, or under which other words it goes on. Without an answer it stays in the plan.
  private mutating func askWhatBecame(
    of old: PlanThing, _ matcher: LineageMatcher, _ draft: inout LineageDraft, _ answers: inout HeirAnswers
  ) {
    let heirs = matcher.heirs(of: old)
    let choices = heirs.flatMap { new in
      [
        Question.Choice("carried \(new.id)", "It goes on as “\(new.title)”"),
        Question.Choice("replaced \(new.id)", "“\(new.title)” takes its place"),
      ]
    }
    let answer = ask(
      .droppedWithoutReason, at: .document, about: "\(draft.kind) \(old.id)", verbatim: old.title,
      "“\(old.title)” of the earlier plan is neither complete nor in the plan from \(draft.start.words). Say why it was dropped.",
      choices: choices, takesWords: true)?.trimmed
    guard let answer else { return draft.leaveOpen(earlier: [old.id], later: []) }
    let chosen = ["carried ", "replaced "].first { answer.hasPrefix($0) }.map { String(answer.dropFirst($0.count)) }
    if let heir = heirs.first(where: { answer == "carried \($0.id)" }) {
      answers.add(old, heir, isReplaced: false)
    } else if let heir = heirs.first(where: { answer == "replaced \($0.id)" }) {
      answers.add(old, heir, isReplaced: true)
    } else if let chosen, record(RecordID(draft.kind, chosen)) != nil {
      // A choice that is none any more is no reason to print.
      tell(
        .error, .lineageDoubtful, at: .document, verbatim: old.title,
        "“\(old.title)” was answered with “\(answer)”, which has another origin by now. It stays in the plan.")
      draft.leaveOpen(earlier: [old.id], later: [])
    } else {
      draft.drop(old.id, answer)
    }
  }

  // MARK: Records

  private mutating func record(_ items: LineageDraft, _ indicators: LineageDraft, _ earlier: EarlierPlan) {
    let last = earlier.start
    for var item in earlier.items where items.ended[item.id] != nil {
      item.end = last
      add(item, at: .document)
    }
    for var indicator in earlier.indicators where indicators.ended[indicator.id] != nil {
      indicator.end = last
      add(indicator, at: .document)
    }
    // One that is on record is kept with the words it was recorded with.
    for lineage in items.lineages + indicators.lineages {
      add(order.book.lineages[lineage.id] ?? lineage, at: .document)
    }
    for id in items.begun { change(RecordID(PlanItem.kind, id), PlanItem.self) { $0.start = $0.start ?? last } }
    for id in indicators.begun { change(RecordID(Indicator.kind, id), Indicator.self) { $0.start = $0.start ?? last } }
  }

  /// What is on record keeps the day on which it joined the plan. It leaves it on the day on record where that is still to
  /// come, and otherwise when the document says, if it does.
  private mutating func keepSpans(_ start: Day) {
    func last(_ known: Day?, _ drafted: Day?) -> Day? {
      if let known, start < known { return known }
      return drafted.flatMap { start < $0 ? $0 : nil }
    }
    for record in records {
      if let known = order.book.items[record.recordID.record], record is PlanItem {
        change(record.recordID, PlanItem.self) { ($0.start, $0.end) = (known.start, last(known.end, $0.end)) }
      } else if let known = order.book.indicators[record.recordID.record], record is Indicator {
        change(record.recordID, Indicator.self) { ($0.start, $0.end) = (known.start, last(known.end, $0.end)) }
      }
    }
  }
}

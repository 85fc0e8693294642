extension Book {
  /// Everything that can be looked for, with the statuses of a quarter. People are not among it: their names stand
  /// outside the ledger.
  package func findable(_ scorecard: Scorecard?) -> [Findable] {
    let belongings = Belongings(self)
    let sealed = Set(seals.values.map(\.period.code))
    let drafts = Set(cycles.keys).subtracting(sealed)
    return findableItems(scorecard, belongings) + findableIndicators(scorecard, belongings)
      + findableRisks(belongings) + findableReports(drafts) + findablePapers + findableUnits(belongings)
      + findableWords(belongings, drafts)
  }

  private func findableItems(_ scorecard: Scorecard?, _ belongings: Belongings) -> [Findable] {
    let actions = scorecard.map { $0.sections.flatMap(\.actions) + $0.unplacedActions } ?? []
    let statuses = Dictionary(actions.map { ($0.item.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    return items.values.map { item in
      var found = Findable(
        .plan, item.recordID, code: item.code, title: item.title,
        text: [item.text, item.measure, item.target, item.condition, item.owner.map { posts[$0]?.title ?? $0 }])
      found.priority = priority(above: item.id)?.id
      found.status = statuses[item.id] ?? nil
      found.belonging = belongings.belonging(of: item.recordID)
      return found
    }
  }

  private func findableIndicators(_ scorecard: Scorecard?, _ belongings: Belongings) -> [Findable] {
    let statuses = Dictionary(
      (scorecard?.standings ?? []).map { ($0.indicator.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    return indicators.values.map { indicator in
      var found = Findable(
        .indicators, indicator.recordID, code: indicator.code, title: indicator.name,
        text: [
          indicator.definition, indicator.source, indicator.owner.map { posts[$0]?.title ?? $0 },
          indicator.tags.joined(separator: ", "),
        ])
      found.priority = priority(above: indicator.items.first)?.id
      found.status = statuses[indicator.id] ?? nil
      found.belonging = belongings.belonging(of: indicator.recordID)
      return found
    }
  }

  private func findableRisks(_ belongings: Belongings) -> [Findable] {
    // What is looked for is looked for by many, and few may read what is exempt.
    risks.values.filter { !isExempt(paper: $0.paper) }.map { risk in
      var found = Findable(
        .risks, risk.recordID, code: risk.code, title: risk.title,
        text: [risk.text] + risk.mitigations.map(Optional.some) + [risk.owner.map { posts[$0]?.title ?? $0 }])
      found.priority = risk.items.first.flatMap { priority(above: $0)?.id }
      found.status = newestScores(of: risk.id).first?.status
      found.belonging = belongings.belonging(of: risk.recordID)
      found.isOfOffice = true
      return found
    }
  }

  private func findableReports(_ drafts: Set<String>) -> [Findable] {
    Set(reportingPeriods + seals.values.map(\.period)).filter { !drafts.contains($0.code) }.map { period in
      var found = Findable(
        .reports, RecordID("report", period.code), code: period.code, title: "Report for \(period.name)")
      found.period = period
      return found
    }
  }

  private var findablePapers: [Findable] {
    let recommended = Dictionary(grouping: recommendations.values, by: \.paper)
    return papers.values.map { paper in
      let asked = paper.isExempt ? [] : (recommended[paper.id] ?? []).sorted { $0.number < $1.number }
      let form = paper.form.map { "\($0.name): \($0.words)" }
      return Findable(
        .papers, paper.recordID, title: paper.title,
        text: [paper.committee, paper.meeting?.words] + asked.map(\.text) + form)
    }
  }

  private func findableUnits(_ belongings: Belongings) -> [Findable] {
    let units = services.values.map { service in
      var found = Findable(
        .services, service.recordID, title: service.name,
        text: [service.directorate.map { services[$0]?.name ?? $0 }])
      found.belonging = Belonging(services: [service.id])
      return found
    }
    return units
      + posts.values.map { post in
        var found = Findable(
          .posts, post.recordID, title: post.title)
        found.belonging = belongings.belonging(of: post.recordID)
        return found
      }
  }

  /// What was said of indicators and items. Notes, and words of quarters that are still being collected, are for their
  /// service's own eyes; the rest is public.
  private func findableWords(_ belongings: Belongings, _ drafts: Set<String>) -> [Findable] {
    commentary.values.map { words in
      var found = Findable(.words, words.recordID, title: title(of: words.subject), text: [words.text])
      (found.subject, found.period) = (words.subject, words.period)
      found.priority = priority(above: home(of: words.subject))?.id
      found.belonging = belongings.belonging(of: words.subject)
      found.isOfOffice = words.purpose == .note || drafts.contains(words.period.code)
      return found
    }
  }

  private func title(of subject: RecordID) -> String {
    switch subject.kind {
    case Indicator.kind: indicators[subject.record]?.name ?? subject.record
    case PlanItem.kind: items[subject.record]?.title ?? subject.record
    default: subject.record
    }
  }

  private func home(of subject: RecordID) -> String? {
    subject.kind == Indicator.kind ? indicators[subject.record]?.items.first : subject.record
  }
}

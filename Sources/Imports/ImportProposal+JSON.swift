import CorporatePlan

extension ImportProposal {
  /// What `goldthread import --format json` prints (`contracts`): kept stable for scripts; members may be added.
  package var json: JSON {
    .object([
      "recognised": .object(["as": .string(recognition.kind), "confidence": recognition.json]),
      "file": .string(fileName), "digest": .string(fileDigest), "period": (period?.code).map(JSON.string),
      "counts": counts.json, "changes": changeCounts, "tally": tally, "diagnostics": .array(diagnostics.map(\.json)),
      "mapping": .array(mapping.map(\.json)), "unanswered": JSON(unanswered.count),
      "unplaced_cells": JSON(unplaced.count),
      "unplaced": .array(unplaced.map { .object(["at": .string($0.at), "verbatim": .string($0.verbatim)]) }),
      "records": .array(changes.map(\.json)),
    ])
  }

  private var tally: JSON {
    .object([
      "indicators": scorecard?.indicators.statusCounts ?? .members([]),
      "printed": printedTally?.statusCounts ?? .members([]),
      "actions": scorecard?.actions.statusCounts ?? .members([]),
    ])
  }

  private var changeCounts: JSON {
    .object([
      "new": JSON(count(.new)), "changed": JSON(count(.changed)), "unchanged": JSON(count(.unchanged)),
    ])
  }

  /// The statuses that the document prints; `nil` without records.
  package var printedTally: Tally? {
    guard let scorecard else { return nil }
    // What is on record besides was printed by another document.
    let own = Set(found.plain.compactMap { ($0 as? PrintedStatus)?.recordID.record })
    var tally = Tally(statuses: scorecard.indicators.byStatus.map(\.status))
    for standing in scorecard.standings {
      if let printed = standing.printed, own.contains(printed.id) {
        tally.add(.rated(printed.status), hasData: standing.hasData)
      }
    }
    return tally
  }
}

extension Recognition {
  /// A share of one, such as 0.98.
  fileprivate var json: JSON { .number(Quantity(mantissa: Int128(confidence), scale: 2).text(decimals: 2)) }
}

extension ImportCounts {
  fileprivate var json: JSON {
    .object([
      "plan_items": .members(
        PlanItem.Role.allCases.compactMap { role in planItems[role].map { JSON.Member(role.rawValue, JSON($0)) } }
          .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }),
      "milestones": JSON(planItems[.milestone] ?? 0),
    ]).merging(
      ImportCounts.names.map { name, kind in (name, JSON(byKind[kind] ?? 0)) })
  }

  /// The counts that are always printed, by the kind of record they count.
  private static let names: [(name: String, kind: String)] = [
    ("indicators", Indicator.kind), ("targets", Target.kind), ("actuals", Actual.kind),
    ("updates", ActionUpdate.kind), ("printed", PrintedStatus.kind), ("splits", Split.kind),
    ("rules", RuleRecord.kind), ("risks", Risk.kind), ("recommendations", Recommendation.kind),
    ("options", PaperOption.kind), ("clearances", Clearance.kind), ("contributions", Contribution.kind),
    ("comparators", Comparator.kind), ("commentaries", Commentary.kind), ("baselines", Baseline.kind),
    ("sections", Section.kind), ("partners", Partner.kind), ("lineages", Lineage.kind),
    ("printed_progress", PrintedProgress.kind), ("plans", Plan.kind), ("papers", Paper.kind),
  ]
}

extension JSON {
  /// An object with further members.
  fileprivate func merging(_ others: [(String, JSON)]) -> JSON {
    guard case .members(let members) = self else { return self }
    return .sorted(members.map { ($0.key, $0.value) } + others)
  }
}

extension Diagnostic {
  fileprivate var json: JSON {
    .object([
      "severity": .string(severity.rawValue), "code": .string(code.rawValue), "at": .string(at),
      "verbatim": .string(verbatim), "message": .string(message), "what_to_do": .string(code.remedy),
      "question": question?.json,
    ])
  }
}

extension Question {
  fileprivate var json: JSON {
    .object([
      "id": .string(id), "answer": answer.map(JSON.string), "takes_words": takesWords ? .bool(true) : nil,
      "choices": .array(choices.map { .object(["id": .string($0.id), "words": .string($0.words)]) }),
    ])
  }
}

extension TableMapping {
  fileprivate var json: JSON {
    .object([
      "at": .string(at),
      "columns": .array(
        columns.map { column in
          .object([
            "column": JSON(column.column), "heading": .string(column.heading),
            "meaning": (column.meaning?.text).map(JSON.string), "confidence": JSON(column.confidence),
          ])
        }),
    ])
  }
}

extension Change {
  fileprivate var json: JSON {
    .object([
      "kind": .string(recordID.kind), "id": .string(recordID.record), "change": .string(kind.rawValue),
      "body": revision.body, "before": kind == .changed ? before : nil,
    ])
  }
}

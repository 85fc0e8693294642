import CorporatePlan

extension ImportProposal {
  /// What `goldthread import --format json` prints (`contracts`): kept stable for scripts; members may be added.
  package var json: JSON {
    .object([
      "recognised": .object(["as": .string(recognition.kind), "confidence": recognition.json]),
      "file": .string(fileName), "digest": .string(fileDigest), "period": (period?.code).map(JSON.string),
      "counts": counts.json, "changes": changeCounts, "tally": tally, "diagnostics": .array(diagnostics.map(\.json)),
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

  package func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }

  /// The statuses that the document prints; `nil` without records.
  package var printedTally: Tally? {
    guard let scorecard else { return nil }
    var tally = Tally(statuses: scorecard.indicators.byStatus.map(\.status))
    for standing in scorecard.standings {
      if let printed = standing.printed { tally.add(.rated(printed.status), hasData: standing.hasData) }
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
      "indicators": JSON(indicators), "targets": JSON(targets), "actuals": JSON(actuals),
      "milestones": JSON(planItems[.milestone] ?? 0), "updates": JSON(updates), "printed": JSON(printed),
      "splits": JSON(splits), "rules": JSON(rules), "risks": 0, "recommendations": 0, "options": 0, "clearances": 0,
      "contributions": 0, "comparators": 0, "commentaries": JSON(commentaries),
    ])
  }
}

extension Diagnostic {
  fileprivate var json: JSON {
    .object([
      "severity": .string(severity.rawValue), "code": .string(code.rawValue), "at": .string(at),
      "verbatim": .string(verbatim), "message": .string(message), "what_to_do": .string(code.remedy),
    ])
  }
}

extension Change {
  fileprivate var json: JSON {
    .object([
      "kind": .string(revision.kind), "id": .string(revision.record), "change": .string(kind.rawValue),
      "body": revision.body, "before": kind == .changed ? before : nil,
    ])
  }
}

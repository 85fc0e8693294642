import CorporatePlan

extension ColumnMap {
  /// What stands in a column beats what stands above it: an "Aim" to maximise is no aim of the plan, and a "Goal" of 46% is
  /// a target. A column that is neither is asked about.
  mutating func letContentDecide(_ contents: [Int: ColumnContent]) {
    for index in columns.indices where columns[index].confidence < 100 {
      guard let word = columns[index].word, let content = contents[columns[index].number] else { continue }
      switch content.verdict(on: word, headed: columns[index].heading) {
      case .stands: break
      case .means(let other) where !has(other): (columns[index].word, columns[index].confidence) = (other, 85)
      case .means, .open: (columns[index].word, columns[index].confidence) = (nil, 0)
      }
    }
    nameByDescription()
  }

  /// "KPI description" is the name where no other column is.
  private mutating func nameByDescription() {
    if has(.name, .measure, .action, .milestone, .risk) { return }
    guard
      let index = columns.firstIndex(where: {
        $0.word == .definition && $0.confidence < 100 && ColumnMap.descriptions.contains($0.heading.normalisedName)
      })
    else { return }
    (columns[index].word, columns[index].confidence) = (.name, 85)
  }

  private static let descriptions: Set<String> = [
    "kpi description", "pi description", "measure description", "performance measure description",
    "performance indicator description", "metric description", "description of measure", "description of indicator",
    "description of kpi", "description of pi", "measure definition", "kpi definition", "pi definition",
    "indicator definition",
  ]
}

extension ColumnContent {
  enum Verdict: Equatable {
    case stands
    case means(ColumnMeaning.Word)
    /// It can't be what the heading says, and nothing tells what it is.
    case open
  }

  /// Whether the content leaves a heading its meaning.
  fileprivate func verdict(on word: ColumnMeaning.Word, headed heading: String) -> Verdict {
    switch word {
    case .priority, .outcome:
      let isGoal = ["goal", "goals", "aim", "ambition"].contains(heading.normalisedName)
      // A priority that is "High" or "Low" says what comes first.
      if areAims, isGoal { return .means(.polarity) }
      // Priorities may be numbered.
      if areMeasures { return isGoal ? .means(.target) : .open }
      return isGoal && areFigures ? .open : .stands
    case .direction: return areAims ? .means(.polarity) : .stands
    case .status: return areStates ? .means(.activated) : .stands
    default: return .stands
    }
  }
}

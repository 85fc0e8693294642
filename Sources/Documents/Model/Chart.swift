/// A chart: always with a title, a sentence that says what it shows, and its data as a table.
package struct Chart: Sendable, Equatable {
  /// The title; it says the finding rather than the subject where it can.
  package var title: String
  /// What the chart shows, in a sentence computed from the same values.
  package var description: String
  /// What is drawn.
  package var plot: Plot

  /// What is drawn.
  package enum Plot: Sendable, Equatable {
    /// Counts of statuses, stacked in one bar for each line.
    case strip(Strip)
    /// Actuals over time against a target.
    case line(Line)
    /// One actual against its target.
    case bullet(Bullet)
  }

  /// A chart with its words.
  package init(_ title: String, description: String, _ plot: Plot) {
    self.title = title
    self.description = description
    self.plot = plot
  }
}

extension Chart {
  /// Counts of statuses, one bar for each line.
  package struct Strip: Sendable, Equatable {
    /// One bar.
    package struct Bar: Sendable, Equatable {
      /// What is counted in it.
      package var label: String
      /// The counts.
      package var counts: [StatusCount]

      /// A bar of counts.
      package init(_ label: String, _ counts: [StatusCount]) {
        self.label = label
        self.counts = counts
      }

      /// How many there are of a status.
      package func count(of mark: StatusMark) -> Int {
        counts.reduce(0) { $1.mark == mark ? $0 + $1.count : $0 }
      }

      /// How many there are altogether.
      package var total: Int {
        counts.reduce(0) { $0 + $1.count }
      }
    }

    /// The bars, from top to bottom.
    package var bars: [Bar]

    /// Bars of counts.
    package init(_ bars: [Bar]) {
      self.bars = bars
    }

    /// The statuses that occur, in the order in which they are first named.
    package var marks: [StatusMark] {
      var marks: [StatusMark] = []
      for count in bars.lazy.flatMap(\.counts) where !marks.contains(count.mark) { marks.append(count.mark) }
      return marks
    }
  }

  /// Actuals over time against a target.
  package struct Line: Sendable, Equatable {
    /// Values under one name.
    package struct Series: Sendable, Equatable {
      /// "Actual", "Target", "Comparable councils".
      package var name: String
      /// One value for each category; none where there is no figure, which shows as a gap and never as zero.
      package var values: [Value?]

      /// Values under one name.
      package init(_ name: String, _ values: [Value?]) {
        self.name = name
        self.values = values
      }
    }

    /// Where the vertical axis begins.
    package enum Base: Sendable, Equatable {
      /// At zero.
      case zero
      /// Near the lowest value, which the chart then says.
      case fitted
    }

    /// The periods, oldest first.
    package var categories: [String]
    /// What happened.
    package var actual: Series
    /// What was promised, if anything was.
    package var target: Series?
    /// How the axis writes numbers.
    package var unit: Unit
    /// Where the vertical axis begins.
    package var base: Base

    /// Actuals over time against a target.
    package init(categories: [String], actual: Series, target: Series? = nil, unit: Unit = .init(), base: Base = .zero)
    {
      self.categories = categories
      self.actual = actual
      self.target = target
      self.unit = unit
      self.base = base
    }
  }

  /// One actual against its target.
  package struct Bullet: Sendable, Equatable {
    /// What is measured.
    package var label: String
    /// What happened; none when there is no figure.
    package var actual: Value?
    /// What was promised.
    package var target: Value?
    /// How the actual is rated, which colours its bar.
    package var mark: StatusMark

    /// One actual against its target.
    package init(_ label: String, actual: Value?, target: Value?, mark: StatusMark) {
      self.label = label
      self.actual = actual
      self.target = target
      self.mark = mark
    }
  }
}

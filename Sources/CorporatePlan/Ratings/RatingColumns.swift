/// Figures of many rows, column by column, for `BulkRating`: what a benchmarking club or an open-data file holds.
///
/// The mantissas of a column have one scale: 93.5 is 935 at scale 1.
package struct RatingColumns: Sendable {
  package let actuals: [Int64]
  package let targets: [Int64]
  package let actualScale: Int
  package let targetScale: Int
  /// 0 where high is good, 1 where low is good.
  package let polarities: [UInt8]
  /// 0 where both figures are there; empty when no row lacks one.
  package let missing: [UInt8]

  package var count: Int { actuals.count }

  package init(
    actuals: [Int64], scale actualScale: Int = 0, targets: [Int64], scale targetScale: Int = 0, polarities: [UInt8],
    missing: [UInt8] = []
  ) {
    let sameLength = targets.count == actuals.count && polarities.count == actuals.count
    precondition(sameLength && (missing.isEmpty || missing.count == actuals.count), "columns of different lengths")
    let scales = 0...Quantity.mostDecimals
    precondition(scales.contains(actualScale) && scales.contains(targetScale), "more decimals than a figure may have")
    self.actuals = actuals
    self.targets = targets
    self.actualScale = actualScale
    self.targetScale = targetScale
    self.polarities = polarities
    self.missing = missing
  }

  /// The columns in place, for as long as `read` runs.
  struct Rows {
    let actuals: UnsafeBufferPointer<Int64>
    let targets: UnsafeBufferPointer<Int64>
    let actualScale: Int
    let targetScale: Int
    let polarities: UnsafeBufferPointer<UInt8>
    let missing: UnsafeBufferPointer<UInt8>
  }

  func withRows(_ read: (Rows) -> Void) {
    actuals.withUnsafeBufferPointer { actuals in
      targets.withUnsafeBufferPointer { targets in
        polarities.withUnsafeBufferPointer { polarities in
          missing.withUnsafeBufferPointer { missing in
            read(
              Rows(
                actuals: actuals, targets: targets, actualScale: actualScale, targetScale: targetScale,
                polarities: polarities, missing: missing))
          }
        }
      }
    }
  }
}

import HashTreeCollections

/// A record that speaks of a period.
package protocol Dated {
  var period: Period { get set }
}

extension TreeDictionary where Value: Dated {
  /// Takes over the corrected dates of a term or wave.
  mutating func correct(_ period: Period) {
    for (key, row) in self where row.period.code == period.code && row.period != period {
      var row = row
      row.period = period
      self[key] = row
    }
  }
}

extension TreeDictionary where Value: Dated {
  fileprivate func speaks(of code: String) -> Bool { values.contains { $0.period.code == code } }
}

extension Book {
  /// Whether anything is recorded of the period with this code: a figure, words, a step of a return, a report.
  package func holdsRecords(of code: String) -> Bool {
    let ofFigures = readings.values.contains { own in
      own.actuals.contains { $0.period.code == code } || own.targets.contains { $0.period.code == code }
    }
    let ofOthers = [
      updates.speaks(of: code), commentary.speaks(of: code), overrides.speaks(of: code), printed.speaks(of: code),
      printedProgress.speaks(of: code), cycles.speaks(of: code), waivers.speaks(of: code),
      confirmations.speaks(of: code), evidence.speaks(of: code), lockExceptions.speaks(of: code),
      freezes.speaks(of: code), reviews.speaks(of: code), signOffs.speaks(of: code), reports.speaks(of: code),
      questions.speaks(of: code), seals.speaks(of: code),
    ]
    return ofFigures || ofOthers.contains(true)
  }
}

extension StatusOverride: Dated {}
extension PrintedStatus: Dated {}
extension Seal: Dated {}

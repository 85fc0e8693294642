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

extension StatusOverride: Dated {}
extension PrintedStatus: Dated {}
extension Seal: Dated {}

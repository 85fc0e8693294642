import CorporatePlan

/// Which returns of the queue are shown, as the address says.
struct ReviewFilter: Equatable, Sendable {
  /// A service's id; empty for the returns that no service answers for.
  var service: String?
  var stage: UnitStanding.Stage?
  var onlyExceptions = false
  /// One that is shown in any case: it was just decided.
  var kept: String?

  init(_ visit: OfficeVisit) {
    service = visit.field("service").map { $0 == ReviewFilter.nowhere ? "" : $0 }
    stage = visit.field("state").flatMap(UnitStanding.Stage.init)
    onlyExceptions = visit.field("only") == "exceptions"
    kept = visit.field("row")
  }

  static let nowhere = "-"

  func shows(_ entry: ReviewQueue.Entry) -> Bool {
    if entry.row.slot.subject.key == kept { return true }
    return service.map { $0 == entry.row.service ?? "" } ?? true && stage.map { $0 == entry.row.stage } ?? true
      && (!onlyExceptions || entry.isException)
  }

  /// What follows the path, with more fields behind it.
  func query(_ more: [(String, String)] = []) -> String {
    var fields: [(String, String)] = []
    if let service { fields.append(("service", service.isEmpty ? ReviewFilter.nowhere : service)) }
    if let stage { fields.append(("state", stage.rawValue)) }
    if onlyExceptions { fields.append(("only", "exceptions")) }
    let text = (fields + more).map { "\($0)=\($1.addressed)" }.joined(separator: "&")
    return text.isEmpty ? "" : "?\(text)"
  }
}

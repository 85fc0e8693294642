import CorporatePlan
import Documents

/// The sheets of Pentana's import workbooks.
///
/// Confirmed by its public help: the order Local PIs, data-collection settings, annual targets, values; codes of PIs of up
/// to 16 characters; actions and risks in workbooks of three sheets, as trees by parent codes that need not be unique, an
/// action's due date mandatory. Assumed, since the layouts are not public: the headings and which columns stand on which
/// sheet. So sheets are told by what their columns mean and, where that leaves it open, by their names.
enum PentanaSheet {
  case indicators
  case settings
  case targets
  case values
  case notes
  case actions
  case milestones
  case actionNotes
  case risks
  case riskScores
  case riskNotes

  init?(_ map: ColumnMap, named name: String) {
    let name = " \(name.normalisedName) "
    let ofRisks =
      map.has(.risk, .impact, .likelihood, .mitigation) || name.contains(" risk")
      || map.names("risk", in: .parent, .code)
    let ofActions = map.has(.action) || name.contains(" action") || map.names("action", in: .parent, .code)
    let isTitled = map.has(.name, .risk, .action)
    if !ofRisks, map.has(.milestone), map.has(.code) {
      self = .milestones
    } else if ofRisks {
      if isTitled, !map.has(.noteDate) {
        self = .risks
      } else if map.has(.impact, .likelihood) {
        self = .riskScores
      } else if map.has(.comment, .mitigation) {
        self = .riskNotes
      } else {
        return nil
      }
    } else if ofActions {
      if isTitled, map.has(.due, .parent, .progress, .status, .start, .owner) {
        self = .actions
      } else if map.has(.comment) {
        self = .actionNotes
      } else {
        return nil
      }
    } else if map.has(.code, .name) {
      let isOfPeriods = map.has(.period, .year, .quarter, .month)
      if map.has(.actual, .numerator), isOfPeriods {
        self = .values
      } else if map.has(.target), isOfPeriods {
        self = .targets
      } else if map.has(.comment), map.has(.noteDate) || map.has(.period), !map.has(.polarity, .dataType) {
        self = .notes
      } else if map.has(.frequency),
        map.has(.aggregation, .interval, .daysTillOverdue, .redThreshold, .redVariance, .source)
      {
        self = .settings
      } else if map.has(.name), map.has(.polarity, .dataType, .definition, .owner) {
        self = .indicators
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// Feeders come before what is made of them: definitions before settings, and figures last.
  var place: Int {
    switch self {
    case .indicators: 0
    case .settings: 1
    case .targets: 2
    case .values: 3
    case .notes: 4
    case .actions: 5
    case .milestones: 6
    case .actionNotes: 7
    case .risks: 8
    case .riskScores: 9
    case .riskNotes: 10
    }
  }
}

extension ColumnMap {
  /// Whether the heading of such a column says it: "Parent Action Code", "Action Code".
  fileprivate func names(_ name: String, in words: ColumnMeaning.Word...) -> Bool {
    words.contains { columns($0).contains { $0.heading.normalisedName.contains(name) } }
  }
}

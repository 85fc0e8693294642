/// What the columns of data say, and what it means when a cell of theirs is empty: the notes of the workbook.
enum ColumnMeanings {
  /// What a column says and when it is empty; nil for "never" where every row has a value.
  struct Meaning: Sendable {
    let says: String
    var emptyWhen: String?
  }

  static func meaning(of column: String) -> Meaning? { all[column] }

  private static let all: [String: Meaning] = [
    "indicator": Meaning(says: "The indicator's lasting id, the same in every file and address."),
    "action": Meaning(says: "The action's lasting id, the same in every file and address."),
    "code": Meaning(says: "The council's own code.", emptyWhen: "the council gave none"),
    "name": Meaning(says: "What is measured."),
    "title": Meaning(says: "What is to be done."),
    "level": Meaning(says: "What the council calls an item of this kind."),
    "part_of": Meaning(says: "The id of the action it is a part of.", emptyWhen: "it is an action of its own"),
    "part_of_title": Meaning(says: "That action's title.", emptyWhen: "it is an action of its own"),
    "priority": Meaning(says: "The priority's lasting id.", emptyWhen: "it stands under no priority"),
    "priority_title": Meaning(says: "The priority.", emptyWhen: "it stands under no priority"),
    "owner": Meaning(says: "The post that answers for it.", emptyWhen: "nobody is named"),
    "period": Meaning(says: "The period's code: 2025-26-Q2 is July to September 2025."),
    "period_start": Meaning(says: "Its first day."),
    "period_end": Meaning(says: "Its last day."),
    "period_kind": Meaning(says: "Whether it is a month, a quarter or a year."),
    "data_period": Meaning(
      says: "The period the figure is of, which may be an earlier one.", emptyWhen: "no figure was due"),
    "polarity": Meaning(says: "Whether high or low is good."),
    "unit": Meaning(says: "What the figure counts.", emptyWhen: "the figure is a plain number"),
    "target": Meaning(says: "The target as a number.", emptyWhen: "there is none, or it is in words"),
    "target_text": Meaning(says: "The target as printed.", emptyWhen: "there is none"),
    "target_as_written": Meaning(says: "The target as it was written down.", emptyWhen: "there is none"),
    "actual": Meaning(says: "The figure as a number.", emptyWhen: "there is none; the row says why"),
    "actual_text": Meaning(says: "The figure as printed.", emptyWhen: "there is none; the row says why"),
    "actual_as_written": Meaning(says: "The figure as it was written down.", emptyWhen: "there is none"),
    "value_state": Meaning(
      says: "Whether the figure is final, provisional, estimated or revised.", emptyWhen: "there is no figure"),
    "missing_because": Meaning(says: "Why there is no figure.", emptyWhen: "there is one"),
    "source": Meaning(says: "Where the figure is from.", emptyWhen: "it was not said"),
    "status": Meaning(says: "How it is rated: after an officer's decision, if there was one."),
    "computed_status": Meaning(says: "How the rule rates it."),
    "override_reason": Meaning(says: "Why an officer decided otherwise.", emptyWhen: "no officer did"),
    "printed_status": Meaning(
      says: "The status in the document it was imported from.", emptyWhen: "it was not imported, or showed none"),
    "reason_not_rated": Meaning(says: "Why it has no status.", emptyWhen: "it has one"),
    "shortfall": Meaning(
      says: "How far the figure is worse than the target, in its own unit; below zero it is better.",
      emptyWhen: "they can't be compared"),
    "shortfall_percent_of_target": Meaning(
      says: "The same as a percentage of the target.", emptyWhen: "they can't be compared, or the target is zero"),
    "since_previous": Meaning(says: "Whether it got better since the period before."),
    "since_last_year": Meaning(says: "Whether it got better since the same period last year."),
    "previous": Meaning(says: "The figure of the period before.", emptyWhen: "there is none"),
    "last_year": Meaning(says: "The figure of the same period last year.", emptyWhen: "there is none"),
    "rule": Meaning(says: "The rule it is rated by."),
    "rule_version": Meaning(says: "Which version of that rule."),
    "why": Meaning(says: "The rating in a sentence."),
    "stage": Meaning(says: "How far it has come.", emptyWhen: "nothing was reported"),
    "percent_complete": Meaning(says: "How much of it is done.", emptyWhen: "it was not said"),
    "due": Meaning(says: "When it is to be done.", emptyWhen: "no day is set"),
    "forecast": Meaning(says: "When it is now expected.", emptyWhen: "nobody said otherwise"),
    "completed": Meaning(says: "When it was done.", emptyWhen: "it is not, or the day is not on record"),
    "counted": Meaning(says: "What is counted: indicators or actions."),
    "count": Meaning(says: "How many there are."),
    "group": Meaning(says: "Which of them: those in the plan, due, with data and rated, and those of each status."),
  ]
}

/// A column's name as a person would write it: "target_text" becomes "Target text".
func heading(ofColumn name: String) -> String {
  let words = name.split(separator: "_").joined(separator: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}

/// What a paper's mandatory checks leave open or show to be late, each with the law or the form that wants it.
extension Paper {
  /// - Returns: a code and a sentence for each, in the order of the form.
  package var problems: [(code: String, sentence: String)] {
    equalityProblems + wardProblems + keyProblems + callInProblems + exemptProblems
  }

  private var equalityProblems: [(code: String, sentence: String)] {
    switch checks.equality {
    case nil:
      [
        (
          "equality-unanswered",
          "Nobody has said whether the impact on equality was assessed. Enter the day and the post, or why it is not needed."
        )
      ]
    case .assessed where checks.equalityDay == nil || checks.equalityBy == nil:
      [("equality-unanswered", "The impact on equality was assessed, but the day or the post is missing. Enter both.")]
    case .assessed where meeting.map { day in checks.equalityDay.map { day < $0 } ?? false } ?? false:
      [
        (
          "equality-after-meeting",
          "The impact on equality is dated \(checks.equalityDay?.words ?? ""), after the meeting of \(meeting?.words ?? ""). Correct the day."
        )
      ]
    case .notNeeded where checks.equalityReason == nil:
      [
        (
          "equality-unanswered",
          "The impact on equality is said not to need an assessment, without a reason. Write why."
        )
      ]
    default: []
    }
  }

  private var wardProblems: [(code: String, sentence: String)] {
    switch checks.wards {
    case nil:
      [
        (
          "wards-unanswered",
          "Nobody has said whether ward councillors were told. Enter the day, or that it affects all wards."
        )
      ]
    case .told where checks.wardsDay == nil:
      [("wards-unanswered", "Ward councillors were told, but the day is missing. Enter it.")]
    default: []
    }
  }

  private var keyProblems: [(code: String, sentence: String)] {
    switch checks.isKey {
    case nil: return [("key-decision-unanswered", "Nobody has said whether this is a key decision. Answer yes or no.")]
    case .no: return []
    case .yes: break
    }
    if checks.urgency != nil {
      return checks.urgencyReason == nil
        ? [
          (
            "key-decision-urgency",
            "The \(checks.urgency?.rawValue ?? "") is used for this key decision without a reason. Write why 28 days could not be kept."
          )
        ]
        : []
    }
    guard let notice = checks.notice else {
      return [
        (
          "key-decision-notice",
          "This is a key decision and no notice of it is recorded. Enter the day on which it was published, or use regulation 10 or 11."
        )
      ]
    }
    return late(notice, "key-decision-notice", "The notice of this key decision", "regulation 9 of SI 2012/2089")
  }

  private func late(_ notice: Day, _ code: String, _ what: String, _ law: String) -> [(code: String, sentence: String)]
  {
    guard let meeting else { return [] }
    let clear = max(0, meeting - notice - 1)
    guard clear < 28 else { return [] }
    return [
      (
        code,
        "\(what) was published on \(notice.words), \(clear) clear days before the meeting of \(meeting.words); \(law) wants 28. Move the decision, or record the exception that is used."
      )
    ]
  }

  private var callInProblems: [(code: String, sentence: String)] {
    switch checks.callIn {
    case nil: [("call-in-unanswered", "Nobody has said whether the decision is subject to call-in. Choose one.")]
    case .waived where checks.callInReason == nil, .notSubject where checks.callInReason == nil:
      [("call-in-unanswered", "Call-in is said not to apply, without a reason. Write why.")]
    case .subject where checks.callInDays == nil:
      [("call-in-unanswered", "The decision is subject to call-in, but not for how long. Enter the working days.")]
    default: []
    }
  }

  private var exemptProblems: [(code: String, sentence: String)] {
    switch checks.isExempt {
    case nil:
      return [("exempt-unanswered", "Nobody has said whether the paper holds exempt information. Answer yes or no.")]
    case .no: return []
    case .yes: break
    }
    var problems: [(code: String, sentence: String)] = []
    if checks.paragraphs.isEmpty {
      problems.append(
        (
          "exempt-without-paragraph",
          "The paper holds exempt information, and no paragraph of Schedule 12A is given. Choose one."
        ))
    }
    if checks.publicInterest == nil {
      problems.append(
        (
          "exempt-without-public-interest",
          "The paper holds exempt information, and nothing says why keeping it back outweighs the public interest in disclosing it. Write it."
        ))
    }
    if checks.exemptSections.isEmpty {
      problems.append(
        (
          "exempt-without-sections",
          "The paper holds exempt information, and no section of it is marked. Mark what is kept back; the rest is public."
        ))
    }
    guard let notice = checks.privateNotice else {
      problems.append(
        (
          "private-meeting-notice",
          "The meeting will be held in private for this paper, and no notice of that is recorded. Enter the day on which it was published."
        ))
      return problems
    }
    return problems
      + late(notice, "private-meeting-notice", "The notice of a meeting in private", "regulation 5(2) of SI 2012/2089")
  }
}

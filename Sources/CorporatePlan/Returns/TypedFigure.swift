/// What was made of the cells of a figure.
enum TypedFigure: Equatable {
  /// The form did not show it.
  case untouched
  case cleared
  case value(Value)
  case refused(EntryProblem)

  /// - Parameter recorded: what stands there now; the same text again says the same again.
  init(_ entry: FigureEntry, recorded: Value?) {
    let top = entry.numerator?.trimmed ?? ""
    let bottom = entry.denominator?.trimmed ?? ""
    let text = entry.value?.trimmed ?? ""
    switch (top.isEmpty, bottom.isEmpty) {
    case (true, true):
      guard entry.value != nil || entry.numerator != nil || entry.denominator != nil || entry.reason != nil else {
        self = .untouched
        return
      }
      self.init(text, entry.reason, recorded)
    case (false, true): self = .refused(EntryProblem(.denominator, "Enter out of how many it was"))
    case (true, false): self = .refused(EntryProblem(.numerator, "Enter how many of the \(bottom) it was"))
    case (false, false):
      guard text.isEmpty || text == recorded?.verbatim || text == "\(top)/\(bottom)" else {
        self = .refused(EntryProblem(.value, "Enter the figure or the two numbers it is made of, not both"))
        return
      }
      self.init(top, outOf: bottom, entry.reason)
    }
  }

  private init(_ text: String, _ reason: MissingReason?, _ recorded: Value?) {
    if let recorded, !text.isEmpty, text == recorded.verbatim, reason == nil || recorded == reason.map(Value.missing) {
      self = .value(recorded)
      return
    }
    let mark = MissingReason(mark: text)
    if let reason {
      if mark == nil {
        self = .refused(EntryProblem(.reason, "There is a figure, and a reason for having none. Take one of them away"))
      } else if MissingReason.offered.contains(reason) || recorded == .missing(reason) {
        self = .value(.missing(reason))
      } else {
        self = .refused(EntryProblem(.reason, TypedFigure.askReason))
      }
    } else if text.isEmpty {
      self = .cleared
    } else if let mark {
      self =
        MissingReason.vague.contains(mark)
        ? .refused(EntryProblem(.reason, TypedFigure.askReason)) : .value(.missing(mark))
    } else {
      do { self = .value(try Value(text)) } catch { self = .refused(EntryProblem(.value, error.advice)) }
    }
  }

  /// Both are read by themselves first: each may have commas in it.
  private init(_ top: String, outOf bottom: String, _ reason: MissingReason?) {
    guard reason == nil else {
      self = .refused(EntryProblem(.reason, "There is a figure, and a reason for having none. Take one of them away"))
      return
    }
    guard let of = Quantity(top), of >= .zero else {
      self = .refused(EntryProblem(.numerator, "Enter a number, like 91"))
      return
    }
    guard let whole = Quantity(bottom), whole >= .zero else {
      self = .refused(EntryProblem(.denominator, "Enter a number, like 110"))
      return
    }
    if whole == .zero, of == .zero {
      self = .value(.missing(.noActivity))
      return
    }
    do {
      self = .value(try Value("\(top)/\(bottom)"))
    } catch .looksLikeADate {
      self = .refused(EntryProblem(.numerator, "\(top) out of \(bottom) is more than all of them. Check both numbers"))
    } catch .zeroDenominator {
      self = .refused(EntryProblem(.denominator, "Enter out of how many it was. When there were none, enter 0 and 0"))
    } catch {
      self = .refused(EntryProblem(.numerator, error.advice))
    }
  }

  private static let askReason =
    "Say why there is no figure: awaited in arrears, no activity, not applicable, to be confirmed …"
}

extension MissingReason {
  /// The reasons that an officer can give. “Not due” and “no actual” follow from the calendar and from silence.
  package static let offered: [MissingReason] = [
    .inArrears, .noActivity, .notApplicable, .toBeConfirmed, .noDataHeld, .suppressed, .discontinued,
  ]

  /// What marks such as “–” and “n/a” stand for, which say no more than that there is no figure.
  fileprivate static let vague: Set<MissingReason> = [.notReturned, .notApplicable, .notDue]
}

extension FigureError {
  /// What to type instead.
  fileprivate var advice: String {
    switch self {
    case .empty, .notANumber: "Enter a number, like 92.5"
    case .tooLong, .zeroDenominator, .looksLikeADate: description
    }
  }
}

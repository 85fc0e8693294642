extension DiagnosticCode {
  static let lineageDoubtful = DiagnosticCode(
    "lineage-doubtful", "Something in this plan is like something in the earlier one and may or may not be the same.",
    remedy: "Say whether it was carried over, is a part of it, takes its place, or is new.")
  static let droppedWithoutReason = DiagnosticCode(
    "dropped-without-reason", "Something in the earlier plan is neither in this one nor complete.",
    remedy: "Say why it was dropped, in words that can be printed; or leave it open, and it stays in the plan.")

  static let ofLineage = [lineageDoubtful, droppedWithoutReason]
}

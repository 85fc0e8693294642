extension ScorecardDraft {
  mutating func checkProse() {}
}

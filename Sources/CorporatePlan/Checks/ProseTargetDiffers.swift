extension Check {
  static let proseTargetDiffers = Check(
    "prose-target-differs", .objection,
    looksFor: "An achievement that names another target for an indicator than the one it is rated against."
  ) { _, scorecard in
    scorecard.sections.flatMap(\.achievements).flatMap { achievement in
      ProseClaims.targets(in: achievement.text).compactMap { claim -> Trouble? in
        guard let standing = claim.subject(among: scorecard.standings), let target = standing.target?.figure,
          claim.figure.quantity != target.quantity
        else { return nil }
        return (
          standing.place,
          "An achievement speaks of a target of \(claim.figure.text) (“\(claim.sentence)”); “\(standing.indicator.name)” "
            + "is rated against \(target.inUnit(standing.indicator.unit).text). Correct the one that is wrong."
        )
      }
    }
  }
}

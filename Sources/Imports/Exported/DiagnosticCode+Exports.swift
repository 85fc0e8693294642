extension DiagnosticCode {
  static let cellNotRead = DiagnosticCode(
    "cell-not-read", "A cell of an export does not hold what its column does, or breaks a rule.",
    remedy: "Correct the cell and import again; its row was left out.")
  static let cellTurnedIntoDate = DiagnosticCode(
    "cell-turned-into-date", "A spreadsheet took words for a day or a time.",
    remedy: "Format the cell as Text, type the words again, and import again; the row was left out.")
  static let figureInWords = DiagnosticCode(
    "figure-in-words", "A figure was changed to words that stand neither for a figure nor for a missing one.",
    remedy: "Correct it, unless the indicator is returned in words.")
  static let rowRepeated = DiagnosticCode(
    "row-repeated", "Two rows of an export speak of the same record.",
    remedy: "Empty the cells “record” and “check” of the row you added, or delete it.")
  static let referenceUnknown = DiagnosticCode(
    "reference-unknown", "A row names a record that neither the export nor the council holds.",
    remedy: "Write the id that stands in the column “record” of what you mean.")
  static let columnNotOurs = DiagnosticCode(
    "column-unknown", "An export has a column or a sheet that is not its own.",
    remedy: "Nothing, if it is for your own use; what stands in it was not read.")
  static let columnMissing = DiagnosticCode(
    "column-missing", "A column that the export had is not in the file, or has another heading.",
    remedy: "Nothing, if you only left it out; give a column that you renamed its old heading again.")
  static let notReadBack = DiagnosticCode(
    "not-read-back",
    "Sealed reports, sign-offs, postholders and the list of imported files are never read from an export.",
    remedy: "To take them over, restore a backup.")
  static let rowsMissing = DiagnosticCode(
    "rows-missing", "Records that the council holds have no row in the export.",
    remedy: "Nothing, if you only left them out; to withdraw a record, do so in Goldthread.")
  static let changedSinceExport = DiagnosticCode(
    "changed-since-export", "Something was recorded after the export was made.",
    remedy: "Compare both values in the preview; make a new export where today's should stay.")

  static let ofExports = [
    cellNotRead, cellTurnedIntoDate, figureInWords, rowRepeated, referenceUnknown, columnNotOurs, columnMissing,
    notReadBack,
    rowsMissing,
    changedSinceExport,
  ]
}

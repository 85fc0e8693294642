/// Who answers for what, and when.
extension RecordKind {
  static let service = RecordKind(
    Service.self, "Services", "A part of the council that answers for returns together.", naming: ["name"],
    [
      .text("name", "Name", "Its name"),
      .reference("directorate", "Directorate", to: Service.kind, "What it belongs to"),
    ])

  static let post = RecordKind(
    Post.self, "Posts", "A post in the council; work belongs to posts.", naming: ["title"],
    [
      .text("title", "Title", "Its title"), .reference("service", "Service", to: Service.kind, "Where it belongs"),
      .reference("reports_to", "Reports to", to: Post.kind, "The post above it"),
    ])

  static let tenure = RecordKind(
    Tenure.self, "Postholders", "That a person, named by an id, holds a post over dates.",
    [
      .reference("post", "Post", to: Post.kind, "Which post"), .text("person", "Person", "An id, never a name"),
      .day("from", "From", "The first day"), .day("until", "Until", "The first day on which they no longer hold it"),
      .yesNo("deputy", "Deputy", "Whether they stand in for the holder"),
    ])

  static let period = RecordKind(
    EnteredPeriod.self, "Terms and waves",
    "A school term or survey wave with the council's own dates; record is its code.",
    [
      .choice("grain", "Sort", "Terms and waves have dates of their own, of", of: Period.Grain.self),
      .day("start", "Starts", "Its first day"), .day("end", "Ends before", "The first day after it"),
    ])

  static let holiday = RecordKind(
    Holiday.self, "Holidays", "A day on which the council does not work and that does not recur; record is the day.",
    [.text("name", "Name", "What it is called")])

  static let cycle = RecordKind(
    Cycle.self, "Calendar", "When returns of one period are asked for, due, signed off and locked.",
    [
      .period("The reporting period"), .day("opens", "Opens", "Requests go out"),
      .day("returns_due", "Returns due", "The last day in time"),
      .day("sign_off_due", "Sign-off due", "The last day in time"),
      .day("locks", "Locks", "From then on a change needs an exception"),
      .day("leadership_team", "Leadership team", "When it sees the report"), .day("board", "Board", "When it meets"),
      .day("cabinet", "Cabinet", "When it meets"),
      .day("notice", "Notice", "The last day for notice of a key decision"),
      .day("clearances", "Clearances", "The last day for the officers' clearances"),
      .day("papers", "Papers", "The last day for handing the paper to democratic services"),
      .day("agenda", "Agenda", "The last day for publishing the agenda"),
    ])

  static let waiver = RecordKind(
    Waiver.self, "Waivers", "That a return is not owed this time.",
    Array.subject("The indicator or action") + [
      .period("The reporting period"), .text("reason", "Reason", "Why"),
    ])

  static let review = RecordKind(
    Review.self, "Reviews", "Where one return stands on its way.",
    Array.subject("The indicator or action") + [
      .period("The reporting period"), .choice("step", "Step", "How far it is", of: Review.Step.self),
      .number("seen", "Seen", "The newest ledger position that was seen"), .text("reason", "Reason", "Why"),
    ])

  static let signOff = RecordKind(
    SignOff.self, "Sign-offs", "That a service's returns of a period are signed off.",
    [
      .reference("unit", "Service", to: Service.kind, "Whose returns"), .period("The reporting period"),
      .number("seen", "Seen", "The ledger position of what was signed"), .text("comments", "Comments", "What was said"),
    ])

  static let evidence = RecordKind(
    EvidenceFile.self, "Evidence", "A file that shows how a return came about; its bytes stay with the council.",
    Array.subject("The indicator or action") + [
      .period("The reporting period"), .text("name", "File", "What the file is called"),
      .text("type", "Type", "Its media type"), .text("digest", "Digest", "SHA-256 of its bytes"),
    ])

  static let confirmation = RecordKind(
    Confirmation.self, "Answered warnings", "That a figure is right although a warning was given of it.",
    Array.subject("The indicator or action") + [
      .period("The reporting period"), .choice("code", "Warning", "Which warning", of: ReturnWarning.Code.self),
      .figure("figure", "Figure", "The figure the answer is for, as typed"),
      .text("words", "Answer", "Why it is right"),
    ])

  static let lockException = RecordKind(
    LockException.self, "Exceptions", "That something may still be changed after returns are locked, until a day.",
    Array.subject("The indicator, action or service") + [
      .period("The reporting period"), .day("until", "Until", "The last day on which it may be changed"),
      .text("reason", "Reason", "Why"),
    ])

  static let freeze = RecordKind(
    Freeze.self, "Frozen quarters", "That a period's returns are frozen, and that they were opened again.",
    [
      .period("The reporting period"), .day("frozen", "Frozen", "On which day"),
      .day("reopened", "Reopened", "On which day it was opened again"), .text("reason", "Reason", "Why it was"),
    ])

  static let seal = RecordKind(
    Seal.self, "Sealed reports", "That a report was sealed, with the digests of its files.",
    [
      .period("The reporting period"), .number("position", "Position", "The newest entry that the report reads"),
      .text("ledger_hash", "Ledger hash", "At that position"), .structure("rules", "Rules (JSON)", "The rules it used"),
      .structure("files", "Files (JSON)", "Its files with their digests"),
      .list("warnings", "Warnings", "What the checks warned of"),
      .reference("report", "Report", to: Report.kind, "Which report; empty for a period’s performance report"),
      .list("overridden", "Set aside", "Checks that were set aside, with the reasons"),
    ])

  static let source = RecordKind(
    SourceFile.self, "Imported files", "A file that was imported, and what it was taken for.",
    [
      .text("name", "Name", "What it was called"), .text("recognised_as", "Recognised as", "What it was taken for"),
      .text("period", "Period", "The period it is for"),
      .list("diagnostics", "Diagnostics", "What was not understood or did not agree"),
      .structure("places", "Places (JSON)", "Where in the file each record was found"),
    ])

  static let recipe = RecordKind(
    ImportRecipe.self, "Import recipes", "How this council's files of one kind are read.",
    [
      .text("recognised_as", "Recognised as", "What such files are taken for"),
      .structure("columns", "Columns (JSON)", "The meaning of each column by its heading"),
      .structure("answers", "Answers (JSON)", "Answers that hold for every such file"),
    ])
}

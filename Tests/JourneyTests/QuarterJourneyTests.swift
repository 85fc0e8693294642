import Foundation
import Ledger
import Programs
import Testing

@testable import CorporatePlan
@testable import Documents
@testable import Ledger

@Suite("A quarter from the command line, on the example council")
struct QuarterJourneyTests {
  @Test("demo, report, seal, verify, export, backup and restore")
  func quarter() async throws {
    let folder = try Folder()
    let data = folder["data"]
    #expect(try await CommandLineRun("demo", "--data", data).status == 0)
    let again = try await CommandLineRun("demo", "--data", data)
    #expect(again.status == 3 && again.errors.contains("already holds a council"))

    let sealed = try await CommandLineRun("seal", "--data", data, "--period", "2025-26-Q2")
    #expect(sealed.status == 0, "\(sealed.output)\(sealed.errors)")
    let second = try await CommandLineRun("seal", "--data", data, "--period", "2025-26-Q2")
    #expect(second.status == 0)
    #expect(second.lines.dropFirst() == sealed.lines.dropFirst(), "sealing twice gives the same bytes")

    for form in ["html", "docx", "csv", "json"] {
      let run = try await CommandLineRun(
        "report", "--data", data, "--period", "2025-26-Q2", "--as", form, "--out", folder["report.\(form)"])
      let digest = try #require(
        run.output.split(separator: " ").last?.trimmingCharacters(
          in: .punctuationCharacters.union(.whitespacesAndNewlines)))
      #expect(sealed.output.contains(digest), "\(form) made anew has the sealed bytes")
    }

    for (command, name) in [("report", "data.xlsx"), ("export", "all.xlsx")] {
      let run = try await CommandLineRun(command, "--data", data, "--as", "xlsx", "--out", folder[name])
      #expect(run.status == 0, "\(run.errors)")
      let sheets = try SourceDocument(path: folder[name]).tables
      #expect(sheets.contains { $0.rows.count > 30 }, "our own reader reads \(name)")
    }

    let pack = try await CommandLineRun("report", "--data", data, "--as", "pack", "--out", folder["pack.html"])
    #expect(pack.status == 0, "\(pack.errors)")
    let styled = try await CommandLineRun(
      "report", "--data", data, "--as", "docx", "--style", folder["all.xlsx"], "--out", folder["styled.docx"])
    #expect(styled.status == 2 && styled.errors.contains("all.xlsx: the file is not a Word document"))

    let annual = ["report", "--data", data, "--type", "annual", "--as", "html", "--out", folder["annual.html"]]
    let year = try await CommandLineRun(annual)
    #expect(year.status == 0, "\(year.errors)")
    #expect(try !String(contentsOfFile: folder["annual.html"], encoding: .utf8).contains("annual report, Q"))
    let quarter = try await CommandLineRun(annual + ["--period", "2025-26-Q2"])
    #expect(quarter.status == 2 && quarter.errors.contains("write --period 2025-26"))

    let verified = try await CommandLineRun("verify", "--data", data)
    let result = try JSON(parsing: verified.lines[0])
    #expect(verified.status == 0 && result["ok"] == true && result["sealed_reports"]?.integer == 1)

    let empty = try await CommandLineRun(
      "report", "--data", data, "--period", "2031-32-Q1", "--as", "html", "--out", folder["empty.html"])
    #expect(empty.status == 2 && empty.errors.contains("2025-26-Q2"))
    #expect(try await CommandLineRun("backup", "--data", data, "--file", folder["copy.sqlite"]).status == 0)
    #expect(
      try await CommandLineRun("restore", "--data", folder["restored"], "--file", folder["copy.sqlite"]).status == 0)
    #expect(try await CommandLineRun("verify", "--data", folder["restored"]).output == verified.output)
    #expect(try await CommandLineRun("restore", "--data", data, "--file", folder["copy.sqlite"]).status == 3)

    #expect(try await CommandLineRun("export", "--data", data, "--as", "csv", "--out", folder["tables"]).status == 0)
    let metadata = try JSON(parsing: Array(try folder.bytes("tables/csv-metadata.json")))
    for table in metadata["tables"]?.array ?? [] {
      let name = try #require(table["url"]?.string)
      #expect(FileManager.default.fileExists(atPath: folder["tables/\(name)"]))
    }
  }

  @Test(
    "one changed byte in the past makes verify name the entry",
    .enabled(if: Self.sqlite != nil, "needs the sqlite3 program"))
  func damage() async throws {
    let folder = try Folder()
    let data = folder["data"]
    #expect(try await CommandLineRun("demo", "--data", data).status == 0)
    let edit = Program(
      try #require(Self.sqlite),
      [
        folder["data/goldthread.sqlite"],
        "DROP TRIGGER entry_stays; UPDATE entry SET body = replace(body, '\"order\":1', '\"order\":2') WHERE position = (SELECT min(position) FROM entry WHERE body LIKE '%\"order\":1,%');",
      ])
    #expect(try await edit.run() == 0)
    for (command, name) in [("report", "data.xlsx"), ("export", "all.xlsx")] {
      let run = try await CommandLineRun(command, "--data", data, "--as", "xlsx", "--out", folder[name])
      #expect(run.status == 0, "\(run.errors)")
      let sheets = try SourceDocument(path: folder[name]).tables
      #expect(sheets.contains { $0.rows.count > 30 }, "our own reader reads \(name)")
    }

    let verified = try await CommandLineRun("verify", "--data", data)
    #expect(verified.status == 1)
    #expect(verified.errors.hasPrefix("entry "))
    #expect(try JSON(parsing: verified.lines[0])["ok"] == false)
  }

  @Test("what is exempt stands in no report that is written, as in none that is sealed for all")
  func exempt() async throws {
    let folder = try Folder()
    let data = folder["data"]
    #expect(try await CommandLineRun("demo", "--data", data).status == 0)
    let council = try await Council.open(directory: data, council: "example")
    var paper = try #require(council.book.papers["cabinet-2025-26-q2"])
    (paper.checks.isExempt, paper.checks.paragraphs, paper.checks.exemptSections) = (.yes, [3], ["procurement"])
    let (secret, id) = ("The lowest tender came from Fenland Paving.", "cabinet@2025-26-Q2")
    let revisions = [
      paper.revision, Passage(report: id, key: "procurement/text", text: secret).revision,
      Passage(report: id, key: "legal/text", text: "None beyond the contract.").revision,
    ]
    try await council.append(reason: "Exempt", author: "p-1", at: Moment("2026-02-01T09:00:00.000Z")!) { _ in revisions
    }
    let report = ["report", "--data", data, "--type", "cabinet", "--period", "2025-26-Q2", "--out"]
    for (form, name) in [("html", "report.html"), ("pack", "pack.html"), ("docx", "report.docx")] {
      let run = try await CommandLineRun(report + [folder[name], "--as", form])
      #expect(run.status == 0, "\(run.errors)")
      let words = "\(try SourceDocument(path: folder[name]).blocks)"
      #expect(!words.contains("Fenland") && words.contains("This part is not for publication"), "\(form)")
      #expect(words.contains("None beyond the contract."), "\(form)")
    }
  }

  @Test("a file of the template that is gone stops what has its look, unless another is named")
  func goneLook() async throws {
    let folder = try Folder()
    let data = folder["data"]
    #expect(try await CommandLineRun("demo", "--data", data).status == 0)
    let council = try await Council.open(directory: data, council: "example")
    let gone = "sha256:" + String(repeating: "0", count: 64)
    func status(_ form: String, _ more: String...) async throws -> Int32 {
      try await CommandLineRun(
        ["report", "--data", data, "--period", "2025-26-Q2", "--as", form, "--out", folder["file.\(form)"]] + more
      ).status
    }
    try await council.append(reason: "Styles", author: "p-1", at: Moment("2026-02-01T09:00:00.000Z")!) { _ in
      [ReportTemplate(.performance, wordStyle: gone).revision]
    }
    for form in ["html", "pack", "csv", "json", "xlsx"] { #expect(try await status(form) == 0, "\(form)") }
    #expect(try await status("docx") == 3)
    try await council.append(reason: "Logo", author: "p-1", at: Moment("2026-02-01T09:00:00.000Z")!) { _ in
      [ReportTemplate(.performance, logo: gone).revision]
    }
    for form in ["csv", "json", "xlsx"] { #expect(try await status(form) == 0, "\(form)") }
    for form in ["html", "pack", "docx"] { #expect(try await status(form) == 3, "\(form)") }
    try folder.write("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", to: "arms.svg")
    #expect(try await status("html", "--logo", folder["arms.svg"]) == 0)
  }

  @Test("the example's own scorecard shows its planted fault before anything is written, and undo takes a batch back")
  func importing() async throws {
    let folder = try Folder()
    let data = folder["data"]
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Examples/larkmere/scorecard-2025-26-q2.txt").standardized.path
    let dry = try await CommandLineRun("import", file, "--dry-run", "--format", "json")
    let preview = try JSON(parsing: dry.lines[0])
    #expect(dry.status == 0 && preview["recognised"]?["as"] == "scorecard")
    let codes = preview["diagnostics"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(
      codes.count { $0 == "chart-contradicts-table" } == 1,
      "one chart is stale; the others are matched to their lists")
    #expect(!FileManager.default.fileExists(atPath: data))

    let applied = try await CommandLineRun("import", file, "--data", data, "--apply")
    #expect(applied.status == 0, "\(applied.errors)")
    let batch = try #require(applied.lines.last)
    let exported = try JSON(parsing: try await Export.json(data, folder))
    #expect((exported["records"]?.array?.count ?? 0) > 50)
    #expect(try await CommandLineRun("undo", batch, "--data", data).status == 0)
    #expect(try JSON(parsing: try await Export.json(data, folder))["records"]?.array?.isEmpty == true)
    let unknown = try await CommandLineRun("undo", "no-such-batch", "--data", data)
    #expect(unknown.status == 2 && unknown.errors.hasPrefix("no-such-batch: there is no such batch"))
  }

  @Test(
    "the example's own report, imported again as it is, has no news: months, terms, years and exceptions among it",
    arguments: [[], ["--by-exception"]])
  func comesBack(detail: [String]) async throws {
    let folder = try Folder()
    let data = folder["data"]
    #expect(try await CommandLineRun("demo", "--data", data).status == 0)
    let report = ["report", "--data", data, "--as", "docx", "--out", folder["report.docx"]] + detail
    #expect(try await CommandLineRun(report).status == 0)
    let preview = try await CommandLineRun(
      "import", folder["report.docx"], "--data", data, "--dry-run", "--format", "json")
    let read = try JSON(parsing: preview.lines[0])
    #expect(read["recognised"]?["as"] == "own-report")
    let news = read["records"]?.array?.filter { $0["change"] != "unchanged" && $0["kind"] != "source" } ?? []
    #expect(news.map { "\($0["kind"]?.string ?? "") \($0["id"]?.string ?? "")" } == [])
    // The report's own words, which are in the workbench, find no home among the plan's records.
    let told = read["diagnostics"]?.array?.filter { $0["severity"] != "note" }.compactMap { $0["code"]?.string } ?? []
    #expect(Set(told) == ["unplaced"])
  }

  @Test("undo leaves a batch whose term others stand on, and says so")
  func termInUse() async throws {
    let folder = try Folder()
    let term = try #require(
      Period(.term, code: "2025-26-autumn", start: Day(2025, 9, 4)!, end: Day(2025, 12, 20)!))
    let at = Moment(milliseconds: 1_700_127_000_000)
    let council = try await Council.open(directory: folder["data"], council: "council")
    let batch = try await council.append(reason: "Import of terms.csv", author: "p-1", at: at) { _ in
      [EnteredPeriod(term).revision]
    }.batch
    try await council.append(reason: "Counted", author: "p-1", at: at) { _ in
      [Actual(indicator: "attendance", period: term, value: try Value("94%")).revision]
    }
    let refused = try await CommandLineRun("undo", try #require(batch), "--data", folder["data"])
    #expect(refused.status != 0 && refused.errors.contains("Something is recorded for this term"))
    let left = try await Council.open(directory: folder["data"], council: "council")
    #expect(left.book.calendar.period(term.code) == term)
  }

  @Test("printed statuses can be accepted later, in one batch with its id")
  func accepting() async throws {
    let folder = try Folder()
    let data = folder["data"]
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Examples/larkmere/scorecard-2025-26-q2.txt").standardized.path
    #expect(try await CommandLineRun("import", file, "--data", data, "--apply").status == 0)
    let accepted = try await CommandLineRun(
      "import", file, "--data", data, "--apply", "--accept-printed", "--reason", "As the Head of Housing decided")
    #expect(accepted.status == 0 && accepted.errors.contains("printed statuses accepted"), "\(accepted.errors)")
    let batch = try #require(accepted.lines.last)
    let override = #""kind":"override""#
    #expect(try JSON(parsing: try await Export.json(data, folder)).canonical.contains(override))
    #expect(try await CommandLineRun("undo", batch, "--data", data).status == 0)
    #expect(try !JSON(parsing: try await Export.json(data, folder)).canonical.contains(override))
    #expect(
      try await CommandLineRun("import", file, "--data", data, "--apply").errors.contains("holds all of it already"))
  }

  private enum Export {
    static func json(_ data: String, _ folder: Folder) async throws -> [UInt8] {
      let run = try await CommandLineRun("export", "--data", data, "--as", "json", "--out", folder["all.json"])
      #expect(run.status == 0, "\(run.errors)")
      return Array(try folder.bytes("all.json"))
    }
  }

  static let sqlite = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3", "/opt/homebrew/bin/sqlite3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

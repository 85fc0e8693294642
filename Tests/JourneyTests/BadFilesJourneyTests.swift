import Foundation
import Programs
import Testing

@Suite("A file that can't be imported is refused, and nothing is written")
struct BadFilesJourneyTests {
  @Test(
    "each with its name, what is wrong and what to do",
    arguments: [
      ("empty.docx", "is empty"), ("truncated.docx", "damaged or was cut off"), ("huge.txt", "200 MB"),
      ("part-bomb.docx", "unpacked contents exceed"), ("ratio-bomb.docx", "packed far more tightly"),
      ("entity-bomb.docx", "declares a document type"), ("macros.docm", "contains macros"),
      ("macros.xlsm", "contains macros"),
      ("encrypted.docx", "protected by a password"), ("old.doc", "before 2007"), ("report.pdf", "is a PDF"),
      ("unmarked-utf-16.txt", "neither text nor"), ("without-document.docx", "lacks this part"),
    ])
  func refused(name: String, message: String) async throws {
    let folder = try await BadFiles.folder.value
    let data = try Folder()
    let run = try await CommandLineRun("import", folder[name], "--data", data["council"], "--apply")
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix(name) && run.errors.contains(message), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: data["council"]))
  }

  @Test("a document of another kind is not recognised, and says so with its first words")
  func unrecognised() async throws {
    let data = try Folder()
    let file = try data.write("Minutes of the parish council\n\nThe meeting opened at seven.\n", to: "minutes.txt")
    let run = try await CommandLineRun("import", file, "--data", data["council"], "--apply")
    #expect(run.status == 1)
    #expect(run.output.contains("not recognised") && run.output.contains("Minutes of the parish council"))
    #expect(!FileManager.default.fileExists(atPath: data["council"]))
  }

  /// The bad files, made once by the script that the readers' tests use too.
  private enum BadFiles {
    static let folder = Task {
      let folder = try Folder()
      let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../ImportsTests/Fixtures/make_hostile.py").standardized.path
      #expect(try await Program("/usr/bin/env", ["python3", script, folder.path]).run() == 0)
      return folder
    }
  }
}

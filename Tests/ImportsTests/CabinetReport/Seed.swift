import CorporatePlan
import Documents
import Foundation
import Testing

@testable import Imports

/// One of the real documents beside the scorecard, read at run time.
struct Seed {
  let name: String

  static let cabinetReport = Seed(name: "harrow-cabinet-report-2024-02.txt")
  static let corporatePlan = Seed(name: "harrow-corporate-plan-2014-15.txt")
  static let all = [
    "harborough-delivery-plan-2024-25.txt", "harlow-service-plans-2024-25-q1.txt", "harrow-cabinet-report-2024-02.txt",
    "harrow-corporate-plan-2014-15.txt", "harrow-performance-report-2023-24-q2.txt",
  ].map(Seed.init)

  static let absent: Comment =
    "SKIPPED: the real council documents are not there. Put the seeds into ../shared/seeds or set GOLDTHREAD_SHARED."

  var path: String { RealReport.text.deletingLastPathComponent().appending(path: name).path }

  var isPresent: Bool {
    let present = FileManager.default.fileExists(atPath: path)
    if !present { FileHandle.standardError.write(Data((Seed.absent.rawValue + "\n").utf8)) }
    return present
  }

  func document() throws -> SourceDocument { try SourceDocument(path: path) }

  func proposal(answers: [String: String] = [:], into book: Book = Book()) throws -> ImportProposal {
    ImportProposal(try document(), fileDigest: RealReport.digest, answers: answers, into: book)
  }
}

extension ImportProposal {
  /// Lines of the document whose words occur neither in a record nor in what a diagnostic quotes.
  func lostLines(of document: SourceDocument) -> [String] {
    let kept = (changes.compactMap(\.revision.body).flatMap(\.texts) + diagnostics.map(\.verbatim) + spoken)
      .map(\.normalisedName).joined(separator: "\n")
    return document.passages.flatMap { $0.text.split(whereSeparator: \.isNewline) }.map(String.init).filter { line in
      let words = line.replacing(/^\s*(?:\d{1,2}|[a-z])[.)]\s+/, with: "").normalisedName
      return !words.isEmpty && !kept.contains(words)
    }
  }

  /// What records say in figures, flags and members of their own, in the words that papers use for it.
  private var spoken: [String] {
    let form = bodies("paper").flatMap { $0["form"]?.array ?? [] }
      .map { "\($0["name"]?.string ?? "") \($0["words"]?.string ?? "")" }
    return form + columns + clearances
  }

  /// The headings of tables whose columns are members of records.
  private var columns: [String] { ["Risk Description", "RAG Status", "Risk owner", "Mitigations", "Role", "Date"] }

  private var clearances: [String] {
    records("clearance").compactMap(\.revision.body).flatMap { body -> [String] in
      let role = body["role"]?.string ?? ""
      let day = body["day"]?.string.flatMap { Day($0) }?.words ?? ""
      let signed =
        body["on_behalf"] == true
        ? ["Signed on behalf of the \(role)"] : ["Signed by the \(role)", "Signed off by the \(role)"]
      return ["Date: \(day)", "on behalf of the \(role)", day] + signed
    }
  }

  /// Every text that would be recorded, the file's own record included.
  var recordedTexts: [String] { changes.compactMap(\.revision.body).map(\.canonical) }
}

extension JSON {
  var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.texts)
    case .members(let members): members.map(\.key) + members.flatMap(\.value.texts)
    default: []
    }
  }
}

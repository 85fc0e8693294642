import CorporatePlan
import Documents
import Foundation
import Testing

@testable import Reports

@Suite("A report as a PDF")
struct PDFTests {
  private func page() throws -> [UInt8] {
    let report = PerformanceReport(ThornburyVale().book, ThornburyVale.quarter).document
    return try ReportFormat.html.file(report).bytes
  }

  @Test("Chromium prints it with its title, language, tags and outline", .enabled(if: Chromium() != nil, "no Chromium"))
  func printed() async throws {
    let pdf = try await pdf(page())
    let text = String(decoding: pdf, as: Unicode.ASCII.self)
    #expect(text.hasPrefix("%PDF-"))
    #expect(text.contains("/Marked true") && text.contains("/Lang (en-GB)") && text.contains("/DisplayDocTitle true"))
    #expect(text.contains("/Outlines") && text.contains("/StructTreeRoot"))
    #expect(!text.contains("/CreationDate"))
    if let folder = ProcessInfo.processInfo.environment["REPORT_FILES"] {
      try Data(pdf).write(to: URL(filePath: folder).appending(path: "report.pdf"))
    }
  }

  @Test("a plan on a page is one page, on its side", .enabled(if: Chromium() != nil, "no Chromium"))
  func onePage() async throws {
    let composed = ComposedReport(ThornburyVale().book, Report(.planOnAPage, ThornburyVale.quarter))
    let text = String(decoding: try await pdf(ReportFormat.html.file(composed.document).bytes), as: Unicode.ASCII.self)
    #expect(text.ranges(of: "/Type /Page\n").count == 1)
    #expect(text.contains("/MediaBox [0 0 841.9"))
  }

  @Test("without Chromium there is a sentence that says so and what to do")
  func missing() {
    #expect(Chromium(in: ["PATH": "/nowhere"]) == nil)
    #expect(
      Chromium(in: ["CHROMIUM": "/nowhere/chromium", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]) == nil)
    #expect(PDFFailure.notInstalled.description.hasPrefix("Chromium is not installed"))
  }

  @Test(
    "a browser that ends without a PDF leaves none, and no file behind",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/true")))
  func nothing() async throws {
    let chromium = try #require(Chromium(in: ["CHROMIUM": "/bin/true"]))
    await #expect(throws: PDFFailure.nothing) { try await chromium.pdf(Array("<p>".utf8)) }
  }

  @Test("the times of printing are taken out and nothing else moves")
  func times() {
    let pdf = "%PDF-1.4 /Producer (x) /CreationDate (D:20260101000000+00'00') /ModDate (D:2026)>> rest"
    let without = String(decoding: withoutTimes(Array(pdf.utf8)), as: UTF8.self)
    #expect(without.utf8.count == pdf.utf8.count)
    #expect(!without.contains("2026") && without.contains("/Producer (x)") && without.hasSuffix(">> rest"))
  }
}

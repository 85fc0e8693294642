import Foundation
import Programs

/// A browser that prints a page as a tagged PDF: headings, tables with their header cells, pictures with their words.
///
/// It is large and not everywhere, so it is optional. It is given one file and no network. The file has no script; the browser's own page that prints needs some.
package struct Chromium: Sendable {
  let path: String

  /// How long it may take. A report of 90 pages takes five seconds.
  static let patience = Duration.seconds(120)

  /// The one that the setting `CHROMIUM` names, or one of the usual names on the path; nil when there is none.
  package init?(in environment: [String: String] = ProcessInfo.processInfo.environment) {
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let usual = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]
    let named = environment["CHROMIUM"].flatMap { $0.isEmpty ? nil : [$0] }
    let candidates = named ?? usual.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
  }

  /// A page that needs nothing else, as a PDF. The same page and the same browser give the same bytes: the times of its
  /// making are taken out.
  ///
  /// - Throws: `PDFFailure`, with what to do.
  package func pdf(_ html: [UInt8]) async throws -> [UInt8] {
    // A short name: Chromium's own socket stands in it, and the path of a socket has 108 bytes.
    var name = Array((NSTemporaryDirectory() + "/gt-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { throw PDFFailure.noRoom }
    let folder = URL(filePath: String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    defer { removeFolder(folder) }
    let page = folder.appending(path: "report.html")
    let printed = folder.appending(path: "report.pdf")
    do { try Data(html).write(to: page) } catch { throw PDFFailure.noRoom }
    try await run(page, printed, folder)
    guard let bytes = FileManager.default.contents(atPath: printed.path), bytes.starts(with: Array("%PDF-".utf8)) else {
      throw PDFFailure.nothing
    }
    return withoutTimes(Array(bytes))
  }

  private func run(_ page: URL, _ printed: URL, _ folder: URL) async throws {
    let program = Program(
      path, arguments(page, printed, folder),
      environment: ["HOME": folder.path, "TMPDIR": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
      in: folder.path)
    let status: Int32?
    do throws(Program.Failure) {
      status = try await program.run(within: Chromium.patience)
    } catch {
      switch error {
      case .notStarted: throw PDFFailure.notStarted(path)
      case .tooLong: throw PDFFailure.tooLong
      case .noRoom: throw PDFFailure.noRoom
      case .saidTooMuch, .stopped: throw PDFFailure.nothing
      }
    }
    guard status == 0 else { throw PDFFailure.nothing }
  }

  private func arguments(_ page: URL, _ printed: URL, _ folder: URL) -> [String] {
    let usual = [
      "--headless", "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=\(printed.path)",
      "--user-data-dir=\(folder.appending(path: "profile").path)", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--disable-sync", "--disable-gpu", "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
    ]
    // Its sandbox needs a user of its own, which root in a container has not.
    return usual + (getuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
  }
}

/// Why there is no PDF.
package enum PDFFailure: Error, Equatable, CustomStringConvertible {
  case notInstalled
  case notStarted(String)
  case tooLong
  case nothing
  case noRoom
  case busy

  package var description: String {
    switch self {
    case .notInstalled:
      "Chromium is not installed, so no PDF can be made. Install Chromium or name one in CHROMIUM, or take the report as "
        + "html, which prints well, or as docx."
    case .notStarted(let path):
      "\(path) could not be started. Check that CHROMIUM names a Chromium that this user may run."
    case .tooLong:
      "Chromium took longer than two minutes over the PDF and was stopped. Take the report as html or docx."
    case .nothing:
      "Chromium ended without a PDF. Take the report as html or docx, and look whether Chromium runs at all."
    case .busy: "Others are having reports printed. Try again in a minute, or take the report as html or docx."
    case .noRoom: "No temporary file could be written for the PDF. Check the disk and TMPDIR."
    }
  }
}

/// A page that needs nothing else, as a PDF, by the Chromium of this machine.
///
/// - Throws: `PDFFailure`; `notInstalled` where there is none.
package func pdf(_ html: [UInt8]) async throws -> [UInt8] {
  guard let chromium = Chromium() else { throw PDFFailure.notInstalled }
  return try await chromium.pdf(html)
}

/// What is left behind by a browser that is still closing its files is the system's to tidy.
private func removeFolder(_ folder: URL) {
  do { try FileManager.default.removeItem(at: folder) } catch { return }
}

/// The PDF without the two times in it, which say when it was printed and nothing of the report. Spaces take their place,
/// as the file counts its bytes.
func withoutTimes(_ pdf: [UInt8]) -> [UInt8] {
  var pdf = pdf
  for name in ["/CreationDate (", "/ModDate ("] {
    let name = Array(name.utf8)
    // They stand at the beginning, in the first object.
    let end = min(pdf.count, 8192) - name.count
    guard end > 0, let start = (0..<end).first(where: { pdf[$0..<$0 + name.count].elementsEqual(name) }),
      let close = pdf[start...].prefix(80).firstIndex(of: UInt8(ascii: ")"))
    else { continue }
    for index in start...close { pdf[index] = UInt8(ascii: " ") }
  }
  return pdf
}

import Foundation
import Programs
import Testing

/// A directory for one test, gone with it.
final class Folder: Sendable {
  let path = NSTemporaryDirectory() + "mail-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func files(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + folder).sorted()
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  func script(_ name: String, _ text: String) throws -> String {
    let path = "\(path)/\(name)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }
}

/// Python's own reader of mail: another program's opinion of our bytes.
enum Python {
  static let path =
    ["/usr/bin/python3", "/usr/local/bin/python3"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    } ?? onPath

  private static let onPath = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The headers and the text of a message, as Python reads them.
  static func read(_ message: [UInt8]) async throws -> [String: String] {
    let script = """
      import sys, json, email, email.policy
      m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
      to = m["To"].addresses[0]
      print(json.dumps({"subject": m["Subject"], "name": to.display_name, "address": to.addr_spec,
        "recipients": str(len(m["To"].addresses)), "headers": "|".join(m.keys()), "date": m["Date"].datetime.isoformat(),
        "id": m["Message-ID"], "text": m.get_content(), "defects": str(len(m.defects))}))
      """
    let said = try await Program(try #require(path), ["-c", script]).read(message).output
    return try JSONDecoder().decode([String: String].self, from: Data(said))
  }
}

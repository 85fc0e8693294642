import CorporatePlan

/// A form with files in it, as browsers send one (RFC 7578).
struct Multipart {
  private(set) var form = OfficeForm(fields: [])

  /// The line that separates the parts; `nil` when the type is another.
  static func boundary(of type: String) -> String? {
    guard type.lowercased().hasPrefix("multipart/form-data") else { return nil }
    return parameter("boundary", of: type)
  }

  init(_ bytes: [UInt8], _ boundary: String) throws(Refusal) {
    let delimiter = Array("\r\n--\(boundary)".utf8)
    guard !boundary.isEmpty, boundary.utf8.count <= 200 else { throw Multipart.damaged }
    // The first delimiter has no line before it.
    var rest = bytes[...]
    guard rest.starts(with: delimiter[2...]) else { throw Multipart.damaged }
    rest = rest.dropFirst(delimiter.count - 2)
    while !rest.starts(with: "--".utf8) {
      guard form.fields.count + form.files.count < 20_000, rest.starts(with: "\r\n".utf8),
        let end = rest.range(of: delimiter)
      else { throw Multipart.damaged }
      try add(rest[(rest.startIndex + 2)..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
  }

  private mutating func add(_ part: ArraySlice<UInt8>) throws(Refusal) {
    guard let gap = part.range(of: Array("\r\n\r\n".utf8)),
      let head = String(validating: part[..<gap.lowerBound], as: UTF8.self),
      let disposition = head.split(separator: "\r\n").first(where: {
        $0.lowercased().hasPrefix("content-disposition:")
      }),
      let name = Multipart.parameter("name", of: disposition)
    else { throw Multipart.damaged }
    let content = part[gap.upperBound...]
    if let file = Multipart.parameter("filename", of: disposition) {
      form.files.append(OfficeForm.Upload(field: name, name: Multipart.plain(file), bytes: Array(content)))
    } else {
      guard let text = String(validating: content, as: UTF8.self), !content.contains(0) else {
        throw .badRequest("A field of the form is not written in UTF-8.")
      }
      form.fields.append((name, text))
    }
  }

  /// The value of `name="value"` or `name=value` in a header; browsers write a quotation mark as %22.
  private static func parameter(_ name: String, of header: some StringProtocol) -> String? {
    for part in parts(of: header).dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
      let value = String(pair[1]).trimmed
      guard value.hasPrefix("\""), value.utf8.count > 1 else { return value }
      return String(value.dropFirst().prefix { $0 != "\"" }).replacing("%22", with: "\"")
    }
    return nil
  }

  /// A header cut at its semicolons; one between quotation marks belongs to a value: "plan; draft.docx".
  private static func parts(of header: some StringProtocol) -> [String] {
    var parts = [""]
    var isQuoted = false
    for scalar in header.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return parts
  }

  /// A file's name without folders, and short enough to be shown.
  private static func plain(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    return String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init).prefix(200))
  }

  private static let damaged = Refusal.badRequest("The form arrived incomplete. Send it once more.")
}

extension ArraySlice<UInt8> {
  /// Where a run of bytes first stands.
  fileprivate func range(of run: [UInt8]) -> Range<Int>? {
    withUnsafeBytes { bytes in
      guard let first = run.first, bytes.count >= run.count else { return nil }
      var start = 0
      while start <= bytes.count - run.count {
        if bytes[start] == first, bytes[start..<start + run.count].elementsEqual(run) {
          return startIndex + start..<startIndex + start + run.count
        }
        start += 1
      }
      return nil
    }
  }
}

import CorporatePlan
import Foundation
import Ledger

/// A letter as an Internet message (RFC 5322): plain text in UTF-8, lines ended by CRLF, no line longer than 76 bytes.
extension Letter {
  package func message(from sender: Sender, at now: Moment) -> [UInt8] {
    let lines = [
      "From: " + Letter.mailbox(sender.name, sender.address),
      "To: " + Letter.mailbox(name, address),
      "Subject: " + Letter.header(subject),
      "Date: " + Letter.date(now),
      "Message-ID: <\(messageID)@\(sender.domain)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      // RFC 3834: nobody's absence note answers it.
      "Auto-Submitted: auto-generated",
      "X-Auto-Response-Suppress: All",
      "",
    ]
    return Array(lines.joined(separator: "\r\n").utf8) + [0x0D, 0x0A] + QuotedPrintable.encoded(text)
  }

  /// The same letter has the same name, however often it is tried; it tells nothing of what it is about.
  var messageID: String { String(Digest(of: id.utf8).description.dropFirst("sha256:".count).prefix(32)) }

  private static func mailbox(_ name: String, _ address: String) -> String {
    if name.isEmpty { return "<\(address)>" }
    let isQuotable = isPlain(name) && !name.contains { $0 == "\"" || $0 == "\\" }
    return (isQuotable ? "\"\(name)\"" : encodedWords(name)) + "\r\n <\(address)>"
  }

  /// Plain where that is safe and short.
  private static func header(_ text: String) -> String { isPlain(text) ? text : encodedWords(text) }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 60 && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
  }

  /// RFC 2047: each word whole characters only and short enough for a line of its own.
  private static func encodedWords(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    // 39 bytes become 52 letters: room for “Subject: ” before them.
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  /// `Thu, 16 Nov 2023 09:30:00 +0000`.
  private static func date(_ now: Moment) -> String {
    // `2023-11-16T09:30:00.000Z`
    let text = Array(now.description.utf8)
    let day = Day(String(decoding: text[0..<10], as: UTF8.self)) ?? now.londonDay
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let (year, month, number) = day.civil
    let time = String(decoding: text[11..<19], as: UTF8.self)
    return "\(names[day.weekday - 1]), \(number) \(Day.months[month - 1].prefix(3)) \(year) \(time) +0000"
  }
}

/// RFC 2045, section 6.7.
enum QuotedPrintable {
  static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    let lines = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines { encode(Array(line.utf8), into: &bytes) }
    return bytes
  }

  private static func encode(_ line: [UInt8], into bytes: inout [UInt8]) {
    var length = 0
    for (index, byte) in line.enumerated() {
      let isLast = index == line.count - 1
      let piece = piece(of: byte, isLast: isLast)
      // One byte is left for the mark of a soft end.
      if length + piece.count > 75 {
        bytes += [equals, 0x0D, 0x0A]
        length = 0
      }
      bytes += piece
      length += piece.count
    }
    bytes += [0x0D, 0x0A]
  }

  private static func piece(of byte: UInt8, isLast: Bool) -> [UInt8] {
    let isBlank = byte == 0x20 || byte == 0x09
    let isPlain = (0x21..<0x7F).contains(byte) && byte != equals || isBlank && !isLast
    return isPlain ? [byte] : [equals, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static let equals = UInt8(ascii: "=")
  private static let digits = Array("0123456789ABCDEF".utf8)
}

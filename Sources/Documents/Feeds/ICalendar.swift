/// Days for people's calendars (RFC 5545). Every event takes a whole day.
package struct ICalendar: Sendable {
  package var name: String
  package var events: [Event]

  package struct Event: Sendable, Equatable {
    /// Stays when the event moves, so that it moves in the calendar, too.
    package var uid: String
    /// "2025-10-14".
    package var day: String
    package var summary: String
    package var description: String
    package var address: String?
    /// When what it says was recorded: "2025-10-14T08:30:00.000Z".
    package var stamp: String
    /// How often it was moved.
    package var sequence: Int

    package init(
      uid: String, day: String, summary: String, description: String = "", address: String? = nil, stamp: String,
      sequence: Int = 0
    ) {
      (self.uid, self.day, self.summary, self.description) = (uid, day, summary, description)
      (self.address, self.stamp, self.sequence) = (address, stamp, sequence)
    }
  }

  package init(name: String, events: [Event]) { (self.name, self.events) = (name, events) }

  package static let mediaType = "text/calendar; charset=utf-8"

  package var bytes: [UInt8] {
    var lines = Lines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Goldthread//Deadlines//EN")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add(text: "NAME", name)
    lines.add(text: "X-WR-CALNAME", name)
    // How often calendars look again: RFC 7986, section 5.7, and the name it had before.
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT4H")
    lines.add("X-PUBLISHED-TTL", "PT4H")
    for event in events { lines.add(event) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  /// Content lines, which end in CR LF and are folded before they are longer than 75 bytes (section 3.1).
  private struct Lines {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ name: String, _ value: String) {
      var length = 0
      for character in "\(name):\(value)".unicodeScalars {
        let scalar = Array(String(character).utf8)
        if length + scalar.count > 75 {
          bytes += [0x0D, 0x0A, 0x20]
          length = 1
        }
        bytes += scalar
        length += scalar.count
      }
      bytes += [0x0D, 0x0A]
    }

    mutating func add(text name: String, _ value: String) { add(name, ICalendar.escaped(value)) }

    mutating func add(_ event: Event) {
      add("BEGIN", "VEVENT")
      add("UID", event.uid)
      add("DTSTAMP", ICalendar.time(event.stamp))
      add("DTSTART;VALUE=DATE", event.day.filter { $0 != "-" })
      add("SEQUENCE", String(event.sequence))
      add(text: "SUMMARY", event.summary)
      if !event.description.isEmpty { add(text: "DESCRIPTION", event.description) }
      if let address = event.address { add("URL", address) }
      // A deadline takes nobody's time.
      add("TRANSP", "TRANSPARENT")
      add("END", "VEVENT")
    }
  }

  /// As section 3.3.11 wants text; control characters have no place in it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// "20251014T083000Z".
  private static func time(_ stamp: String) -> String {
    String(stamp.prefix { $0 != "." && $0 != "Z" }.filter { $0 != "-" && $0 != ":" }) + "Z"
  }
}

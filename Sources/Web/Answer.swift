import Documents
import HTTPTypes

/// What a page function gives back: bytes, their type, and whether they may be kept.
struct Answer: Sendable {
  var status = HTTPResponse.Status.ok
  var type: String
  var bytes: [UInt8]
  /// How long others may keep it.
  var caching = Caching.revalidate
  /// The name under which a browser saves it; `nil` shows it.
  var savedAs: String?
  /// Where to go instead.
  var location: String?
  /// What the browser is to send with each request from now on.
  var cookie: String?
  /// Whether the address holds a secret, which other sites must not be told when a link is followed.
  var isSecret = false
  /// Whether the page brings the office's own script along, which may ask this site and no other.
  var hasScript = false
  /// After how many seconds the browser asks again.
  var refresh: Int?
  /// Further header fields, such as where a description of the data is.
  var fields = HTTPFields()
  /// Whether it is a step between a form and what it records, such as a preview.
  var isStep = false
  /// Whether the same address is answered by the same bytes until the ledger grows.
  var isKept = true

  enum Caching: String {
    /// Ask each time, with the tag.
    case revalidate = "no-cache"
    /// The same for who asks alone: nobody in between keeps it.
    case own = "private, no-cache"
    /// The address names the content.
    case immutable = "public, max-age=31536000, immutable"
    case never = "no-store"
  }

  init(type: String, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }

  static func html(_ html: HTML) -> Answer { Answer(type: "text/html; charset=utf-8", bytes: html.bytes) }

  /// A form's next step: what it would come to, or the form once more.
  static func step(_ html: HTML) -> Answer {
    var answer = Answer.html(html)
    answer.isStep = true
    return answer
  }

  static func step(_ answer: Answer) -> Answer {
    var answer = answer
    answer.isStep = true
    return answer
  }

  /// A page with the form again, and what is wrong with it.
  static func refusing(_ html: HTML) -> Answer {
    var answer = Answer.html(html)
    answer.status = .unprocessableContent
    return answer
  }

  /// A page that shows what somebody else recorded meanwhile.
  static func conflict(_ html: HTML) -> Answer {
    var answer = Answer.html(html)
    answer.status = .conflict
    return answer
  }

  /// "See there": what a form answers, so that reloading the page sends nothing again.
  static func redirect(_ location: String) -> Answer {
    var answer = Answer(type: "text/plain; charset=utf-8", bytes: [])
    answer.status = .seeOther
    answer.location = location
    answer.caching = .never
    answer.isKept = false
    return answer
  }

  static func csv(_ bytes: [UInt8]) -> Answer {
    Answer(type: "text/csv; charset=utf-8; header=present", bytes: bytes)
  }

  static func json(_ bytes: [UInt8]) -> Answer { Answer(type: "application/json", bytes: bytes) }
}

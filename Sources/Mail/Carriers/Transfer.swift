import CCurl
import Foundation

/// One exchange with a server by libcurl.
final class Transfer {
  private let curl: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private var message = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
  fileprivate var toSend: ArraySlice<UInt8> = []
  fileprivate var received: [UInt8] = []

  struct Outcome {
    let code: CURLcode
    /// The server's own, of HTTP or SMTP; 0 when it said nothing.
    let answer: Int
    /// What libcurl says of it.
    let message: String
    let body: [UInt8]
  }

  /// Nothing in an answer that is longer matters.
  fileprivate static let longestAnswer = 64 * 1024

  init(to address: String, protocols: String) throws(SendingFailure) {
    guard Transfer.isReady, let curl = curl_easy_init() else {
      throw SendingFailure("libcurl could not be started", again: true, concernsAll: true)
    }
    self.curl = curl
    set(CURLOPT_URL, address)
    set(CURLOPT_PROTOCOLS_STR, protocols)
    // Signals would reach the whole server.
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT, 15)
    set(CURLOPT_TIMEOUT, 60)
    set(CURLOPT_FOLLOWLOCATION, 0)
  }

  deinit {
    curl_easy_cleanup(curl)
    for list in lists { curl_slist_free_all(list) }
  }

  func set(_ option: CURLoption, _ text: String) { goldthread_curl_text(curl, option, text) }
  func set(_ option: CURLoption, _ number: Int) { goldthread_curl_number(curl, option, number) }

  func set(_ option: CURLoption, _ texts: [String]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for text in texts { list = curl_slist_append(list, text) }
    if let list { lists.append(list) }
    goldthread_curl_list(curl, option, list)
  }

  /// What is sent when the server asks for it.
  func send(_ bytes: [UInt8]) {
    toSend = bytes[...]
    set(CURLOPT_UPLOAD, 1)
    goldthread_curl_callback(curl, CURLOPT_READFUNCTION, give)
    goldthread_curl_pointer(curl, CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque())
  }

  /// The body of a POST.
  func post(_ bytes: [UInt8]) {
    set(CURLOPT_POSTFIELDSIZE, bytes.count)
    bytes.withUnsafeBytes { bytes in
      _ = goldthread_curl_pointer(
        curl, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
  }

  func run() -> Outcome {
    goldthread_curl_callback(curl, CURLOPT_WRITEFUNCTION, take)
    goldthread_curl_pointer(curl, CURLOPT_WRITEDATA, Unmanaged.passUnretained(self).toOpaque())
    let code = message.withUnsafeMutableBytes { message in
      goldthread_curl_pointer(curl, CURLOPT_ERRORBUFFER, message.baseAddress)
      let code = curl_easy_perform(curl)
      goldthread_curl_pointer(curl, CURLOPT_ERRORBUFFER, nil)
      return code
    }
    let text = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return Outcome(
      code: code, answer: goldthread_curl_response_code(curl),
      message: text.isEmpty ? String(cString: curl_easy_strerror(code)) : text, body: received)
  }

  private static let isReady: Bool = {
    // A connection that breaks while it is written to is an error of that letter, not the end of the server.
    signal(SIGPIPE, SIG_IGN)
    return curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
  }()
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
  context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private let give: goldthread_curl_transfer = { buffer, size, count, context in
  guard let buffer, let transfer = transfer(context) else { return 0 }
  let part = transfer.toSend.prefix(size * count)
  part.withUnsafeBytes { part in
    if let start = part.baseAddress { UnsafeMutableRawPointer(buffer).copyMemory(from: start, byteCount: part.count) }
  }
  transfer.toSend = transfer.toSend.dropFirst(part.count)
  return part.count
}

private let take: goldthread_curl_transfer = { buffer, size, count, context in
  guard let buffer, let transfer = transfer(context) else { return 0 }
  let room = Transfer.longestAnswer - transfer.received.count
  transfer.received += UnsafeRawBufferPointer(start: buffer, count: min(size * count, room))
  return size * count
}

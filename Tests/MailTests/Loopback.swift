import Foundation
import Synchronization

/// A server on this machine that speaks to one client after another, as it is told to.
final class Loopback: Sendable {
  let port: Int
  private let socket: Int32

  init(_ conversation: @escaping @Sendable (Line) -> Void) throws {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.socket = socket
    port = try Loopback.bound(socket)
    guard listen(socket, 8) == 0 else { throw POSIXError(.EADDRINUSE) }
    Thread.detachNewThread {
      while true {
        let client = accept(socket, nil, nil)
        guard client >= 0 else {
          // Only here: another server may get the number as soon as it is free.
          close(socket)
          return
        }
        conversation(Line(client))
        close(client)
      }
    }
  }

  deinit { shutdown(socket, Int32(SHUT_RDWR)) }

  /// Gives a socket a port of its own.
  fileprivate static func bound(_ socket: Int32) throws -> Int {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && getsockname(socket, address, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// The connection to one client.
  final class Line {
    private let client: Int32
    private var buffer: [UInt8] = []

    init(_ client: Int32) { self.client = client }

    func say(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { send(client, $0.baseAddress, $0.count, 0x4000) } }

    /// The next line without its end; `nil` when the client is gone.
    func hear() -> String? {
      while true {
        if let end = buffer.firstIndex(of: 0x0A) {
          let line = buffer[..<end]
          buffer.removeFirst(end + 1)
          return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
        guard fill() else { return nil }
      }
    }

    func hear(bytes count: Int) -> [UInt8] {
      while buffer.count < count, fill() {}
      let bytes = Array(buffer.prefix(count))
      buffer.removeFirst(bytes.count)
      return bytes
    }

    private func fill() -> Bool {
      var part = [UInt8](repeating: 0, count: 4096)
      let count = recv(client, &part, part.count, 0)
      guard count > 0 else { return false }
      buffer += part.prefix(count)
      return true
    }
  }
}

/// A port that nobody else gets and on which nobody listens.
final class ClosedPort: Sendable {
  let port: Int
  private let socket: Int32

  init() throws {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    port = try Loopback.bound(socket)
  }

  deinit { close(socket) }
}

/// A mail server that keeps what it is given.
final class MailServer: Sendable {
  struct Received: Equatable, Sendable {
    var from = ""
    var to: [String] = []
    /// The lines of the message, with the dots of the protocol taken away again.
    var lines: [String] = []
    var message: [UInt8] { lines.flatMap { Array($0.utf8) + [0x0D, 0x0A] } }
  }

  private let kept: Kept
  private let loopback: Loopback

  final class Kept: Sendable {
    let letters = Mutex<[Received]>([])
    let commands = Mutex<[String]>([])
  }

  var port: Int { loopback.port }
  var letters: [Received] { kept.letters.withLock { $0 } }
  /// Every command it heard.
  var commands: [String] { kept.commands.withLock { $0 } }

  /// - Parameters:
  ///   - offers: what it says it can, such as `AUTH PLAIN`.
  ///   - replies: what it answers to a command, by its first word, instead of taking it.
  init(offers: [String] = [], replies: [String: String] = [:]) throws {
    let kept = Kept()
    self.kept = kept
    loopback = try Loopback { line in
      var letter = Received()
      line.say("220 mail.example ESMTP\r\n")
      while let command = line.hear() {
        kept.commands.withLock { $0.append(command) }
        let word = command.split(separator: " ").first.map { $0.uppercased() } ?? ""
        if let reply = replies[word] {
          line.say(reply + "\r\n")
          continue
        }
        switch word {
        case "EHLO":
          let lines = ["mail.example"] + offers
          line.say(
            lines.enumerated().map { "250\($0 == lines.count - 1 ? " " : "-")\($1)\r\n" }.joined())
        case "AUTH":
          if command.split(separator: " ").count == 2 {
            line.say("334 \r\n")
            let answer = line.hear() ?? ""
            kept.commands.withLock { $0.append(answer) }
          }
          line.say("235 welcome\r\n")
        case "MAIL":
          letter.from = command
          line.say("250 ok\r\n")
        case "RCPT":
          letter.to.append(command)
          line.say("250 ok\r\n")
        case "DATA":
          line.say("354 go on\r\n")
          while let text = line.hear(), text != "." {
            letter.lines.append(text.hasPrefix(".") ? String(text.dropFirst()) : text)
          }
          kept.letters.withLock { [letter] in $0.append(letter) }
          letter = Received()
          line.say("250 taken\r\n")
        case "QUIT":
          line.say("221 bye\r\n")
          return
        default: line.say("502 no\r\n")
        }
      }
    }
  }
}

/// A web server that keeps what it is asked and answers what it is told.
final class WebServer: Sendable {
  struct Request: Equatable, Sendable {
    var line = ""
    var headers: [String: String] = [:]
    var body: [UInt8] = []
  }

  private let kept = Kept()
  private let loopback: Loopback

  final class Kept: Sendable { let requests = Mutex<[Request]>([]) }

  var base: String { "http://127.0.0.1:\(loopback.port)" }
  var requests: [Request] { kept.requests.withLock { $0 } }

  init(status: Int, body: String) throws {
    loopback = try Loopback { [kept] line in
      var request = Request()
      request.line = line.hear() ?? ""
      while let header = line.hear(), !header.isEmpty {
        let parts = header.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        request.headers[parts[0].lowercased()] = parts.last
      }
      request.body = line.hear(bytes: Int(request.headers["content-length"] ?? "") ?? 0)
      kept.requests.withLock { [request] in $0.append(request) }
      line.say(
        "HTTP/1.1 \(status) Said\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
      )
    }
  }
}

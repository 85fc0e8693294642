import CorporatePlan
import Documents
import HTTPTypes
import Hummingbird
import NIOCore

/// What a form sent: its fields in order, and the files among them.
struct OfficeForm: Sendable {
  var fields: [(name: String, value: String)]
  var files: [Upload] = []

  /// A file as a browser sends it.
  struct Upload: Equatable, Sendable {
    let field: String
    let name: String
    let bytes: [UInt8]
  }

  /// The first field of that name; `nil` when it is absent or empty.
  subscript(_ name: String) -> String? {
    fields.first { $0.name == name }.flatMap { $0.value.trimmed.isEmpty ? nil : $0.value.trimmed }
  }

  /// The first field of that name as it was sent, spaces too: a password's. `nil` when it is absent.
  func verbatim(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Every value of that name, in order: of check boxes.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}

extension OfficeForm {
  /// Reads a body as it arrives and keeps at most so many bytes. What goes beyond is read and thrown away, up to five
  /// times as much, so that the browser comes to hear why.
  init(reading request: Request, upTo limit: Int) async throws {
    var bytes: [UInt8] = []
    var count = 0
    for try await var part in request.body {
      count += part.readableBytes
      if count <= limit {
        bytes.append(contentsOf: part.readBytes(length: part.readableBytes) ?? [])
      } else {
        bytes = []
        if count > 5 * limit { break }
      }
    }
    guard count <= limit else { throw Refusal.tooLarge(limit: limit) }
    try self.init(bytes, type: request.headers[.contentType] ?? "")
  }

  init(_ bytes: [UInt8], type: String) throws(Refusal) {
    if let boundary = Multipart.boundary(of: type) {
      self = try Multipart(bytes, boundary).form
    } else if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
      fields = try RequestTarget.items(of: bytes)
    } else {
      throw .badRequest("The form was sent in a way that this page does not read.")
    }
  }
}

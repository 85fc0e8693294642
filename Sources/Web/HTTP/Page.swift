import HTTPTypes
import Hummingbird
import NIOCore

/// An answer as it goes over the wire: plain and, when that is worth it, packed, each with all its headers.
struct Page: Sendable {
  private let status: HTTPResponse.Status
  private let plain: Representation
  private let packed: Representation?

  private struct Representation: Sendable {
    let headers: HTTPFields
    let tag: String
    let body: ByteBuffer
  }

  /// - Parameter packing: how much to pack it for all who accept that; `nil` for not at all.
  init(_ answer: Answer, packing: Gzip.Effort?) {
    status = answer.status
    let tag = EntityTag.hash(answer.bytes)
    plain = Representation(
      headers: Page.headers(answer, tag: "\"\(tag)\"", count: answer.bytes.count), tag: "\"\(tag)\"",
      body: ByteBuffer(bytes: answer.bytes))
    packed = packing.flatMap { effort in
      guard answer.bytes.count > 600 else { return nil }
      return Gzip.pack(answer.bytes, effort).map { bytes in
        var headers = Page.headers(answer, tag: "\"\(tag)-gz\"", count: bytes.count)
        headers[.contentEncoding] = "gzip"
        return Representation(headers: headers, tag: "\"\(tag)-gz\"", body: ByteBuffer(bytes: bytes))
      }
    }
  }

  var size: Int { plain.body.readableBytes + (packed?.body.readableBytes ?? 0) }

  func response(to request: Request) -> Response {
    var shown = plain
    if let packed, request.acceptsGzip { shown = packed }
    if status == .ok, let known = request.headers[.ifNoneMatch], EntityTag.matches(known, shown.tag) {
      return Response(status: .notModified, headers: shown.headers)
    }
    if request.method == .head { return Response(status: status, headers: shown.headers) }
    return Response(status: status, headers: shown.headers, body: ResponseBody(byteBuffer: shown.body))
  }

  private static func headers(_ answer: Answer, tag: String, count: Int) -> HTTPFields {
    var headers = answer.hasScript ? SecurityHeaders.withScript : SecurityHeaders.all
    if answer.isSecret { headers[.referrerPolicy] = "same-origin" }
    headers[.contentType] = answer.type
    headers[.contentLength] = String(count)
    headers[.cacheControl] = answer.caching.rawValue
    if answer.status == .ok, answer.caching != .never { headers[.eTag] = tag }
    headers[.vary] = "Accept-Encoding"
    if let location = answer.location { headers[.location] = location }
    if let cookie = answer.cookie { headers[.setCookie] = cookie }
    if let seconds = answer.refresh { headers[.refresh] = String(seconds) }
    if let name = answer.savedAs { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
    if answer.status == .methodNotAllowed { headers[.allow] = "GET, HEAD" }
    for field in answer.fields { headers[field.name] = field.value }
    return headers
  }
}

extension HTTPField.Name {
  static let refresh = HTTPField.Name("Refresh")!
}

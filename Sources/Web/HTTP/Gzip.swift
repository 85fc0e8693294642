import CZlib
import CorporatePlan
import Hummingbird

/// Packs pages with zlib.
enum Gzip {
  /// How hard to try.
  enum Effort: CInt {
    /// For a page that is sent once: less than half the work for a few per cent more bytes.
    case quick = 4
    /// For a page that is kept and sent to many.
    case thorough = 9
  }

  /// `nil` when zlib has no memory: the page then goes out plain.
  static func pack(_ bytes: [UInt8], _ effort: Effort) -> [UInt8]? {
    var stream = z_stream()
    let size = CInt(MemoryLayout<z_stream>.size)
    // 15 bits of window, and 16 for a gzip header.
    let level = effort.rawValue
    guard deflateInit2_(&stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, zlibVersion(), size) == Z_OK else {
      return nil
    }
    defer { deflateEnd(&stream) }
    var input = bytes
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    return input.withUnsafeMutableBufferPointer { input in
      var isDone = false
      let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = output.count - Int(stream.avail_out)
      }
      return isDone ? packed : nil
    }
  }

  /// Whether an `Accept-Encoding` takes gzip: named, or any, and not with a weight of zero.
  static func isAccepted(_ header: String) -> Bool {
    for part in header.lowercased().utf8.split(separator: UInt8(ascii: ",")) {
      let pieces = part.split(separator: UInt8(ascii: ";")).map { Substring($0).trimmed }
      guard pieces.first == "gzip" || pieces.first == "*" else { continue }
      return !pieces.dropFirst().contains { weight in
        weight.hasPrefix("q=") && !weight.utf8.contains { (49...57).contains($0) }
      }
    }
    return false
  }
}

extension Request {
  /// Whether the browser takes a page packed.
  var acceptsGzip: Bool { headers[.acceptEncoding].map(Gzip.isAccepted) ?? false }
}

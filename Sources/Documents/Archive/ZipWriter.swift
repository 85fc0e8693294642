import CZip

/// Writes a ZIP archive in memory: the same entries always give the same bytes.
///
/// Every entry is dated 1 January 1980, the first day the format knows. A clock in the file would make two copies
/// of one report differ, and a seal could no longer be checked by making the file again.
package struct ZipWriter {
  private var entries: [(name: String, bytes: [UInt8])] = []

  /// An empty archive.
  package init() {}

  /// Adds a file; files keep the order in which they are added.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    entries.append((name, bytes))
  }

  /// The archive.
  package func bytes() throws(ZipFailure) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw ZipFailure(&error) }
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else { throw ZipFailure(&error) }
    // Closing the archive gives the source up; it is read afterwards.
    zip_source_keep(target)

    // libzip reads the entries when the archive is closed, so they must stay where they are until then.
    var copies: [UnsafeMutableBufferPointer<UInt8>] = []
    defer { for copy in copies { copy.deallocate() } }
    do {
      for entry in entries {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, entry.bytes.count))
        _ = copy.initialize(from: entry.bytes)
        copies.append(copy)
        try add(entry.name, copy.baseAddress, entry.bytes.count, to: archive)
      }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      defer { zip_discard(archive) }
      throw ZipFailure(zip_get_error(archive))
    }
    return try read(target)
  }

  private func add(
    _ name: String, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int, to archive: OpaquePointer
  ) throws(ZipFailure) {
    guard let source = zip_source_buffer(archive, bytes, zip_uint64_t(count), 0) else {
      throw ZipFailure(zip_get_error(archive))
    }
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw ZipFailure(zip_get_error(archive))
    }
    let firstOfJanuary1980: zip_uint16_t = 0x21
    guard zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 6) == 0,
      zip_file_set_dostime(archive, zip_uint64_t(index), 0, firstOfJanuary1980, 0) == 0
    else { throw ZipFailure(zip_get_error(archive)) }
  }

  private func read(_ source: OpaquePointer) throws(ZipFailure) -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw ZipFailure(zip_source_error(source)) }
    defer { zip_source_close(source) }
    guard zip_source_seek(source, 0, SEEK_END) == 0 else { throw ZipFailure(zip_source_error(source)) }
    let length = Int(zip_source_tell(source))
    guard zip_source_seek(source, 0, SEEK_SET) == 0 else { throw ZipFailure(zip_source_error(source)) }
    var read: zip_int64_t = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      read = zip_source_read(source, buffer.baseAddress, zip_uint64_t(length))
      count = max(0, Int(read))
    }
    guard read == length else { throw ZipFailure(zip_source_error(source)) }
    return bytes
  }
}

/// Why an archive could not be written, in libzip's words: memory, in practice.
package struct ZipFailure: Error, Equatable, CustomStringConvertible {
  /// libzip's own message, or that of who asked for the archive.
  package let description: String

  init(_ reason: String) {
    description = reason
  }

  init(_ error: UnsafeMutablePointer<zip_error_t>?) {
    description = error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) } ?? "unknown ZIP error"
  }
}

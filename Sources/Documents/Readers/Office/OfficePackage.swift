import CZip

/// The zip file that a Word or Excel document is, read with suspicion.
///
/// Sizes are checked twice: as the table of contents declares them and as they come out.
final class OfficePackage {
  private struct Entry {
    var index: zip_uint64_t
    var size: Int
    var packed: Int
  }

  let name: String
  let limits: ReadLimits
  private let archive: OpaquePointer
  private var entries: [String: Entry] = [:]
  private var inflated = 0

  /// The package lives no longer than the call, as it reads from the very bytes.
  static func opening<Result>(
    _ bytes: [UInt8], named name: String, limits: ReadLimits,
    _ body: (OfficePackage) throws(ReadError) -> Result
  ) throws(ReadError) -> Result {
    try bytes.withUnsafeBufferPointer { (buffer: UnsafeBufferPointer<UInt8>) throws(ReadError) -> Result in
      try body(OfficePackage(UnsafeRawBufferPointer(buffer), named: name, limits: limits))
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer, named name: String, limits: ReadLimits) throws(ReadError) {
    self.name = name
    self.limits = limits
    archive = try openArchive(bytes, named: name)
    try takeStock()
  }

  deinit { zip_discard(archive) }

  var partNames: [String] { entries.keys.sorted() }

  func has(_ part: String) -> Bool { entries[key(part)] != nil }

  /// Feeds a part to its follower, piece by piece.
  func follow(_ part: String, with follower: any XMLFollower) throws(ReadError) {
    guard let xml = XMLPart(following: follower, limits: limits) else {
      throw ReadError(.unreadable(reason: "out of memory"), in: name, at: part)
    }
    func check(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(ReadError) {
      if let trouble = xml.take(bytes, isLast: isLast) {
        throw ReadError(trouble, in: name, at: "\(part), line \(xml.line)")
      }
    }
    try inflate(part) { (bytes: UnsafeRawBufferPointer) throws(ReadError) in try check(bytes, isLast: false) }
    try check(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  /// All of a part that is no XML.
  func bytes(of part: String) throws(ReadError) -> [UInt8] {
    var all: [UInt8] = []
    try inflate(part) { (bytes: UnsafeRawBufferPointer) throws(ReadError) in all.append(contentsOf: bytes) }
    return all
  }

  private func takeStock() throws(ReadError) {
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.entries else {
      throw ReadError(.tooManyEntries(count: count, limit: limits.entries), in: name)
    }
    var total = 0
    for index in 0..<zip_uint64_t(max(0, count)) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let cName = status.name else {
        throw ReadError(.damagedArchive(reason: "part \(index + 1) can't be found"), in: name)
      }
      let part = String(cString: cName)
      if status.encryption_method != UInt16(ZIP_EM_NONE) { throw ReadError(.encrypted, in: name, at: part) }
      let size = Int(clamping: status.size)
      total = total.addingReportingOverflow(size).overflow ? .max : total + size
      guard total <= limits.inflatedBytes else {
        throw ReadError(.inflatesTooFar(limit: limits.inflatedBytes), in: name, at: part)
      }
      let entry = Entry(index: index, size: size, packed: Int(clamping: status.comp_size))
      guard entries.updateValue(entry, forKey: key(part)) == nil else {
        throw ReadError(.damagedArchive(reason: "a part occurs twice"), in: name, at: part)
      }
    }
  }

  private func inflate(
    _ part: String, _ take: (UnsafeRawBufferPointer) throws(ReadError) -> Void
  ) throws(ReadError) {
    guard let entry = entries[key(part)] else { throw ReadError(.missingPart, in: name, at: part) }
    guard entry.size <= limits.partBytes else {
      throw ReadError(.inflatesTooFar(limit: limits.partBytes), in: name, at: part)
    }
    if entry.size > limits.ratioFloor, entry.size / max(1, entry.packed) > limits.ratio {
      throw ReadError(.suspiciousRatio, in: name, at: part)
    }
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw ReadError(.damagedArchive(reason: String(cString: zip_strerror(archive))), in: name, at: part)
    }
    defer { zip_fclose(file) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    var length = 0
    while true {
      let count = Int(zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count)))
      guard count >= 0 else {
        throw ReadError(.damagedArchive(reason: String(cString: zip_file_strerror(file))), in: name, at: part)
      }
      if count == 0 { break }
      length += count
      inflated += count
      guard length <= entry.size else { throw ReadError(.sizeMisstated, in: name, at: part) }
      guard inflated <= limits.inflatedBytes else {
        throw ReadError(.inflatesTooFar(limit: limits.inflatedBytes), in: name, at: part)
      }
      try take(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
    guard length == entry.size else { throw ReadError(.sizeMisstated, in: name, at: part) }
  }
}

/// Part names are compared without regard to case, and some programs write a slash first.
private func key(_ part: String) -> String {
  (part.hasPrefix("/") ? String(part.dropFirst()) : part).lowercased()
}

private func openArchive(_ bytes: UnsafeRawBufferPointer, named name: String) throws(ReadError) -> OpaquePointer {
  var error = zip_error_t()
  zip_error_init(&error)
  defer { zip_error_fini(&error) }
  guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
    throw ReadError(.damagedArchive(reason: String(cString: zip_error_strerror(&error))), in: name)
  }
  guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
    zip_source_free(source)
    throw ReadError(.damagedArchive(reason: String(cString: zip_error_strerror(&error))), in: name)
  }
  return archive
}

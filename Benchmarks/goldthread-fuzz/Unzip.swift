import CZip

/// The parts of an archive that we wrote ourselves: nothing here is on its guard.
func unzipped(_ bytes: [UInt8]) throws -> [Seedling.Part] {
  try bytes.withUnsafeBytes { buffer in
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error),
      let archive = zip_open_from_source(source, ZIP_RDONLY, &error)
    else { throw NotOurs() }
    defer { zip_discard(archive) }
    return try (0..<zip_uint64_t(zip_get_num_entries(archive, 0))).map { index in
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
        let file = zip_fopen_index(archive, index, 0)
      else { throw NotOurs() }
      defer { zip_fclose(file) }
      let content = [UInt8](unsafeUninitializedCapacity: Int(status.size)) { content, count in
        count = max(0, Int(zip_fread(file, content.baseAddress, zip_uint64_t(content.count))))
      }
      return Seedling.Part(name: String(cString: name), bytes: content)
    }
  }
}

struct NotOurs: Error {}

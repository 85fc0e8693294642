#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of CSV files with their description (CSVW), packed as the archive that it could be: so it is hashed and read
/// like any other file.
struct TablesFolder {
  let name: String
  let archive: [UInt8]

  /// Nil where the path is no such folder.
  init?(_ path: String, _ limits: ReadLimits) throws(ReadError) {
    let path = path.hasSuffix("/") && path.utf8.count > 1 ? String(path.dropLast()) : path
    var status = stat()
    guard stat("\(path)/\(CSVW.fileName)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    name = String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    var zip = ZipWriter()
    var size = 0
    for file in TablesFolder.files(in: path) where file == CSVW.fileName || file.hasSuffix(".csv") {
      let bytes = try readBytes(at: "\(path)/\(file)", named: "\(name)/\(file)", limits)
      size += bytes.count
      try limits.admit(size, named: name)
      zip.add(file, bytes)
    }
    do throws(ZipFailure) { archive = try zip.bytes() } catch {
      throw ReadError(.unreadable(reason: error.description), in: name)
    }
  }

  private static func files(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }
}

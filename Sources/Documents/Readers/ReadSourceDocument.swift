#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SourceDocument {
  /// Reads a document from its bytes. What the file is, its contents tell; of the name only messages make use, and
  /// where text might be a table or not, its ending.
  package init(_ bytes: [UInt8], named name: String, limits: ReadLimits = .council) throws(ReadError) {
    try limits.admit(bytes.count, named: name)
    if isArchive(bytes) {
      self = try OfficePackage.opening(bytes, named: name, limits: limits) { package throws(ReadError) in
        let kind = try package.kind()
        if let refusal = kind.refusal { throw ReadError(refusal, in: name) }
        if kind == .tables { return try TablesReader.read(package) }
        return kind == .workbook ? try WorkbookReader.read(package) : try WordReader.read(package)
      }
    } else {
      let kind = FileKind(sniffing: bytes, limits: limits)
      if let refusal = kind.refusal { throw ReadError(refusal, in: name) }
      if kind == .json {
        self = SourceDocument(json: bytes, named: name)
        return
      }
      if let table = TableFile(bytes, named: name, sniffed: kind) {
        self = try table.read(limits)
        return
      }
      self = try TextReader.read(bytes, named: name, kind: kind, limits: limits)
    }
  }

  /// Reads a document from disk. One that is too large is refused by its size, unread.
  package init(path: String, limits: ReadLimits = .council) throws(ReadError) {
    let (name, bytes) = try limits.file(at: path)
    try self.init(bytes, named: name, limits: limits)
  }
}

extension ReadLimits {
  /// A file's name and its bytes, read once: what is hashed is then what is imported. One that is too large is refused by
  /// its size, unread. A folder of CSV files with their description is read as the archive it could be.
  package func file(at path: String) throws(ReadError) -> (name: String, bytes: [UInt8]) {
    if let folder = try TablesFolder(path, self) { return (folder.name, folder.archive) }
    let name = String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    return (name, try readBytes(at: path, named: name, self))
  }
}

extension FileKind {
  /// Why a file of this kind can't be read as a document; nil where it can.
  fileprivate var refusal: ReadError.Trouble? {
    switch self {
    case .word, .workbook, .text, .tsv, .csv, .tables, .json: nil
    case .macros: .macros
    case .oldOffice: .oldOffice
    case .encrypted: .encrypted
    case .pdf: .pdf
    case .openDocument: .openDocument
    case .binaryWorkbook: .binaryWorkbook
    case .archive: .archive
    case .damagedArchive: .damagedArchive(reason: "its table of contents can't be read")
    case .binary: .binary
    case .empty: .empty
    }
  }
}

func readBytes(at path: String, named name: String, _ limits: ReadLimits) throws(ReadError) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard file >= 0 else { throw ReadError(.unreadable(reason: String(cString: strerror(errno))), in: name) }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    throw ReadError(.unreadable(reason: "not a regular file"), in: name)
  }
  let size = Int(status.st_size)
  try limits.admit(size, named: name)
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
    while filled < size {
      let count = read(file, buffer.baseAddress.map { $0 + filled }, size - filled)
      if count < 0, errno == EINTR { continue }
      if count < 0 { failure = errno }
      if count <= 0 { break }
      filled += count
    }
  }
  guard failure == 0 else { throw ReadError(.unreadable(reason: String(cString: strerror(failure))), in: name) }
  return bytes
}

import CorporatePlan
import Documents
import Synchronization

/// The files that officers are taking in, from being sent to being recorded or given up. Nothing of them is on disk.
final class ImportDesk: Sendable {
  /// How many one session may have open at once.
  static let mostFiles = 5
  /// How long one is kept after it was last looked at.
  static let patience = 30 * 60 * 1000
  /// What a file may ask of us: less than on the command line, since it is held in memory meanwhile.
  static let limits: ReadLimits = {
    var limits = ReadLimits.council
    limits.fileBytes = 20 << 20
    return limits
  }()

  private let now: @Sendable () -> Moment
  private let reader = ImportReader()
  private let open = Mutex<[String: ImportJob]>([:])

  init(now: @escaping @Sendable () -> Moment) { self.now = now }

  /// Begins to read a file. `nil` when the session has as many open as it may.
  func begin(_ file: OfficeForm.Upload, _ asked: ImportAsked, into book: Book, for session: Session) -> ImportJob? {
    let job = ImportJob(file.name, session, at: now())
    giveUpExpired()
    let isTaken = open.withLock { open in
      let own = open.values.filter { $0.belongs(to: session) }
      guard own.count(where: { !$0.isRefused }) < ImportDesk.mostFiles else { return false }
      // There is nothing to record of a file that can't be read: it makes room for the next one.
      for old in own where old.isRefused && own.count >= ImportDesk.mostFiles { open[old.id] = nil }
      open[job.id] = job
      return true
    }
    guard isTaken else { return nil }
    work(on: job) { [reader] in await reader.read(file, asked, into: book, for: job) }
    return job
  }

  /// Proposes a file anew: with other answers, or against a newer Book.
  func propose(_ job: ImportJob, _ preview: ImportPreview, _ asked: ImportAsked, into book: Book) {
    work(on: job) { [reader] in await reader.propose(preview.document, asked, preview.digest, into: book, for: job) }
  }

  /// Neither the thread that serves a connection nor the session waits for it.
  private func work(on job: ImportJob, _ work: @escaping @Sendable () async -> Void) {
    job.state = .working(.waiting)
    Task.detached { await work() }
  }

  /// A file of this session; `nil` when it has expired, was recorded or discarded, or is somebody else's.
  func job(_ id: String, of session: Session) -> ImportJob? {
    let time = now()
    return open.withLock { open in
      guard let job = open[id], job.belongs(to: session), !job.isExpired(at: time) else { return nil }
      job.touch(at: time)
      return job
    }
  }

  func jobs(of session: Session) -> [ImportJob] {
    let time = now()
    return open.withLock { $0.values.filter { $0.belongs(to: session) && !$0.isExpired(at: time) } }
      .sorted { $0.began < $1.began }
  }

  func discard(_ job: ImportJob) {
    job.isGivenUp.store(true, ordering: .relaxed)
    open.withLock { _ = $0.removeValue(forKey: job.id) }
  }

  func forget(_ session: Session) { giveUp { $0.belongs(to: session) } }

  /// Lets go of what nobody has looked at for so long: its words do not stay in memory until the next file comes.
  func giveUpExpired() {
    let time = now()
    giveUp { $0.isExpired(at: time) }
  }

  private func giveUp(_ isOver: (ImportJob) -> Bool) {
    for job in open.withLock({ Array($0.values) }) where isOver(job) { discard(job) }
  }
}

import CorporatePlan
import Documents
import Imports
import Ledger
import Synchronization

/// Reads one file after the other, so that many at once do not take the machine from those who only look.
actor ImportReader {
  func read(_ file: OfficeForm.Upload, _ asked: ImportAsked, into book: Book, for job: ImportJob) {
    guard !job.isGivenUp.load(ordering: .relaxed) else { return }
    job.state = .working(.reading)
    do throws(ReadError) {
      let document = try SourceDocument(file.bytes, named: file.name, limits: ImportDesk.limits)
      propose(document, asked, Digest(of: file.bytes).description, into: book, for: job)
    } catch {
      job.state = .refused(error)
    }
  }

  func propose(_ document: SourceDocument, _ asked: ImportAsked, _ digest: String, into book: Book, for job: ImportJob)
  {
    guard !job.isGivenUp.load(ordering: .relaxed) else { return }
    job.state = .working(.comparing)
    let proposal = ImportProposal(
      document, fileDigest: digest, period: asked.period, council: asked.council, kind: asked.kind,
      answers: asked.answers, columns: asked.columns, into: book)
    job.state = .ready(
      ImportPreview(document: document, digest: digest, asked: asked, proposal: proposal, book: book))
  }
}

import CorporatePlan
import Documents

extension Recogniser {
  /// What `goldthread export` wrote, edited or not.
  static let export = Recogniser(
    kind: "goldthread-export", confidence: { ExportedFile.isOne($0.document) ? 100 : 0 },
    read: { document, order in
      var draft = ExportDraft(ExportedFile(document), into: order.book)
      return draft.reading()
    })
}

/// That a report was sealed: the ledger position it is a function of, the rules it used, its counts, and its files as
/// digests of their bytes (design, section 1).
package struct Seal: Record {
  package static let kind = "seal"
  package var period: Period
  /// The newest entry that the report reads; entries that only seal come after it.
  package var position: Int
  /// The ledger's hash at that position.
  package var ledgerHash: String
  package var rules: [RuleVersion]
  package var files: [File]
  /// What the checks warned of, printed with the seal.
  package var warnings: [String]
  /// Which report it is, when it is not the performance report of the whole plan: seals of before there were others name
  /// none.
  package var report: String?
  /// What was set aside so that it could be sealed, each with its reason, post and day.
  package var overridden: [String]

  package struct File: Equatable, Sendable {
    package let name: String
    package let mediaType: String
    /// `sha256:` and 64 hex digits.
    package let digest: String
    /// Whether it holds exempt information and is for those only who may see it.
    package let isExempt: Bool

    package init(name: String, mediaType: String, digest: String, isExempt: Bool = false) {
      self.name = name
      self.mediaType = mediaType
      self.digest = digest
      self.isExempt = isExempt
    }
  }

  package var id: String { "\(report ?? period.code)@\(position)" }

  /// The id of the report that it seals.
  package var reportID: String { report ?? Report(.performance, period).id }

  /// The files that anyone may have.
  package var publicFiles: [File] { files.filter { !$0.isExempt } }

  package init(
    period: Period, position: Int, ledgerHash: String, rules: [RuleVersion], files: [File], warnings: [String],
    report: String? = nil, overridden: [String] = []
  ) {
    self.report = report
    self.overridden = overridden
    self.period = period
    self.position = position
    self.ledgerHash = ledgerHash
    self.rules = rules
    self.files = files
    self.warnings = warnings
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    period = try fields.period("period")
    position = try fields.integer("position", default: 0)
    ledgerHash = try fields.text("ledger_hash")
    warnings = fields.texts("warnings")
    report = fields.optionalText("report")
    overridden = fields.texts("overridden")
    var rules: [RuleVersion] = []
    for rule in fields.json["rules"]?.array ?? [] {
      guard let id = rule["id"]?.string, let revision = rule["revision"]?.integer else {
        throw FieldError("rules", "needs id and revision")
      }
      rules.append(RuleVersion(id, revision: revision))
    }
    self.rules = rules
    var files: [File] = []
    for file in fields.json["files"]?.array ?? [] {
      guard let name = file["name"]?.string, let type = file["type"]?.string, let digest = file["digest"]?.string else {
        throw FieldError("files", "needs name, type and digest")
      }
      files.append(File(name: name, mediaType: type, digest: digest, isExempt: file["exempt"]?.bool ?? false))
    }
    self.files = files
  }

  package var body: JSON {
    .object([
      "period": .string(period.code), "position": JSON(position), "ledger_hash": .string(ledgerHash),
      "rules": .array(rules.map { .object(["id": .string($0.id), "revision": JSON($0.revision)]) }),
      "files": .array(
        files.map {
          .object([
            "name": .string($0.name), "type": .string($0.mediaType), "digest": .string($0.digest),
            "exempt": $0.isExempt.json,
          ])
        }),
      "warnings": warnings.json, "report": report.json, "overridden": overridden.json,
    ])
  }
}

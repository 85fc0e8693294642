import CorporatePlan
import Imports

/// What a person has settled about a document in files beside it: a recipe for its columns, and answers to its questions.
struct ImportSettings {
  private(set) var columns: [String: String] = [:]
  private(set) var answers: [String: String] = [:]
  /// The file whose questions were answered, where --questions-to wrote them.
  private(set) var digest: String?

  /// - Parameters:
  ///   - recipe: `{"columns": {"Outturn": "actual"}, "answers": {…}}`.
  ///   - answers: `{"bi-annual: table 8, row 7": "twice-a-year"}`, or what --questions-to wrote with its answers filled in.
  init(recipe: String?, answers: String?) throws {
    if let recipe {
      let json = try ImportSettings.read(recipe)
      columns = try ImportSettings.words(json["columns"], in: recipe, "columns")
      for (heading, meaning) in columns where ColumnMeaning(meaning) == nil {
        throw Failure.could(
          "\(recipe): “\(meaning)”, given for “\(heading)”, is no meaning. There are \(ColumnMeaning.Word.allCases.map(\.rawValue).joined(separator: ", ")), and actual or target with a period."
        )
      }
      self.answers = try ImportSettings.words(json["answers"], in: recipe, "answers")
    }
    if let answers {
      let json = try ImportSettings.read(answers)
      digest = json["digest"]?.string
      let given =
        if let questions = json["questions"]?.array {
          Dictionary(
            questions.compactMap(ImportSettings.answered), uniquingKeysWith: { _, last in last })
        } else {
          try ImportSettings.words(json, in: answers, "answers")
        }
      self.answers.merge(given) { _, last in last }
    }
  }

  /// A question with its answer; `nil` while it has none.
  private static func answered(_ question: JSON) -> (String, String)? {
    guard let id = question["id"]?.string, let answer = question["answer"]?.string, !answer.isEmpty else { return nil }
    return (id, answer)
  }

  private static func read(_ path: String) throws -> JSON {
    let bytes = try [UInt8](reading: path, upTo: 1 << 22)
    do throws(JSONError) { return try JSON(parsing: bytes) } catch { throw Failure.could("\(path): \(error).") }
  }

  private static func words(_ json: JSON?, in path: String, _ what: String) throws -> [String: String] {
    guard let json else { return [:] }
    guard case .members(let members) = json else {
      throw Failure.could("\(path): \(what) is not an object of names and words.")
    }
    return try Dictionary(
      members.map { member in
        guard let words = member.value.string else {
          throw Failure.could("\(path): “\(member.key)” is not followed by words in quotes.")
        }
        return (member.key, words)
      }, uniquingKeysWith: { _, last in last })
  }
}

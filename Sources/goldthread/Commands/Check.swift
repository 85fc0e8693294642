import ArgumentParser
import CorporatePlan

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks through a council's plan for what does not fit together.",
    discussion: """
      Indicators without target or definition, dates that have passed or name no day, texts and codes used twice, printed \
      roll-ups that can't be reproduced, and more. One line for each finding, its code first. Exit status 0 when there is none, 1 \
      otherwise.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var at: CouncilOptions
  @Option(name: .customLong("as"), help: "text, or json: one object on each line.") var form = Form.text
  @Option(help: ArgumentHelp("The day to check on; by default today.", valueName: "yyyy-mm-dd")) var on: String?

  func validate() throws {
    if let on, Day(on) == nil { throw ValidationError("“\(on)” is no day; write it like 2024-09-30.") }
  }

  func run() async throws {
    let book = try await at.open().book
    let found = PlanChecks.findings(book, at: on.flatMap { Day($0) } ?? Moment.now.londonDay)
    for finding in found { Terminal.say(form == .json ? finding.json.canonical : finding.description) }
    if found.isEmpty { return }
    Terminal.complain("\(found.count) finding\(found.count == 1 ? "" : "s").")
    throw ExitCode(Failure.Status.problems.rawValue)
  }
}

extension Finding {
  fileprivate var json: JSON {
    .object([
      "code": .string(code), "severity": .string(severity.rawValue), "place": .string(place),
      "sentence": .string(sentence),
    ])
  }
}

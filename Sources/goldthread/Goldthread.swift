import ArgumentParser

/// The command line. Exit statuses: 0 done, 1 done and problems were found, 2 the call was wrong, 3 could not.
@main
struct Goldthread: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goldthread",
    abstract: "Runs a council's corporate plan: import it, rate it, report it, publish it.",
    discussion: """
      Try it in an empty directory:

        goldthread demo --data example      fills it with a fictional council
        goldthread serve --data example     at http://127.0.0.1:8080

      With a report of your own:

        goldthread import report.docx --dry-run
          shows what would be recorded, and what does not agree
        goldthread import report.docx --data DIR --apply
          records it as one batch
        goldthread seal --data DIR --period 2023-24-Q2
          freezes the quarter's report

      The first to sign in:

        goldthread people add --data DIR --name NAME --email ADDRESS --role administrator

      To rate any spreadsheet without a council:

        goldthread rate rows.csv --rule harrow-2023
      """,
    version: "goldthread 0.1",
    subcommands: [
      Import.self, Rate.self, CheckCommand.self, ReportCommand.self, SealCommand.self, Verify.self, Serve.self,
      People.self, Demo.self, Export.self, Undo.self,
      Backup.self, Restore.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  /// Says what went wrong on standard error (help on standard output) and ends with its status.
  private static func leave(with error: any Error) -> Never {
    if let failure = error as? Failure {
      Terminal.complain(failure.message)
      exit(withError: ExitCode(failure.status.rawValue))
    }
    if error is ExitCode { exit(withError: error) }
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code == .success {
      Terminal.say(text)
      exit(withError: code)
    }
    // The parser's own errors are the caller's; anything else is something we could not do.
    Terminal.complain(text)
    exit(
      withError: code == .validationFailure
        ? ExitCode(Failure.Status.call.rawValue) : ExitCode(Failure.Status.could.rawValue))
  }
}

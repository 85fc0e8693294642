import ArgumentParser
import CorporatePlan
import Foundation
import Ledger

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fills an empty directory with the example council.",
    discussion:
      "A small fictional district: its plan, two reported quarters, the figures of the two years before, a third quarter that is being collected now, and its people with their sign-ins."
  )

  @Option(help: ArgumentHelp("The directory to fill; it is made when it is not there.", valueName: "dir")) var data:
    String
  @Option(help: ArgumentHelp("Another council.json.", valueName: "file")) var example: String?
  @Flag(help: "Leave the people and the third quarter out, to begin as a council does.") var withoutPeople = false

  func run() async throws {
    let example = try ExampleCouncil(path: example)
    do {
      let council = try await Council.open(directory: data, council: "example", creating: true)
      guard council.book.position == 0 else {
        throw Failure.could("\(data): already holds a council, and nothing is overwritten. Name an empty directory.")
      }
      try await example.record(in: council)
      let people = withoutPeople ? nil : try ExamplePeople()
      let password = try await people?.settle(in: council, at: .present)
      let book = council.book
      Terminal.say(
        "\(book.council?.name ?? "The example council"): \(book.items.count) plan items, \(book.indicators.count) indicators and "
          + "\(book.readings.values.reduce(0) { $0 + $1.actuals.count }) figures in \(data), \(book.position) ledger entries."
      )
      Terminal.say("Nobody needs to sign in to look: goldthread serve --data \(data)")
      guard let people, let password else { return }
      Terminal.say("To work in the office, sign in as one of these. The password of all is: \(password)")
      for person in people.all {
        Terminal.say("  \(person.email)  \(person.roles.map(\.rawValue).sorted().joined(separator: ", "))")
      }
    } catch let error as LedgerError {
      throw Failure.could(error.description)
    } catch let error as AccountRefused {
      throw Failure.could("the example's people can't be taken in: \(error)")
    } catch let error as MalformedEntry {
      throw Failure.could("the example can't be read: \(error)")
    }
  }
}

import ArgumentParser
import CorporatePlan
import Foundation
import Ledger
import Web

struct People: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The people who can sign in to the office.",
    discussion: """
      The first administrator:

        goldthread people add --data DIR --name 'Ada Lovelace' --email ada@council.example --role administrator
          asks for the password on the terminal, or reads it from standard input; it is never an argument

      A link with which somebody chooses their own password:

        goldthread people invite --data DIR --name 'Bo Larsen' --email bo@council.example --role reviewer
      """,
    subcommands: [Add.self, Invite.self, List.self])
}

/// Who somebody is, as options.
struct PersonOptions: ParsableArguments {
  @OptionGroup var at: CouncilOptions
  @Option(help: ArgumentHelp("Their e-mail address, with which they sign in.", valueName: "address")) var email: String
  @Option(help: "Their name.") var name: String?
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "What they may do: \(Role.allCases.map { $0.rawValue.replacing(" ", with: "-") }.joined(separator: ", ")); can be given several times.",
      valueName: "role"))
  var role: [String] = []

  /// What `--role` names; both `performance-officer` and `performance officer` will do.
  func roles() throws(Failure) -> Set<Role> {
    var roles: Set<Role> = []
    for name in role {
      guard let known = Role(rawValue: name.lowercased().replacing("-", with: " ")) else {
        let all = Role.allCases.map { $0.rawValue.replacing(" ", with: "-") }.joined(separator: ", ")
        throw .call("“\(name)” is no role; there are \(all).")
      }
      roles.insert(known)
    }
    return roles
  }

  func named() throws(Failure) -> String {
    guard let name = name?.trimmed, !name.isEmpty else { throw .call("Say with --name what they are called.") }
    guard !role.isEmpty else { throw .call("Say with --role what they may do, such as --role administrator.") }
    return name
  }
}

extension People {
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds somebody with a password.",
      discussion:
        "The password is asked for on the terminal, twice, or read as one line of standard input. In an empty directory it makes the ledger."
    )
    @OptionGroup var person: PersonOptions

    func run() async throws {
      let (name, roles) = (try person.named(), try person.roles())
      let password = try TypedPassword.read()
      let council = try await CouncilOptions.open(person.at.data, person.at.council, creating: true)
      do {
        let added = try await council.accounts.add(
          name: name, email: person.email, roles: roles, password: password, at: .now)
        Terminal.say("\(added.name) can sign in as \(added.email).")
      } catch let refused as AccountRefused {
        throw Failure.call("\(refused.words(.now)).")
      } catch let error as LedgerError {
        throw Failure.could(error.description)
      }
    }
  }

  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a link with which somebody chooses a password.",
      discussion:
        "Whoever is not there yet is added: then --name and --role are needed. The link works once, for a week, or for two hours when they have a password already; links made before end with it."
    )
    @OptionGroup var person: PersonOptions
    @Option(
      help: ArgumentHelp("Where people reach the site, such as https://plan.example.gov.uk.", valueName: "url"))
    var address = "http://127.0.0.1:8080"

    func run() async throws {
      guard let site = SiteAddress(address) else {
        throw Failure.call("--address takes an address such as https://plan.example.gov.uk, without a path.")
      }
      let roles = try person.roles()
      let council = try await person.at.open()
      do {
        let invited =
          if let known = try await council.accounts.person(withEmail: person.email) { known } else {
            try await council.accounts.add(name: try person.named(), email: person.email, roles: roles, at: .now)
          }
        guard try await council.mail.withdrawLinks(for: invited.id, at: .now) else {
          throw Failure.could("A letter with a link is being written to them just now. Try again in a minute.")
        }
        let secret = try await council.accounts.letter(
          invited.hasSignedUp ? .reset : .invitation, to: invited.id, at: .now)
        Terminal.say("\(site)/office/password?key=\(secret.text)")
      } catch let refused as AccountRefused {
        throw Failure.call("\(refused.words(.now)).")
      } catch let error as LedgerError {
        throw Failure.could(error.description)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists who can sign in, and what they may do.")
    @OptionGroup var at: CouncilOptions

    func run() async throws {
      let council = try await at.open()
      for person in try await council.accounts.people() {
        let state = person.isDisabled ? "closed" : person.hasSignedUp ? "active" : "invited"
        let roles = person.roles.map(\.rawValue).sorted().joined(separator: ", ")
        Terminal.say("\(person.name)\t\(person.email)\t\(roles)\t\(state)")
      }
    }
  }
}

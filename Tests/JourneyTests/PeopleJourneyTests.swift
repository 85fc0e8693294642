import Foundation
import Testing

@Suite("People are let in from the terminal")
struct PeopleJourneyTests {
  @Test("the first administrator of an empty folder, with a password that is piped in and stands nowhere else")
  func first() async throws {
    let folder = try Folder()
    let person = ["--data", folder["plan"], "--email", "Ada@council.example"]
    let named = person + ["--name", "Ada", "--role", "administrator", "--role", "performance-officer"]
    let added = try await CommandLineRun(["people", "add"] + named, input: "three damp gates\n")
    #expect(added.status == 0)
    #expect(added.output == "Ada can sign in as ada@council.example.\n")
    let list = try await CommandLineRun("people", "list", "--data", folder["plan"])
    #expect(list.lines == ["Ada\tada@council.example\tadministrator, performance officer\tactive"])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder["plan"]) {
      #expect(try folder.bytes("plan/\(name)").range(of: Data("three damp gates".utf8)) == nil, "\(name)")
    }
    let again = try await CommandLineRun(["people", "add"] + named, input: "three damp gates\n")
    #expect(again.status == 2 && again.errors.contains("is there already"))
  }

  @Test("a link for somebody new, once more, and for nobody who can't be named")
  func invited() async throws {
    let folder = try Folder()
    _ = try await CommandLineRun(
      ["people", "add", "--data", folder["plan"], "--name", "Ada", "--email", "ada@council.example"]
        + ["--role", "administrator"], input: "three damp gates\n")
    let invite = ["people", "invite", "--data", folder["plan"], "--email", "bo@council.example"]
    let unnamed = try await CommandLineRun(invite)
    #expect(unnamed.status == 2 && unnamed.errors.contains("--name"))
    let named = invite + ["--name", "Bo", "--role", "reviewer", "--address", "https://plan.council.example"]
    let links = [try await CommandLineRun(named), try await CommandLineRun(named)]
    let address = /https:\/\/plan\.council\.example\/office\/password\?key=[\w-]{43}/
    for link in links {
      #expect(link.status == 0)
      #expect(try #require(link.lines.first).wholeMatch(of: address) != nil)
    }
    #expect(links[0].output != links[1].output)
    let list = try await CommandLineRun("people", "list", "--data", folder["plan"])
    #expect(list.lines.last == "Bo\tbo@council.example\treviewer\tinvited")
  }

  @Test(
    "what can't be is refused with what to write instead",
    arguments: [
      (["--role", "king"], "three damp gates\n", "is no role"), (["--role", "auditor"], "short\n", "at least 12"),
      (["--role", "auditor"], "", "no password on standard input"), ([], "three damp gates\n", "--role"),
    ])
  func refused(_ roles: [String], _ input: String, _ words: String) async throws {
    let folder = try Folder()
    let run = try await CommandLineRun(
      ["people", "add", "--data", folder["plan"], "--name", "Ada", "--email", "ada@council.example"] + roles,
      input: input)
    #expect(run.status == 2)
    #expect(run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
  }

  @Test(
    "a network of servers in front that is written wrongly is refused before the server starts",
    arguments: ["10.0.0.1/8", "10.0.0.0/0", "10.0.0.0/33", "2001:db8::/129", "proxy.example"])
  func networks(_ wrong: String) async throws {
    let folder = try Folder()
    let run = try await CommandLineRun([
      "serve", "--data", folder["plan"], "--port", "0", "--behind-proxy", "10.1.0.0/16", wrong,
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains("“\(wrong)” is neither"))
  }

  @Test("whoever asks how to name servers in front reads that nobody else may have an address in their network")
  func advice() async throws {
    let run = try await CommandLineRun("serve", "--help")
    let help = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(run.status == 0 && help.contains("or their network, such as 10.0.5.0/28"))
    #expect(help.contains("nobody else may have an address in it, for whoever does can pass for any other"))
  }

  @Test(
    "a carrier that can't work is refused before the server starts, without its password in the words",
    arguments: [
      (["--mail", "pigeon:now"], "can't go by “pigeon”"),
      (["--mail", "smtp://plan:hunter2@mail.example", "--mail-from", "p@c.example"], "holds a password"),
      (["--mail", "smtp://10.0.0.5?encryption=none", "--mail-from", "p@c.example"], "--address"),
      (["--mail", "sendmail"], "whom letters come from"),
    ])
  func carriers(_ options: [String], _ words: String) async throws {
    let folder = try Folder()
    let run = try await CommandLineRun(["serve", "--data", folder["plan"], "--port", "0"] + options)
    #expect(run.status == 2)
    #expect(run.errors.contains(words) && !run.errors.contains("hunter2"), "\(run.errors)")
  }
}

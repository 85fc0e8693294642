import CorporatePlan
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("People sign in, and what they are called stays out of the ledger")
struct AccountTests {
  private let noon = Moment(milliseconds: 1_700_000_000_000)
  private let phrase = "seven green bridges"

  private func later(_ minutes: Int) -> Moment { Moment(milliseconds: noon.milliseconds + minutes * 60_000) }

  private func refusal(_ work: () async throws -> Void) async -> AccountRefused? {
    do { try await work() } catch { return error as? AccountRefused }
    return nil
  }

  private func withAccounts(_ test: (Accounts, Council, Scratch) async throws -> Void) async throws {
    let scratch = Scratch()
    let council = try await Council.open(directory: scratch.path, council: "larkmere")
    try await test(council.accounts, council, scratch)
  }

  @Test("the first administrator is made once, and signs in with the password")
  func first() async throws {
    try await withAccounts { accounts, _, _ in
      let person = try await accounts.addFirst(name: "Ada", email: " Ada@Larkmere.example ", password: phrase, at: noon)
      #expect(person.email == "ada@larkmere.example" && person.roles.contains(.administrator))
      let session = try await accounts.signIn(
        email: "ADA@larkmere.example", password: phrase, from: "10.0.0.1", at: noon)
      #expect(try await accounts.person(withSession: session, at: later(1))?.id == person.id)
      let again = await refusal {
        _ = try await accounts.addFirst(name: "Eve", email: "eve@x.example", password: phrase, at: noon)
      }
      #expect(again == .notTheFirst)
    }
  }

  @Test("a wrong password and a wrong address are told alike")
  func wrong() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      for (email, password) in [
        ("ada@x.example", "seven green bridge"), ("bob@x.example", phrase), ("ada@x.example", ""),
      ] {
        let told = await refusal {
          _ = try await accounts.signIn(email: email, password: password, from: "a", at: noon)
        }
        #expect(told == .wrong)
      }
    }
  }

  @Test("after five wrong tries one waits, ever longer, even with the right password; another account is not touched")
  func backOff() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      await guess(accounts, times: 5) { _ in "z" }
      let told = await refusal {
        _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "z", at: noon)
      }
      #expect(told == .wait(until: Moment(milliseconds: noon.milliseconds + 15_000)))
      _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "z", at: later(1))
      #expect([4, 5, 6, 7, 40].map { Accounts.wait(after: $0, free: 5) } == [0, 15_000, 30_000, 60_000, 3_600_000])
    }
  }

  private func guess(_ accounts: Accounts, times: Int, at: Moment? = nil, from address: (Int) -> String) async {
    for number in 0..<times {
      _ = await refusal {
        _ = try await accounts.signIn(email: "ada@x.example", password: "no", from: address(number), at: at ?? noon)
      }
    }
  }

  @Test("strangers who guess at an account don't shut its owner out where they came from before")
  func strangers() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "town hall", at: noon)
      await guess(accounts, times: 200) { "stranger \($0)" }
      _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "town hall", at: noon)
      // From somewhere new the owner is slowed down, for minutes and never for good.
      let told = await refusal {
        _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "a train", at: noon)
      }
      #expect(told == .wait(until: Moment(milliseconds: noon.milliseconds + 15_000)))
      for minute in 1...60 { await guess(accounts, times: 3, at: later(minute)) { "other \(minute) \($0)" } }
      _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "a train", at: later(65))
      #expect(Accounts.wait(after: 1000, free: 20, longest: Accounts.longestForStrangers) == 300_000)
    }
  }

  @Test("five wrong tries from one place are not held against the owner elsewhere")
  func elsewhere() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      await guess(accounts, times: 9) { _ in "a stranger" }
      _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "home", at: noon)
    }
  }

  @Test("slips of one who then gets it right are not held against colleagues behind the same address")
  func slips() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      for round in 0..<40 {
        await guess(accounts, times: 4, at: later(round)) { _ in "10.0.0.1" }
        _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "10.0.0.1", at: later(round))
      }
    }
  }

  @Test("where somebody came from is forgotten with them")
  func places() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      let bob = try await accounts.add(name: "Bob", email: "bob@x.example", roles: [], password: phrase, at: noon)
      _ = try await accounts.signIn(email: "bob@x.example", password: phrase, from: "home", at: noon)
      func known() async throws -> Int? {
        try await accounts.file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM known_place") }
      }
      #expect(try await known() == 1)
      try await accounts.erase(bob.id, by: "p-admin", at: noon)
      #expect(try await known() == 0)
    }
  }

  @Test("tries that come all at once get no further than tries in a row")
  func atOnce() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      let wrong = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<12 {
          group.addTask { [noon] in
            do {
              _ = try await accounts.signIn(email: "ada@x.example", password: "no", from: "z", at: noon)
              return false
            } catch {
              return error as? AccountRefused == .wrong
            }
          }
        }
        var wrong = 0
        for await isWrong in group where isWrong { wrong += 1 }
        return wrong
      }
      #expect(wrong == Accounts.free.pair)
    }
  }

  @Test("who signs in rightly is not counted against the network address that colleagues share")
  func shared() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      for minute in 0..<8 {
        _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "10.0.0.1", at: later(minute))
      }
    }
  }

  @Test("who is signed in and guesses the password is stopped too, and the right one changes it")
  func changing() async throws {
    try await withAccounts { accounts, _, _ in
      let ada = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      let next = "three other dry words"
      for _ in 0..<Accounts.free.pair {
        let told = await refusal {
          _ = try await accounts.changePassword(of: ada.id, from: "no", to: next, at: noon)
        }
        #expect(told == .wrong)
      }
      let told = await refusal {
        _ = try await accounts.changePassword(of: ada.id, from: phrase, to: next, at: noon)
      }
      #expect(told == .wait(until: Moment(milliseconds: noon.milliseconds + 15_000)))
      let session = try await accounts.changePassword(of: ada.id, from: phrase, to: next, at: later(1))
      #expect(try await accounts.person(withSession: session, at: later(1))?.id == ada.id)
      _ = try await accounts.signIn(email: "ada@x.example", password: next, from: "a", at: later(2))
    }
  }

  @Test("one address that tries many accounts is stopped too")
  func spraying() async throws {
    try await withAccounts { accounts, _, _ in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      for number in 0..<Accounts.free.address {
        _ = await refusal {
          _ = try await accounts.signIn(email: "\(number)@x.example", password: "no", from: "10.9.9.9", at: noon)
        }
      }
      let told = await refusal {
        _ = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "10.9.9.9", at: noon)
      }
      guard case .wait = told else {
        Issue.record("not stopped: \(String(describing: told))")
        return
      }
    }
  }

  @Test("a session ends when it is not used, at the end of the day, on signing out and when it is revoked")
  func sessions() async throws {
    try await withAccounts { accounts, _, _ in
      let ada = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      func begin() async throws -> Secret {
        try await accounts.signIn(email: "ada@x.example", password: phrase, from: "a", at: noon)
      }
      let (idle, used, left, revoked) = (try await begin(), try await begin(), try await begin(), try await begin())
      #expect(try await accounts.person(withSession: idle, at: later(241)) == nil)
      for hour in 1...11 { #expect(try await accounts.person(withSession: used, at: later(hour * 60)) != nil) }
      #expect(try await accounts.person(withSession: used, at: later(12 * 60)) == nil)
      try await accounts.signOut(left)
      #expect(try await accounts.person(withSession: left, at: later(1)) == nil)
      try await accounts.revokeSessions(of: ada.id, by: "p-admin", at: noon)
      #expect(try await accounts.person(withSession: revoked, at: later(1)) == nil)
      #expect(try await accounts.person(withSession: Secret("' OR 1=1 --"), at: noon) == nil)
    }
  }

  @Test("an invitation sets a password once, within a week, and ends older sessions")
  func invitation() async throws {
    try await withAccounts { accounts, _, _ in
      let bob = try await accounts.add(name: "Bob", email: "bob@x.example", roles: [.responsibleOfficer], at: noon)
      #expect(!bob.hasSignedUp)
      let old = try await accounts.letter(.invitation, to: bob.id, at: noon)
      let letter = try await accounts.letter(.invitation, to: bob.id, at: noon)
      #expect(try await accounts.person(withLetter: old, at: noon) == nil)
      #expect(try await accounts.person(withLetter: letter, at: later(7 * 24 * 60)) == nil)
      let session = try await accounts.setPassword(phrase, with: letter, at: noon)
      #expect(try await accounts.person(withSession: session, at: noon)?.hasSignedUp == true)
      #expect(await refusal { _ = try await accounts.setPassword(phrase, with: letter, at: noon) } == .letterSpent)
      let reset = try await accounts.letter(.reset, to: bob.id, at: noon)
      _ = try await accounts.setPassword("eleven blue harbours", with: reset, at: noon)
      #expect(try await accounts.person(withSession: session, at: noon) == nil)
    }
  }

  @Test(
    "passwords that are short or that everyone tries are refused",
    arguments: ["short", "aaaaaaaaaaaaaaa", "Password1234!", "bob@x.example", "qwertyuiop123"])
  func weak(password: String) async throws {
    try await withAccounts { accounts, _, _ in
      let told = await refusal {
        _ = try await accounts.addFirst(name: "Bob", email: "bob@x.example", password: password, at: noon)
      }
      #expect(told == .passwordTooCommon || told == .passwordTooShort(least: 12))
    }
  }

  @Test("what someone may do follows their roles; a change ends their sessions; the last administrator stays")
  func roles() async throws {
    try await withAccounts { accounts, _, _ in
      let ada = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      let session = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "a", at: noon)
      #expect(ada.scope(for: .people) == .all && ada.scope(for: .signOff) == .none)
      #expect(
        await refusal { try await accounts.setRoles([.auditor], of: ada.id, by: "p-admin", at: noon) }
          == .lastAdministrator)
      #expect(await refusal { try await accounts.erase(ada.id, by: "p-admin", at: noon) } == .lastAdministrator)
      #expect(try await accounts.person(withSession: session, at: noon) != nil)
      let eve = try await accounts.add(name: "Eve", email: "eve@x.example", roles: [.administrator], at: noon)
      // Who was invited and has not come yet could not let anybody in.
      #expect(
        await refusal { try await accounts.setRoles([.auditor], of: ada.id, by: "p-admin", at: noon) }
          == .lastAdministrator)
      _ = try await accounts.setPassword(
        phrase, with: accounts.letter(.invitation, to: eve.id, at: noon), at: noon)
      #expect(await refusal { try await accounts.setDisabled(true, eve.id, by: "p-admin", at: noon) } == nil)
      #expect(
        await refusal { try await accounts.setRoles([.auditor], of: ada.id, by: "p-admin", at: noon) }
          == .lastAdministrator)
      try await accounts.setDisabled(false, eve.id, by: "p-admin", at: noon)
      try await accounts.setRoles([.auditor], of: ada.id, by: "p-admin", at: noon)
      #expect(try await accounts.person(withSession: session, at: noon) == nil)
      #expect(try await accounts.person(ada.id)?.scope(for: .people) == Permission.Scope.none)
      #expect(try await accounts.people().map(\.id).contains(eve.id))
    }
  }

  @Test("erased means gone from the file: name, address, password and sessions; the ledger still verifies")
  func erased() async throws {
    try await withAccounts { accounts, council, scratch in
      _ = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      let bob = try await accounts.add(name: "Zebedee Quillfeather", email: "zq@x.example", roles: [.auditor], at: noon)
      try await council.append(reason: "Set up", author: bob.id, at: noon) { _ in
        [CouncilProfile(name: "Larkmere", planTitle: "Plan").revision]
      }
      try await accounts.erase(bob.id, by: "p-admin", at: noon)
      try await council.file.pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/goldthread.sqlite"))
      #expect(bytes.range(of: Data("Quillfeather".utf8)) == nil && bytes.range(of: Data("zq@x.example".utf8)) == nil)
      #expect(try await accounts.person(bob.id) == nil)
      #expect(council.book.stamp(of: RecordID(CouncilProfile.kind, "council"))?.author == bob.id)
    }
  }

  @Test("neither passwords nor the texts of sessions and letters stand in the file")
  func secrets() async throws {
    try await withAccounts { accounts, council, scratch in
      let ada = try await accounts.addFirst(name: "Ada", email: "ada@x.example", password: phrase, at: noon)
      let session = try await accounts.signIn(email: "ada@x.example", password: phrase, from: "a", at: noon)
      let letter = try await accounts.letter(.reset, to: ada.id, at: noon)
      try await council.file.pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/goldthread.sqlite"))
      for secret in [phrase, session.text, letter.text] { #expect(bytes.range(of: Data(secret.utf8)) == nil) }
      #expect(bytes.range(of: Data("$argon2id$".utf8)) != nil)
    }
  }
}

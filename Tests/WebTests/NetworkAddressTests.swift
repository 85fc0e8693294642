import Foundation
import Testing

@testable import Web

@Suite("From where somebody comes")
struct NetaddressTests {
  @Test("One address is the same however it is written; of long ones the network counts")
  func read() {
    #expect(Netaddress("10.0.0.1") == Netaddress("::ffff:10.0.0.1"))
    #expect(Netaddress("10.0.0.1") == Netaddress(" 10.0.0.1:4711"))
    #expect(Netaddress("[2001:db8::1]:443") == Netaddress("2001:0db8:0::1"))
    #expect(Netaddress("2001:db8::1")?.network == Netaddress("2001:db8::ffff:1")?.network)
    #expect(Netaddress("2001:db8::1")?.network != Netaddress("2001:db8:0:1::1")?.network)
    for wrong in ["", "plan.example", "10.0.0", "10.0.0.256", "1.2.3.4.5", "unknown", "_hidden"] {
      #expect(Netaddress(wrong) == nil, "\(wrong)")
    }
    #expect(Netaddress("127.0.0.1")!.isLoopback && Netaddress("::1")!.isLoopback)
    #expect(!Netaddress("128.0.0.1")!.isLoopback && !Netaddress("2001:db8::1")!.isLoopback)
  }

  @Test("A network holds the addresses that begin as it does, and nothing else is one")
  func networks() throws {
    for (network, inside, outside) in [
      ("10.0.0.0/8", "10.255.1.2", "11.0.0.1"), ("192.168.4.0/22", "192.168.7.255", "192.168.8.0"),
      ("10.0.0.4", "10.0.0.4", "10.0.0.5"), ("10.0.0.4/32", "::ffff:10.0.0.4", "10.0.0.5"),
      ("2001:db8::/32", "2001:db8:ffff::1", "2001:db9::1"),
      ("2001:db8:0:8000::/49", "2001:db8:0:ffff::1", "2001:db8::1"),
      ("fd00::/8", "fd12::1", "10.0.0.1"), ("128.0.0.0/1", "255.0.0.1", "127.0.0.1"),
    ] {
      let range = try #require(Netrange(network))
      #expect(range.contains(try #require(Netaddress(inside))), "\(network)")
      #expect(!range.contains(try #require(Netaddress(outside))), "\(network)")
    }
    for wrong in [
      "", "/", "10.0.0.0/", "10.0.0.0/0", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/-8", "10.0.0.0/+8", "10.0.0.0/8/8",
      "10.0.0.0/a", "10.0.0/8", "2001:db8::/129", "2001:db8::1/32", "proxy.example", "10.0.0.4:80", "[2001:db8::1]:443",
      "10.0.0.0/99999999999999999999", "0.0.0.0/0", "::/0",
    ] {
      #expect(Netrange(wrong) == nil, "\(wrong)")
    }
  }

  @Test(
    "Whoever sits in a network of servers in front passes for anybody, and nobody beside it does: it is named as small as it is"
  )
  func inside() throws {
    let servers = try #require(Netrange("10.0.5.0/28"))
    func visitor(from direct: String) throws -> Netaddress {
      Netaddress.visitor(try #require(Netaddress(direct)), forwardedFor: "9.9.9.9") { servers.contains($0) }
    }
    #expect(try visitor(from: "10.0.5.9") == Netaddress("9.9.9.9"))
    for colleague in ["10.0.5.16", "10.0.4.9", "10.1.5.9"] {
      #expect(try visitor(from: colleague) == Netaddress(colleague), "\(colleague)")
    }
  }

  @Test("The networks that the manual names as examples are ones that are taken, and small")
  func advice() throws {
    let manual = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/signing-in.md").standardized
    let examples = try String(contentsOf: manual, encoding: .utf8).components(separatedBy: "--behind-proxy ")
      .dropFirst()
      .flatMap { $0.prefix { $0 != "`" && $0 != "\n" }.split(separator: " ").map(String.init) }
    #expect(examples.count == 4)
    for example in examples {
      _ = try #require(Netrange(example), "\(example)")
      let bits = example.split(separator: "/").dropFirst().first.flatMap { Int($0) }
      #expect(bits.map { $0 >= (example.contains(":") ? 64 : 24) } ?? true, "\(example)")
    }
  }

  @Test(
    "Servers in front are believed only where they are ours, and what stands before the visitor is not",
    arguments: [
      ("10.0.0.4", "9.9.9.9", "9.9.9.9"), ("10.0.0.4", "1.1.1.1, 9.9.9.9", "9.9.9.9"),
      ("10.0.0.4", "1.1.1.1, 9.9.9.9, 127.0.0.1", "9.9.9.9"), ("127.0.0.1", "9.9.9.9, 10.0.0.4", "9.9.9.9"),
      ("8.8.8.8", "9.9.9.9", "8.8.8.8"), ("10.0.0.4", "9.9.9.9, nonsense", "10.0.0.4"),
      ("10.0.0.4", "10.0.0.4", "10.0.0.4"),
    ])
  func forwarded(_ direct: String, _ forwardedFor: String, _ visitor: String) throws {
    let ours = try #require(Netaddress("10.0.0.4"))
    let found = Netaddress.visitor(try #require(Netaddress(direct)), forwardedFor: forwardedFor) {
      $0.isLoopback || $0 == ours
    }
    #expect(found == Netaddress(visitor))
    #expect(Netaddress.visitor(ours, forwardedFor: nil) { $0 == ours } == ours)
  }
}

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

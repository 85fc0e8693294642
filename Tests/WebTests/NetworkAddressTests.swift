import Testing

@testable import Web

@Suite("From where somebody comes")
struct NetworkAddressTests {
  @Test("One address is the same however it is written; of long ones the network counts")
  func read() {
    #expect(NetworkAddress("10.0.0.1") == NetworkAddress("::ffff:10.0.0.1"))
    #expect(NetworkAddress("10.0.0.1") == NetworkAddress(" 10.0.0.1:4711"))
    #expect(NetworkAddress("[2001:db8::1]:443") == NetworkAddress("2001:0db8:0::1"))
    #expect(NetworkAddress("2001:db8::1")?.network == NetworkAddress("2001:db8::ffff:1")?.network)
    #expect(NetworkAddress("2001:db8::1")?.network != NetworkAddress("2001:db8:0:1::1")?.network)
    for wrong in ["", "plan.example", "10.0.0", "10.0.0.256", "1.2.3.4.5", "unknown", "_hidden"] {
      #expect(NetworkAddress(wrong) == nil, "\(wrong)")
    }
    #expect(NetworkAddress("127.0.0.1")!.isLoopback && NetworkAddress("::1")!.isLoopback)
    #expect(!NetworkAddress("128.0.0.1")!.isLoopback && !NetworkAddress("2001:db8::1")!.isLoopback)
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
    let ours = try #require(NetworkAddress("10.0.0.4"))
    let found = NetworkAddress.visitor(try #require(NetworkAddress(direct)), forwardedFor: forwardedFor) {
      $0.isLoopback || $0 == ours
    }
    #expect(found == NetworkAddress(visitor))
    #expect(NetworkAddress.visitor(ours, forwardedFor: nil) { $0 == ours } == ours)
  }
}

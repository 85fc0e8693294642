#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Reads many damaged files: none may end the process, take more than five seconds or fill the memory. script/fuzz calls
// this once for each core. With "only", one mutant is read alone and left in the file named, to be looked at.
let arguments = Array(CommandLine.arguments.dropFirst())
let numbers = arguments.dropFirst().prefix(4).compactMap { Int($0) }
let corpus = try Corpus.made()
Watch.begin()
switch (arguments.first, arguments.count, numbers.count) {
case ("all", 5, 4): try all(seed: UInt64(numbers[0]), count: numbers[1], share: numbers[2], of: numbers[3])
case ("only", 4, 2): try only(seed: UInt64(numbers[0]), number: numbers[1], keepingIn: arguments[3])
default:
  print("usage: goldthread-fuzz all SEED COUNT SHARE SHARES | only SEED NUMBER FILE")
  exit(2)
}

func all(seed: UInt64, count: Int, share: Int, of shares: Int) throws {
  var outcomes: [Outcome: Int] = [:]
  var slowest = (seconds: 0.0, number: 0)
  for number in stride(from: share, to: count, by: shares) {
    let mutant = try Mutant(number, seed: seed, of: corpus)
    let before = Watch.peak
    Watch.mutant(number, seed: seed)
    let began = Watch.seconds
    outcomes[read(mutant), default: 0] += 1
    Watch.stop()
    let seconds = Watch.seconds - began
    if seconds > slowest.seconds { slowest = (seconds, number) }
    if Watch.peak > Watch.mostMemory {
      print("mutant \(number) of seed \(seed): memory rose from \(before >> 20) MB to \(Watch.peak >> 20) MB")
      exit(1)
    }
  }
  print(
    "\(outcomes[.read, default: 0]) read, \(outcomes[.refused, default: 0]) refused; the slowest, mutant \(slowest.number), took \(Int(slowest.seconds * 1000)) ms; \(Watch.peak >> 20) MB at most"
  )
}

func only(seed: UInt64, number: Int, keepingIn path: String) throws {
  let mutant = try Mutant(number, seed: seed, of: corpus)
  guard let file = fopen(path, "wb") else {
    print("can't write \(path)")
    exit(2)
  }
  fwrite(mutant.bytes, 1, mutant.bytes.count, file)
  fclose(file)
  print("mutant \(number) of seed \(seed), \(mutant.name), \(mutant.bytes.count) bytes, is in \(path)")
  Watch.mutant(number, seed: seed)
  print(read(mutant))
}

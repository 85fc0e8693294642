#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sees to it that a mutant which kills, hangs or fills the process is known by its number.
enum Watch {
  /// Seconds of the processor's time: a busy machine is no hang. Waiting for nothing takes none, so there is an end by
  /// the clock, too.
  static let longest = 5
  private static let longestByTheClock: UInt32 = 60
  static let mostMemory = 512 << 20

  /// What is said of a mutant when the process must end: written beforehand, since a signal leaves no room to.
  nonisolated(unsafe) private static var lastWords = UnsafeMutablePointer<CChar>.allocate(capacity: 256)

  static func begin() {
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGALRM, SIGPROF] { catchSignal(signal, end) }
  }

  /// The next mutant begins, and with it its time.
  static func mutant(_ number: Int, seed: UInt64) {
    let words = "mutant \(number) of seed \(seed) crashed, or took more than \(longest) s\n"
    _ = words.withCString { strncpy(lastWords, $0, 255) }
    alarm(longestByTheClock)
    setTimer(longest)
  }

  static func stop() {
    alarm(0)
    setTimer(0)
  }

  private static func setTimer(_ seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    let profiling: Int32 = 2  // ITIMER_PROF, which C libraries disagree on the type of.
    setitimer(profiling, &timer, nil)
  }

  private static let end: @convention(c) (Int32) -> Void = { _ in
    write(2, Watch.lastWords, strlen(Watch.lastWords))
    _exit(1)
  }

  private static func catchSignal(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    signal(number, handler)
  }

  /// The most that the process has ever had in memory.
  static var peak: Int {
    let ofThisProcess: Int32 = 0
    var usage = rusage()
    getrusage(ofThisProcess, &usage)
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss << 10
    #endif
  }

  /// The processor's time that this process has had.
  static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

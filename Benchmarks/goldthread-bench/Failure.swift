import Foundation

func usage() -> Never {
  print(
    """
    usage: goldthread-bench rows COUNT FILE          writes columns of figures
           goldthread-bench rate FILE TURNS RUNS     rates them; prints seconds a turn, run by run
           goldthread-bench fill DIR ENTRIES         fills a ledger
           goldthread-bench open DIR                 opens it
           goldthread-bench append DIR CLIENTS SECONDS
           goldthread-bench write FORMAT TURNS       html, word or excel; prints seconds a turn, and bytes
           goldthread-bench papers FILE              writes the same report's content for the yardsticks
           goldthread-bench paper FILE               writes it as a page
           goldthread-bench data xlsx|csv TURNS      the open data of 500 indicators and 40 quarters
           goldthread-bench data DIR                 writes its tables for the yardsticks
           goldthread-bench preview FILE TURNS       prints seconds a turn, and the actual figures found
    """)
  exit(2)
}

struct Failure: Error, CustomStringConvertible {
  let description: String
}

/// The seconds of processor time that some work takes: what it asks of one core, whoever else is using it.
func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try work()
  return now() - start
}

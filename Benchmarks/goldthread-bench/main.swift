import CorporatePlan
import Documents
import Foundation
import Ledger

// What script/bench measures of Goldthread itself. Each call prints what it took, and what it found, so that the
// yardsticks can be seen to have found the same.
let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("rows", 3): try Rows.make(count: number(1)).write(to: arguments[2])
case ("rate", 4): try rate(Rows(readingFrom: arguments[1]), turns: number(2), runs: number(3))
case ("fill", 3): try await fill(directory: arguments[1], entries: number(2))
case ("open", 2): try await open(directory: arguments[1])
case ("append", 4): try await append(directory: arguments[1], clients: number(2), seconds: number(3))
case ("quarter", 2): try await makeQuarter(directory: arguments[1])
case ("write", 3): try write(arguments[1], turns: number(2))
case ("papers", 2): try Data(Papers().json.canonical.utf8).write(to: URL(filePath: arguments[1]))
case ("paper", 2):
  try Data(HTML.page(Papers().document, css: "").bytes).write(to: URL(filePath: arguments[1]))
case ("data", 3): try openData(arguments[1], turns: number(2))
case ("data", 2): try openData(into: arguments[1])
case ("preview", 3): try preview(arguments[1], turns: number(2))
default: usage()
}

func number(_ place: Int) -> Int {
  guard let number = Int(arguments[place]) else { usage() }
  return number
}

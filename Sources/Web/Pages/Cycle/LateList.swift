import CorporatePlan
import Documents

/// Who owes a return that was due: post, holder, and how late.
struct LateList {
  let visit: OfficeVisit
  let board: CycleBoard
  let names: PeopleNames

  func write(into html: inout HTML) {
    guard board.cycle != nil else { return }
    let late = board.late.filter { visit.book.isWithin(visit.reach, $0.slot.subject) }
    html.raw(#"<section id="late"><h2>Late</h2>"#)
    guard !late.isEmpty else {
      html.raw("<p>Nothing that was due is missing.</p></section>")
      return
    }
    let isRunning = visit.may(.runCycle) && board.freeze?.holds != true
    html.table(
      Table(
        "Returns that were due and are not in: \(late.count) of \(board.all.total) that the quarter owes",
        columns: [
          .init("Return", width: 4), .init("Owed by", width: 4), .init("State", width: 2),
          .init("Working days late", .right, width: 2),
        ] + (isRunning ? [.init("", width: 2)] : []),
        rows: late.map { row($0, isRunning) }))
    html.raw("</section>")
  }

  private func row(_ late: CycleBoard.LateReturn, _ isRunning: Bool) -> Table.Row {
    let owner =
      late.owner.map { post in
        "\(post.title) (\(names.holder(of: post.id, in: visit.book, on: visit.today) ?? "held by nobody"))"
      } ?? late.slot.owner ?? "no post"
    var cells: [Table.Cell] = [
      Table.Cell([.text(late.title)], isRowHeader: true), .text(owner), .text(late.slot.state.words),
      .text(String(late.daysLate)),
    ]
    if isRunning {
      let address = "/cycle/\(board.period.code.addressed)?waive=\(late.slot.subject.key.addressed)#waive"
      cells.append(
        Table.Cell(
          [.link("Waive", url: address)]
            + (late.owner.map { visit.book.recipients(of: $0.id, on: visit.today) } ?? []).flatMap { person in
              [
                .text(" "),
                .link(
                  "Remind \(names.name(of: person))",
                  url: "/cycle/\(board.period.code.addressed)/remind/\(person.addressed)"),
              ]
            }))
    }
    return Table.Row(cells)
  }
}

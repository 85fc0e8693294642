/// A figure that a spreadsheet can hold as a number and calculate with: a plain number, a percentage or pounds.
package struct SheetFigure: Equatable, Sendable {
  /// The exact number without parted thousands and needless zeros: "1234", "92.5".
  package let number: String
  package let unit: Unit
  /// The decimals that were typed.
  package let decimals: Int

  /// A spreadsheet keeps so many digits of a number.
  private static let mostDigits = 15

  /// `nil` for what is kept as it was typed: 14/16, 2:35, words, and numbers that a spreadsheet would round.
  package init?(_ text: String) {
    guard case .figure(let figure)? = try? Value(text), figure.per == nil,
      [.number, .percent, .pounds].contains(figure.unit)
    else { return nil }
    number = figure.quantity.description
    guard number.utf8.count(where: { (0x30...0x39).contains($0) }) <= SheetFigure.mostDigits else { return nil }
    // What is typed below 1 over a percentage, Excel takes for a share: 0.8 over 0.9% would come back as 80%.
    guard figure.unit != .percent || figure.quantity == .zero || figure.quantity.magnitude >= Quantity(1) else {
      return nil
    }
    unit = figure.unit
    decimals = max(figure.decimals, figure.quantity.printedDecimals)
  }

  /// What comes back of it when the spreadsheet is read: of a currency it keeps no sign.
  package var text: String { unit == .percent ? number + "%" : number }
}

extension ReturnField {
  /// Whether its column holds numbers, as far as they are some.
  package var isNumber: Bool { [.value, .numerator, .denominator, .percent].contains(self) }
}

extension ReturnCells {
  /// A field as a number; `nil` where it holds none.
  package func number(_ field: ReturnField) -> SheetFigure? {
    field.isNumber ? texts[field].flatMap(SheetFigure.init) : nil
  }

  /// What is read of a field in a workbook that nobody changed.
  package func read(_ field: ReturnField) -> String? { number(field)?.text ?? texts[field] }
}

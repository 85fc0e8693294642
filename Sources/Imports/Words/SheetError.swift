extension String {
  /// Whether it is what a spreadsheet shows for a formula that went wrong: "#N/A", "#DIV/0!". It is no figure and no word.
  var isSheetError: Bool {
    // Most texts begin otherwise.
    guard let first = utf8.first, first == UInt8(ascii: "#") || first <= 0x20 else { return false }
    return sheetErrors.contains(trimmed.uppercased())
  }
}

private let sheetErrors: Set<String> = [
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!",
  "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!",
]

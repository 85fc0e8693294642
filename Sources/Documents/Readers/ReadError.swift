/// Why a file can't be read: which file, where in it, what is wrong, and what to do.
package struct ReadError: Error, Hashable, Sendable {
  package enum Trouble: Hashable, Sendable {
    case empty
    case unreadable(reason: String)
    case tooLarge(bytes: Int, limit: Int)
    case macros
    case oldOffice
    case encrypted
    case pdf
    case openDocument
    case binaryWorkbook
    case binary
    case archive
    case unclosedQuotation
    case damagedArchive(reason: String)
    case missingPart
    case malformedXML(reason: String)
    case doctype
    case tooDeep(limit: Int)
    case tooManyEntries(count: Int, limit: Int)
    case tooManyPieces(limit: Int)
    case inflatesTooFar(limit: Int)
    case suspiciousRatio
    case sizeMisstated
    /// Of a file whose styles are to be used.
    case notWord
    case takesFromOutside(String)
    case embeddedObject
    case field(String)
    case picture(Picture.Trouble)
    case pageTooSmall
  }

  package var file: String
  /// "word/document.xml, line 12"; nil when it is about the whole file.
  package var place: String?
  package var trouble: Trouble

  package init(_ trouble: Trouble, in file: String, at place: String? = nil) {
    self.trouble = trouble
    self.file = file
    self.place = place
  }
}

extension ReadError {
  package var wrong: String {
    switch trouble {
    case .empty: "the file is empty"
    case .unreadable(let reason): "the file can't be opened (\(reason))"
    case .tooLarge(let bytes, let limit): "the file is \(megabytes(bytes)); the limit is \(megabytes(limit))"
    case .macros: "the file contains macros"
    case .oldOffice: "the file is in the format Word and Excel used before 2007"
    case .encrypted: "the file is protected by a password"
    case .pdf: "the file is a PDF, which keeps no tables"
    case .openDocument: "the file is an OpenDocument file"
    case .binaryWorkbook: "the file is a binary Excel workbook"
    case .binary: "the file is neither text nor an Office document"
    case .archive: "the file is a zip archive, not a document"
    case .unclosedQuotation: "a quotation mark opens here and never closes"
    case .damagedArchive(let reason): "the file is damaged or was cut off (\(reason))"
    case .missingPart: "the file lacks this part"
    case .malformedXML(let reason): "the file is damaged (\(reason))"
    case .doctype: "the file declares a document type, which no Office program writes"
    case .tooDeep(let limit): "elements are nested more than \(limit) deep"
    case .tooManyEntries(let count, let limit): "the file has \(count) parts; the limit is \(limit)"
    case .tooManyPieces(let limit): "the file has more than \(limit) paragraphs and cells"
    case .inflatesTooFar(let limit): "the unpacked contents exceed \(megabytes(limit))"
    case .suspiciousRatio: "the contents are packed far more tightly than a document can be"
    case .sizeMisstated: "the contents are not as long as the file says"
    case .notWord: "the file is not a Word document"
    case .takesFromOutside(let what): "the file takes something from outside itself (\(what))"
    case .embeddedObject: "the file holds a form control or an object of another program"
    case .field(let name): "a field there fetches or runs something (\(name))"
    case .picture(let trouble): trouble.wrong
    case .pageTooSmall: "the page leaves no room for tables between its margins"
    }
  }

  package var mend: String {
    switch trouble {
    case .empty: "Check that the right file was chosen and that it was saved."
    case .unreadable: "Check that the file exists and that you may read it."
    case .tooLarge, .tooManyPieces: "Remove pictures and appendices, or import the parts one after the other."
    case .macros: "Save as .docx or .xlsx."
    case .oldOffice: "Open it and save as .docx or .xlsx."
    case .encrypted: "Open it, remove the password and save again."
    case .pdf: "Save as Word, or paste the text."
    case .openDocument: "Save as .docx or .xlsx."
    case .binaryWorkbook: "Save as .xlsx."
    case .binary, .archive: "Choose a Word, Excel, CSV or text file."
    case .unclosedQuotation: "Close it, or take it out."
    case .damagedArchive, .missingPart, .malformedXML: "Open it in Word or Excel, save it again, and try once more."
    case .doctype, .tooDeep, .tooManyEntries, .inflatesTooFar, .suspiciousRatio, .sizeMisstated:
      "Don't trust the file. If it is yours, open it in Word or Excel and save it under a new name."
    case .notWord: "Choose a .docx or .dotx file that has the styles, header and footer your reports should have."
    case .takesFromOutside: "Open it in Word, put the picture or text itself in place of the link, and save again."
    case .embeddedObject:
      "Open it in Word, take out what is in the document, leave the styles, header and footer, and save again."
    case .field: "Open it in Word, take the field out of the header or footer, and save again."
    case .picture(let trouble): trouble.mend
    case .pageTooSmall: "Open it in Word, and set a page with at least 12 centimetres between the margins."
    }
  }
}

extension ReadError: CustomStringConvertible {
  package var description: String {
    let whole = place.map { "\(file), \($0)" } ?? file
    return "\(whole): \(wrong). \(mend)"
  }
}

private func megabytes(_ bytes: Int) -> String {
  bytes < 1 << 20 ? "\(bytes) bytes" : "\((bytes + (1 << 19)) >> 20) MB"
}

import Testing

@testable import Web

@Suite("A form with a file is read as browsers send it")
struct MultipartTests {
  private func form(_ text: String, type: String = "multipart/form-data; boundary=\"x y\"") throws -> OfficeForm {
    try OfficeForm(Array(text.replacing("\n", with: "\r\n").utf8), type: type)
  }

  @Test("Fields and files, with names that try to climb or break out")
  func parts() throws {
    let form = try form(
      """
      --x y
      Content-Disposition: form-data; name="a%22b"

      one
      two
      --x y
      content-disposition: form-data; name="file"; filename="C:\\plans\\..\\my plan.docx"
      Content-Type: application/octet-stream

      --x
      --x y--

      """)
    #expect(form.fields.map(\.name) == ["a\"b"])
    #expect(form["a\"b"] == "one\r\ntwo")
    #expect(form.files.map(\.name) == ["my plan.docx"])
    #expect(form.files.map(\.bytes) == [Array("--x".utf8)])
  }

  @Test("A semicolon in a file's name belongs to the name")
  func semicolon() throws {
    let form = try form(
      """
      --x y
      Content-Disposition: form-data; name="file"; filename="plan; draft 2.docx"

      a
      --x y--

      """)
    #expect(form.files.map(\.name) == ["plan; draft 2.docx"])
  }

  @Test(
    "What is damaged is refused",
    arguments: [
      "", "--x y", "--x y\n", "--x y\n\n", "--x y\nContent-Disposition: form-data; name=\"a\"\n\nvalue",
      "--x y--extra?",
      "--x y\nno header\n\nvalue\n--x y--",
    ])
  func damaged(_ text: String) throws {
    if text == "--x y--extra?" {
      #expect(try form(text).fields.isEmpty)
    } else {
      #expect(throws: Refusal.self) { try form(text) }
    }
  }

  @Test("Other kinds of bodies are refused")
  func otherTypes() {
    #expect(throws: Refusal.self) { try form("{}", type: "application/json") }
    #expect(throws: Refusal.self) { try form("a=b", type: "") }
  }
}

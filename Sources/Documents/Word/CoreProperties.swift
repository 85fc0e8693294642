/// What an Office file says of itself.
enum CoreProperties {
  /// Title, subject and language; no date and no author, which would be another clock in the file.
  static func file(title: String, subject: String = "", language: String) -> [UInt8] {
    XML.file { xml in
      xml.element(
        "cp:coreProperties",
        [
          "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        ]
      ) { xml in
        xml.element("dc:title", text: title)
        if !subject.isEmpty { xml.element("dc:subject", text: subject) }
        xml.element("dc:language", text: language)
      }
    }
  }
}

/// News of a site as programs read them (RFC 4287).
package struct AtomFeed: Sendable {
  /// An address or name that never changes.
  package var id: String
  package var title: String
  package var author: String
  package var rights: String?
  /// What relative addresses start from: `https://plan.council.gov.uk/`. Without it they start from the feed's own.
  package var base: String?
  /// The address of the feed itself, and of the page it is about.
  package var own: String
  package var page: String
  /// Newest first. RFC 3339 times, the newest of which the feed bears, too.
  package var entries: [Entry]
  /// For a feed without entries.
  package var updated: String

  package struct Entry: Sendable {
    package var id: String
    package var title: String
    package var published: String
    package var updated: String
    package var summary: String
    package var page: String
    package var files: [File]

    package init(
      id: String, title: String, published: String, updated: String, summary: String, page: String, files: [File]
    ) {
      (self.id, self.title, self.published, self.updated) = (id, title, published, updated)
      (self.summary, self.page, self.files) = (summary, page, files)
    }
  }

  package struct File: Sendable {
    package var address: String
    package var mediaType: String
    package var name: String

    package init(address: String, mediaType: String, name: String) {
      (self.address, self.mediaType, self.name) = (address, mediaType, name)
    }
  }

  package init(
    id: String, title: String, author: String, rights: String? = nil, base: String? = nil, own: String, page: String,
    entries: [Entry], updated: String
  ) {
    (self.id, self.title, self.author, self.rights, self.base) = (id, title, author, rights, base)
    (self.own, self.page, self.entries, self.updated) = (own, page, entries, updated)
  }

  package static let mediaType = "application/atom+xml; charset=utf-8"

  package var bytes: [UInt8] {
    XML.file { xml in
      xml.element(
        "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en-GB", "xml:base": base]
      ) { xml in
        xml.element("id", text: id)
        xml.element("title", text: title)
        xml.element("updated", text: entries.map(\.updated).max() ?? updated)
        xml.element("author") { $0.element("name", text: author) }
        if let rights { xml.element("rights", text: rights) }
        xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": own])
        xml.empty("link", ["rel": "alternate", "type": "text/html", "href": page])
        for entry in entries { xml.entry(entry) }
      }
    }
  }
}

extension XML {
  fileprivate mutating func entry(_ entry: AtomFeed.Entry) {
    element("entry") { xml in
      xml.element("id", text: entry.id)
      xml.element("title", text: entry.title)
      xml.element("published", text: entry.published)
      xml.element("updated", text: entry.updated)
      xml.empty("link", ["rel": "alternate", "type": "text/html", "href": entry.page])
      for file in entry.files {
        xml.empty(
          "link", ["rel": "enclosure", "type": file.mediaType, "title": file.name, "href": file.address])
      }
      xml.element("summary", text: entry.summary)
    }
  }
}

@testable import Documents

/// A Word file as a council might have one: ids in another tongue, a landscape page, a header with a logo on all pages but
/// the first, its own face and its own table.
struct CouncilWordFile {
  var styles = CouncilWordFile.styles
  var header = CouncilWordFile.header
  var section = CouncilWordFile.section
  var settings = #"<w:evenAndOddHeaders w:val="0"/>"#
  var picture = CouncilWordFile.pixel
  var headerLinks = #"<Relationship Id="rId7" Type="\#(office)/image" Target="media/arms.png"/>"#
  var documentLinks = ""
  var more: [(name: String, content: [UInt8])] = []
  var mainType = "wordprocessingml.template.main"

  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  func source() throws(ReadError) -> WordStyleSource { try WordStyleSource(bytes, named: "house-style.dotx") }

  var bytes: [UInt8] {
    let types = "http://schemas.openxmlformats.org/package/2006"
    let office = Self.office
    let content = "application/vnd.openxmlformats-officedocument"
    let body = "<w:p><w:r><w:t>Text that nobody wants.</w:t></w:r></w:p>" + section
    let links = ["styles", "numbering", "theme", "settings"].map {
      #"<Relationship Id="\#($0)" Type="\#(office)/\#($0)" Target="\#($0).xml"/>"#
    }
    let margins =
      #"<Relationship Id="rId1" Type="\#(office)/header" Target="header1.xml"/>"#
      + #"<Relationship Id="rId2" Type="\#(office)/footer" Target="footer1.xml"/>"#
    let files: [(String, String)] = [
      (
        "[Content_Types].xml",
        #"<Types xmlns="\#(types)/content-types"><Override PartName="/word/document.xml" ContentType="\#(content).\#(mainType)+xml"/></Types>"#
      ),
      (
        "_rels/.rels",
        relationships(#"<Relationship Id="m" Type="\#(office)/officeDocument" Target="word/document.xml"/>"#)
      ),
      ("word/_rels/document.xml.rels", relationships(links.joined() + margins + documentLinks)),
      ("word/_rels/header1.xml.rels", relationships(headerLinks)),
      ("word/document.xml", root("document", "<w:body>\(body)</w:body>")),
      ("word/styles.xml", root("styles", styles)), ("word/numbering.xml", root("numbering", Self.numbering)),
      ("word/settings.xml", root("settings", settings)), ("word/header1.xml", root("hdr", header)),
      (
        "word/footer1.xml",
        root("ftr", #"<w:p><w:pPr><w:pStyle w:val="Fuss"/></w:pPr><w:r><w:t>Cyngor Dyffryn</w:t></w:r></w:p>"#)
      ),
      ("word/theme.xml", Self.theme),
    ]
    return storedZip(
      files.map { ($0.0, Array($0.1.utf8)) } + [("word/media/arms.png", picture)] + more)
  }

  private func relationships(_ links: String) -> String {
    #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\#(links)</Relationships>"#
  }

  private func root(_ element: String, _ content: String) -> String {
    let namespaces = [
      "w": "wordprocessingml/2006/main", "a": "drawingml/2006/main", "r": "officeDocument/2006/relationships",
      "wp": "drawingml/2006/wordprocessingDrawing", "pic": "drawingml/2006/picture",
    ].sorted { $0.key < $1.key }.map { "xmlns:\($0)=\"http://schemas.openxmlformats.org/\($1)\"" }
    return "<w:\(element) \(namespaces.joined(separator: " "))>\(content)</w:\(element)>"
  }

  static let styles = """
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/>\
    <w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>\
    <w:style w:type="character" w:default="1" w:styleId="Absatz"><w:name w:val="Default Paragraph Font"/></w:style>\
    <w:style w:type="table" w:default="1" w:styleId="NormaleTabelle"><w:name w:val="Normal Table"/></w:style>\
    <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/>\
    <w:pPr><w:spacing w:after="300"/></w:pPr><w:rPr><w:b/><w:color w:val="7A1F5C"/><w:sz w:val="56"/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>\
    <w:next w:val="Standard"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="4"/></w:numPr><w:spacing w:before="480"/></w:pPr>\
    <w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:b/><w:color w:val="7A1F5C"/><w:sz w:val="36"/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Listenpunkt"><w:name w:val="List Bullet"/><w:basedOn w:val="Standard"/>\
    <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Marginal"/><w:basedOn w:val="Standard"/></w:style>\
    <w:style w:type="paragraph" w:styleId="Fuss"><w:name w:val="footer"/><w:basedOn w:val="Standard"/></w:style>\
    <w:style w:type="table" w:customStyle="1" w:styleId="Haustabelle"><w:name w:val="House Table"/>\
    <w:basedOn w:val="NormaleTabelle"/><w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4" w:space="0" w:color="7A1F5C"/>\
    </w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" \
    w:fill="F3E3EE"/></w:tcPr></w:tblStylePr></w:style>
    """

  static let numbering = """
    <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>\
    <w:numFmt w:val="decimal"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>\
    <w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/>\
    <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>\
    <w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>
    """

  static let section = """
    <w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>\
    <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1800" w:right="1000" w:bottom="900" w:left="1400" \
    w:header="500" w:footer="400" w:gutter="0"/><w:cols w:num="2"/><w:titlePg/></w:sectPr>
    """

  static let header = """
    <w:p><w:r><w:t>Croeso i’r Cyngor</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>\
    <w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:drawing><wp:inline distT="0" \
    distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Arms" descr="Arms of the council"/>\
    <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>\
    <pic:cNvPr id="0" name="Arms"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"/><a:stretch><a:fillRect/>\
    </a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>\
    <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
    """

  static let theme = """
    <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"><a:themeElements>\
    <a:clrScheme name="House"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" \
    lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="7A1F5C"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>\
    <a:accent1><a:srgbClr val="7A1F5C"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2><a:accent3><a:srgbClr \
    val="9BBB59"/></a:accent3><a:accent4><a:srgbClr val="8064A2"/></a:accent4><a:accent5><a:srgbClr val="4BACC6"/></a:accent5>\
    <a:accent6><a:srgbClr val="F79646"/></a:accent6><a:hlink><a:srgbClr val="0000FF"/></a:hlink><a:folHlink><a:srgbClr \
    val="800080"/></a:folHlink></a:clrScheme><a:fontScheme name="House"><a:majorFont><a:latin typeface="Georgia"/><a:ea \
    typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Verdana"/><a:ea typeface=""/><a:cs \
    typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="House"><a:fillStyleLst><a:solidFill><a:schemeClr \
    val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/>\
    </a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln>\
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>\
    </a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>\
    <a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/>\
    </a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>\
    </a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
    """

  /// A PNG of one pixel, red.
  static let pixel: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xDE, 0x00, 0x00, 0x00, 0x0C, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xA8, 0x92, 0x8F, 0x01, 0x00, 0x02, 0x0C, 0x00, 0xF6, 0xF1, 0x31, 0x71, 0xE5,
    0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}

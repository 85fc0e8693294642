import Documents

/// The style sheet of a report that is one file: on the screen a page that reads well on a phone, in print A4 with
/// repeated table heads and rows that don't break. Colours and type are `ux`'s palette; nothing is fetched.
let reportStyles = """
  :root{color-scheme:light}
  *{box-sizing:border-box}
  body{margin:0;background:#F6F5F1;color:#1B2430;font:400 1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Inter,Arial,sans-serif;font-variant-numeric:tabular-nums}
  body{overflow-wrap:break-word}
  .skip{position:absolute;left:-999em;top:0;padding:12px 16px;background:#FD0;color:#1B2430}
  .skip:focus{left:0}
  main{max-width:1080px;margin:0 auto;background:#FFF;border-top:6px solid #134E5E;padding:32px 40px 48px}
  .letterhead{max-width:1080px;margin:0 auto;padding:24px 40px}
  .letterhead img{display:block}
  h1{font-size:2rem;line-height:1.2;font-weight:600;margin:0 0 24px;max-width:26em}
  h2{font-size:1.5rem;line-height:1.25;font-weight:600;margin:56px 0 16px;padding-top:16px;border-top:2px solid #134E5E;scroll-margin-top:8px}
  h3{font-size:1.1875rem;line-height:1.3;font-weight:600;margin:36px 0 12px;color:#134E5E}
  h4{font-size:1.0625rem;font-weight:600;margin:24px 0 8px}
  p,ul,ol{margin:0 0 16px;max-width:70ch}
  li{margin:0 0 8px}
  a{color:#0B4F8A;text-underline-offset:2px}
  a:focus,.scroll:focus,summary:focus{outline:3px solid #1B2430;outline-offset:0;box-shadow:0 0 0 6px #FD0}
  table{border-collapse:collapse;width:100%;margin:0;font-size:.9375rem;line-height:1.4}
  caption,figcaption{text-align:left;font-weight:600;padding:0 0 8px;font-size:.9375rem;color:#47525F}
  th,td{text-align:left;vertical-align:top;padding:8px 12px 8px 0;border-bottom:1px solid #C9CDD2}
  thead th{font-weight:600;vertical-align:bottom;border-bottom:2px solid #6B7280}
  tbody th{font-weight:400}
  tr.group th{font-weight:600;background:#F6F5F1;padding:8px}
  th.number,td.number{text-align:right}
  td:last-child,th:last-child{padding-right:0}
  .scroll{overflow-x:auto;margin:0 0 24px}
  figure{margin:0 0 24px}
  figure .scroll{margin:0 0 8px}
  figure svg{display:block;max-width:100%;height:auto;min-width:560px;background:#FFF;forced-color-adjust:none}
  figure p{font-size:.9375rem;color:#47525F;margin:0 0 8px}
  summary{cursor:pointer;color:#0B4F8A;font-size:.9375rem;padding:4px 0}
  .status{display:inline-flex;align-items:center;gap:6px;padding:1px 8px 1px 6px;white-space:nowrap;font-size:.9375rem;line-height:1.5}
  td .status{font-size:inherit}
  .status .shape{flex:none}
  .status-green{background:#E3F3ED;color:#0B4A37}
  .status-amber{background:#FBEEDB;color:#5E3500}
  .status-red{background:#F8E4E7;color:#66101F}
  .status-blue{background:#E4EBF7;color:#1B3769}
  .status-grey{background:#ECEEF1;color:#3A434F}
  .count-strip ul{list-style:none;display:flex;flex-wrap:wrap;gap:8px;padding:0}
  .note{border-left:4px solid #134E5E;background:#F6F5F1;padding:12px 16px;margin:0 0 24px}
  .note p{margin:0 0 8px}
  .note-label{font-weight:600}
  .footnotes{margin-top:40px;border-top:1px solid #C9CDD2;padding-top:16px;font-size:.9375rem}
  .edition{margin:40px 0 0;padding-top:16px;border-top:2px solid #134E5E;font-size:.875rem;color:#47525F}
  .visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  @media (max-width:640px){main{padding:24px 16px}h1{font-size:1.5rem}}
  @media print{
  @page{size:A4;margin:18mm}
  body{background:#FFF;font-size:11pt}
  body{overflow-wrap:break-word}
  .skip{position:absolute;left:-999em;top:0;padding:12px 16px;background:#FD0;color:#1B2430}
  .skip:focus{left:0}
  .skip{display:none}
  main{max-width:none;padding:0;border:0}
  h2[id^=priority],#not-rated{break-before:page;margin-top:0}
  h2,h3,h4,caption,figcaption{break-after:avoid}
  tr,figure,.note,li{break-inside:avoid}
  thead{display:table-header-group}
  table{font-size:9pt}
  .scroll{overflow:visible}
  figure svg{min-width:0;width:100%}
  details{display:none}
  a{color:inherit;text-decoration:none}
  *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  }
  """

/// Printed on its side, close enough that a plan on a page is one.
private let wideStyles = """
  @page{size:A4 landscape;margin:10mm 12mm 16mm}\
  @media print{h1{font-size:17pt;margin:0 0 2mm;max-width:none}h2{font-size:13pt;margin:2mm 0;padding-top:1mm}\
  p{max-width:none;margin:0 0 2mm}table{font-size:8.5pt;line-height:1.3}th,td{padding:1mm 3mm 1mm 0}\
  .edition{margin:3mm 0 0;padding-top:1mm}}
  """

/// The foot of every printed page: which version this is, and the number of the page. Browsers that know no such thing
/// leave it out; the edition stands at the end of the report too.
func pageFoot(_ document: Document) -> String {
  """
  \(document.isWide ? wideStyles : "")\
  @page{@bottom-left{content:"\(cssText(document.edition))";width:76%;font:8.5pt/1.3 Arial,sans-serif;color:#47525F;vertical-align:top;padding-top:4mm}\
  @bottom-right{content:"Page " counter(page) " of " counter(pages);font:8.5pt/1.3 Arial,sans-serif;color:#47525F;vertical-align:top;padding-top:4mm}}
  """
}

/// Words within the quotation marks of a style sheet: whatever is no letter, digit or space is written by its number.
func cssText(_ words: String) -> String {
  words.unicodeScalars.reduce(into: "") { text, scalar in
    if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == " " {
      text.unicodeScalars.append(scalar)
    } else {
      text += "\\" + String(scalar.value, radix: 16) + " "
    }
  }
}

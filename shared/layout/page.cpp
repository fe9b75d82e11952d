#include <string>
#include <string_view>

#include "shared/layout/grid.h"

namespace tianbao::layout {

namespace {

// Type sizes in points as Word's Chinese names have them: 小二 18, 四号 14, 五号 10.5. Latin is a face of its
// own, because official papers set letters and digits in Times, while quotation marks must stay Chinese.
// Where there is no Times, hwid gives Noto and Source Han digits as narrow as SimSun's, so that all 14 of a
// 公安机关备案号 fit on a line. Where a day is signed the footer leaves room for the seal, which for a county
// is 4.5 cm wide (国发〔1999〕25号).
constexpr std::string_view style = R"css(
@font-face {
  font-family: Latin;
  src: local("Times New Roman"), local("Liberation Serif");
  unicode-range: U+20-7E;
}
@page {
  size: A4;
  margin: 16mm 15mm 18mm;
  @bottom-center {
    content: "第 " counter(page) " 页　共 " counter(pages) " 页";
    font: 9pt Latin, SimSun, NSimSun, "Songti SC", STSong, "Noto Serif CJK SC", serif;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  color: #000;
  background: #fff;
  font: 10.5pt/1.3 Latin, SimSun, NSimSun, "Songti SC", STSong, "Noto Serif CJK SC", "Source Han Serif SC", serif;
}
.report { max-width: 180mm; margin: 0 auto; }
h1 {
  margin: 0;
  font: 18pt/1.5 方正小标宋简体, STZhongsong, SimHei, "Songti SC", "Noto Serif CJK SC", serif;
  text-align: center;
}
p { margin: 0 0 1.5mm; }
.period { margin-bottom: 2mm; font-size: 14pt; text-align: center; }
.item { display: inline-block; margin-right: 8mm; }
p.draft { border: 1pt solid #000; padding: 1mm 2mm; font-weight: bold; text-align: center; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; border: 1.5pt solid #000; }
th, td { border: .5pt solid #000; padding: .8mm .4mm; font-weight: normal; overflow-wrap: anywhere; }
td { padding: .8mm 1mm; text-align: left; font-feature-settings: "hwid"; }
.unit { display: inline-block; }
th .draft { margin-left: 1mm; border: .5pt solid #000; padding: 0 .5mm; font-size: 8pt; }
.option { white-space: nowrap; }
.gap { letter-spacing: -.2em; font-feature-settings: normal; }
.line { display: inline-block; min-width: 64mm; border-bottom: .5pt solid #000; }
.line:empty { height: 1em; }
tbody, tr, footer, li { break-inside: avoid; }
table.flowing tbody { break-inside: auto; }
footer { margin-top: 4mm; }
footer.sealed { min-height: 45mm; }
footer p { margin-bottom: 2.5mm; }
footer bdi { display: inline-block; min-width: 20mm; }
.annex { margin-top: 4mm; }
.annex h2 { margin: 0 0 2mm; font-size: 12pt; break-after: avoid; }
.annex ol { margin: 0; padding-left: 2em; }
@media screen {
  body { padding: 10mm 4mm; font-size: 12pt; }
  .report { max-width: 210mm; }
}
)css";

std::string column_style(const Grid& grid) {
  std::string css;
  for (const std::size_t width : grid.column_widths_percent) {
    const std::string percent = std::to_string(width);
    css += ".width-" + percent;
    css += " { width: " + percent;
    css += "%; }\n";
  }
  return css;
}

}  // namespace

std::string to_html_page(const Grid& grid) {
  std::string title = grid.title + grid.period_line;
  for (const SignatureItem& item : grid.header) title += " " + item.text;
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  html += escape_html(title) + "</title>\n<style>";
  html += style;
  html += column_style(grid);
  return html + "</style>\n</head>\n<body>\n<main>\n" + to_html(grid) + "</main>\n</body>\n</html>\n";
}

}  // namespace tianbao::layout

#include "support/docx_xml.h"

namespace gouji::test::docx {
namespace {

std::string element(std::string_view name, std::string_view content) {
  std::string out = "<";
  (out += name) += ">";
  return ((out += content) += "</").append(name) += ">";
}

std::string value(std::string_view name, std::string_view val) {
  std::string out = "<";
  (out += name) += " w:val=\"";
  return (out += escaped(val)) += "\"/>";
}
std::string value(std::string_view name, int val) { return value(name, std::to_string(val)); }

std::string tracked(std::string_view name, std::string_view content) {
  std::string out = "<";
  (out += name) += R"( w:id="9" w:author="a" w:date="2024-01-01T00:00:00Z">)";
  return ((out += content) += "</").append(name) += ">";
}

std::string run_properties(const RunLook& look) {
  std::string inside;
  if (!look.style.empty()) inside += value("w:rStyle", look.style);
  inside += look.extra;
  if (look.hidden) inside += "<w:vanish/>";
  return inside.empty() ? "" : element("w:rPr", inside);
}

std::string text_element(std::string_view name, std::string_view text) {
  std::string out = "<";
  (out += name) += " xml:space=\"preserve\">";
  return ((out += escaped(text)) += "</").append(name) += ">";
}

std::string field_mark(std::string_view type) { return run_of("<w:fldChar w:fldCharType=\"" + std::string(type) + "\"/>"); }

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char ch : text) {
    switch (ch) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += ch;
    }
  }
  return out;
}

std::string run(std::string_view text, const RunLook& look) { return run_of(text_element("w:t", text), look); }
std::string run_of(std::string_view xml, const RunLook& look) { return element("w:r", run_properties(look).append(xml)); }
std::string tab() { return run_of("<w:tab/>"); }
std::string line_break(std::string_view type) {
  return run_of(type.empty() ? std::string("<w:br/>") : "<w:br w:type=\"" + std::string(type) + "\"/>");
}
std::string symbol(std::string_view font, std::string_view hex) {
  return run_of("<w:sym w:font=\"" + escaped(font) + "\" w:char=\"" + escaped(hex) + "\"/>");
}
std::string no_break_hyphen() { return run_of("<w:noBreakHyphen/>"); }
std::string ruby(std::string_view base, std::string_view above) {
  return run_of("<w:ruby><w:rubyPr><w:hps w:val=\"10\"/></w:rubyPr>" + element("w:rt", run(above)) + element("w:rubyBase", run(base)) + "</w:ruby>");
}
std::string simple_field(std::string_view code, std::string_view result_runs) {
  return "<w:fldSimple w:instr=\"" + escaped(code) + "\">" + std::string(result_runs) + "</w:fldSimple>";
}
std::string complex_field(std::string_view code, std::string_view result_runs) {
  return field_mark("begin") + run_of(text_element("w:instrText", code)) + field_mark("separate") + std::string(result_runs) + field_mark("end");
}
std::string hyperlink(std::string_view runs) { return "<w:hyperlink w:anchor=\"_Toc1\" w:history=\"1\">" + std::string(runs) + "</w:hyperlink>"; }
std::string inserted(std::string_view xml) { return tracked("w:ins", xml); }
std::string deleted(std::string_view text) { return tracked("w:del", run_of(text_element("w:delText", text))); }
std::string moved_from(std::string_view text) { return tracked("w:moveFrom", run(text)); }
std::string moved_to(std::string_view text) { return tracked("w:moveTo", run(text)); }
std::string footnote_mark(int id) { return run_of("<w:footnoteReference w:id=\"" + std::to_string(id) + "\"/>"); }
std::string endnote_mark(int id) { return run_of("<w:endnoteReference w:id=\"" + std::to_string(id) + "\"/>"); }

std::string text_box_drawing(std::string_view content) {
  return R"(<w:drawing><wp:anchor><wp:extent cx="100" cy="100"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/)"
         R"(wordprocessingShape"><wps:wsp><wps:txbx>)" +
         element("w:txbxContent", content) + "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>";
}
std::string text_box_vml(std::string_view content) {
  return R"(<w:pict><v:shape id="s" style="position:absolute"><v:textbox>)" + element("w:txbxContent", content) + "</v:textbox></v:shape></w:pict>";
}
std::string alternate(std::string_view choice, std::string_view fallback) {
  return "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + std::string(choice) + "</mc:Choice>" + element("mc:Fallback", fallback) +
         "</mc:AlternateContent>";
}
std::string text_box(std::string_view content) { return run_of(alternate(text_box_drawing(content), text_box_vml(content))); }

std::string paragraph(std::string_view runs, const ParagraphLook& look) {
  std::string properties;
  if (!look.style.empty()) properties += value("w:pStyle", look.style);
  if (look.list >= 0) properties += element("w:numPr", value("w:ilvl", look.level) + value("w:numId", look.list));
  if (look.outline >= 0) properties += value("w:outlineLvl", look.outline);
  std::string mark;
  if (look.deleted_mark) mark += tracked("w:del", "");
  if (look.hidden_mark) mark += "<w:vanish/>";
  if (!mark.empty()) properties += element("w:rPr", mark);
  return element("w:p", (properties.empty() ? "" : element("w:pPr", properties)).append(runs));
}
std::string p(std::string_view text, const ParagraphLook& look) { return paragraph(run(text), look); }

std::string sdt(std::string_view content) { return "<w:sdt><w:sdtPr><w:id w:val=\"7\"/></w:sdtPr>" + element("w:sdtContent", content) + "</w:sdt>"; }
std::string custom_xml(std::string_view content) {
  return "<w:customXml w:uri=\"urn:example\" w:element=\"part\">" + std::string(content) + "</w:customXml>";
}

std::string cell(std::string_view content, const CellLook& look) {
  std::string properties = "<w:tcW w:w=\"1000\" w:type=\"dxa\"/>";
  if (look.span > 1) properties += value("w:gridSpan", look.span);
  if (!look.merge.empty()) properties += look.merge == "continue" ? std::string("<w:vMerge/>") : value("w:vMerge", look.merge);
  return element("w:tc", element("w:tcPr", properties).append(content));
}
std::string c(std::string_view text, const CellLook& look) { return cell(text.empty() ? "<w:p/>" : p(text), look); }

std::string row(std::string_view cells, const RowLook& look) {
  std::string properties;
  if (look.before > 0) properties += value("w:gridBefore", look.before);
  if (look.after > 0) properties += value("w:gridAfter", look.after);
  if (look.header) properties += "<w:tblHeader/>";
  if (look.deleted) properties += tracked("w:del", "");
  return element("w:tr", (properties.empty() ? "" : element("w:trPr", properties)).append(cells));
}
std::string table(int columns, std::string_view rows) {
  std::string grid;
  for (int i = 0; i < columns; ++i) grid += "<w:gridCol w:w=\"1000\"/>";
  return element("w:tbl", ("<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>" + element("w:tblGrid", grid)).append(rows));
}
std::string table_of(const std::vector<std::vector<std::string>>& rows) {
  std::string xml;
  std::size_t columns = 0;
  for (const auto& texts : rows) {
    std::string cells;
    for (const std::string& text : texts) cells += c(text);
    xml += row(cells);
    columns = std::max(columns, texts.size());
  }
  return table(static_cast<int>(columns), xml);
}

std::string numbering(const std::vector<ListDefinition>& definitions, const std::vector<List>& lists) {
  std::string out;
  for (const ListDefinition& definition : definitions) {
    out += "<w:abstractNum w:abstractNumId=\"" + std::to_string(definition.id) + "\"><w:multiLevelType w:val=\"multilevel\"/>";
    for (std::size_t i = 0; i < definition.levels.size(); ++i) {
      const Level& level = definition.levels[i];
      out += "<w:lvl w:ilvl=\"" + std::to_string(i) + "\">" + value("w:start", level.start) + value("w:numFmt", level.format);
      if (level.restart >= 0) out += value("w:lvlRestart", level.restart);
      if (!level.style.empty()) out += value("w:pStyle", level.style);
      if (level.legal) out += "<w:isLgl/>";
      if (level.suffix != "tab") out += value("w:suff", level.suffix);
      out += value("w:lvlText", level.text) + "</w:lvl>";
    }
    out += "</w:abstractNum>";
  }
  for (const List& list : lists) {
    out += "<w:num w:numId=\"" + std::to_string(list.id) + "\">" + value("w:abstractNumId", list.definition);
    for (const ListOverride& change : list.overrides) {
      out += "<w:lvlOverride w:ilvl=\"" + std::to_string(change.level) + "\">";
      if (change.start >= 0) out += value("w:startOverride", change.start);
      out += "</w:lvlOverride>";
    }
    out += "</w:num>";
  }
  return out;
}

std::string styles(const std::vector<Style>& all) {
  std::string out;
  for (const Style& style : all) {
    out += "<w:style w:type=\"" + style.type + "\" w:styleId=\"" + escaped(style.id) + "\">" + value("w:name", style.name);
    if (!style.based_on.empty()) out += value("w:basedOn", style.based_on);
    std::string paragraph_look;
    if (style.list >= 0) paragraph_look += element("w:numPr", (style.level > 0 ? value("w:ilvl", style.level) : "") + value("w:numId", style.list));
    if (style.outline >= 0) paragraph_look += value("w:outlineLvl", style.outline);
    if (!paragraph_look.empty()) out += element("w:pPr", paragraph_look);
    if (style.hidden) out += "<w:rPr><w:vanish/></w:rPr>";
    out += "</w:style>";
  }
  return out;
}

}  // namespace gouji::test::docx

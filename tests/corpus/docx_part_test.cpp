// One part read by itself: what of the markup becomes text, in broken files too.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/part_reader.h"
#include "corpus/docx/xml_text.h"

namespace gouji::corpus::docx {
namespace {

struct Read {
  Manuscript manuscript;
  std::vector<FlowItem> flow;
};

Read read_body(const std::string& body, const std::string& styles_xml = "") {
  const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  Read out;
  Styles styles;
  if (!styles_xml.empty()) REQUIRE(styles.read("<w:styles" + space + ">" + styles_xml + "</w:styles>", "word/styles.xml", Limits{}));
  Numbering numbering;
  const Limits limits;  // the reader keeps a reference
  PartReader reader(styles, numbering, limits, "word/document.xml", out.manuscript, out.flow);
  const std::string xml = "<w:document" + space + "><w:body>" + body + "</w:body></w:document>";
  const auto read = read_xml(xml, "word/document.xml", Limits{}, reader);
  INFO((read ? std::string() : read.error().message));
  REQUIRE(read);
  return out;
}

// Paragraphs joined by '|', a table as "[T]".
std::string shown(const Read& read) {
  std::string out;
  for (const FlowItem& item : read.flow) {
    if (!out.empty()) out += '|';
    out += item.table == no_id ? read.manuscript.text.substr(item.text.begin, item.text.size()) : "[T]";
  }
  return out;
}

std::string p(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

TEST_CASE("Elements in places where Word never puts them neither crash nor lose the rest") {
  struct Case {
    std::string body, expected;
  };
  const std::string cell = "<w:tc>" + p("格") + "</w:tc>";
  for (const Case& c : {
           Case{"<w:pPr><w:pStyle w:val=\"x\"/></w:pPr>" + p("正文"), "正文"},
           Case{"<w:p><w:pPr><w:tbl><w:tr>" + cell + "</w:tr></w:tbl></w:pPr><w:r><w:t>正文</w:t></w:r></w:p>" + p("后文"), "正文|后文"},
           Case{"<w:tr>" + cell + "</w:tr>" + cell + p("正文"), "正文"},
           Case{"<w:tbl><w:tr><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>" + cell + "</w:tr></w:tbl>" + p("正文"), "[T]|正文"},
           Case{"<w:p><w:r><w:t>甲</w:t></w:r>" + p("乙") + "</w:p>" + p("丙"), "甲|乙|丙"},
           Case{"<w:p><w:r><w:t>甲" + p("乙") + "丙</w:t></w:r></w:p>" + p("丁"), "甲丙|丁"},
           Case{"<w:r><w:t>无段</w:t></w:r>" + p("正文"), "正文"},
           Case{"<w:p><w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>甲</w:t></w:r></w:p>", "甲"},
           Case{"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>码</w:t></w:r></w:p>" + p("正文"), "正文"},
       }) {
    INFO(c.body);
    CHECK(shown(read_body(c.body)) == c.expected);
  }
}

TEST_CASE("Fields without an end, by the hundred thousand, take no time") {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += "<w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/>";
  CHECK(shown(read_body("<w:p><w:r>" + body + "<w:t>正文</w:t></w:r></w:p>" + p("后文"))) == "正文|后文");
}

TEST_CASE("White space is text only where the file says so") {
  CHECK(shown(read_body("<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 乙\n丙 </w:t></w:r></w:p>")) == "甲 乙 丙 ");
}

TEST_CASE("Hidden by a style, shown by the run, a style that hides both ways shows") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"I\"><w:basedOn w:val=\"H\"/></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:vanish/></w:rPr></w:style>";
  const auto run = [](const std::string& properties, const std::string& text) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
  };
  const std::string hidden = "<w:p><w:pPr><w:pStyle w:val=\"I\"/></w:pPr>" + run("", "藏") + run("<w:vanish w:val=\"0\"/>", "显") +
                             run("<w:rStyle w:val=\"C\"/>", "两") + "</w:p>";
  CHECK(shown(read_body(hidden + p("后"), styles)) == "显两后");  // its mark is hidden too
  CHECK(shown(read_body("<w:p>" + run("<w:rStyle w:val=\"C\"/>", "藏") + run("", "显") + "</w:p>", styles)) == "显");
}

TEST_CASE("Styles that stand on each other in a circle end") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>";
  const Read read = read_body("<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>", styles);
  CHECK(read.flow.at(0).outline == 2);
}

TEST_CASE("Table styles are passed over, also where a comment speaks of them") {
  const std::string title = "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>";
  const std::string body = "<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr><w:r><w:t>报告</w:t></w:r></w:p>";
  for (const std::string& before :
       {std::string("<w:style w:type=\"table\" w:styleId=\"G\"><w:rPr><w:vanish/></w:rPr></w:style>"),
        std::string("<!-- <w:style w:type=\"table\"> -->"), std::string("<w:latentStyles><w:lsdException/></w:latentStyles>")}) {
    INFO(before);
    CHECK(read_body(body, before + title).flow.at(0).role == StyleRole::title);
  }
}

TEST_CASE("Styles picked out by their tags say the same as styles that are parsed") {
  const std::vector<std::string> kinds{
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>)",
      R"(<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:ilvl w:val="1"/>)"
      R"(<w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>)",
      R"(<w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Title'/></w:style>)",
      R"(<w:style w:type="paragraph" w:styleId="E"><w:name w:val="toc 1"/><w:basedOn w:val="A&#x26;"/></w:style>)",
      R"(<w:style w:type="paragraph" w:styleId="A&amp;"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>)",
      R"(<w:style w:type="paragraph" w:styleId="C"><w:name w:val="c"/><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr></w:style>)",
      R"(<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>)",
      R"(<w:style w:type='numbering' w:styleId='M'><w:pPr><w:numPr><w:numId w:val='9'/></w:numPr></w:pPr></w:style>)",
      R"(<w:style w:type="table" w:styleId="G"><w:rPr><w:vanish/></w:rPr></w:style>)",
      R"(<w:style w:type="character" w:styleId="A"><w:name w:val="again"/><w:rPr><w:vanish/></w:rPr></w:style>)",
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="D"><w:name w:val="other"/><!-- <w:vanish/> --></w:style>)",
      R"(<w:style w:type="paragraph" w:styleId="Z"/>)"};
  const auto said = [](const Style* style) {
    if (style == nullptr) return std::string("none");
    std::string out = style->id + "|" + style->name;
    for (const int value :
         {int{style->paragraph}, static_cast<int>(style->role), int{style->hidden}, int{style->outline}, int{style->list_level}, style->list})
      out += " " + std::to_string(value);
    return out;
  };
  for (std::size_t turn = 0; turn < kinds.size(); ++turn) {  // every one stands first, last and between others
    std::string xml = R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)";
    for (std::size_t i = 0; i < kinds.size(); ++i) xml += kinds[(turn + i) % kinds.size()] + (i % 2 == 0 ? "\n" : "");
    xml += "</w:styles>";
    std::string parsed = xml;  // another prefix: nothing is picked out
    for (std::size_t at = 0; (at = parsed.find("w:", at)) != std::string::npos;) parsed.replace(at, 2, "x:"), ++at;
    parsed.replace(parsed.find("xmlns:w="), 8, "xmlns:x=");
    Styles picked, whole;
    REQUIRE(picked.read(xml, "word/styles.xml", Limits{}));
    REQUIRE(whole.read(parsed, "word/styles.xml", Limits{}));
    INFO(xml);
    CHECK(said(picked.usual_paragraph()) == said(whole.usual_paragraph()));
    for (const char* id : {"N", "A", "Q", "E", "A&", "C", "L", "M", "G", "D", "Z", ""}) CHECK(said(picked.find(id)) == said(whole.find(id)));
  }
}

TEST_CASE("Indentation of a cell's paragraph is blanks before its text") {
  const std::string cell =
      "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:ind w:left=\"420\" w:hanging=\"210\"/></w:pPr><w:r><w:t>其中</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  const Read read = read_body(cell);
  REQUIRE(read.manuscript.tables.size() == 1);
  const TextRange part = read.manuscript.tables[0].draft.parts.at(0);
  CHECK(read.manuscript.text.substr(part.begin, part.size()) == "其中");
  CHECK(read.manuscript.text.substr(part.begin - 2, 2) == "  ");
}

TEST_CASE("Tags with more attributes than a report has are seen before the parser sees them") {
  const auto tag = [](int attributes) {
    std::string out = "<a><b";
    for (int i = 0; i < attributes; ++i) out += " a" + std::to_string(i) + "='>'";
    return out + "/></a>";
  };
  CHECK(attributes_beyond(tag(900), 1000) == 0);
  CHECK(attributes_beyond(tag(5000), 1000) == 5000);
  CHECK(attributes_beyond(std::string(5000, ' ') + tag(5000), 1000) == 5000);
  CHECK(attributes_beyond("<a>" + std::string(9000, '=') + "</a>", 1000) == 0);
  CHECK(attributes_beyond("<!--" + std::string(9000, '=') + "-->", 1000) == 0);
}

}  // namespace
}  // namespace gouji::corpus::docx

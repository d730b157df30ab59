// What a Word file shows is what is read: deleted and hidden text is gone, inserted text is there, text boxes, notes, headers and
// fields stand once and in their places. The packages are written by tests/support/docx_writer.
#include <algorithm>

#include "docx_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;
using Texts = std::vector<std::string>;

TEST_CASE("docx: what is deleted or moved away is out, what is inserted or moved here is in") {
  CHECK(paragraphs_of(xml::paragraph(xml::run("支出") + xml::deleted("31.20") + xml::inserted(xml::run("32.10")) + xml::run("万元。"))) ==
        Texts{"支出32.10万元。"});
  CHECK(paragraphs_of(xml::paragraph(xml::run("甲") + xml::moved_from("乙丙") + xml::run("丁") + xml::moved_to("乙丙"))) == Texts{"甲丁乙丙"});
  // Inserted by one author and deleted by another.
  CHECK(paragraphs_of(xml::paragraph(xml::run("合计5") + xml::inserted(xml::deleted("6")) + xml::run("万元"))) == Texts{"合计5万元"});
}

TEST_CASE("docx: a paragraph whose mark is deleted runs on into the next one") {
  CHECK(paragraphs_of(xml::p("项目支出", {.deleted_mark = true}) + xml::p("12.5万元。") + xml::p("完。")) == Texts{"项目支出12.5万元。", "完。"});
}

TEST_CASE("docx: a paragraph of nothing but deleted text leaves nothing") {
  CHECK(paragraphs_of(xml::p("前。") + xml::paragraph(xml::deleted("删"), {.deleted_mark = true}) + xml::p("后。")) == Texts{"前。", "后。"});
}

TEST_CASE("docx: a deleted row is out of its grid") {
  const Document document = read_body(xml::table(
      2, xml::row(xml::c("项目") + xml::c("金额")) + xml::row(xml::c("旧") + xml::c("1"), {.deleted = true}) + xml::row(xml::c("新") + xml::c("2"))));
  REQUIRE(document.tables.size() == 1);
  CHECK(grid_of(document, document.tables[0]) == Texts{"0.0 1×1 项目", "0.1 1×1 金额", "1.0 1×1 新", "1.1 1×1 2"});
}

TEST_CASE("docx: hidden text is out, whoever says that it is hidden") {
  xml::Package package;
  package.styles = xml::styles({{.id = "Note", .name = "Note", .hidden = true, .type = "character"},
                                {.id = "Draft", .name = "Draft", .hidden = true},
                                {.id = "Draft2", .name = "Draft 2", .based_on = "Draft"}});
  package.body = xml::paragraph(xml::run("收入8") + xml::run("7", {.hidden = true}) + xml::run("6", {.style = "Note"}) + xml::run("万元")) +
                 xml::p("草稿", {.style = "Draft"}) + xml::p("又一草稿", {.style = "Draft2"}) +
                 xml::paragraph(xml::run("可见", {.extra = "<w:vanish w:val=\"0\"/>"}), {.style = "Draft"});
  CHECK(paragraphs_of(read_docx(package)) == Texts{"收入8万元", "可见"});
}

TEST_CASE("docx: a text box stands once, a block of its own, not in the middle of a sentence") {
  for (const std::string& box : {xml::text_box(xml::p("框中40.5万元。")), xml::run_of(xml::text_box_drawing(xml::p("框中40.5万元。"))),
                                 xml::run_of(xml::text_box_vml(xml::p("框中40.5万元。")))}) {
    const Document document = read_body(xml::paragraph(xml::run("全年支出") + box + xml::run("合计90.1万元。")));
    const Texts texts = paragraphs_of(document);
    CHECK(std::count(texts.begin(), texts.end(), "全年支出合计90.1万元。") == 1);
    CHECK(std::count(texts.begin(), texts.end(), "框中40.5万元。") == 1);
    CHECK(texts.size() == 2);
  }
}

// A document around `body` with one more part, related to the main one as rId9.
Document with_part(const std::string& body, const std::string& relation, const std::string& name, const std::string& content) {
  xml::Package package;
  package.body = body;
  auto entries = xml::parts(package);
  std::string& relations = xml::part(entries, "word/_rels/document.xml.rels").data;
  relations.insert(relations.rfind("</"), R"(<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" +
                                              relation + R"(" Target=")" + name + R"("/>)");
  if (!content.empty()) entries.push_back({"word/" + name, content});
  const auto document = read_package(gouji::test::write_zip(entries));
  INFO((document ? std::string() : document.error().message));
  REQUIRE(document);
  return *document;
}

// A drawing that shows what the relationship leads to.
std::string drawing(const std::string& graphic) {
  return xml::run_of("<w:drawing><wp:inline><a:graphic><a:graphicData>" + graphic + "</a:graphicData></a:graphic></wp:inline></w:drawing>");
}
const std::string diagram = R"(<d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId9"/>)";
const std::string chart = R"(<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId9"/>)";

TEST_CASE("docx: the text of a diagram is read behind the body, each paragraph by itself, and its place is the diagram's part") {
  const std::string data =
      R"(<d:dataModel xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">)"
      "<d:ptLst><d:pt><d:t><a:bodyPr/><a:p/><a:p><a:r><a:t>办公室</a:t></a:r></a:p></d:t></d:pt>"
      "<d:pt><d:t><a:p><a:r><a:t>财务股支出</a:t></a:r><a:r><a:t>12.5万元</a:t></a:r></a:p></d:t></d:pt></d:ptLst></d:dataModel>";
  const Document document =
      with_part(xml::paragraph(xml::run("机构设置如下：") + drawing(diagram)) + xml::p("完。"), "diagramData", "data1.xml", data);
  CHECK(paragraphs_of(document) == Texts{"机构设置如下：", "完。", "办公室", "财务股支出12.5万元"});
  CHECK(document.warnings.empty());
  const auto at = static_cast<std::uint32_t>(document.text.find("12.5"));
  const Place place = document.map.place({at, at + 4});
  CHECK(place.part == "word/data1.xml");
  REQUIRE(place.runs.size() == 1);
  CHECK(place.runs[0] == OoxmlRun{1, 2, 5, 4});
}

TEST_CASE("docx: a diagram that is deleted or hidden is not read") {
  const std::string data = R"(<d:dataModel xmlns:d="d" xmlns:a="a"><a:p><a:r><a:t>删</a:t></a:r></a:p></d:dataModel>)";
  const std::string hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:drawing>" + diagram + "</w:drawing></w:r>";
  for (const std::string& gone : {"<w:del w:id=\"1\">" + drawing(diagram) + "</w:del>", hidden})
    CHECK(paragraphs_of(with_part(xml::paragraph(xml::run("前") + gone), "diagramData", "data1.xml", data)) == Texts{"前"});
}

TEST_CASE("docx: what another part shows and is not read is named, once") {
  const auto warnings = [](const Document& document) {
    Texts out;
    for (const Warning& warning : document.warnings) out.push_back(warning.code + " " + warning.message);
    return out;
  };
  const std::string both = xml::paragraph(xml::run("图") + drawing(chart) + drawing(chart));
  CHECK(warnings(with_part(both, "chart", "charts/chart1.xml", "<c/>")) == Texts{"part_not_read not read: word/charts/chart1.xml: a chart"});
  CHECK(warnings(with_part(xml::p("文") + R"(<w:altChunk r:id="rId9"/>)", "aFChunk", "part.html", "<p>支出9万元</p>")) ==
        Texts{"part_not_read not read: word/part.html: a document inside the document"});
  CHECK(warnings(with_part(xml::p("文") + R"(<w:subDoc r:id="rId7"/>)", "subDocument", "sub.docx", "")) ==
        Texts{"part_not_read not read: elsewhere (rId7): a document inside the document"});
  CHECK(warnings(with_part(xml::paragraph(xml::run("图") + drawing(diagram)), "diagramData", "data1.xml", "")) ==
        Texts{"part_not_read not read: word/data1.xml: a diagram"});
  CHECK(warnings(with_part(xml::p("文"), "chart", "charts/chart1.xml", "<c/>")).empty());  // nothing shows it
}

TEST_CASE("docx: a table in a text box is a table") {
  const Document document =
      read_body(xml::paragraph(xml::run("附表") + xml::text_box(xml::table_of({{"项目", "金额"}, {"培训费", "1.25"}}) + "<w:p/>")));
  REQUIRE(document.tables.size() == 1);
  CHECK(grid_of(document, document.tables[0]) == Texts{"0.0 1×1 项目", "0.1 1×1 金额", "1.0 1×1 培训费", "1.1 1×1 1.25"});
}

TEST_CASE("docx: of alternatives one is read, of ruby the base, of a field its result") {
  CHECK(paragraphs_of(xml::paragraph(xml::run("甲") + xml::alternate(xml::run("乙"), xml::run("丙")) + xml::run("丁"))) == Texts{"甲乙丁"});
  CHECK(paragraphs_of(xml::paragraph(xml::run("在") + xml::ruby("衡", "héng") + xml::run("水"))) == Texts{"在衡水"});
  CHECK(paragraphs_of(xml::paragraph(xml::run("共") + xml::complex_field(" =SUM(ABOVE) ", xml::run("56.7")) + xml::run("万元"))) ==
        Texts{"共56.7万元"});
  CHECK(paragraphs_of(xml::paragraph(xml::run("共") + xml::simple_field(" REF total ", xml::run("56.7")) + xml::run("万元"))) == Texts{"共56.7万元"});
  CHECK(paragraphs_of(xml::paragraph(
            xml::complex_field(" IF " + std::string("1"), xml::complex_field(" REF a ", xml::run("内")) + xml::run("外")))) == Texts{"内外"});
  CHECK(paragraphs_of(xml::paragraph(xml::hyperlink(xml::run("见")) + xml::run("附件"))) == Texts{"见附件"});
}

TEST_CASE("docx: an instruction that a field within a field holds is no text") {
  const std::string inner = xml::complex_field(" MERGEFIELD 金额 ", xml::run("99"));
  const std::string outer = xml::run_of(R"(<w:fldChar w:fldCharType="begin"/>)") + xml::run_of("<w:instrText> IF </w:instrText>") + inner +
                            xml::run_of(R"(<w:fldChar w:fldCharType="separate"/>)") + xml::run("结果") +
                            xml::run_of(R"(<w:fldChar w:fldCharType="end"/>)");
  CHECK(paragraphs_of(xml::paragraph(xml::run("前") + outer + xml::run("后"))) == Texts{"前结果后"});
}

TEST_CASE("docx: a field over several paragraphs hides its code only") {
  const std::string first = xml::paragraph(xml::run_of(R"(<w:fldChar w:fldCharType="begin"/>)") + xml::run_of("<w:instrText> TOC </w:instrText>") +
                                           xml::run_of(R"(<w:fldChar w:fldCharType="separate"/>)") + xml::run("第一行文字。"));
  const std::string last = xml::paragraph(xml::run("第二行文字。") + xml::run_of(R"(<w:fldChar w:fldCharType="end"/>)") + xml::run("域后。"));
  CHECK(paragraphs_of(first + last) == Texts{"第一行文字。", "第二行文字。域后。"});
}

TEST_CASE("docx: symbols and special characters are characters") {
  CHECK(paragraphs_of(xml::paragraph(xml::symbol("Wingdings", "F0FC") + xml::run("完成"))) == Texts{"✓完成"});
  CHECK(paragraphs_of(xml::paragraph(xml::run("直径5") + xml::symbol("Symbol", "F06D") + xml::run("m"))) == Texts{"直径5μm"});
  CHECK(paragraphs_of(xml::paragraph(xml::run("完成值") + xml::symbol("Symbol", "F0B3") + xml::run("95"))) == Texts{"完成值≥95"});
  CHECK(paragraphs_of(xml::paragraph(xml::run("2023") + xml::no_break_hyphen() + xml::run("2024"))).front().find("2023") == 0);
  CHECK(paragraphs_of(xml::p("收入<支出 & \"结余\"")) == Texts{"收入<支出 & \"结余\""});
}

TEST_CASE("docx: text in several runs, tags and links is one sentence") {
  CHECK(paragraphs_of(xml::paragraph(xml::run("支出1,2") + xml::sdt(xml::run("34.5")) + xml::custom_xml(xml::run("6万")) +
                                     "<w:smartTag w:element=\"x\">" + xml::run("元") + "</w:smartTag>" + "<w:proofErr w:type=\"spellStart\"/>" +
                                     "<w:bookmarkStart w:id=\"0\" w:name=\"b\"/>" + xml::run("。"))) == Texts{"支出1,234.56万元。"});
  CHECK(paragraphs_of(xml::sdt(xml::p("甲") + xml::sdt(xml::p("乙"))) + xml::custom_xml(xml::p("丙"))) == Texts{"甲", "乙", "丙"});
}

TEST_CASE("docx: notes, headers and footers are blocks of their own") {
  xml::Package package;
  package.body = xml::paragraph(xml::run("支出合计12") + xml::footnote_mark(2) + xml::run("万元") + xml::endnote_mark(3) + xml::run("，同比持平。"));
  package.footnotes = {{2, xml::p("含上年结转7万元。")}};
  package.endnotes = {{3, xml::p("见附件二。")}};
  package.headers = {xml::p("内部资料")};
  package.footers = {xml::p("某某县财政局印")};
  const Document document = read_docx(package);
  const Texts texts = paragraphs_of(document);
  for (const char* text : {"支出合计12万元，同比持平。", "含上年结转7万元。", "见附件二。", "内部资料", "某某县财政局印"}) {
    INFO(text);
    CHECK(std::count(texts.begin(), texts.end(), text) == 1);
  }
}

TEST_CASE("docx: strict namespaces, macro documents and templates are read alike") {
  xml::Package package;
  package.body = xml::paragraph(xml::run("经费3.5万元。") + xml::text_box(xml::p("框内。"))) + xml::table_of({{"甲", "1"}});
  const Document transitional = read_docx(package);
  package.strict = true;
  CHECK(read_docx(package).text == transitional.text);
  package.strict = false;
  package.main_type = "application/vnd.ms-word.document.macroEnabled.main+xml";
  CHECK(read_docx(package).text == transitional.text);
  package.main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
  CHECK(read_docx(package).text == transitional.text);
  package.method = gouji::test::ZipMethod::stored;
  CHECK(read_docx(package).text == transitional.text);
}

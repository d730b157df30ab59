// Where a figure stands: part, paragraph and characters, enough to put a comment on it. Paragraphs are counted as w:p in the order of
// the part's XML, those that are not shown among them; characters are those that the paragraph shows.
#include "docx_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;

namespace {

struct Where {
  std::string part;
  std::vector<OoxmlRun> runs;
};

// Of the only occurrence of `text`.
Where where(const Document& document, const std::string& text) {
  INFO(text);
  REQUIRE(count_of(document, text) == 1);
  const auto begin = static_cast<std::uint32_t>(document.text.find(text));
  const Place place = document.map.place({begin, begin + static_cast<std::uint32_t>(text.size())});
  CHECK(place.line == 0);
  REQUIRE_FALSE(place.runs.empty());
  return {place.part, place.runs};
}

void check_run(const Where& found, std::uint32_t paragraph, std::uint32_t offset, std::uint32_t length) {
  CHECK(found.runs.size() == 1);
  CHECK(found.runs.front().paragraph == paragraph);
  CHECK(found.runs.front().offset == offset);
  CHECK(found.runs.front().length == length);
}

}  // namespace

TEST_CASE("docx: places in paragraphs, behind deleted text and in runs") {
  const Document document =
      read_body(xml::p("概况。") + xml::paragraph(xml::deleted("旧的文字")) + xml::p("") +
                xml::paragraph(xml::run("全年") + xml::deleted("9") + xml::run("支出1") + xml::run("2.5") + xml::run("万元。")));
  const Where found = where(document, "12.5");
  CHECK(found.part == "word/document.xml");
  check_run(found, 3, 4, 4);
}

TEST_CASE("docx: automatic numbers do not count as characters of the paragraph") {
  xml::Package package;
  package.numbering = xml::numbering({{.id = 1, .levels = {{.format = "chineseCounting", .text = "（%1）"}}}}, {{.id = 1}});
  package.body = xml::p("支出8.25万元。", {.list = 1});
  const Document document = read_docx(package);
  check_run(where(document, "8.25"), 0, 2, 4);
  const Where number = where(document, "（一）");
  CHECK(number.runs.front().length == 0);
  CHECK(number.runs.front().paragraph == 0);
}

TEST_CASE("docx: places in cells, nested cells, text boxes and notes") {
  xml::Package package;
  package.body =
      xml::table(2, xml::row(xml::c("项目") + xml::c("3.75")) + xml::row(xml::cell(xml::table_of({{"内", "4.5"}}) + "<w:p/>") + xml::c("5.5"))) +
      xml::paragraph(xml::run("表后") + xml::text_box(xml::p("框中6.25")) + xml::run("又7.75") + xml::footnote_mark(2));
  package.footnotes = {{2, xml::p("注8.5")}};
  const Document document = read_docx(package);
  check_run(where(document, "3.75"), 1, 0, 4);
  check_run(where(document, "4.5"), 3, 0, 3);
  check_run(where(document, "5.5"), 5, 0, 3);
  check_run(where(document, "6.25"), 7, 2, 4);
  check_run(where(document, "7.75"), 6, 3, 4);
  const Where note = where(document, "8.5");
  CHECK(note.part == "word/footnotes.xml");
  CHECK(note.runs.front().offset == 1);
}

TEST_CASE("docx: a number that stands in two paragraphs has two runs") {
  const Document document = read_body(xml::p("合计12", {.deleted_mark = true}) + xml::p("3.5万元。"));
  const Where found = where(document, "123.5");
  REQUIRE(found.runs.size() == 2);
  CHECK(found.runs[0] == OoxmlRun{found.runs[0].part, 0, 2, 2});
  CHECK(found.runs[1] == OoxmlRun{found.runs[1].part, 1, 0, 3});
}

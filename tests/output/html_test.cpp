#include "output/html/html.h"

#include <openssl/evp.h>

#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "golden.h"
#include "output/html/markup.h"
#include "output/html/parts.h"
#include "output/html/template.h"
#include "sample_report.h"

namespace gouji::output {
namespace {

using testing::check_golden;
using testing::sample_report;

std::string page_of(const Report& report, Language language = Language::zh) {
  std::ostringstream out;
  HtmlSink sink(out, {language, "test"});
  sink.report(report);
  sink.finish();
  return out.str();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

// A table whose last cell spans two columns and whose header is known from the panel.
Report with_table() {
  Report report = sample_report();
  Document& d = report.document;
  Table& table = d.tables.emplace_back();
  const auto add = [&](std::uint32_t row, std::uint32_t column, std::uint32_t span, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(d.text.size());
    d.text += text;
    Cell& cell = table.cells.emplace_back();
    cell.row = row;
    cell.column = column;
    cell.column_span = span;
    cell.text = {begin, static_cast<std::uint32_t>(d.text.size())};
    d.text += '\n';
  };
  add(0, 0, 1, "项目");
  add(0, 1, 1, "决算数");
  add(1, 0, 1, "培训费");
  add(1, 1, 1, "12.50");
  add(2, 0, 2, "<合计>");
  table.rows = 3;
  table.columns = 2;
  Block& block = d.blocks.emplace_back();
  block.kind = BlockKind::table;
  block.table = 0;
  Figure& figure = report.extraction.figures.emplace_back();
  figure.text = figure.number = table.cells[3].text;
  figure.table = 0;
  Panel& panel = report.extraction.panels.emplace_back();
  panel.table = 0;
  panel.rows.emplace_back().row = 1;
  return report;
}

TEST_CASE("the terms of a sum have signs, those of a formula of the report's own have none") {
  Report report = sample_report();
  Check& check = report.checks.front();
  REQUIRE_FALSE(check.operands.empty());
  for (CheckOperand& operand : check.operands) operand.role = OperandRole::part;
  check.rule = Rule::sum;
  const std::size_t terms = count(page_of(report), R"(<td class="sign">+</td>)");
  CHECK(terms >= 2);
  check.rule = Rule::formula;
  const std::string page = page_of(report);
  CHECK(count(page, R"(<td class="sign">+</td>)") == 0);
  CHECK(count(page, "算式中的数") == terms);
}

TEST_CASE("the parts of a page are those of the golden file") {
  const Report report = with_table();
  const ReportView page(report, Language::zh);
  check_golden("page_parts.html", html::summary_part(page) + "\n" + html::checks_part(page) + html::coverage_part(page) + "\n" +
                                      html::notes_part(page) + html::contents_part(page) + html::report_part(page) + html::figures_json(page) + "\n");
}

TEST_CASE("a page is one file: it names nothing outside itself") {
  const std::string page = page_of(sample_report());
  CHECK(page.starts_with("<!doctype html>"));
  CHECK_FALSE(std::regex_search(page, std::regex(R"((src|href)=["']?(https?:|//))")));
  CHECK(page.find("@import") == std::string::npos);
  CHECK(page.find("url(http") == std::string::npos);
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("{{") == std::string::npos);
}

TEST_CASE("the policy allows the page's own script by its hash and no other") {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string page = page_of(sample_report(), language);
    const std::size_t begin = page.rfind("<script>") + 8, end = page.rfind("</script>");
    const std::string script = page.substr(begin, end - begin);
    unsigned char digest[EVP_MAX_MD_SIZE], base64[2 * EVP_MAX_MD_SIZE];
    unsigned size = 0;
    REQUIRE(EVP_Digest(script.data(), script.size(), digest, &size, EVP_sha256(), nullptr) == 1);
    EVP_EncodeBlock(base64, digest, static_cast<int>(size));
    CHECK(page.find("script-src 'sha256-" + std::string(reinterpret_cast<const char*>(base64)) + "'") != std::string::npos);
    CHECK(count(page, "script-src") == 1);
  }
}

TEST_CASE("whatever a report holds stays text") {
  const std::string hostile = "<script>alert(1)</script><img src=x onerror=\"alert(2)\">'&";
  Report report = with_table();
  Document& d = report.document;
  report.extraction.facts.title = hostile;
  report.extraction.facts.entity = hostile;
  d.meta.path = hostile;
  d.meta.paths = {hostile};
  d.warnings.push_back({hostile, hostile, {}});
  for (Check& check : report.checks) check.message = check.formula = check.hint = check.why = hostile;
  for (Figure& figure : report.extraction.figures) figure.indicator = figure.row_label = report.extraction.names.intern(hostile);
  report.coverage.push_back({hostile, no_id, false, hostile});
  const auto begin = static_cast<std::uint32_t>(d.text.size());
  d.text += hostile;
  Block& block = d.blocks.emplace_back();
  block.text = {begin, static_cast<std::uint32_t>(d.text.size())};
  const std::string page = page_of(report);
  CHECK(count(page, "<script") == 2);  // the figures and the page's own
  CHECK(count(page, "</script>") == 2);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("text that would steer a page is left out, broken text is mended") {
  struct {
    std::string text, html;
  } const cases[] = {{"a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"},
                     {std::string("a\0b\x1b[31m\x7f", 9), "ab[31m"},
                     {"\u202Eabc\u2066\u200F", "abc"},
                     {"甲\xFF乙", "甲\uFFFD乙"},
                     {"一\n二\t三", "一\n二\t三"},
                     {"", ""}};
  for (const auto& c : cases) CHECK(html::escaped(c.text) == c.html);
  CHECK(html::script_safe("[\"</script><!--\"]") == "[\"\\u003c/script>\\u003c!--\"]");
}

TEST_CASE("every id is there once, every link within the page leads somewhere") {
  const std::string page = page_of(with_table());
  std::set<std::string> ids;
  const std::regex id_pattern(R"re(\bid="([^"]+)")re"), link_pattern(R"re(href="#([^"]+)")re");
  for (std::sregex_iterator at(page.begin(), page.end(), id_pattern), end; at != end; ++at) {
    INFO((*at)[1].str());
    CHECK(ids.insert((*at)[1].str()).second);
  }
  for (std::sregex_iterator at(page.begin(), page.end(), link_pattern), end; at != end; ++at) CHECK(ids.contains((*at)[1].str()));
  for (int figure = 0; figure < 9; ++figure) CHECK(ids.contains("f" + std::to_string(figure)));
}

TEST_CASE("a figure is marked by what the checks say of it") {
  Report report = sample_report();
  const auto state = [&](FigureId id) { return figure_marks(report)[id].state; };
  CHECK(state(0) == FigureState::stated);
  CHECK(state(1) == FigureState::operand);  // only in a sum that fails
  CHECK(state(2) == FigureState::blamed);
  CHECK(state(3) == FigureState::operand);  // fails as a consequence
  CHECK(state(4) == FigureState::unchecked);
  CHECK(state(6) == FigureState::asked);
  report.checks[0].verdict = Verdict::exact;
  CHECK(state(0) == FigureState::ties_out);
  CHECK(figure_marks(report)[1].exact);
  report.checks[0].verdict = Verdict::rounding;
  CHECK_FALSE(figure_marks(report)[1].exact);
  report.checks[0].operands.push_back({99, OperandRole::part, 1});
  CHECK(figure_marks(report).size() == 8);
}

TEST_CASE("templates: words of two languages and parts, a slip is an error") {
  CHECK(html::filled("a{{甲|b}}{{=c}}d", Language::en, {{"c", "{{=c}}"}}) == "ab{{=c}}d");
  CHECK(html::filled("{{甲|b}}", Language::zh, {}) == "甲");
  CHECK_THROWS_AS(html::filled("{{=none}}", Language::zh, {}), std::logic_error);
  CHECK_THROWS_AS(html::filled("{{甲}}", Language::zh, {}), std::logic_error);
  CHECK_THROWS_AS(html::filled("{{甲|b", Language::zh, {}), std::logic_error);
}

TEST_CASE("a report of nothing is a page") {
  Report report;
  report.document.map = SourceMap("", {}, 0);
  CHECK(page_of(report).find("未发现不一致") != std::string::npos);
  CHECK(page_of(report, Language::en).find("Nothing inconsistent") != std::string::npos);
}

}  // namespace
}  // namespace gouji::output

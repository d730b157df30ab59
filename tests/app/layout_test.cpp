// Layout changes nothing: a report written another way (encoding, width of digits, lines wrapped, years moved) gives the same
// figures and the same verdicts. The reports are the real ones of $GOUJI_REFERENCE; without it the samples alone are tried.
#include <unicode/ucnv.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include "app/auditor.h"
#include "app/report_writer.h"
#include "support/table_writer.h"

namespace gouji::app {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

output::Report audited(std::string text) {
  static const Auditor auditor(patterns::Library::load({}).value(), {});
  return std::get<output::Report>(auditor.run(corpus::Bytes{"report.txt", std::move(text), "00"}));
}

// --- Ways to write a text -------------------------------------------------------------------------------------------------

std::string encoded(const std::string& utf8, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const int32_t length =
      ucnv_convert(encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()), utf8.data(), static_cast<int32_t>(utf8.size()), &error);
  REQUIRE(U_SUCCESS(error));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::string wide_digits(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += "\xEF\xBC";
      out += static_cast<char>(0x90 + (c - '0'));
    } else {
      out += c;
    }
  }
  return out;
}

bool is_digit(const std::string& text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// Every year from 1990 to 2035 that 年 follows (perhaps behind spaces), `by` years later.
std::string moved_years(const std::string& text, int by) {
  std::string out = text;
  for (std::size_t at = 0; at + 4 < out.size(); ++at) {
    if (!is_digit(out, at) || (at > 0 && (is_digit(out, at - 1) || out[at - 1] == '.' || out[at - 1] == ','))) continue;
    std::size_t end = at;
    while (is_digit(out, end)) ++end;
    std::size_t behind = end;
    while (behind < out.size() && (out[behind] == ' ' || out[behind] == '\n')) ++behind;
    const bool year = end - at == 4 && (out.compare(at, 2, "20") == 0 || out.compare(at, 2, "19") == 0) && out.compare(behind, 3, "年") == 0;
    if (year) out.replace(at, 4, std::to_string(std::stoi(out.substr(at, 4)) + by));
    at = end;
  }
  return out;
}

// --- What must stay ---------------------------------------------------------------------------------------------------------

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U; };
    if (byte(i) == 0xEF && byte(i + 1) == 0xBC && byte(i + 2) >= 0x90 && byte(i + 2) <= 0x99) {
      out += static_cast<char>('0' + (byte(i + 2) - 0x90));
      i += 2;
    } else if (text[i] != ' ' && text[i] != '\n') {
      out += text[i];
    }
  }
  return out;
}

// 2022年度 in a name moves with the years.
std::string without_years(std::string name) {
  for (std::size_t at = 0; at + 4 < name.size(); ++at)
    if ((name.compare(at, 2, "20") == 0 || name.compare(at, 2, "19") == 0) && name.compare(at + 4, 3, "年") == 0) name.replace(at, 4, "####");
  return name;
}

std::string period_of(Period period, int moved) {
  if (period.to_year != 0 && period.to_year - period.year == 4) return "plan";  // “十四五” moves with nothing
  if (period.known() && period.year >= 1990 && period.year <= 2036) period.year = static_cast<std::int16_t>(period.year - moved);
  if (period.to_year != 0) period.to_year = static_cast<std::int16_t>(period.to_year - moved);
  return period.str();
}

// Key and value of every figure, how often each.
std::map<std::string, int> figures(const output::Report& report, int moved) {
  std::map<std::string, int> out;
  for (const Figure& f : report.extraction.figures) {
    std::string key = without_years(folded(f.indicator)) + " | " + f.value.str() + " " + folded(f.unit.value) + " | " +
                      period_of(f.period.value, moved) + " " + std::string(name(f.basis.value)) + " " + std::string(name(f.aspect)) + " " +
                      std::string(name(f.direction)) + " " + std::string(name(f.comparator)) + " " + f.code.str() +
                      (f.table == no_id ? " prose" : " table");
    ++out[key];
  }
  return out;
}

// The figures by the last part of their names.
std::map<std::string, int> own_names(const std::map<std::string, int>& figures) {
  std::map<std::string, int> out;
  for (const auto& [key, count] : figures) {
    const std::size_t end = key.find(" | "), slash = key.rfind('/', end);
    out[slash == std::string::npos || slash > end ? key : key.substr(slash + 1)] += count;
  }
  return out;
}

int findings(const output::Report& report) {
  return static_cast<int>(std::count_if(report.checks.begin(), report.checks.end(),
                                        [](const Check& c) { return c.verdict == Verdict::inconsistent || c.verdict == Verdict::suspect_unit; }));
}

std::map<std::string, int> verdicts(const output::Report& report) {
  std::map<std::string, int> out;
  // What could not be run says nothing of the numbers: a title too narrow for its table names no form.
  for (const Check& c : report.checks)
    if (c.rule != Rule::identity || c.verdict != Verdict::not_checkable) ++out[std::string(name(c.rule)) + " " + std::string(name(c.verdict))];
  return out;
}

std::string difference(const std::map<std::string, int>& a, const std::map<std::string, int>& b) {
  std::string out;
  int lines = 0;
  const auto side = [&](const auto& from, const auto& other, const char* sign) {
    for (const auto& [key, count] : from) {
      const auto at = other.find(key);
      const int more = count - (at == other.end() ? 0 : at->second);
      if (more > 0 && ++lines <= 40) out += std::string(sign) + key + (more > 1 ? " ×" + std::to_string(more) : "") + "\n";
    }
  };
  side(a, b, "- ");
  side(b, a, "+ ");
  return out;
}

// Lines that a printer filled.
bool is_wrapped(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == "v6.txt" || name.find("layout") != std::string::npos || name.find("utf16") != std::string::npos;
}

bool is_web_page(const Document& document) {
  constexpr std::ptrdiff_t most = 5;
  return document.tables.empty() &&
         std::count_if(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return block.kind == BlockKind::furniture; }) > most;
}

std::vector<fs::path> reports() {
  std::vector<fs::path> out;
  if (const char* reference = std::getenv("GOUJI_REFERENCE"))
    for (const char* id : {"000", "002", "003", "004", "v5", "v6"})
      if (const fs::path path = fs::path(reference) / "reports" / (std::string(id) + ".txt"); fs::exists(path)) out.push_back(path);
  if (out.empty()) WARN("GOUJI_REFERENCE is not set: the samples alone are tried");
  for (const auto& entry : fs::directory_iterator(fs::path(GOUJI_SOURCE_DIR) / "corpus" / "samples"))
    if (entry.path().extension() == ".txt") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

void check_same(const output::Report& before, const output::Report& after, const fs::path& path, int moved = 0) {
  CAPTURE(path.filename().string());
  CHECK(difference(figures(before, 0), figures(after, moved)) == "");
  CHECK(difference(verdicts(before), verdicts(after)) == "");
}

// --- Tables in another layout ------------------------------------------------------------------------------------------------

// The report's tables alone, each written by `write` under its title and unit.
std::string tables_of(const output::Report& report, const std::function<std::string(const test::Grid&)>& write) {
  const Document& document = report.document;
  std::string out = report.extraction.facts.title + "\n\n";
  for (TableId id = 0; id < document.tables.size(); ++id) {
    const Table& table = document.tables[id];
    out += std::string(document.view(table.title)) + "\n" + std::string(document.view(table.caption)) + "\n" + write(test::grid_of(report, id)) +
           "\n\n\n";
  }
  return out;
}

// Value, name, code, period and basis of every figure in a table.
std::map<std::string, int> table_figures(const output::Report& report) {
  std::map<std::string, int> out;
  for (const auto& [key, count] : figures(report, 0))
    if (key.ends_with(" table")) out[key] = count;
  return out;
}

std::map<std::string, int> coded(const std::map<std::string, int>& all) {
  std::map<std::string, int> out;
  for (const auto& [key, count] : all)
    if (const char last = key[key.size() - std::string(" table").size() - 1]; last >= '0' && last <= '9') out[key] = count;
  REQUIRE(out.size() > 50);
  return out;
}

}  // namespace

TEST_CASE("a report in another encoding is the same report") {
  for (const fs::path& path : reports()) {
    const output::Report before = audited(contents(path));
    for (const char* encoding : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
      INFO(encoding);
      const bool wide = std::string_view(encoding) != "GB18030";
      check_same(before, audited(encoded((wide ? "\xEF\xBB\xBF" : "") + before.document.map.decoded(), encoding)), path);
    }
  }
}

TEST_CASE("full-width digits are digits") {
  for (const fs::path& path : reports()) {
    const output::Report before = audited(contents(path));
    check_same(before, audited(wide_digits(before.document.map.decoded())), path);
  }
}

TEST_CASE("a report of another year differs in the year alone") {
  for (const fs::path& path : reports()) {
    const output::Report before = audited(contents(path));
    for (const int by : {-3, 1}) check_same(before, audited(moved_years(before.document.map.decoded(), by)), path, by);
  }
}

TEST_CASE("prose wrapped at any width is the same prose") {
  for (const fs::path& path : reports()) {
    if (is_wrapped(path)) continue;
    const output::Report read = audited(contents(path));
    const bool page = is_web_page(read.document);  // its menus are known by their short lines, and nobody prints them
    const output::Report before = audited(page ? test::article_of(read.document) : test::without_marks(read.document));
    if (page) check_same(read, before, path);
    for (const int columns : {20, 31, 40, 60}) {
      INFO(columns << " columns");
      check_same(before, audited(test::rewritten(before, {columns, {}})), path);
    }
  }
}

TEST_CASE("a whole report in print is the same report") {
  for (const fs::path& path : reports()) {
    const output::Report before = audited(test::without_marks(audited(contents(path)).document));
    const bool cells = std::any_of(before.document.tables.begin(), before.document.tables.end(),
                                   [](const Table& table) { return table.layout == TableLayout::cell_lines; });
    if (!cells) continue;
    for (const bool centred : {false, true}) {
      test::AlignedPrint print;
      print.centred = centred;
      const auto aligned = [&](const test::Grid& grid) {
        return test::is_lost_in_print(grid) ? "" : test::write_aligned_columns(test::fitted(grid, 28), print);
      };
      for (const int columns : {0, 60}) {
        INFO((centred ? "centred" : "set left and right") << ", prose wrapped at " << columns);
        const output::Report after = audited(test::rewritten(before, {columns, aligned}));
        if (!centred) {
          check_same(before, after, path);
          continue;
        }
        // Labels set in the middle of their column are not set in: which is a part of which is lost, and with it some sums. The figures
        // stay, each with its own name, and nothing is found that was not.
        CAPTURE(path.filename().string());
        CHECK(difference(own_names(figures(before, 0)), own_names(figures(after, 0))) == "");
        CHECK(findings(before) == findings(after));
      }
    }
  }
}

TEST_CASE("tables say the same as cell lines and as aligned columns") {
  const char* reference = std::getenv("GOUJI_REFERENCE");
  if (reference == nullptr) {
    WARN("skipped: GOUJI_REFERENCE is not set");
    return;
  }
  const fs::path folder = fs::path(reference) / "reports";
  SECTION("the nine forms of a department, from cell lines") {
    const output::Report before = audited(contents(folder / "003.txt"));
    const auto aligned = [](const test::Grid& grid) { return test::write_aligned_columns(grid, {}); };
    // Print loses which heading a column of nothing but zeros stands under, and which blocks a total's row spans: what is compared
    // are the figures that have a code.
    CHECK(difference(coded(table_figures(before)), coded(table_figures(audited(tables_of(before, aligned))))) == "");
    CHECK(difference(table_figures(before), table_figures(audited(tables_of(before, test::write_doc_cells)))) == "");
  }
  SECTION("a university's forms, from aligned columns") {
    const output::Report before = audited(contents(folder / "v6.txt"));
    CHECK(difference(table_figures(before), table_figures(audited(tables_of(before, test::write_docx_cells)))) == "");
    CHECK(difference(table_figures(before), table_figures(audited(tables_of(before, test::write_doc_cells)))) == "");
  }
}

}  // namespace gouji::app

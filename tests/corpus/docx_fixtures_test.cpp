// DOCX files of Apache POI, python-docx and docling: texts that their own tests assert, pandoc's grids, Tika's text. Skipped where
// $GOUJI_REFERENCE/fixtures/docx is not there. Where we disagree, docx_disagreements/ says so and why.
#include "support/docx_fixtures.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <regex>

#include "docx_helpers.h"
#include "support/accepted.h"
#include "support/html_tables.h"

using namespace gouji;
using namespace gouji::corpus::test;
using gouji::test::Accepted;
namespace fs = std::filesystem;

namespace {

const fs::path lists = fs::path(GOUJI_SOURCE_DIR) / "tests" / "corpus" / "docx_disagreements";
const bool show = std::getenv("GOUJI_SHOW_DISAGREEMENTS") != nullptr;

std::optional<fs::path> fixtures() {
  auto folder = gouji::test::docx_fixtures_folder();
  if (!folder) WARN("SKIPPED: $GOUJI_REFERENCE/fixtures/docx is not there");
  return folder;
}

Result<Document> read_file(const fs::path& path) {
  corpus::Bytes bytes;
  bytes.path = path.filename().string();
  bytes.data = gouji::test::file_contents(path);
  return corpus::read(std::move(bytes), corpus::Limits{});
}

// A file of the collection that `name` ("poi/delins.docx") is of.
fs::path source(const fs::path& folder, const std::string& name) {
  const std::size_t slash = name.find('/');
  const std::string collection = name.substr(0, slash), file = name.substr(slash + 1);
  const fs::path fuzzed = folder / "poi-fuzz" / file;
  if (collection == "poi" && fs::exists(fuzzed)) return fuzzed;
  return folder / (collection == "docling" ? "docling/sources" : collection == "python-docx" ? "python-docx/files" : collection) / file;
}

std::vector<std::string> names_under(const fs::path& folder, const std::string& extension) {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == extension) out.push_back(fs::relative(entry.path(), folder).replace_extension().string());
  std::sort(out.begin(), out.end());
  return out;
}

// Characters that are shown: what layout cannot change. Blanks of every width go.
std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view character = text.substr(i, width);
    const bool blank = (width == 1 && lead <= ' ' && lead != 1) || character == "\u00A0" || character == "\u3000" ||
                       (character >= "\u2000" && character <= "\u200B");
    if (!blank) out += character;
    i += width;
  }
  return out;
}

// Where a list item begins (\x01), Word shows a number or a bullet that pandoc leaves to the browser.
bool same_text(std::string_view ours, std::string_view theirs) {
  constexpr std::size_t longest_number = 12;
  const std::size_t item = theirs.find('\x01');
  if (item == std::string_view::npos) return ours == theirs;
  if (ours.substr(0, item) != theirs.substr(0, item)) return false;
  ours.remove_prefix(item);
  for (std::size_t number = 0; number <= std::min(longest_number, ours.size()); ++number)
    if (same_text(ours.substr(number), theirs.substr(item + 1))) return true;
  return false;
}

// The cells of a grid that hold something: where and how far, and what.
struct ShownCell {
  std::string place, text;
};
using ShownGrid = std::vector<ShownCell>;

void show_cell(unsigned row, unsigned column, unsigned row_span, unsigned column_span, std::string_view text, ShownGrid& out) {
  ShownCell cell{std::to_string(row) + "." + std::to_string(column) + " " + std::to_string(row_span) + "x" + std::to_string(column_span),
                 squeezed(text)};
  if (cell.text.find_first_not_of('\x01') != std::string::npos) out.push_back(std::move(cell));
}
ShownGrid shown(const gouji::test::HtmlTable& table) {
  ShownGrid out;
  for (const auto& cell : table.cells) show_cell(cell.row, cell.column, cell.row_span, cell.column_span, cell.text, out);
  return out;
}
ShownGrid shown(const Document& document, const Table& table) {
  ShownGrid out;
  for (const Cell& cell : table.cells) show_cell(cell.row, cell.column, cell.row_span, cell.column_span, document.view(cell.text), out);
  return out;
}
bool same_grid(const ShownGrid& ours, const ShownGrid& theirs) {
  return std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                    [](const ShownCell& a, const ShownCell& b) { return a.place == b.place && same_text(a.text, b.text); });
}
std::string printed(const ShownGrid& grid) {
  std::string out;
  for (const ShownCell& cell : grid) out += cell.place + " " + cell.text + "\n";
  return out;
}

// Words of letters and digits; each character beyond ASCII that is no letter of an alphabet we know is a word of its own.
std::map<std::string, int> words(std::string_view text) {
  std::map<std::string, int> out;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) ++out[word];
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const bool letter = width == 1 ? std::isalnum(lead) != 0 : width == 2 && lead >= 0xC3;
    if (!letter) end_word();
    if (letter) word += text.substr(i, width);
    const bool blank = text.substr(i, width) >= "\u2000" && text.substr(i, width) <= "\u200B";
    if (width > 2 && !blank) ++out[std::string(text.substr(i, width))];
    i += width;
  }
  end_word();
  return out;
}

// What Tika adds of its own: marks of notes, bookmarks and pictures, drawings of check boxes.
std::string without_marks(const std::string& text) {
  static const std::regex marks(R"(\[(footnote|endnote)Ref:\d+\]|\[bookmark: [^\]]*\]|\[image: [^\]]*\]|\|[X_]\|)");
  return std::regex_replace(text, marks, "");
}

}  // namespace

TEST_CASE("docx fixtures: the texts that POI's and Tika's tests assert") {
  const auto folder = fixtures();
  if (!folder) return;
  Accepted accepted(lists / "assertions.tsv");
  for (const auto& fields : gouji::test::tab_separated(*folder / "expected" / "assertions.tsv")) {
    const std::string &file = fields.at(0), &kind = fields.at(1), &text = fields.at(2);
    const auto document = read_file(source(*folder, file));
    const bool has = document && squeezed(document->text).find(squeezed(text)) != std::string::npos;
    const bool disagrees = has != (kind == "has");
    INFO(file << " " << kind << " " << text);
    CHECK(accepted.right(file + " " + squeezed(text), disagrees));
    if (show && disagrees) std::cout << "assertion\t" << file << '\t' << kind << '\t' << text << '\n';
  }
  CHECK(accepted.unused().empty());
}

TEST_CASE("docx fixtures: the grids are pandoc's") {
  const auto folder = fixtures();
  if (!folder) return;
  Accepted accepted(lists / "grids.tsv");
  for (const std::string& name : names_under(*folder / "expected" / "tables-html", ".html")) {
    const auto expected = gouji::test::html_tables(gouji::test::file_contents(*folder / "expected" / "tables-html" / (name + ".html")));
    const auto document = read_file(source(*folder, name));
    std::vector<ShownGrid> ours, only_theirs;
    if (document)
      for (const Table& table : document->tables) ours.push_back(shown(*document, table));
    for (const auto& table : expected) {
      const ShownGrid theirs = shown(table);
      const auto found = std::find_if(ours.begin(), ours.end(), [&](const ShownGrid& grid) { return same_grid(grid, theirs); });
      if (found == ours.end()) {
        only_theirs.push_back(theirs);
      } else {
        ours.erase(found);
      }
    }
    const bool disagrees = !ours.empty() || !only_theirs.empty();
    INFO(name);
    CHECK(accepted.right(name, disagrees));
    if (!show || !disagrees) continue;
    std::cout << "grid\t" << name << '\n';
    for (const ShownGrid& grid : ours) std::cout << "--- ours\n" << printed(grid);
    for (const ShownGrid& grid : only_theirs) std::cout << "--- pandoc\n" << printed(grid);
  }
  CHECK(accepted.unused().empty());
}

TEST_CASE("docx fixtures: no text that Tika finds is lost") {
  const auto folder = fixtures();
  if (!folder) return;
  Accepted accepted(lists / "text.tsv");
  for (const std::string& name : names_under(*folder / "expected" / "tika-text", ".txt")) {
    const auto document = read_file(source(*folder, name));
    const auto ours = words(document ? std::string_view(document->text) : std::string_view());
    std::string lost;
    for (const auto& [word, count] : words(without_marks(gouji::test::file_contents(*folder / "expected" / "tika-text" / (name + ".txt"))))) {
      const auto found = ours.find(word);
      const int missing = count - (found == ours.end() ? 0 : found->second);
      if (missing > 0) lost += " " + word + "×" + std::to_string(missing);
    }
    INFO(name << " lost:" << lost.substr(0, 400));
    CHECK(accepted.right(name, !lost.empty()));
    if (show && !lost.empty())
      std::cout << "text\t" << name << '\t' << (document ? "read" : document.error().code) << '\t' << lost.substr(0, 600) << '\n';
  }
  CHECK(accepted.unused().empty());
}

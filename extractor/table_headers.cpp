#include "extractor/table_headers.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/facts.h"
#include "extractor/row_label.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr std::uint32_t most_header_rows = 12;

struct RowShape {
  unsigned numbers = 0;  // quantities; years are labels here
  unsigned whole = 0;    // of them, bare whole numbers
  unsigned labels = 0;
  unsigned words = 0;  // labels that are column words
  unsigned later = 0;  // labels but the first cell's
  unsigned later_words = 0;
  bool counts = false;  // 栏次 1 2 3
  bool spans = false;   // a label over several columns
  bool blank() const { return numbers == 0 && labels == 0; }
};

// A, D=E+F, 4=1+2+3: what columns are called in the formulas of a form.
bool is_formula(std::string_view label) {
  constexpr std::size_t longest = 40;
  bool letter = false, equals = false;
  for (std::size_t at = 0; at < label.size(); at += character_length(label, at)) {
    const std::string_view c = label.substr(at, character_length(label, at));
    const bool capital = c.size() == 1 && c[0] >= 'A' && c[0] <= 'Z';
    if (!capital && !is_ascii_digit(c[0]) && !starts_with_any(c, words<"= ＝ + ＋ - － — * × / ÷ ( ) （ ） %">)) return false;
    letter = letter || capital;
    equals = equals || c == "=" || c == "＝";
  }
  return label.size() <= longest && (equals || (letter && label.size() == 1));
}

// 公式 | A=B+C | B | C below the headings.
bool names_columns(const TableGrid& grid, std::uint32_t row) {
  unsigned formulas = 0;
  for (const std::uint32_t i : grid.row(row)) {
    const CellReading& cell = grid.reading(i);
    if (cell.shape == CellShape::blank) continue;
    if (cell.shape != CellShape::label && cell.shape != CellShape::mixed) return false;
    if (is_formula(cell.label))
      ++formulas;
    else if (grid.cell(i).column > 0 || !contains_any(cell.label, words<"公式 关系 栏次 行次">))
      return false;
  }
  return formulas >= 2;
}

// 栏次 | 1 | 2 | 3: whole numbers that go up by one, and at most labels like 栏次, 甲, 乙.
bool counts_columns(const TableGrid& grid, std::uint32_t row, const RowShape& shape) {
  if (shape.numbers == 0 && shape.labels >= 2 && names_columns(grid, row)) return true;
  if (shape.whole < 2 || shape.whole != shape.numbers) return false;
  std::int64_t previous = -1;
  bool said = false;
  for (const std::uint32_t i : grid.row(row)) {
    const CellReading& cell = grid.reading(i);
    if (cell.shape == CellShape::label || cell.shape == CellShape::mixed) {
      if (is_formula(cell.label) && contains_any(cell.label, words<"= ＝">)) {
        ++previous;  // 4=1+2+3
        continue;
      }
      if (!contains_any(cell.label, words<"栏次 行次">) && length_in_characters(cell.label) > 1) return false;
      said = said || contains(cell.label, "次");
      continue;
    }
    if (cell.shape != CellShape::number) continue;
    const Decimal value = cell.number.value;
    if (previous >= 0 && value != Decimal(previous + 1)) return false;
    if (previous < 0 && value != Decimal(1)) return false;
    previous = previous < 0 ? 1 : previous + 1;
  }
  return said || shape.whole >= 3;
}

// Bare 2022 | 2023 head columns; 三、债务付息支出 | 2100 | 2090 and 上级补助收入 | 2010 | 2010 are amounts.
bool states_years(const TableGrid& grid, std::uint32_t row) {
  constexpr std::int64_t last_year = 2060;
  Decimal previous;
  bool any = false;
  for (const std::uint32_t i : grid.row(row)) {
    const CellReading& cell = grid.reading(i);
    if (cell.shape == CellShape::label || cell.shape == CellShape::mixed) {
      const RowLabel label = read_row_label(cell.label);
      if (label.of_which || !label.style.empty() || !label.code.empty()) return false;
    }
    if (cell.shape != CellShape::number || !cell.year) continue;
    if (cell.number.value > Decimal(last_year) || (any && cell.number.value == previous)) return false;
    previous = cell.number.value;
    any = true;
  }
  return any;
}

RowShape shape_of(const TableGrid& grid, std::uint32_t row, const patterns::Library& library) {
  RowShape s;
  const bool years = states_years(grid, row);
  for (const std::uint32_t i : grid.row(row)) {
    const CellReading& cell = grid.reading(i);
    if (cell.shape == CellShape::number && !(years && cell.year)) {
      ++s.numbers;
      if (cell.whole) ++s.whole;
    } else if (cell.shape != CellShape::blank) {
      const bool word = cell.shape != CellShape::prose && (cell.year || is_column_word(cell.label, library));
      const bool first = grid.cell(i).column == 0;
      ++s.labels;
      if (word) ++s.words;
      if (!first) ++s.later;
      if (word && !first) ++s.later_words;
      if (grid.cell(i).column_span > 1 && cell.shape != CellShape::prose) s.spans = true;  // 2023年债务限额 too
    }
  }
  s.counts = counts_columns(grid, row, s);
  return s;
}

class PartFinder {
 public:
  PartFinder(const TableGrid& grid, const patterns::Library& library) : grid_(grid) {
    shapes_.reserve(grid.rows());
    for (std::uint32_t r = 0; r < grid.rows(); ++r) shapes_.push_back(shape_of(grid, r, library));
    number_below_.resize(grid.rows() + 1, no_id);
    for (std::uint32_t r = grid.rows(); r-- > 0;) number_below_[r] = shapes_[r].numbers > 0 && !shapes_[r].counts ? r : number_below_[r + 1];
  }

  std::vector<TablePart> parts() const {
    std::vector<TablePart> out;
    std::uint32_t row = 0;
    while (row < grid_.rows()) {
      const bool header = out.empty() ? begins_table(row) : begins_part(row);
      if (!header) {
        if (out.empty() || out.back().last != row) out.push_back({row, row, row, {}, {}});
        out.back().last = ++row;
        continue;
      }
      TablePart part{row, row + 1, row + 1, {}, {}};
      while (part.body < grid_.rows() && continues_header(part, part.body)) ++part.body;
      for (std::uint32_t r = part.first; r < part.body; ++r)
        if (shapes_[r].counts) part.number_rows.push_back(r);
      row = part.last = part.body;
      if (!out.empty() && goes_on(out.back(), part))
        append(out.back(), part);
      else
        out.push_back(std::move(part));
    }
    return out;
  }

 private:
  // The first header: labels over numbers.
  bool begins_table(std::uint32_t row) const {
    const RowShape& s = shapes_[row];
    if (s.counts) return true;
    if (s.numbers > 0 || s.labels == 0) return false;
    // One column, headed by what it states: 比上年上涨（%） over the rows' numbers.
    if (s.labels == 1 && s.later_words == 1 && row + 1 < grid_.rows() && shapes_[row + 1].numbers == 1 && shapes_[row + 1].labels >= 1) return true;
    if (s.labels < 2) return s.spans && row + 1 < grid_.rows() && shapes_[row + 1].numbers == 0 && shapes_[row + 1].words >= 2;
    if (s.words * 2 >= s.labels && s.words >= 2) return true;
    constexpr std::uint32_t farthest = 6;  // rows of a header, 栏次 and the empty ones of merged cells among them
    if (number_below_[row] == no_id || number_below_[row] > row + farthest) return false;
    // 部门名称 | 某某局 above a header: what is filled in on the form.
    for (std::uint32_t r = row + 1; r < number_below_[row] && s.later_words == 0; ++r)
      if (shapes_[r].words >= 2 && shapes_[r].words * 2 >= shapes_[r].labels) return false;
    return labels_over(row, number_below_[row]);
  }

  // Nearly every number of row `below` has a label in `row` (or under it) above it; or the columns are counted between (栏次).
  bool labels_over(std::uint32_t row, std::uint32_t below) const {
    for (std::uint32_t r = row + 1; r < below; ++r)
      if (shapes_[r].counts) return true;
    unsigned numbers = 0, covered = 0;
    for (const std::uint32_t i : grid_.row(below)) {
      if (grid_.reading(i).shape != CellShape::number) continue;
      ++numbers;
      for (std::uint32_t r = row; r < below; ++r) {
        const CellReading& above = grid_.at(r, grid_.cell(i).column);
        if (above.shape != CellShape::label && above.shape != CellShape::mixed && !above.year) continue;
        ++covered;
        break;
      }
    }
    return covered * 3 >= numbers * 2;
  }

  // A header below the first: nearly all of its cells are column words.
  bool begins_part(std::uint32_t row) const {
    const RowShape& s = shapes_[row];
    if (s.numbers > 0) return false;
    return s.later_words >= 2 && s.later_words * 10 >= s.later * 6;
  }

  bool continues_header(const TablePart& part, std::uint32_t row) const {
    const RowShape& s = shapes_[row];
    if (s.counts) return true;
    if (s.numbers > 0) return false;
    if (s.blank()) return row + 1 < grid_.rows() && row + 1 - part.first < most_header_rows && continues_header(part, row + 1);
    if (s.words >= 1 && s.words * 2 >= s.labels && (s.later_words >= 1 || shapes_[row - 1].spans)) return true;
    return s.later >= 2 && under_span(row);
  }

  // The header of `next` is that of `part` again, printed at the top of a further page: no total has ended `part`, and its first row does not
  // begin anew. Only the lowest row of a header (项目 | 金额) is known for one below the first; the rows above (收入 | 支出) are taken with it.
  bool goes_on(TablePart& part, TablePart& next) const {
    if (part.first == part.body || part.last != next.first || next.body >= grid_.rows()) return false;
    const std::uint32_t rows = height(part);
    const std::uint32_t above = std::max(rows, height(next)) - height(next);
    if (part.last <= part.body + above || first_label(next.body) == first_label(part.body)) return false;
    TablePart whole = next;
    whole.first -= above;
    if (ends_table(whole.first - 1) || words_of_header(part) != words_of_header(whole)) return false;
    next.first = part.last = whole.first;
    return true;
  }

  // Rows of a header that are not blank and do not count the columns.
  std::uint32_t height(const TablePart& part) const {
    std::uint32_t out = 0;
    for (std::uint32_t r = part.first; r < part.body; ++r) out += shapes_[r].counts || shapes_[r].blank() ? 0 : 1;
    return out;
  }

  static void append(TablePart& part, const TablePart& next) {
    for (std::uint32_t r = next.first; r < next.body; ++r) part.repeated.push_back(r);
    part.number_rows.insert(part.number_rows.end(), next.number_rows.begin(), next.number_rows.end());
    part.last = next.last;
  }

  // Its cells' words in order of their text; spans and the lines that a cell is broken into may differ from page to page.
  std::vector<std::string> words_of_header(const TablePart& part) const {
    std::vector<std::string> out;
    for (std::uint32_t r = part.first; r < part.body; ++r)
      for (const std::uint32_t i : grid_.row(r))
        if (!shapes_[r].counts && grid_.reading(i).shape != CellShape::blank) out.push_back(without_space(grid_.text(i)));
    std::sort(out.begin(), out.end());
    return out;
  }

  std::string first_label(std::uint32_t row) const {
    for (const std::uint32_t i : grid_.row(row))
      if (grid_.reading(i).shape != CellShape::blank) return without_space(grid_.text(i));
    return {};
  }

  // 总计, 合计; or the title of another table, its unit.
  bool ends_table(std::uint32_t row) const {
    for (const std::uint32_t i : grid_.row(row)) {
      const std::string text = without_space(grid_.text(i));
      if (text == "合计" || text == "共计" || text == "总分" || text.ends_with("总计") || text.ends_with("表") || contains(text, "单位："))
        return true;
    }
    return false;
  }

  // The labels of the row stand under a label of the row above that spans them.
  bool under_span(std::uint32_t row) const {
    if (!shapes_[row - 1].spans || shapes_[row - 1].numbers > 0) return false;
    unsigned under = 0;
    for (const std::uint32_t i : grid_.row(row)) {
      if (grid_.reading(i).shape != CellShape::label) continue;
      const std::uint32_t above = grid_.index(row - 1, grid_.cell(i).column);
      if (above != no_id && grid_.cell(above).column_span > 1) ++under;
    }
    return under >= 2;
  }

  const TableGrid& grid_;
  std::vector<RowShape> shapes_;
  std::vector<std::uint32_t> number_below_;  // the next row with a number, from a row on
};

// B/A, B÷A×100%
bool is_quotient(std::string_view text) { return contains_any(text, words<"/ ÷">) && is_formula("=" + std::string(text)); }

// 2022年, 2022年度 at the beginning.
void drop_year(std::string_view& text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_ascii_digit(text[digits])) ++digits;
  if (digits != 4) return;
  std::string_view rest = text.substr(digits);
  if (drop_prefix(rest, words<"年度 年">)) text = rest;
}

// 全年预算数（A）, 执行率（B/A）.
void drop_letters(std::string_view& text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!text.ends_with(close)) continue;
    const std::size_t at = text.rfind(open);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view inside = text.substr(at + open.size(), text.size() - close.size() - at - open.size());
    const bool letters = std::all_of(inside.begin(), inside.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if ((letters && !inside.empty()) || is_formula(inside) || is_quotient(inside)) text = text.substr(0, at);
  }
}

}  // namespace

bool TablePart::is_header(std::uint32_t row) const { return row < body || std::binary_search(repeated.begin(), repeated.end(), row); }

std::string header_words(std::string_view label, const patterns::Library& library) {
  const std::string squeezed = without_space(label);
  std::string_view header = without_unit(squeezed, library);
  drop_year(header);
  drop_prefix(header, words<"其中： 其中:">);
  drop_suffix(header, words<"： : % ％">);
  drop_letters(header);
  return std::string(header);
}

const patterns::ColumnWord* column_word(std::string_view header, const patterns::Library& library) {
  if (const patterns::ColumnWord* word = library.column(header)) return word;
  const std::size_t bracket = std::min(header.find("（"), header.find('('));
  return bracket == std::string_view::npos || bracket == 0 ? nullptr : library.column(header.substr(0, bracket));
}

bool is_column_word(std::string_view label, const patterns::Library& library) {
  const std::string words = header_words(label, library);
  if (words.empty()) return true;  // 2023年, （万元）
  if (column_word(words, library) != nullptr) return true;
  if (unit_in_brackets(label, library)) return true;
  const auto basis = library.bases().suffix(words);
  return basis && !library.funds().suffix(words);
}

std::vector<TablePart> find_parts(const TableGrid& grid, const patterns::Library& library) {
  if (grid.rows() == 0) return {};
  return PartFinder(grid, library).parts();
}

}  // namespace gouji::extractor

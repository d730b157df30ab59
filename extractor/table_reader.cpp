#include "extractor/table_reader.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/facts.h"
#include "extractor/row_label.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr std::size_t largest_grid = 400'000;  // places; a larger one is data, not a report's table
constexpr std::uint32_t most_columns = 256;
constexpr BlockId lines_above = 5;  // where a title and a unit may stand

// 收入决算表, 2023年度部门整体支出绩效自评表: a line that names a table.
bool names_table(std::string_view text) {
  std::string_view t = trim(text);
  if (t.empty() || length_in_characters(t) > 60) return false;
  drop_suffix(t, words<"） )">);
  return t.ends_with("表") || contains_any(t, words<"决算表 预算表 总表 明细表 自评表 基础数据表 情况表 统计表 附表">);
}

// 收入决算表 is of final accounts; the 预算 of 一般公共预算 says nothing.
Basis basis_of_title(std::string_view title, const patterns::Library& library) {
  if (contains(title, "决算")) return contains_any(title, words<"预决算 预算">) && contains(title, "预决算") ? Basis::none : Basis::final_accounts;
  for (std::size_t at = 0; at < title.size();) {
    if (const auto fund = library.funds().prefix(title.substr(at))) {
      at += fund.length;
      continue;
    }
    if (title.substr(at).starts_with("执行")) return Basis::executed;
    if (title.substr(at).starts_with("预算")) return Basis::budget;
    at += character_length(title, at);
  }
  return Basis::none;
}

std::string heading_of(const ColumnBlock& block, const patterns::Library& library) {
  for (const ColumnMeaning& column : block.columns)
    if (column.panel.role == ColumnRole::label && !column.labels.empty()) {
      std::string words = header_words(column.labels.front(), library);
      return library.column(words) != nullptr ? std::string() : words;
    }
  return {};
}

std::optional<UnitHint> unit_over_labels(const ColumnBlock& block, const patterns::Library& library) {
  for (const ColumnMeaning& column : block.columns) {
    if (column.panel.role == ColumnRole::value) continue;
    for (const std::string& label : column.labels)
      if (auto unit = unit_in_brackets(label, library)) return unit;
  }
  return std::nullopt;
}

// The unit in which the text speaks of money, where it is one: 万元, hardly ever 亿元.
std::optional<UnitHint> money_of(std::string_view text, const patterns::Library& library) {
  const auto count = [&](std::string_view unit) {
    std::size_t n = 0;
    std::string_view rest = text;  // the text of the whole report
    for (std::size_t at = find_word(rest, unit); at != std::string_view::npos; at = find_word(rest, unit), ++n) rest.remove_prefix(at + unit.size());
    return n;
  };
  const std::size_t ten_thousand = count("万元");
  const std::size_t hundred_million = count("亿元");
  const std::string_view unit = ten_thousand > 4 * hundred_million ? "万元" : hundred_million > 4 * ten_thousand ? "亿元" : "";
  const auto hit = library.units().exact(unit);
  if (!hit) return std::nullopt;
  return UnitHint{hit.entry->kind, hit.entry->code, hit.entry->power, hit.entry->countable};
}

}  // namespace

TableReader::TableReader(const Document& document, const patterns::Library& library, ParagraphReader& prose, Extraction& out)
    : document_(document), library_(library), prose_(prose), out_(out), names_(out.names) {
  if (!document.tables.empty()) report_unit_ = money_of(document.text, library);
}

TableReader::Setting TableReader::setting_of(const Table& table, const Block& block, BlockId id) const {
  Setting s;
  s.title = without_space(document_.view(table.title));
  s.unit = unit_of_caption(document_.view(table.caption), library_);
  for (BlockId above = id; above-- > 0 && id - above <= lines_above && (s.title.empty() || !s.unit || !s.period.value.known());) {
    const Block& line = document_.blocks[above];
    if (line.kind == BlockKind::table) break;
    const std::string_view text = document_.view(line.text);
    if (!s.unit && contains(text, "单位") && text.size() < 300) s.unit = unit_of_caption(text, library_);
    if (s.title.empty() && names_table(text)) s.title = without_space(text);
    if (!s.period.value.known() && text.size() < 120)
      if (const int year = first_year(without_space(text)); year != 0) s.period = {Period{static_cast<std::int16_t>(year)}, Origin::title};
  }
  settle_title(s, prose_.section(block.section));
  return s;
}

// What the title says, and where it is silent the section and the report.
void TableReader::settle_title(Setting& s, const SectionContext& context) const {
  if (const int year = first_year(s.title); year != 0) s.period = {Period{static_cast<std::int16_t>(year)}, Origin::title};
  if (!s.period.value.known() && context.period.known()) s.period = {context.period, Origin::heading};
  if (!s.period.value.known()) s.period = {out_.facts.period, Origin::document};
  s.basis = {basis_of_title(s.title, library_), Origin::title};
  if (s.basis.value == Basis::none) s.basis = {context.basis, Origin::heading};
  if (s.basis.value == Basis::none) {
    const bool budget = out_.facts.kind == ReportKind::budget || (out_.facts.period.known() && s.period.value.year > out_.facts.period.year);
    const bool final_accounts = out_.facts.kind == ReportKind::final_accounts;
    s.basis = {budget ? Basis::budget : final_accounts ? Basis::final_accounts : Basis::executed, Origin::document};
  }
  s.fund = context.fund;
  s.scope = {context.scope, context.scope.empty() ? Origin::none : Origin::heading};
  std::size_t at = 0;
  if (const auto fund = library_.funds().find(s.title, 0, at)) s.fund = fund.entry->fund;
  for (std::size_t from = 0; from < s.title.size(); from = at + 1) {
    const auto scope = library_.scopes().find(s.title, from, at);
    if (!scope) break;
    const std::string_view title = s.title;
    if (title.substr(at + scope.length).starts_with("政府债务")) continue;  // 地方政府债务 is a name
    s.scope = {names_.intern(title.substr(at, scope.length)), Origin::title};
    break;
  }
}

// Tables that touch are one grid: a title and a unit of its own may stand in the rows above a part's header.
TableReader::Setting TableReader::setting_of_part(const TableGrid& grid, const TablePart& part) const {
  constexpr std::uint32_t rows_above = 6;
  Setting s = setting_;
  bool titled = false;
  for (std::uint32_t r = part.first; r-- > 0 && part.first - r <= rows_above;) {
    const std::span<const std::uint32_t> row = grid.row(r);
    const auto number = [&](std::uint32_t i) { return grid.reading(i).shape == CellShape::number; };
    if (std::any_of(row.begin(), row.end(), number)) break;
    for (const std::uint32_t i : row) {
      const std::string_view text = grid.text(i);
      if (contains(text, "单位"))
        if (auto unit = unit_of_caption(text, library_)) s.unit = unit;
      if (titled || !names_table(text) || contains(text, "附表")) continue;
      s.title = without_space(text);
      titled = true;
    }
  }
  if (titled) {
    s.period = {};
    settle_title(s, prose_.section(section_));
  }
  return s;
}

void TableReader::read(BlockId id) {
  const Block& block = document_.blocks[id];
  const Table& table = document_.tables[block.table];
  block_ = id;
  table_ = block.table;
  section_ = block.section;
  parts_.clear();
  blocks_.clear();
  const std::uint32_t columns = table.columns;
  if (columns > most_columns || std::size_t{table.rows} * std::max(columns, 1U) > largest_grid) {
    out_.warnings.push_back({"table_too_large",
                             "a grid of " + std::to_string(table.rows) + " rows and " + std::to_string(columns) + " columns is not read",
                             {block.text.begin, block.text.begin}});
    return read_numbers(block.text, NumberClass::number);
  }
  const TableGrid grid(document_, table, library_);
  setting_ = setting_of(table, block, id);
  if (setting_.unit && setting_.unit->kind == Kind::amount) report_unit_ = setting_.unit;
  for (std::uint32_t r = 0; r < std::min(grid.rows(), 2U) && !setting_.unit; ++r)  // 单位：万元 in the frame's first rows
    for (const std::uint32_t i : grid.row(r))
      if (contains(grid.text(i), "单位") && !setting_.unit) setting_.unit = unit_of_caption(grid.text(i), library_);
  parts_ = find_parts(grid, library_);
  read_blocks(grid, parts_);
  for (std::uint32_t r = 0; r < grid.rows(); ++r) read_row(grid, r);
}

namespace {

bool has_number(const TableGrid& grid, std::uint32_t row, const ColumnBlock& block) {
  return std::any_of(block.columns.begin(), block.columns.end(), [&](const ColumnMeaning& c) {
    return c.panel.role == ColumnRole::value && grid.at(row, c.panel.column).shape == CellShape::number;
  });
}

// The label of a total that the row of a block without a number holds, in whichever of its columns print has set it.
std::string total_without_number(const TableGrid& grid, std::uint32_t row, const ColumnBlock& block) {
  if (has_number(grid, row, block)) return {};
  std::string total;
  for (const ColumnMeaning& column : block.columns) {
    const CellReading& cell = grid.at(row, column.panel.column);
    if (cell.shape == CellShape::label && ends_with_any(cell.label, words<"合计 总计">)) total = cell.label;
  }
  return total;
}

// 公用经费合计 over two blocks, its sum in the second: print sets the label in the first.
void share_totals(const TableGrid& grid, const ColumnBlock& left, const ColumnBlock& right, std::vector<RowMeaning>& rows) {
  for (RowMeaning& row : rows) {
    if (!row.panel.label.empty() || !has_number(grid, row.panel.row, right)) continue;
    const std::string total = total_without_number(grid, row.panel.row, left);
    if (total.empty()) continue;
    row.panel.label = total;
    row.panel.name = read_row_label(total).name;
    row.panel.kind = RowKind::total;
  }
}

}  // namespace

void TableReader::read_blocks(const TableGrid& grid, const std::vector<TablePart>& parts) {
  for (const TablePart& part : parts) {
    if (part.first > 0 && part.first != part.body) setting_ = setting_of_part(grid, part);
    std::vector<BlockReading>& blocks = blocks_.emplace_back();
    for (ColumnBlock& columns : read_columns(grid, part, library_)) {
      BlockReading& block = blocks.emplace_back();
      block.part = &part;
      block.rows = read_rows(grid, part, columns, library_);
      if (blocks.size() > 1) share_totals(grid, blocks[blocks.size() - 2].columns, columns, block.rows);
      block.unit = unit_over_labels(columns, library_);
      block.heading = heading_of(columns, library_);
      block.setting = setting_;
      block.targets = std::any_of(columns.columns.begin(), columns.columns.end(), [](const ColumnMeaning& c) { return c.basis == Basis::target; });
      block.columns = std::move(columns);
      if (part.first == part.body)  // no header: only a label beside it can name a number
        for (RowMeaning& row : block.rows) row.relabelled = true;
      for (std::uint32_t row = 0; row < block.rows.size(); ++row) {
        block.row_names.push_back(name_of_row(block, row));
        block.row_labels.push_back(names_.intern(label_of_row(block, row)));
      }
      for (const ColumnMeaning& column : block.columns.columns) block.column_labels.push_back(names_.intern(column.panel.label));
      add_panel(block);
    }
  }
}

void TableReader::add_panel(BlockReading& block) {
  block.panel = out_.panels.size();
  Panel panel;
  panel.table = table_;
  panel.block = static_cast<std::uint32_t>(&block - blocks_.back().data());
  panel.first_row = block.part->first;
  panel.last_row = block.part->last;
  panel.first_column = block.columns.first;
  panel.last_column = block.columns.last;
  panel.title = setting_.title;
  for (const ColumnMeaning& column : block.columns.columns) panel.columns.push_back(column.panel);
  for (const RowMeaning& row : block.rows) panel.rows.push_back(row.panel);
  panel.cells.assign(panel.rows.size() * panel.columns.size(), no_id);
  out_.panels.push_back(std::move(panel));
}

void TableReader::read_row(const TableGrid& grid, std::uint32_t row) {
  const auto part = std::find_if(parts_.begin(), parts_.end(), [&](const TablePart& p) { return row >= p.first && row < p.last; });
  std::vector<BlockReading>& blocks = blocks_[static_cast<std::size_t>(part - parts_.begin())];
  const bool counts = std::find(part->number_rows.begin(), part->number_rows.end(), row) != part->number_rows.end();
  for (const std::uint32_t i : grid.row(row)) {
    if (part->is_header(row)) {
      read_numbers(grid.cell(i).text, counts ? NumberClass::column_number : NumberClass::number);
      continue;
    }
    const std::uint32_t column = grid.cell(i).column;
    const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const BlockReading& b) { return column < b.columns.last; });
    if (block == blocks.end()) {
      read_numbers(grid.cell(i).text, NumberClass::number);
      continue;
    }
    read_cell_at({&grid, &*block, row - part->body, column - block->columns.first, i});
  }
}

void TableReader::read_numbers(TextRange text, NumberClass as) {
  const std::string_view view = document_.view(text);
  if (view.empty()) return;
  if (as != NumberClass::number && std::all_of(view.begin(), view.end(), is_ascii_digit)) {  // a code: nothing to be found out
    out_.numbers.push_back({text, as, false});
    return;
  }
  numerals_ = scan(view, library_, {}, std::move(numerals_));
  for (const Numeral& n : numerals_) {
    Number number;
    number.text = {text.begin + n.text.begin, text.begin + n.text.end};
    number.number_class = as == NumberClass::number ? n.number_class : as;
    out_.numbers.push_back(number);
  }
}

void TableReader::read_cell_at(Place place) {
  const CellReading& reading = place.grid->reading(place.cell);
  const ColumnMeaning& column = place.block->columns.columns[place.column];
  const ColumnRole role = column.panel.role;
  const TextRange text = place.grid->cell(place.cell).text;
  switch (reading.shape) {
    case CellShape::blank:
      return read_numbers(text, NumberClass::number);
    case CellShape::prose:
      return read_prose(place);
    case CellShape::label:
    case CellShape::mixed:
      return role == ColumnRole::text ? read_prose(place) : read_mixed(place);
    case CellShape::number:
      break;
  }
  if (place.block->rows[place.row].relabelled) return read_relabelled(place, reading);
  if (role == ColumnRole::code) return read_numbers(text, NumberClass::code);
  if (role == ColumnRole::line_number) return read_numbers(text, NumberClass::column_number);
  // A sum may be printed under words: 合计 | 100分 | 99.4.
  const bool total = place.block->rows[place.row].panel.kind == RowKind::total && place.column > 0;
  if (!total && (role == ColumnRole::label || (role == ColumnRole::text && reading.bare))) return read_numbers(text, NumberClass::number);
  read_number(place, reading);
}

}  // namespace gouji::extractor

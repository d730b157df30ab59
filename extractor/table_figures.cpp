// The cells of a table become figures.
#include <algorithm>
#include <iterator>
#include <utility>

#include "extractor/characters.h"
#include "extractor/indicator_path.h"
#include "extractor/row_label.h"
#include "extractor/table_reader.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

bool is_figure_class(NumberClass c) {
  return c == NumberClass::amount || c == NumberClass::ratio || c == NumberClass::count || c == NumberClass::score || c == NumberClass::other;
}

constexpr const WordList& words_of_money = words<"收入 支出 经费 资金 拨款 预算 决算 投资 税">;

bool is_target_or_actual(const ColumnMeaning& column) { return column.basis == Basis::target || column.basis == Basis::actual; }

UnitHint hint_of(const Numeral& n) {
  const int power = n.kind == Kind::ratio && n.unit == "1" ? -2 : 0;
  return {n.kind, n.unit, power, n.exact};
}

// 92 under 满意率 is in percent, 0 and 1 are what they say.
UnitHint bare_ratio(const Figure& f) { return {Kind::ratio, "1", f.value.abs() > Decimal(1) ? -2 : 0, false}; }

// 财政拨款“三公”经费支出决算表 is of 财政拨款“三公”经费.
std::string subject_of(std::string_view title) {
  std::string_view subject = title;
  drop_suffix(subject, words<"明细表 情况表 总表 表">);
  drop_suffix(subject, words<"预决算 决算 预算 执行 统计 情况">);
  drop_suffix(subject, words<"收入支出 支出 收支">);
  return subject.size() == title.size() ? std::string() : std::string(subject);
}

// 项目资金（万元）, 绩效指标 beside all rows of a form's part, where print sets what cell lines have in its header: no part of a name.
bool heads_part(std::string_view group) { return group.ends_with("元）") || group.ends_with("元)") || group == "绩效指标"; }

// 总分 stands below all groups, whatever was printed beside the row before.
bool totals_form(std::string_view label) { return label == "总分" || label == "总得分" || label == "自评总分"; }

bool names_ratio(std::string_view name) { return ends_with_any(name, words<"率 比重 占比 比例">); }

}  // namespace

// A number without a unit of its own takes the one that its header says.
void TableReader::give_unit(Figure& f, const UnitHint& unit, Origin from) const {
  f.kind = unit.kind;
  f.unit = {names_.intern(unit.code), from};
  f.value = f.value.shifted(unit.power);
  f.decimals = static_cast<std::int16_t>(f.decimals - unit.power);
  f.exact = unit.kind == Kind::count && unit.countable && unit.power == 0 && f.value.exponent() >= 0 && f.comparator == Comparator::equal;
}

// What a row calls its figures, without what a column adds: the same for all of them.
std::string TableReader::name_of_row(const BlockReading& block, std::uint32_t row) {
  const std::vector<RowMeaning>& rows = block.rows;
  const PanelRow& own = rows[row].panel;
  std::string name = own.name;
  for (std::uint32_t parent = own.parent; parent != no_id && own.code.empty(); parent = rows[parent].panel.parent) {
    const PanelRow& above = rows[parent].panel;
    if (above.kind != RowKind::item || above.name.empty()) break;
    name = joined_path(above.name, name);
  }
  const bool indicators = std::any_of(block.columns.columns.begin(), block.columns.columns.end(), [](const ColumnMeaning& c) {
    return c.panel.role == ColumnRole::label && !c.labels.empty() && contains(c.labels.back(), "指标");
  });
  if (!indicators && own.kind == RowKind::item && own.code.empty())
    for (std::size_t k = own.groups.size(); k-- > 0;)
      if (!heads_part(own.groups[k])) name = joined_path(read_row_label(own.groups[k]).name, name);
  if (name.empty()) name = own.groups.empty() ? block.heading : read_row_label(own.groups.back()).name;
  return name;
}

// The row's label under the labels that group it.
std::string TableReader::label_of_row(const BlockReading& block, std::uint32_t row) {
  const PanelRow& own = block.rows[row].panel;
  std::string label;
  for (const std::string& group : own.groups)
    if (group != "绩效指标" && !totals_form(own.label)) label.append(group).append("/");
  label += own.label.empty() && label.empty() ? block.heading : own.label;
  if (label.ends_with('/')) label.pop_back();
  return label;
}

std::string TableReader::name_of(const BlockReading& block, std::uint32_t row, std::uint32_t column) {
  const ColumnMeaning& over = block.columns.columns[column];
  std::string name = block.row_names[row];
  if (name.empty() && over.name.empty()) name = subject_of(block.setting.title);
  if (over.panel.role != ColumnRole::value || over.name.empty()) return name;
  if (!name.empty()) name += '/';
  return name += over.name;
}

// The next figure of the extraction, with what its row and column say; it is filled where it stays.
Figure& TableReader::start(const Place& place) {
  Figure& f = out_.figures.emplace_back();
  label(place, f);
  return f;
}

void TableReader::label(const Place& place, Figure& f) const {
  const BlockReading& block = *place.block;
  const ColumnMeaning& column = block.columns.columns[place.column];
  const PanelRow& row = block.rows[place.row].panel;
  f.aspect = column.aspect != Aspect::level ? column.aspect : block.rows[place.row].aspect;
  f.code = names_.intern(row.code);
  f.column_label = block.column_labels[place.column];
  f.block_of_table = out_.panels[block.panel].block;
  f.row_label = block.row_labels[place.row];
}

// The figure that was started is complete but for its place.
FigureId TableReader::finish(const Place& place, const Numeral& n) {
  Figure& f = out_.figures.back();
  const Cell& cell = place.grid->cell(place.cell);
  const std::uint32_t base = cell.text.begin;
  f.text = {base + n.text.begin, base + n.text.end};
  f.number = {base + n.number.begin, base + n.number.end};
  f.unit_text = {base + n.unit_text.begin, base + n.unit_text.end};
  f.comparator = n.comparator;
  f.block = block_;
  f.section = section_;
  f.clause = cell.text;
  f.table = table_;
  f.row = cell.row;
  f.column = cell.column;
  const auto id = static_cast<FigureId>(out_.figures.size() - 1);
  if (n.range_end == RangeEnd::high && id > 0) {
    f.range_other = id - 1;
    out_.figures[id - 1].range_other = id;
  }
  f.range_end = n.range_end;
  if ((f.aspect == Aspect::change || f.aspect == Aspect::change_rate)) {
    f.direction = f.value.sign() < 0 ? Direction::decrease : Direction::increase;
    f.versus = Versus::prior_year;
    f.value = f.value.abs();
  }
  settle(place, f);
  prose_.identify(f);
  return id;
}

void TableReader::settle_unit(const Place& place, Figure& f, bool bare) const {
  const BlockReading& block = *place.block;
  const ColumnMeaning& column = block.columns.columns[place.column];
  const RowMeaning& row = block.rows[place.row];
  if (!bare) return;
  if (column.kind == Kind::score) return give_unit(f, {Kind::score, "分", 0, false}, Origin::column);
  if (column.panel.role != ColumnRole::value) {  // 合计 | 100分 | 99.4 under words: both are scores
    for (const std::uint32_t i : place.grid->row(place.grid->cell(place.cell).row))
      if (place.grid->reading(i).shape == CellShape::number && place.grid->reading(i).number.kind == Kind::score)
        return give_unit(f, {Kind::score, "分", 0, false}, Origin::implied);
  }
  if (column.unit && !(column.kind == Kind::ratio && column.unit->kind != Kind::ratio)) return give_unit(f, *column.unit, Origin::column);
  if (column.kind == Kind::ratio) return give_unit(f, bare_ratio(f), Origin::column);
  if (row.kind == Kind::ratio && !row.unit) return give_unit(f, {Kind::ratio, "1", -2, false}, Origin::column);
  if (row.unit) return give_unit(f, *row.unit, Origin::column);
  if (block.targets && is_target_or_actual(column)) {
    // 80 beside a target of 80个: the same measure.
    for (std::uint32_t c = 0; c < block.columns.columns.size(); ++c) {
      if (c == place.column || !is_target_or_actual(block.columns.columns[c])) continue;
      const CellReading& other = place.grid->at(place.grid->cell(place.cell).row, block.columns.columns[c].panel.column);
      if (other.shape == CellShape::number && !other.number.unit.empty()) return give_unit(f, hint_of(other.number), Origin::implied);
    }
    if (names_ratio(row.panel.name)) return give_unit(f, bare_ratio(f), Origin::implied);
    f.kind = Kind::count;
    return;
  }
  if (names_ratio(row.panel.name)) return give_unit(f, bare_ratio(f), Origin::implied);
  if (block.unit) return give_unit(f, *block.unit, Origin::column);
  if (block.setting.unit) return give_unit(f, *block.setting.unit, Origin::caption);
  // A column of money that nothing gives a unit is in that of the report's other tables, or of its sentences.
  const auto speaks_of_money = [](std::string_view words) { return contains_any(words, words_of_money); };
  const bool money = column.kind == Kind::amount || column.basis != Basis::none || speaks_of_money(block.setting.title) ||
                     speaks_of_money(column.panel.label) || speaks_of_money(row.panel.name);
  if (money && report_unit_) return give_unit(f, *report_unit_, Origin::document);
  f.kind = f.kind == Kind::other && f.value.exponent() >= 0 ? Kind::count : f.kind;
}

void TableReader::settle(const Place& place, Figure& f) const {
  const ColumnMeaning& column = place.block->columns.columns[place.column];
  const RowMeaning& row = place.block->rows[place.row];
  const Setting& setting = place.block->setting;
  const Period report = setting.period.value;
  if (column.period.known() && !place.own_label) {
    f.period = {column.period, Origin::column};
  } else if (column.relative && report.known() && !place.own_label) {
    Period period = report;
    period.year = static_cast<std::int16_t>(period.year + column.years_from_report);
    f.period = {period, Origin::column};
  } else if (row.period.known()) {
    f.period = {row.period, Origin::clause};
  } else {
    f.period = setting.period;
  }
  const bool counted =
      f.kind == Kind::score || f.kind == Kind::other || f.kind == Kind::count || (f.kind == Kind::ratio && f.aspect == Aspect::level);
  if (f.aspect == Aspect::change || f.aspect == Aspect::change_rate)
    f.basis = {};
  else if (f.aspect == Aspect::completion)
    f.basis = {Basis::executed, Origin::column};
  else if (row.basis != Basis::none)
    f.basis = {row.basis, Origin::clause};
  else if (f.kind != Kind::score && column.basis != Basis::none && !place.own_label)
    f.basis = {column.basis == Basis::actual && !place.block->targets ? Basis::executed : column.basis, Origin::column};
  else if (!counted)
    f.basis = setting.basis;
  f.fund = column.fund != Fund::none ? column.fund : setting.fund;
  std::size_t at = 0;
  if (f.fund == Fund::none)
    if (const auto fund = library_.funds().find(row.panel.name, 0, at)) f.fund = fund.entry->fund;
  f.scope = setting.scope;
}

// 合计 | 100分 | 99.4 under words: the first is what can be scored.
bool TableReader::is_full_score(const Place& place) const {
  if (place.block->columns.columns[place.column].panel.role == ColumnRole::value) return false;
  const std::span<const std::uint32_t> row = place.grid->row(place.grid->cell(place.cell).row);
  const auto is_number = [&](std::uint32_t i) { return place.grid->reading(i).shape == CellShape::number; };
  const auto first = std::find_if(row.begin(), row.end(), is_number);
  return first != row.end() && *first == place.cell && std::any_of(std::next(first), row.end(), is_number);
}

void TableReader::read_number(const Place& place, const CellReading& reading) {
  const Numeral& n = reading.number;
  Figure& f = start(place);
  take_value(f, n, names_);
  settle_unit(place, f, n.unit_text.empty() && n.unit.empty());
  f.indicator = names_.intern(name_of(*place.block, place.row, place.column));
  const auto compared = compared_by(place, n);
  if (f.kind == Kind::amount && f.aspect == Aspect::change_rate) f.aspect = Aspect::change;
  if (f.kind == Kind::ratio && f.aspect == Aspect::change && f.unit.value == "1") f.aspect = Aspect::change_rate;  // 增减%
  if (f.kind == Kind::score && f.aspect == Aspect::level) f.aspect = is_full_score(place) ? Aspect::full_score : Aspect::score;
  const FigureId id = finish(place, n);
  if (compared) {
    out_.figures[id].comparator = *compared;
    out_.figures[id].exact = false;
  }
  Panel& panel = out_.panels[place.block->panel];
  panel.cells[place.row * panel.columns.size() + place.column] = id;
}

// ≥ | 1200 | 亩: the target's comparator stands in a column of its own.
std::optional<Comparator> TableReader::compared_by(const Place& place, const Numeral& n) const {
  const std::vector<ColumnMeaning>& columns = place.block->columns.columns;
  if (n.comparator != Comparator::equal || columns[place.column].basis == Basis::actual) return std::nullopt;
  const auto beside = std::find_if(columns.begin(), columns.end(), [](const ColumnMeaning& c) { return c.comparators; });
  if (beside == columns.end()) return std::nullopt;
  const bool target = columns[place.column].basis == Basis::target || (place.column > 0 && &columns[place.column - 1] == &*beside);
  if (!target) return std::nullopt;
  const CellReading& cell = place.grid->at(place.grid->cell(place.cell).row, beside->panel.column);
  const auto sign = cell.shape == CellShape::label ? comparator_of(cell.label, library_) : std::nullopt;
  return sign && *sign != Comparator::equal ? sign : std::nullopt;
}

namespace {

// 按支出性质分 over label and number: what the labels under it divide.
std::string heading_over(const TableGrid& grid, std::uint32_t row, std::uint32_t column, std::uint32_t first) {
  constexpr std::uint32_t farthest = 24;  // rows
  for (std::uint32_t r = row; r-- > first && row - r <= farthest;) {
    const std::uint32_t i = grid.index(r, column);
    if (i == no_id) continue;
    if (grid.reading(i).shape == CellShape::number) break;
    if (grid.reading(i).shape == CellShape::label && grid.cell(i).column_span > 1) return std::string(read_row_label(grid.reading(i).label).name);
  }
  return {};
}

}  // namespace

// label | number | label | number: the label on the left names the number; its unit must be said by one of them, or by the part.
void TableReader::read_relabelled(Place place, const CellReading& reading) {
  place.own_label = true;
  const Numeral& n = reading.number;
  const std::span<const std::uint32_t> row = place.grid->row(place.grid->cell(place.cell).row);
  const auto at = std::find(row.begin(), row.end(), place.cell);
  const TextRange text = place.grid->cell(place.cell).text;
  const bool named = at != row.begin() && place.grid->reading(*(at - 1)).shape == CellShape::label;
  if (!named) return read_numbers(text, NumberClass::number);
  const std::string label = without_space(place.grid->text(*(at - 1)));
  const std::optional<UnitHint> said = unit_in_brackets(label, library_);
  const bool headed = place.block->part->first != place.block->part->body;
  std::optional<UnitHint> unit = said ? said : headed ? (place.block->unit ? place.block->unit : place.block->setting.unit) : std::nullopt;
  if (reading.bare && !unit) return read_numbers(text, NumberClass::number);
  Figure& f = start(place);
  f.aspect = Aspect::level;
  f.column_label = {};
  const Cell& beside = place.grid->cell(*(at - 1));
  const std::string heading = heading_over(*place.grid, beside.row, beside.column, place.block->part->body);
  f.row_label = names_.intern(heading.empty() ? label : heading + "/" + label);
  f.code = {};
  take_value(f, n, names_);
  if (reading.bare) give_unit(f, *unit, Origin::column);
  f.indicator = names_.intern(read_row_label(without_unit(label, library_)).name);
  const FigureId id = finish(place, n);
  Panel& panel = out_.panels[place.block->panel];
  panel.cells[place.row * panel.columns.size() + place.column] = id;
}

// 一般公共预算：954.17, 产出指标（50分）: words and numbers in one cell.
void TableReader::read_mixed(Place place) {
  const Cell& cell = place.grid->cell(place.cell);
  const std::string_view text = place.grid->text(place.cell);
  const BlockReading& block = *place.block;
  const bool label_column = block.columns.columns[place.column].panel.role != ColumnRole::value || block.rows[place.row].relabelled;
  std::uint32_t from = 0;
  for (const Numeral& n : scan(text, library_)) {
    const std::string_view lead = trim(text.substr(from, n.text.begin - from));
    const bool said = (lead.ends_with("：") || lead.ends_with(":")) && !read_row_label(without_space(lead)).name.empty();
    const bool weight = n.kind == Kind::score && is_figure_class(n.number_class);
    const std::optional<UnitHint> unit = block.unit ? block.unit : block.setting.unit;
    const bool bare = n.number_class == NumberClass::number && said && unit && unit->kind == Kind::amount;
    const bool stated = is_figure_class(n.number_class) && (!label_column || said);
    if (!weight && !bare && !stated) {
      out_.numbers.push_back({{cell.text.begin + n.text.begin, cell.text.begin + n.text.end}, n.number_class, false});
      continue;
    }
    Figure& f = start(place);
    take_value(f, n, names_);
    if (bare) give_unit(f, *unit, Origin::column);
    std::string_view name = lead;
    drop_suffix(name, words<"（ (">);
    const std::string own = read_row_label(without_space(name)).name;
    f.indicator = names_.intern((weight || said) && !own.empty() ? own : name_of(block, place.row, place.column));
    if ((label_column || said) && !own.empty()) f.row_label = names_.intern(own);
    const bool scored = ends_with_any(trim_right(name), words<"得分 自评分 评分 得分： 得分为">);  // 自评得分99.4分 in a cell of words
    f.aspect = weight ? (label_column && !scored ? Aspect::full_score : f.aspect == Aspect::level ? Aspect::score : f.aspect) : f.aspect;
    if ((label_column || said) && !weight) f.aspect = Aspect::level;
    place.own_label = said || label_column;
    const FigureId id = finish(place, n);
    from = n.text.end;
    Panel& panel = out_.panels[block.panel];
    FigureId& slot = panel.cells[place.row * panel.columns.size() + place.column];
    if (slot == no_id) slot = id;
  }
}

namespace {

Basis goal_in(std::string_view label) {
  if (contains_any(label, words<"完成情况 实际完成 达成情况">)) return Basis::actual;
  return contains_any(label, words<"预期目标 绩效目标 总体目标 年度目标">) ? Basis::target : Basis::none;
}

// 预期目标 | 实际完成情况 over two cells of sentences: what stands in them was to be reached, or was.
Basis goal_over(const TableGrid& grid, std::uint32_t row, std::uint32_t column, std::uint32_t rows_above) {
  for (std::uint32_t r = row; r-- > 0 && row - r <= rows_above;) {
    const std::uint32_t i = grid.index(r, column);
    if (i == no_id || grid.reading(i).shape == CellShape::blank) continue;
    const std::string& label = grid.reading(i).label;
    if (grid.reading(i).shape != CellShape::label || length_in_characters(label) > 16) return Basis::none;
    return goal_in(label);
  }
  return Basis::none;
}

// What a report says of a goal: people and scores have no footing of their own elsewhere, a goal is one all the same.
void settle_goal(Figure& f, Basis goal) {
  const bool level = f.aspect == Aspect::level || f.aspect == Aspect::completion;
  if (!level || f.kind == Kind::score || f.role != Role::measure) return;
  if (goal == Basis::target || f.kind != Kind::amount) f.basis = {goal, Origin::column};
}

}  // namespace

// Sentences in a cell are read as those of a paragraph; they stand in the table all the same.
void TableReader::read_prose(const Place& place) {
  const Cell& cell = place.grid->cell(place.cell);
  const auto first = static_cast<FigureId>(out_.figures.size());
  prose_.read_passage(document_.blocks[block_], cell.text);
  Figure started;
  label(place, started);
  // 评分标准: its numbers rule, they measure nothing; they are named by the row.
  const bool rules = contains_any(place.block->columns.columns[place.column].panel.label, words<"标准 细则 要点 办法 依据">);
  const std::vector<std::string>& over = place.block->columns.columns[place.column].labels;
  const Basis headed = over.empty() ? Basis::none : goal_in(over.back());
  const Basis goal = headed != Basis::none ? headed : goal_over(*place.grid, cell.row, cell.column, 2);
  for (FigureId id = first; id < out_.figures.size(); ++id) {
    Figure& f = out_.figures[id];
    f.table = table_;
    f.row = cell.row;
    f.column = cell.column;
    f.block_of_table = started.block_of_table;
    f.row_label = started.row_label;
    f.column_label = started.column_label;
    if (goal != Basis::none) settle_goal(f, goal);
    if (rules) f.role = Role::rule;
    if (rules || f.indicator.empty()) f.indicator = names_.intern(name_of(*place.block, place.row, place.column));
  }
}

}  // namespace gouji::extractor

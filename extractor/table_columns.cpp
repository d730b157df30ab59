#include "extractor/table_columns.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extractor/characters.h"
#include "extractor/facts.h"
#include "extractor/measures.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

// What stands in a column of the body.
struct ColumnContent {
  unsigned numbers = 0, labels = 0, prose = 0, codes = 0, units = 0, comparators = 0;
  unsigned rising = 0, counted = 0;  // whole numbers greater than the one before them; the very next of it: 21, 22, 23

  // 行次 that print has moved away from its header: whole numbers that rise down the column, mostly one by one.
  bool counts_rows() const {
    constexpr unsigned least = 4;
    return numbers >= least && rising + 1 == numbers && 2 * counted >= numbers && labels == 0 && prose == 0;
  }
};

ColumnContent content_of(const TableGrid& grid, const TablePart& part, std::uint32_t column, const patterns::Library& library) {
  ColumnContent content;
  std::optional<Decimal> before;
  for (std::uint32_t r = part.body; r < part.last; ++r) {
    if (part.is_header(r)) continue;
    const std::uint32_t i = grid.index(r, column);
    if (i == no_id || grid.cell(i).row != r || grid.cell(i).column != column) continue;
    const CellReading& cell = grid.reading(i);
    if (cell.shape == CellShape::number) {
      ++content.numbers;
      if (cell.whole && cell.number.number.size() >= 3) ++content.codes;
      if (cell.whole && before && *before < cell.number.value) ++content.rising;
      if (cell.whole && before && cell.number.value == *before + Decimal(1)) ++content.counted;
      before = cell.number.value;
    }
    if (cell.shape == CellShape::label || cell.shape == CellShape::mixed) {
      ++content.labels;
      if (library.units().exact(cell.label)) ++content.units;
      if (comparator_of(cell.label, library)) ++content.comparators;
    }
    if (cell.shape == CellShape::prose) ++content.prose;
  }
  return content;
}

// The header's cells over a column from the top, each once.
std::vector<std::string> labels_of(const TableGrid& grid, const TablePart& part, std::uint32_t column) {
  std::vector<std::string> labels;
  std::uint32_t previous = no_id;
  for (std::uint32_t r = part.first; r < part.body; ++r) {
    if (std::find(part.number_rows.begin(), part.number_rows.end(), r) != part.number_rows.end()) continue;
    const std::uint32_t i = grid.index(r, column);
    if (i == no_id || i == previous) continue;
    previous = i;
    const CellReading& cell = grid.reading(i);
    if (cell.shape == CellShape::label || cell.shape == CellShape::mixed || cell.shape == CellShape::prose)
      labels.push_back(without_space(grid.text(i)));
    else if (cell.year)
      labels.push_back(without_space(grid.text(i)) + "年");
  }
  return labels;
}

std::string joined(const std::vector<std::string>& labels, const patterns::Library& library) {
  std::string out;
  for (const std::string& label : labels) {
    const std::string_view part = without_unit(label, library);
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

// 决算数, 全年预算数 at the end of a header: its basis; what is left of it without those words.
Basis basis_at_end(std::string_view& words, const patterns::Library& library) {
  if (library.funds().suffix(words)) return Basis::none;  // 一般公共预算
  const auto hit = library.bases().suffix(words);
  if (!hit) return Basis::none;
  words.remove_suffix(hit.length);
  return hit.entry->basis;
}

// 2024年预算数比2023年执行数, 决算数为上年决算数的%: the year behind 比 is what is compared with.
std::string_view compared(std::string_view label) {
  constexpr const WordList& comparing = words<"比上 较上 比去 较去 比20 较20 为上 占上 为20 占20 与上">;
  for (std::size_t at = 0; at < label.size(); at += character_length(label, at))
    if (starts_with_any(label.substr(at), comparing)) return label.substr(0, at);
  return label;
}

void read_period(std::string_view header, ColumnMeaning& column, const patterns::Library& library) {
  const std::string_view label = compared(header);
  if (const int year = first_year(label); year != 0) {
    column.period.year = static_cast<std::int16_t>(year);
    return;
  }
  if (label.find("结转") != std::string_view::npos) return;  // 上年结转 came from last year and is this year's money
  std::size_t at = 0;
  if (const auto word = library.periods().find(label, 0, at); word && word.entry->meaning.size() == 2 && !column.period.known()) {
    column.relative = true;
    column.years_from_report = std::stoi(word.entry->meaning);
  }
}

// Words that name no part of a whole.
bool is_plain(std::string_view name) {
  static constexpr std::array<std::string_view, 25> plain{"",       "合计",   "总计",   "小计",   "金额",   "数",     "数额", "本年", "全年",
                                                          "绝对值", "绝对额", "总额",   "资金额", "完成数", "总量",   "年",   "年度", "累计",
                                                          "情况",   "绝对数", "预计数", "预计",   "完成额", "年末数", "数量"};
  return std::find(plain.begin(), plain.end(), name) != plain.end();
}

// The words of one header cell, from the innermost outwards. True where the innermost is a word of the library's columns.
bool read_label(std::string_view label, bool innermost, ColumnMeaning& column, const patterns::Library& library) {
  if (!column.unit) column.unit = unit_in_brackets(label, library);
  const std::string header = header_words(label, library);
  std::string_view rest = header;
  if (column.fund == Fund::none) {
    std::size_t at = 0;
    if (const auto fund = library.funds().find(rest, 0, at)) column.fund = fund.entry->fund;
  }
  const patterns::ColumnWord* word = innermost ? column_word(header, library) : nullptr;
  if (word != nullptr) {
    column.panel.role = word->role;
    column.kind = word->kind;
    column.aspect = word->aspect;
    if (!column.unit && !word->unit.empty()) column.unit = UnitHint{Kind::count, word->unit, 0, true};
  }
  const bool derived = column.aspect == Aspect::change || column.aspect == Aspect::change_rate || column.aspect == Aspect::completion;
  const bool compares = compared(label).size() < label.size();
  if (!column.period.known() && !column.relative && (!derived || compares)) read_period(label, column, library);
  if (column.basis == Basis::none) column.basis = basis_at_end(rest, library);
  return word != nullptr;
}

// What a header cell adds to the names of rows: "" for 2022年决算数, 金额, 得分.
std::string added_name(std::string_view label, const patterns::Library& library) {
  std::string header = header_words(label, library);
  std::string_view rest = header;
  const patterns::ColumnWord* word = column_word(header, library);
  // 2024年预算数比2023年执行数 over 增减额 and 增减%.
  const std::string_view behind = label.substr(compared(label).size());
  if (!behind.empty() && !behind.starts_with("为") && !behind.starts_with("占") && (word == nullptr || word->aspect == Aspect::level)) return {};
  // The aspect says it: 得分, 比上年增长, 比重.
  if (word != nullptr && word->aspect != Aspect::level && word->aspect != Aspect::completion) return {};
  const Basis basis = basis_at_end(rest, library);
  drop_prefix(rest, words<"本年 当年 上年 全年">);
  // 本年支出合计 of 教育支出 is 教育支出; 本年收入合计 of it is not.
  if (rest == "支出" || rest == "支出合计") return {};
  return is_plain(rest) || basis == Basis::target || basis == Basis::actual ? std::string() : header;
}

// Names of columns: their labels without those that stand over the whole block (收入 | 支出).
void name_columns(ColumnBlock& block, const patterns::Library& library) {
  std::size_t common = 0;
  const auto shares = [&](std::size_t level) {
    return std::all_of(block.columns.begin(), block.columns.end(),
                       [&](const ColumnMeaning& c) { return c.labels.size() > level + 1 && c.labels[level] == block.columns.front().labels[level]; });
  };
  while (block.columns.size() > 1 && shares(common)) ++common;
  for (ColumnMeaning& column : block.columns) {
    for (std::size_t k = common; k < column.labels.size(); ++k) {
      const std::string name = added_name(column.labels[k], library);
      if (name.empty()) continue;
      if (!column.name.empty()) column.name += '/';
      column.name += name;
    }
  }
}

bool has_role(const ColumnBlock& block, ColumnRole role) {
  return std::any_of(block.columns.begin(), block.columns.end(), [&](const ColumnMeaning& c) { return c.panel.role == role; });
}

// A column whose header says nothing of its role has that of what stands in it.
void settle_role(ColumnMeaning& column, const ColumnContent& content, bool word, const ColumnBlock& before, bool before_value) {
  ColumnRole& role = column.panel.role;
  const bool after_value = has_role(before, ColumnRole::value);
  const bool after_text = std::any_of(before.columns.begin(), before.columns.end(),
                                      [](const ColumnMeaning& c) { return c.panel.role == ColumnRole::text && !c.comparators; });
  if (word) {
    if (role == ColumnRole::label && content.numbers > content.labels + content.prose) role = ColumnRole::value;
    if (role == ColumnRole::value && content.numbers == 0 && content.labels >= 2 && !after_value) role = ColumnRole::label;  // 年度预算数 over 总额
    if (role == ColumnRole::unit && content.units * 2 <= content.labels) role = ColumnRole::label;                           // 单位: an office
    return;
  }
  if ((content.prose > content.numbers && content.prose >= content.labels) || (after_text && content.labels > content.numbers))
    role = ColumnRole::text;
  else if (content.labels > content.numbers)
    role = after_value && !before_value ? ColumnRole::text : ColumnRole::label;  // labels before more numbers begin a block
  else if (content.numbers == 0 && (!after_value && column.labels.empty()))
    role = ColumnRole::label;
  else
    role = ColumnRole::value;
}

ColumnMeaning read_column(const TableGrid& grid, const TablePart& part, std::uint32_t c, const ColumnBlock& before, bool before_value,
                          const patterns::Library& library) {
  ColumnMeaning column;
  column.panel.column = c;
  column.labels = labels_of(grid, part, c);
  bool word = false;  // the innermost header is one of the library's
  for (std::size_t k = column.labels.size(); k-- > 0;)
    if (read_label(column.labels[k], k + 1 == column.labels.size(), column, library)) word = true;
  const ColumnContent content = content_of(grid, part, c, library);
  if (!word && c == 0 && (content.labels > 0 || content.numbers == 0)) {  // the first column names the rows, whatever its header says
    column.panel.role = ColumnRole::label;
    word = true;
  }
  settle_role(column, content, word, before, before_value);
  const bool signs = content.comparators * 2 > content.labels || (word && column.panel.role == ColumnRole::text && content.comparators > 0);
  if (signs && content.numbers == 0 && content.prose == 0) {  // 指标性质: ≥ beside 定性
    column.comparators = true;
    column.panel.role = ColumnRole::text;
  }
  if (column.panel.role == ColumnRole::value && column.labels.empty() && content.counts_rows()) column.panel.role = ColumnRole::line_number;
  if (column.panel.role == ColumnRole::label && content.codes * 2 > content.labels + content.numbers && content.labels == 0 && content.codes > 0)
    column.panel.role = ColumnRole::code;
  column.panel.label = joined(column.labels, library);
  column.panel.of_which = !column.labels.empty() && column.labels.back().starts_with("其中");
  return column;
}

// 类 款 项, 科目编码, 项目 behind values: a new block begins. A label column in the middle of values that its first block does not
// know is a remark.
bool begins_block(const ColumnMeaning& column, const ColumnBlock& block) {
  const ColumnRole role = column.panel.role;
  return (role == ColumnRole::label || role == ColumnRole::code || role == ColumnRole::line_number) && has_role(block, ColumnRole::value);
}

// The part of a label path that two columns share.
std::size_t shared_levels(const ColumnMeaning& a, const ColumnMeaning& b) {
  std::size_t n = 0;
  while (n < a.labels.size() && n < b.labels.size() && a.labels[n] == b.labels[n]) ++n;
  return n;
}

bool is_total_label(std::string_view label) {
  for (const std::string_view open : {"（", "("})  // 合计（万元）
    if (const std::size_t at = label.find(open); at != std::string_view::npos && at > 0) label = label.substr(0, at);
  return ends_with_any(label, words<"合计 总计 小计 总额">) || label == "金额" || label == "总量";
}

bool same_kind(const ColumnMeaning& a, const ColumnMeaning& b) {
  const Kind ka = a.kind.value_or(Kind::amount);
  const Kind kb = b.kind.value_or(Kind::amount);
  return ka == kb && a.aspect == b.aspect && a.period == b.period && a.basis == b.basis && a.relative == b.relative;
}

// 合计 totals the columns of its group: those whose header path agrees with its own but for the last level.
void find_totals(ColumnBlock& block) {
  constexpr std::size_t most_totals = 24;  // of a block: keeps a grid of nothing but 合计 cheap
  std::vector<ColumnMeaning>& columns = block.columns;
  std::vector<std::uint32_t> totals;
  for (std::uint32_t t = 0; t < columns.size() && totals.size() < most_totals; ++t) {
    const ColumnMeaning& total = columns[t];
    if (total.panel.role == ColumnRole::value && !total.labels.empty() && is_total_label(total.labels.back())) totals.push_back(t);
  }
  for (const std::uint32_t t : totals) {
    const ColumnMeaning& total = columns[t];
    const std::size_t level = total.labels.size() - 1;
    for (std::uint32_t c = 0; c < columns.size(); ++c) {
      ColumnMeaning& part = columns[c];
      if (c == t || part.panel.role != ColumnRole::value || part.panel.total != no_id || shared_levels(total, part) < level) continue;
      if (part.labels.size() <= level || !same_kind(total, part)) continue;
      // A group below is represented by its own total, where it has one.
      const bool own_total = part.labels.size() > level + 1 && std::any_of(totals.begin(), totals.end(), [&](std::uint32_t other) {
                               return other != c && shared_levels(columns[other], part) > level;
                             });
      if (own_total && !is_total_label(part.labels.back())) continue;
      part.panel.total = t;
    }
  }
}

// 其中 columns are parts of the column before them.
void find_of_which(ColumnBlock& block) {
  std::uint32_t whole = no_id;
  for (std::uint32_t c = 0; c < block.columns.size(); ++c) {
    ColumnMeaning& column = block.columns[c];
    if (column.panel.role != ColumnRole::value) continue;
    if (column.panel.of_which && whole != no_id && same_kind(column, block.columns[whole]))
      column.panel.total = whole;
    else
      whole = c;
  }
}

}  // namespace

std::optional<Comparator> comparator_of(std::string_view label, const patterns::Library& library) {
  constexpr std::size_t longest = 12;  // bytes
  if (label.empty() || label.size() > longest) return std::nullopt;
  if (label == "=" || label == "＝" || label == "等于") return Comparator::equal;
  const auto size = static_cast<std::uint32_t>(label.size());
  const numeral::Before sign = numeral::read_comparator_before(label, 0, size, library);
  return sign.comparator != Comparator::equal && sign.text.size() == size ? std::optional(sign.comparator) : std::nullopt;
}

std::vector<ColumnBlock> read_columns(const TableGrid& grid, const TablePart& part, const patterns::Library& library) {
  std::vector<ColumnBlock> blocks(1);
  std::uint32_t last_number = 0;  // the last column with a number
  for (std::uint32_t r = part.body; r < part.last; ++r)
    for (const std::uint32_t i : grid.row(r))
      if (!part.is_header(r) && grid.reading(i).shape == CellShape::number) last_number = std::max(last_number, grid.cell(i).column);
  for (std::uint32_t c = 0; c < grid.columns(); ++c) {
    ColumnMeaning column = read_column(grid, part, c, blocks.back(), c < last_number, library);
    if (begins_block(column, blocks.back())) {
      blocks.back().last = c;
      blocks.push_back({c, c, {}});
    }
    blocks.back().columns.push_back(std::move(column));
  }
  blocks.back().last = grid.columns();
  for (ColumnBlock& block : blocks) {
    name_columns(block, library);
    find_totals(block);
    find_of_which(block);
  }
  return blocks;
}

}  // namespace gouji::extractor

#include "extractor/paragraph_reader.h"

#include <algorithm>
#include <utility>

#include "extractor/bare_numbers.h"
#include "extractor/character_filter.h"
#include "extractor/characters.h"
#include "extractor/formula.h"
#include "extractor/item_number.h"
#include "extractor/segmenter.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

bool is_figure_class(NumberClass c) {
  return c == NumberClass::amount || c == NumberClass::ratio || c == NumberClass::count || c == NumberClass::score || c == NumberClass::other;
}

// 分产业看, 按经营地分, 按经济分类科目: what follows are the parts of what the sentence before was about.
bool names_a_division(std::string_view phrase) {
  constexpr std::size_t longest = 12;  // characters
  return starts_with_any(phrase, words<"分 按">) && ends_with_any(phrase, words<"看 分 划分 统计 分类 分类科目">) &&
         length_in_characters(phrase) <= longest;
}

// What follows a figure opens a list of its parts: 其中, a colon. One in brackets ends with them, and what the figure is a part of goes on.
bool opens_a_list(std::string_view after) {
  const std::string_view next = trim_left(after);
  return next.starts_with("：") || (contains(after, "其中") && !starts_with_any(next, words<"（其中 (其中">));
}

// A clause without a figure can say something of the next one when it opens a list, compares, is dated, is a known name, or
// stands near and is short enough to be a name.
bool worth_reading(std::string_view phrase, Mark end, bool near, bool dated, const patterns::Library& library) {
  constexpr std::size_t longest_topic = 130;  // bytes
  if (end == Mark::colon || dated || starts_with_any(phrase, words<"其中 与 比 较 同 和">)) return true;
  return (near && phrase.size() <= longest_topic) || static_cast<bool>(library.indicators().prefix(phrase));
}

// 公务接待费支出决算比预算无增减变化: the name before what it is compared with; "" where the phrase says no such thing.
std::string name_of_unchanged(std::string_view phrase) {
  if (!contains_any(phrase, words<"无增减 无变化 没有变化 没有增减 持平">)) return {};
  std::size_t at = std::string_view::npos;
  for (const std::string_view word : words<"比 较 与">) at = std::min(at, find_word(phrase, word));
  if (at == std::string_view::npos || at == 0) return {};
  std::string_view name = phrase.substr(0, at);
  drop_prefix(name, words<"其中 其中： 其中:">);
  drop_suffix(name, words<"决算数 决算 预算数 预算">);
  return length_in_characters(name) >= 3 && length_in_characters(name) <= 24 ? std::string(trim(name)) : std::string();
}

}  // namespace

ParagraphReader::ParagraphReader(const Document& document, const patterns::Library& library, Extraction& out)
    : document_(document),
      library_(library),
      consists_(library.markers("consists")),
      open_(library.markers("open")),
      verbs_(library.markers("verb")),
      out_(out),
      names_(out.names),
      known_(library, out.names),
      parser_(library, out.names),
      structure_(out),
      contexts_(section_contexts(document, out.facts, library, out.names)) {}

const SectionContext& ParagraphReader::section(SectionId id) const { return id < contexts_.size() ? contexts_[id] : none_; }

void ParagraphReader::add_number(const Numeral& n, std::uint32_t base) {
  Number number;
  number.text = {base + n.text.begin, base + n.text.end};
  number.number_class = n.number_class;
  out_.numbers.push_back(number);
}

void ParagraphReader::read_numbers_only(const Block& block, NumberClass as) {
  for (Numeral& n : scan(document_.view(block.text), library_)) {
    if (as != NumberClass::number) n.number_class = as;
    add_number(n, block.text.begin);
  }
}

void ParagraphReader::read(BlockId id) {
  const Block& block = document_.blocks[id];
  switch (block.kind) {
    case BlockKind::furniture:
      return read_numbers_only(block, NumberClass::furniture);
    case BlockKind::page_number:
    case BlockKind::contents:
      return read_numbers_only(block, NumberClass::page);
    case BlockKind::title:
    case BlockKind::caption:
    case BlockKind::table:
      return read_numbers_only(block, NumberClass::number);
    case BlockKind::heading:
    case BlockKind::paragraph:
      return read_passage(block, block.text);
  }
}

// 1—6月, 上半年, 前三季度 of a year that the paragraph, its heading or the report's title says. 今年 in a report on a year that has ended
// is the year after, and of a plan for it; nobody says which.
void ParagraphReader::date_parts_of_years(SectionId id) {
  const Period section_period = section(id).period;
  std::int16_t year = section_period.is_year() ? section_period.year : out_.facts.period.year;
  for (Numeral& n : numerals_) {
    if (n.number_class != NumberClass::date && n.number_class != NumberClass::period) continue;
    const std::string_view before = trim_right(text_.substr(0, n.text.begin));
    if (n.period.known()) {
      if (!ends_with_any(before, words<"比 较 与 同 和 从 由 自 至 到">)) year = n.period.year;
      continue;
    }
    const bool later = ends_with_any(before, words<"今年 今年以来 明年 次年 下年 翌年">) && out_.facts.kind == ReportKind::budget_execution;
    if (n.period.month == 0 || n.period.day != 0 || year == 0 || later) continue;
    n.period.year = static_cast<std::int16_t>(year - (ends_with_any(before, words<"上年 去年 上年度">) ? 1 : 0));
    if (n.period.to_month != 0) n.period.to_year = n.period.year;
    if (n.period.month == 1 && n.period.to_month == 12) n.period = {n.period.year};
  }
}

void ParagraphReader::read_passage(const Block& block, TextRange passage) {
  text_ = document_.view(passage);
  base_ = passage.begin;
  numerals_ = scan(text_, library_, {}, std::move(numerals_));
  find_bare_figures(text_, numerals_);
  date_parts_of_years(block.section);
  figures_end_ = numerals_.size();
  while (figures_end_ > 0 && !is_figure_class(numerals_[figures_end_ - 1].number_class)) --figures_end_;
  if (block.section != current_section_ || block.kind == BlockKind::heading) structure_.begin_section();
  current_section_ = block.section;
  block_period_ = {};
  block_scope_ = {};
  fund_name_.clear();
  const ItemNumber item = item_number(text_, numerals_);
  structure_.begin_block(item.style, item.ordinal);
  const std::vector<TextRange> all = sentences(text_, 0);
  for (std::size_t s = 0; s < all.size(); ++s) read_sentence(block, all[s], s + 1 == all.size());
}

// The first numeral at or after `begin`, looked for backwards from `index`.
std::size_t ParagraphReader::first_numeral(std::uint32_t begin, std::size_t index) const {
  while (index > 0 && numerals_[index - 1].text.begin >= begin) --index;
  return index;
}

// Clauses without a figure: they open the sentence (2023年，), name what follows, or say what it is compared with.
void ParagraphReader::read_context(std::string_view block_text, TextRange gap, std::size_t numeral, const std::vector<Clause>& clauses, Carry& carry,
                                   Gap& flags) {
  constexpr std::size_t longest_topic = 70;  // characters: 类, 款 and 项 together
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    const TextRange range{gap.begin + clauses[c].text.begin, gap.begin + clauses[c].text.end};
    const Mark end = clauses[c].end;
    if (end == Mark::open && carry.brackets++ == 0) carry.outside_brackets = carry.period;
    if (end == Mark::close && carry.brackets > 0 && --carry.brackets == 0 && carry.previous != no_id) carry.period = carry.outside_brackets;
    if (end == Mark::semicolon) {
      flags.semicolon = true;
      if (carry.opening_period.value.known())
        carry.period = carry.opening_period;
      else
        carry.period = {};
    }
    const std::string_view phrase = trim(block_text.substr(range.begin, range.size()));
    if (c == 0 && carry.previous != no_id) {
      if (phrase.empty() && end == Mark::colon) flags.colon_after_figure = true;
      if (contains(phrase, "其中")) flags.of_which = true;
      flags.division = flags.division || names_a_division(phrase);  // …住房支出13.21万元按经济分类科目，工资支出…
      continue;                                                     // the tail of the figure before
    }
    if (c + 1 == clauses.size() || phrase.empty()) continue;
    flags.division = flags.division || names_a_division(phrase);
    while (numeral < numerals_.size() && numerals_[numeral].text.begin < range.begin) ++numeral;
    std::size_t last_numeral = numeral;
    while (last_numeral < numerals_.size() && numerals_[last_numeral].text.begin < range.end) ++last_numeral;
    // Before the first figure the opening clause and the one next to the figure can say something of it.
    const bool near = carry.previous == no_id && (c == 0 || c + 2 == clauses.size());
    if (!worth_reading(phrase, end, near, last_numeral > numeral, library_)) continue;
    clean_clause(block_text, range, numerals_, numeral, last_numeral, clean_);
    const Lead& topic = parser_.parse_topic(clean_);
    if (topic.of_which || contains(phrase, "其中")) flags.of_which = true;
    if (carry.previous == no_id && end == Mark::comma && ends_with_any(phrase, words<"支出决算中 支出预算中 决算支出中 支出中 经费中">))
      flags.within = structure_.level_named(topic.name);
    if (end == Mark::colon || end == Mark::sentence_end) {
      // "主要项目安排情况：" after a figure lists its parts; reasons are no parts.
      const bool lists = end == Mark::colon && carry.previous != no_id && !contains_any(phrase, words<"原因 措施 做法 由于">);
      if (lists || consists_.suffix(clean_.text)) flags.consists = true;
      if (contains_any(phrase, words<"主要 重点">) || open_.suffix(clean_.text)) flags.open = true;
    }
    if (std::string name = name_of_unchanged(phrase); !name.empty()) {
      carry.unchanged = names_.intern(name);
      continue;
    }
    const bool alike = starts_with_any(phrase, words<"与 和 同 较 比">) && contains_any(phrase, words<"持平 相同 一致 相当 相等 不变">);
    if (alike) continue;  // 与2023年预算基本持平
    if (!topic.versus_text.empty() && topic.name.empty()) {
      carry.versus = topic.versus;
      carry.versus_text = topic.versus_text;
      continue;
    }
    if (topic.period.known()) {
      carry.period = {topic.period, Origin::sentence};
      if (carry.previous == no_id) carry.opening_period = carry.period;
    }
    if (topic.basis != Basis::none) carry.basis = {topic.basis, Origin::sentence};
    if (!topic.scope.empty()) carry.scope = {topic.scope, Origin::sentence};
    if (end == Mark::colon) carry.colon_topic = topic.name;
    const bool names = carry.previous == no_id || !topic.code.empty() || library_.indicators().exact(plain_name(topic.name));
    const bool adverbial = starts_with_any(phrase, words<"按照 根据 依据 为 因 由于 通过 随着 对 围绕 坚持 经">) ||
                           ends_with_any(phrase, words<"原则 要求 情况下 下 中 后 时">);
    if (names && !adverbial && !topic.name.empty() && length_in_characters(topic.name) <= longest_topic) {
      carry.topic = topic.name;
      carry.topic_code = topic.code;
    }
  }
}

// Words that bear on the whole sentence, each looked for once.
void ParagraphReader::note_words(std::string_view sentence, std::uint32_t begin, Carry& carry) {
  // Any of the words below; most sentences have none.
  if (!contains_any(sentence, words<"力争 预期目标： 预期目标: 预期目标是 预期目标为 预期目标建议 确保到 绩效目标： 绩效目标: 绩效目标为 绩效目标是 "
                                    "年度绩效目标 主要目标 收支平衡 相应安排 相抵 轧差 分值设定 满分 分值为 等级分为 评分标准 扣分 得分规则">))
    return;
  const CharacterFilter filter(sentence);
  const auto first = [&](const WordList& list) {
    std::size_t at = std::string_view::npos;
    for (const std::string_view w : list) at = std::min(at, filter.find(sentence, w));
    return at == std::string_view::npos ? no_id : begin + static_cast<std::uint32_t>(at);
  };
  carry.target = carry.target || filter.holds_any(sentence, words<"力争 预期目标： 预期目标: 预期目标是 预期目标为 预期目标建议 确保到 绩效目标： "
                                                                  "绩效目标: 绩效目标为 绩效目标是 年度绩效目标 主要目标">);
  carry.balanced_at = first(words<"收支平衡的原则 收支平衡原则 相应安排">);
  carry.offset_at = first(words<"相抵 轧差">);
  carry.full_score_at = first(words<"分值设定 满分 分值为">);
  carry.scoring_rules = filter.holds_any(sentence, words<"等级分为 评分标准 扣分 得分规则">);
}

void ParagraphReader::read_sentence(const Block& block, TextRange range, bool last) {
  const std::string_view whole = text_.substr(range.begin, range.size());
  const auto begin = static_cast<std::size_t>(
      std::partition_point(numerals_.begin(), numerals_.end(), [&](const Numeral& n) { return n.text.begin < range.begin; }) - numerals_.begin());
  std::size_t end = begin;
  while (end < numerals_.size() && numerals_[end].text.begin < range.end) ++end;
  std::vector<std::size_t>& items = items_;
  items.clear();
  for (std::size_t i = begin; i < end; ++i) {
    Numeral& n = numerals_[i];
    // 百余年来, 五年来: a stretch of time in which something happened, no figure.
    if (n.kind == Kind::other && n.chinese && starts_with_any(trim_left(text_.substr(n.text.end)), words<"来 以来 间">))
      n.number_class = NumberClass::period;
    if (is_figure_class(n.number_class))
      items.push_back(i);
    else
      add_number(n, base_);
  }
  structure_.begin_sentence();
  // What a sentence without figures says still sets the scene for those that follow in the paragraph: "2025年，" or "财力构成是：".
  const bool sets_scene = items.empty() && end < figures_end_ && begin < end && numerals_[begin].text.begin < range.begin + 60;
  if (items.empty() && !sets_scene) return structure_.end_sentence(trim_right(whole), last);  // most sentences
  const auto first_figure = static_cast<FigureId>(out_.figures.size());
  Carry carry;
  carry.text = {base_ + range.begin, base_ + range.end};
  const SectionContext& context = section(block.section);
  carry.target = context.target;
  if (!items.empty()) {
    note_words(whole, range.begin, carry);
    carry.sentence = static_cast<std::uint32_t>(out_.sentences.size());
    out_.sentences.push_back({carry.text, static_cast<BlockId>(&block - document_.blocks.data()), block.section});
  }
  std::uint32_t at = range.begin;
  Gap flags;
  for (std::size_t k = 0; k < items.size(); ++k) {
    const Numeral& n = numerals_[items[k]];
    const TextRange gap{at, std::min(n.text.begin, n.comparator_text.empty() ? n.text.begin : std::min(n.comparator_text.begin, n.text.begin))};
    const std::uint32_t next = k + 1 < items.size() ? numerals_[items[k + 1]].text.begin : range.end;
    const std::string_view after = text_.substr(n.text.end, next - n.text.end);
    after_next_ =
        k + 1 < items.size() ? text_.substr(numerals_[items[k + 1]].text.end, range.end - numerals_[items[k + 1]].text.end) : std::string_view{};
    const bool next_opens = opens_a_list(after);
    Gap gap_flags;
    gap_flags.balanced = carry.balanced_at < n.text.begin;
    gap_flags.offset = carry.offset_at < n.text.begin;
    read_figure(block, items[k], gap.begin <= gap.end ? gap : TextRange{at, at}, after, next_opens, carry, gap_flags);
    at = std::max(n.text.end, n.comparator_text.end);
  }
  const std::string_view tail = trim_right(text_.substr(at, range.end - at));
  if (sets_scene) {
    split_clauses(whole, clauses_);
    read_context(text_, range, begin, clauses_, carry, flags);
  }
  structure_.end_sentence(tail, last);
  if (items.size() >= 3) read_formulas(document_, carry.text, first_figure, static_cast<FigureId>(out_.figures.size()), out_);
  if (carry.opening_period.value.known()) block_period_ = {carry.opening_period.value, Origin::sentence};
  if (!carry.scope.value.empty()) block_scope_ = {carry.scope.value, Origin::sentence};
}

}  // namespace gouji::extractor

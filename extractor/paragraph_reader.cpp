#include "extractor/paragraph_reader.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/formula.h"
#include "extractor/post_noun.h"
#include "extractor/segmenter.h"

namespace gouji::extractor {
namespace {

constexpr std::size_t longest_name = 60;       // characters; a longer lead is a sentence, its tail names the figure
constexpr std::size_t longest_indicator = 38;  // characters of a path; farther parents are cut

bool is_figure_class(NumberClass c) {
  return c == NumberClass::amount || c == NumberClass::ratio || c == NumberClass::count || c == NumberClass::score || c == NumberClass::other;
}

std::string_view last_part(std::string_view indicator) { return indicator.substr(indicator.rfind('/') + 1); }

// The tail of a name that is really a sentence: from the last enumeration or verb-like break on.
std::string shortened(std::string name) {
  if (length_in_characters(name) <= longest_name) return name;
  std::string_view v = name;
  const std::size_t cut = v.rfind("、");
  if (cut != std::string_view::npos && cut + 3 < v.size()) v.remove_prefix(cut + 3);
  while (length_in_characters(v) > longest_name) v.remove_prefix(character_length(v, 0));
  return std::string(v);
}

std::string path(std::string_view parent, std::string_view name) {
  while (length_in_characters(parent) + length_in_characters(name) > longest_indicator) {
    const std::size_t slash = parent.find('/');
    if (slash == std::string_view::npos) return std::string(name);
    parent.remove_prefix(slash + 1);
  }
  return std::string(parent).append("/").append(name);
}

// People, assets and debts have no basis: they are counted, not budgeted.
bool has_no_basis(const Figure& f) {
  if (f.kind == Kind::score || f.kind == Kind::other) return true;
  if (f.aspect == Aspect::change || f.aspect == Aspect::change_rate) return true;
  return contains_any(f.indicator, {"资产", "负债", "债务余额", "债务限额", "贷款余额", "存款余额"}) || ends_with_any(f.indicator, {"净值", "原值"});
}

// A number of a scoring rule or an approval limit: "一千元以下的由…签批", "得分≥90分为优秀".
bool is_rule(const Figure& f, std::string_view after, std::string_view sentence) {
  if ((f.comparator == Comparator::at_most || f.comparator == Comparator::at_least || f.comparator == Comparator::less) && starts_with_any(trim_left(after), {"的由", "的，", "的需", "的须", "的经", "的应"}))
    return true;
  return f.kind == Kind::score && contains_any(sentence, {"分值设定", "满分", "等级分为", "评分标准", "扣分", "得分规则"});
}

}  // namespace

struct ParagraphReader::Carry {
  Read<Period> period;
  Read<Basis> basis;
  Read<std::string> scope;
  Versus versus = Versus::none;
  std::string versus_text;
  std::string topic, topic_code;      // from a clause without a figure
  FigureId previous = no_id;          // last figure of the sentence
  bool target = false;
  std::uint32_t sentence = no_id;
  TextRange text;
  int brackets = 0;                   // opened and not closed before the figure
};

ParagraphReader::ParagraphReader(const Document& document, const patterns::Library& library, Extraction& out)
    : document_(document), library_(library), out_(out), parser_(library), structure_(out), contexts_(section_contexts(document, out.facts, library)) {}

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
    case BlockKind::furniture: return read_numbers_only(block, NumberClass::furniture);
    case BlockKind::page_number:
    case BlockKind::contents: return read_numbers_only(block, NumberClass::page);
    case BlockKind::title:
    case BlockKind::caption:
    case BlockKind::table: return read_numbers_only(block, NumberClass::number);
    case BlockKind::heading:
    case BlockKind::paragraph: break;
  }
  text_ = document_.view(block.text);
  base_ = block.text.begin;
  numerals_ = scan(text_, library_);
  if (block.section != current_section_ || block.kind == BlockKind::heading) structure_.begin_section();
  current_section_ = block.section;
  block_period_ = {};
  block_scope_ = {};
  std::string style;
  if (!numerals_.empty() && trim_left(text_.substr(0, numerals_[0].text.begin)).size() <= 3 &&
      (numerals_[0].number_class == NumberClass::list_number || numerals_[0].number_class == NumberClass::heading)) {
    const std::string_view number = text_.substr(numerals_[0].text.begin, numerals_[0].text.size());
    for (std::size_t at = 0; at < number.size(); at += character_length(number, at))
      if (!is_ascii_digit(number[at]) && !is_han(number, at)) style.append(number.substr(at, character_length(number, at)));
    const std::string_view next = text_.substr(numerals_[0].text.end);
    style += is_ascii_digit(number[0]) ? "#" : "*";
    style.append(next.substr(0, next.empty() ? 0 : (punctuation_at(next, 0).mark == Mark::none ? 0 : character_length(next, 0))));
  } else if (trim_left(text_).starts_with("—")) {
    style = "—";
  }
  structure_.begin_block(style, block.section);
  const std::vector<TextRange> all = sentences(text_, 0);
  for (std::size_t s = 0; s < all.size(); ++s) read_sentence(block, all[s], s + 1 == all.size());
}

// Clauses without a figure: they open the sentence (2023年，), name what follows, or say what it is compared with.
void ParagraphReader::read_context(std::string_view block_text, TextRange gap, const std::vector<Clause>& clauses, Carry& carry, Gap& flags) {
  const auto first_numeral = std::partition_point(numerals_.begin(), numerals_.end(), [&](const Numeral& n) { return n.text.begin < gap.begin; }) - numerals_.begin();
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    const TextRange range{gap.begin + clauses[c].text.begin, gap.begin + clauses[c].text.end};
    const Mark end = clauses[c].end;
    if (end == Mark::open) ++carry.brackets;
    if (end == Mark::close && carry.brackets > 0) --carry.brackets;
    if (end == Mark::semicolon) flags.semicolon = true;
    const std::string_view words = trim(block_text.substr(range.begin, range.size()));
    if (c == 0 && carry.previous != no_id) {
      if (words.empty() && end == Mark::colon) flags.colon_after_figure = true;
      if (contains_any(words, {"其中"})) flags.of_which = true;
      continue;  // the tail of the figure before
    }
    if (c + 1 == clauses.size() || words.empty()) continue;
    auto last_numeral = static_cast<std::size_t>(first_numeral);
    while (last_numeral < numerals_.size() && numerals_[last_numeral].text.begin < range.end) ++last_numeral;
    const CleanClause clean = clean_clause(block_text, range, numerals_, static_cast<std::size_t>(first_numeral), last_numeral);
    const Lead topic = parser_.parse_topic(clean);
    if (topic.of_which || contains(words, "其中")) flags.of_which = true;
    if (end == Mark::colon || end == Mark::sentence_end) {
      const auto marker = library_.markers().suffix(clean.text);
      if (marker && marker.entry->marker == "consists") flags.consists = true;
      if (marker && marker.entry->marker == "open") flags.open = true;
    }
    if (!topic.versus_text.empty() && topic.name.empty()) {
      carry.versus = topic.versus;
      carry.versus_text = topic.versus_text;
      continue;
    }
    if (topic.period.known()) carry.period = {topic.period, Origin::sentence};
    if (topic.basis != Basis::none) carry.basis = {topic.basis, Origin::sentence};
    if (!topic.scope.empty()) carry.scope = {topic.scope, Origin::sentence};
    const bool names = carry.previous == no_id || !topic.code.empty() || library_.indicators().exact(plain_name(topic.name));
    if (names && !topic.name.empty() && length_in_characters(topic.name) <= 40) {
      carry.topic = topic.name;
      carry.topic_code = topic.code;
    }
  }
}

void ParagraphReader::read_sentence(const Block& block, TextRange range, bool last) {
  const std::string_view whole = text_.substr(range.begin, range.size());
  const auto begin = static_cast<std::size_t>(std::partition_point(numerals_.begin(), numerals_.end(), [&](const Numeral& n) { return n.text.begin < range.begin; }) - numerals_.begin());
  std::size_t end = begin;
  while (end < numerals_.size() && numerals_[end].text.begin < range.end) ++end;
  std::vector<std::size_t> items;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_figure_class(numerals_[i].number_class)) items.push_back(i);
    else add_number(numerals_[i], base_);
  }
  structure_.begin_sentence();
  const auto first_figure = static_cast<FigureId>(out_.figures.size());
  Carry carry;
  carry.text = {base_ + range.begin, base_ + range.end};
  const SectionContext& context = section(block.section);
  carry.target = context.target || contains_any(whole, {"力争", "预期目标", "确保到", "绩效目标", "主要目标"});
  if (!items.empty()) {
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
    const bool next_opens = contains(after, "其中") || trim_left(after).starts_with("：");
    const std::string_view before = text_.substr(range.begin, n.text.begin - range.begin);
    Gap gap_flags;
    gap_flags.balance_word = contains_any(before, {"收支平衡", "相应安排", "收支相抵"});
    read_figure(block, items[k], gap.begin <= gap.end ? gap : TextRange{at, at}, after, next_opens, carry, gap_flags);
    at = std::max(n.text.end, n.comparator_text.end);
  }
  // What the sentence says without figures still sets the scene for the paragraph: "2025年，" or "财力构成是：".
  const std::string_view tail = trim_right(text_.substr(at, range.end - at));
  const bool colon = last && (tail.ends_with("：") || tail.ends_with(":"));
  if (items.empty()) {
    const std::vector<Clause> clauses = split_clauses(whole);
    read_context(text_, {range.begin, range.end}, clauses, carry, flags);
  }
  structure_.end_sentence(colon, contains_any(tail, {"主要"}));
  if (items.size() >= 3) read_formulas(document_, carry.text, first_figure, static_cast<FigureId>(out_.figures.size()), out_);
  if (carry.period.from == Origin::sentence || carry.period.from == Origin::clause) block_period_ = {carry.period.value, Origin::sentence};
  if (!carry.scope.value.empty()) block_scope_ = {carry.scope.value, Origin::sentence};
}

void ParagraphReader::read_figure(const Block& block, std::size_t index, TextRange gap, std::string_view after, bool next_opens, Carry& carry, Gap flags) {
  const Numeral& n = numerals_[index];
  const std::string_view between = text_.substr(gap.begin, gap.size());
  const std::vector<Clause> clauses = split_clauses(between);
  read_context(text_, gap, clauses, carry, flags);
  flags.in_brackets = carry.brackets > 0;
  flags.enumeration = clauses.size() == 1 && starts_with_any(trim_left(between), {"、", "和", "及", "以及"});
  const TextRange clause{gap.begin + clauses.back().text.begin, gap.begin + clauses.back().text.end};
  const auto first = static_cast<std::size_t>(std::partition_point(numerals_.begin(), numerals_.end(), [&](const Numeral& x) { return x.text.begin < clause.begin; }) - numerals_.begin());
  const CleanClause clean = clean_clause(text_, clause, numerals_, first, index);
  Lead lead = parser_.parse(clean, n.kind);

  Figure f;
  f.text = {base_ + n.text.begin, base_ + n.text.end};
  f.number = {base_ + n.number.begin, base_ + n.number.end};
  f.unit_text = {base_ + n.unit_text.begin, base_ + n.unit_text.end};
  f.range_end = n.range_end;
  f.kind = n.kind;
  f.value = n.value;
  f.fraction = n.fraction;
  f.unit = {n.unit, n.unit.empty() ? Origin::none : Origin::stated};
  f.decimals = static_cast<std::int16_t>(n.decimals);
  f.exact = n.exact;
  f.comparator = n.comparator;
  f.aspect = lead.aspect;
  f.of = lead.of;
  f.direction = lead.direction;
  f.code = lead.code;
  f.fund = lead.fund;
  f.block = static_cast<BlockId>(&block - document_.blocks.data());
  f.section = block.section;
  f.sentence = carry.sentence;
  f.clause = {base_ + clause.begin, base_ + n.text.end};
  const auto id = static_cast<FigureId>(out_.figures.size());
  if (n.range_end == RangeEnd::high && id > 0) {
    f.range_other = id - 1;
    out_.figures[id - 1].range_other = id;
  }
  if (f.aspect == Aspect::change || f.aspect == Aspect::change_rate) {
    f.versus = lead.versus != Versus::none ? lead.versus : carry.versus != Versus::none ? carry.versus : Versus::prior_year;
    f.versus_text = lead.versus != Versus::none ? lead.versus_text : carry.versus_text;
    if (f.value.sign() < 0) {  // 增长-5% is a decrease
      f.value = -f.value;
      f.direction = f.direction == Direction::increase ? Direction::decrease : Direction::increase;
    }
  }
  if (f.kind == Kind::score) f.aspect = contains_any(lead.name, {"分值", "满分", "总分值"}) ? Aspect::full_score : Aspect::score;
  name_figure(f, lead, after, carry);
  f.role = is_rule(f, after, text_.substr(carry.text.begin - base_, carry.text.size())) ? Role::rule : Role::measure;
  out_.figures.push_back(f);
  const FigureId parent = structure_.place(id, lead, flags, next_opens);
  Figure& placed = out_.figures[id];
  if (parent != no_id && !placed.indicator.empty()) placed.indicator = path(out_.figures[parent].indicator, placed.indicator);
  settle(placed, lead, carry, parent);
  identify(placed);
  if (lead.period.known()) carry.period = {lead.period, Origin::clause};
  if (lead.basis != Basis::none && placed.aspect == Aspect::level) carry.basis = {lead.basis, Origin::clause};
  if (!lead.scope.empty()) carry.scope = {lead.scope, Origin::clause};
  if (placed.aspect == Aspect::level) carry.topic.clear();
  carry.previous = id;
}

// A figure's name: its clause, else what its sentence is about, else what follows it, else its heading.
void ParagraphReader::name_figure(Figure& f, Lead& lead, std::string_view after, Carry& carry) {
  const FigureId level = structure_.last_level() != no_id ? structure_.last_level() : structure_.block_level();
  const bool derived = f.aspect != Aspect::level && f.aspect != Aspect::score && f.aspect != Aspect::full_score;
  std::string name = shortened(lead.name);
  const bool generic = is_generic_name(name);
  if (derived && generic) {
    if (level != no_id) {
      f.subject = level;
      f.indicator = out_.figures[level].indicator;
      return;
    }
    if (carry.previous != no_id) {
      f.indicator = out_.figures[carry.previous].indicator;
      return;
    }
  }
  if (f.kind == Kind::count || name.empty()) {
    const std::string_view noun = post_noun(after, library_);
    if (!noun.empty() && (f.kind == Kind::count || name.empty()) && f.aspect == Aspect::level) {
      const bool enumerated = contains(name, "、");
      if (length_in_characters(noun) <= 2 && !name.empty()) {
        if (enumerated) name = starts_with_any(name, {"内设"}) ? "内设" : "";
        f.indicator = name + std::string(noun);
      } else {
        f.indicator = std::string(noun);
      }
      return;
    }
  }
  if (!name.empty() && !generic) {
    f.indicator = name;
    return;
  }
  const SectionContext& context = section(f.section);
  if (!carry.topic.empty()) {
    f.indicator = carry.topic;
    if (f.code.empty()) f.code = carry.topic_code;
  } else if (structure_.last_level() != no_id && (generic || name.empty()) && out_.figures[level].kind == f.kind && lead.basis != Basis::none) {
    f.indicator = last_part(out_.figures[level].indicator);
    f.code = out_.figures[level].code;
  } else if (!name.empty() && lead.basis != Basis::none && contains_any(name, {"收入", "支出"}) && context.name.empty()) {
    f.indicator = name;
  } else if (!context.name.empty()) {
    f.indicator = context.name;
  } else if (!name.empty()) {
    f.indicator = name;
  } else if (level != no_id) {
    f.indicator = last_part(out_.figures[level].indicator);
  }
}

// Fills what the clause leaves open, the nearest place first.
void ParagraphReader::settle(Figure& f, const Lead& lead, const Carry& carry, FigureId parent) {
  const SectionContext& context = section(f.section);
  const Figure* whole = parent != no_id ? &out_.figures[parent] : f.subject != no_id ? &out_.figures[f.subject] : nullptr;
  if (lead.period.known()) f.period = {lead.period, Origin::clause};
  else if (carry.period.value.known()) f.period = {carry.period.value, Origin::sentence};
  else if (whole != nullptr && whole->period.value.known()) f.period = {whole->period.value, Origin::sentence};
  else if (block_period_.value.known()) f.period = block_period_;
  else if (context.period.known()) f.period = {context.period, Origin::heading};
  else if (out_.facts.period.known()) f.period = {out_.facts.period, Origin::title};

  if (!lead.scope.empty()) f.scope = {lead.scope, Origin::clause};
  else if (whole != nullptr && !whole->scope.value.empty()) f.scope = {whole->scope.value, Origin::sentence};
  else if (!carry.scope.value.empty()) f.scope = {carry.scope.value, Origin::sentence};
  else if (!block_scope_.value.empty() && !lead.own_entity) f.scope = block_scope_;
  else if (!context.scope.empty()) f.scope = {context.scope, Origin::heading};

  if (f.fund == Fund::none) f.fund = whole != nullptr && whole->fund != Fund::none ? whole->fund : context.fund;
  settle_basis(f, lead, carry, parent);
}

void ParagraphReader::settle_basis(Figure& f, const Lead& lead, const Carry& carry, FigureId parent) {
  const SectionContext& context = section(f.section);
  if (has_no_basis(f) && !carry.target) return;
  if (f.subject != no_id && f.aspect != Aspect::level) {
    f.basis = {out_.figures[f.subject].basis.value, Origin::sentence};
    return;
  }
  if (carry.target && lead.basis == Basis::none) {
    f.basis = {Basis::target, context.target ? Origin::heading : Origin::sentence};
    return;
  }
  if (f.kind == Kind::count) {
    if (contains_any(f.indicator, {"完成"})) f.basis = {Basis::actual, Origin::clause};
    return;
  }
  if (lead.basis != Basis::none) f.basis = {lead.basis, Origin::clause};
  else if (parent != no_id && out_.figures[parent].basis.value != Basis::none) f.basis = {out_.figures[parent].basis.value, Origin::sentence};
  else if (carry.basis.value != Basis::none) f.basis = {carry.basis.value, Origin::sentence};
  else if (context.basis != Basis::none) f.basis = {context.basis, Origin::heading};
  else if (out_.facts.kind == ReportKind::budget || (f.period.value.known() && out_.facts.period.known() && f.period.value.year > out_.facts.period.year)) f.basis = {Basis::budget, Origin::document};
  else if (out_.facts.kind == ReportKind::final_accounts) f.basis = {Basis::final_accounts, Origin::document};
  else f.basis = {Basis::executed, Origin::document};
}

void ParagraphReader::identify(Figure& f) {
  const std::string plain = plain_name(last_part(f.indicator));
  if (const auto hit = library_.indicators().exact(plain)) f.indicator_id = hit.entry->id;
}

}  // namespace gouji::extractor

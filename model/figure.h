// Figure: one number that the report states, normalised. The one thing that every extractor makes; docs/record_format.md
// says what each field means to the outside. Plain values, no ownership: ranges are of Document::text, names of Extraction::names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/decimal.h"
#include "model/document.h"
#include "model/name.h"
#include "model/period.h"

namespace gouji {

using FigureId = std::uint32_t;  // index into Extraction::figures

enum class Kind : std::uint8_t { amount, ratio, count, score, other };
enum class Role : std::uint8_t { measure, rule };
enum class Comparator : std::uint8_t { equal, at_least, at_most, less, greater, about };
enum class Aspect : std::uint8_t { level, share, change, change_rate, completion, full_score, score };
enum class Basis : std::uint8_t { none, budget_initial, budget_adjusted, budget, executed, final_accounts, prior_final, target, actual };
enum class Direction : std::uint8_t { none, increase, decrease };
enum class Versus : std::uint8_t { none, prior_year, prior_period, prior_year_budget, budget_initial, budget, target, base_date };
enum class Fund : std::uint8_t { none, general, government_fund, state_capital, social_insurance, all };
// Where a field was read: the nearest place that says it wins.
enum class Origin : std::uint8_t { none, stated, clause, sentence, heading, column, caption, title, document, implied };

// Names as the contract prints them ("" for none).
std::string_view name(Kind);
std::string_view name(Role);
std::string_view name(Comparator);  // "=", ">=", …
std::string_view name(Aspect);
std::string_view name(Basis);
std::string_view name(Direction);
std::string_view name(Versus);
std::string_view name(Fund);
std::string_view name(Origin);
std::string_view name(ReportKind);

// A value with the place that gave it.
template <class T>
struct Read {
  T value{};
  Origin from = Origin::none;
};

enum class RangeEnd : std::uint8_t { none, low, high };

struct Figure {
  // What is printed.
  TextRange text;       // number with its unit, without comparator ("426.92万元", "58500 余人")
  TextRange number;     // "426.92"
  TextRange unit_text;  // "万元"; empty when inherited or none
  RangeEnd range_end = RangeEnd::none;
  FigureId range_other = no_id;  // the other end of a range

  // What it is worth.
  Kind kind = Kind::other;
  Role role = Role::measure;
  Decimal value;                               // canonical units: 元, fraction of 1, plain count; unsigned for changes
  Name fraction;                               // "2/3" where the decimal is not finite (value then has 20 significant digits)
  Read<Name> unit;                             // "CNY", "1", "pp", "x", a classifier, or ""
  std::int16_t decimals = 0;                   // of `value`, as printed; meaningless when exact
  std::int16_t decimals_inferred = INT16_MIN;  // set by the audit where it reads the figure finer than printed
  bool exact = false;                          // "INF": a whole number of a countable classifier without 万/亿, comparator "="
  Comparator comparator = Comparator::equal;

  // What it measures.
  Name indicator;     // name with its parents, joined by "/"
  Name indicator_id;  // canonical name of the pattern library, or ""
  Aspect aspect = Aspect::level;
  Name of;           // the other operand's name (占总支出的比重: 总支出)
  Read<Name> scope;  // 全市, 市级, a project…; "" is the whole entity
  Name code;
  Read<Period> period;
  Read<Basis> basis;
  Direction direction = Direction::none;
  Versus versus = Versus::none;
  Name versus_text;
  Fund fund = Fund::none;

  // Where it stands.
  BlockId block = no_id;
  SectionId section = no_id;
  std::uint32_t sentence = no_id;  // index into Extraction::sentences
  TextRange clause;
  TableId table = no_id;  // prose: no_id
  std::uint32_t row = 0, column = 0, block_of_table = 0;
  Name row_label, column_label;

  // What the syntax says of it: the level figure that a share, change or completion is about (占…的30.92% → 基本支出426.92万元).
  FigureId subject = no_id;
  FigureId whole = no_id;  // and what it is a rate of, where the words print that right before it (占总支出1107.5万元的…)
};

// A number that is no figure.
enum class NumberClass : std::uint8_t {
  amount,
  ratio,
  count,
  score,
  other,
  number,  // figures; `number`: without a unit
  date,
  period,
  ordinal,
  heading,
  list_number,
  code,
  column_number,
  document_number,
  phone,
  name,
  version,
  page,
  furniture,
  part_of_word,
  broken
};
std::string_view name(NumberClass);

struct Number {
  TextRange text;  // of Document::text, or of the decoded input where `in_decoded` (marks, furniture dropped from the text)
  NumberClass number_class = NumberClass::number;
  bool in_decoded = false;
};

struct Sentence {
  TextRange text;
  BlockId block = no_id;
  SectionId section = no_id;
};

// A relation that the syntax of the report states between figures, whatever their values are (design: arithmetic never
// decides that a relation exists). The audit decides whether it holds.
enum class RelationKind : std::uint8_t {
  breakdown,  // total: parts (其中, 包括, 构成是, a list after a colon, 合计…，A…；B…)
  balance,    // total = Σ ± terms (加…减…，总计…)
  formula,    // in-line: result = expression over figures (98人/110人*100%=90.9%)
  equality,   // the two are said to be equal (收支平衡, 相应安排支出, 收、支总计)
  product,    // total = count × rate (7人，人均193元)
  headcount,  // total people = Σ kinds of people
};
enum class OperandRole : std::uint8_t { total, part, numerator, denominator, minuend, subtrahend, before, after, left, right };
std::string_view name(OperandRole);

struct RelationOperand {
  FigureId figure = no_id;
  OperandRole role = OperandRole::part;
  std::int8_t sign = 1;
};

// How a breakdown was opened: it says how much may be concluded from parts that fall short of the total.
enum class Marker : std::uint8_t {
  none,
  of_which /*其中*/,
  consists /*包括, 构成是, 分为, 分别*/,
  colon /*A：b、c*/,
  list /*numbered paragraphs*/,
  total_then_parts /*合计x，A a，B b*/
};

struct Relation {
  RelationKind kind = RelationKind::breakdown;
  Marker marker = Marker::none;
  bool open = false;       // 等, 主要: parts may be less than the total, never more
  std::uint8_t depth = 0;  // nesting of breakdowns
  std::vector<RelationOperand> operands;
  std::string expression;  // formula: postfix over operand indexes (0 is the total) and constants: "1 2 / 100% *"
  TextRange text;
};

// What the report says of itself as a whole.
struct ReportFacts {
  std::string title, entity;
  Period period;
  ReportKind kind = ReportKind::other;
  bool rounding_note = false;  // 因四舍五入…: sums may be off by the last digit
};

}  // namespace gouji

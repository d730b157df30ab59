// The lead of a figure: the words before a number in its clause ("其中：基本支出", "较预算增加", "占总支出的"), taken apart into
// name, period, basis, scope, aspect, direction and what it is compared with. Knows one clause only; what a lead leaves
// unsaid is filled in by attribution.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/character_filter.h"
#include "extractor/numerals.h"
#include "patterns/library.h"

namespace gouji::extractor {

// The clause text with what hides in it: periods as one placeholder byte each, layout spaces and codes removed.
struct CleanClause {
  std::string text;
  std::vector<Period> periods;  // placeholder k (byte 0x01 + k) stands for periods[k]
  std::vector<std::string_view> period_texts;
  std::string code;       // （2050202）
  bool numbered = false;  // began with a list number

  void clear();  // keeps its memory
};
// `numerals` are those of the block, `clause` a range of the same text, [first, last) those that lie inside it.
// `out` is cleared first; one serves for all clauses of a document.
void clean_clause(std::string_view block, TextRange clause, const std::vector<Numeral>& numerals, std::size_t first, std::size_t last,
                  CleanClause& out);

struct Lead {
  Name name;  // "" when the clause names nothing
  Name code;
  Name of;  // share, completion: the other operand
  Name scope;
  Name versus_text;
  Name act;         // 投入, 安排, 统筹 …: what the money is for may stand behind it
  Name basis_text;  // 决算支出: the words that gave the basis
  Period period;
  Basis basis = Basis::none;
  Fund fund = Fund::none;
  Aspect aspect = Aspect::level;
  Direction direction = Direction::none;
  Versus versus = Versus::none;
  Period versus_period;
  bool of_which = false;        // 其中 stands before it
  bool consists = false;        // 包括, 分别为 … stands before it
  bool open = false;            // 主要
  bool respectively = false;    // A、B分别为
  bool total = false;           // the name is that of a total (合计, 总计, 总额)
  bool not_comparable = false;  // 可比价, 同口径 …
  bool own_entity = false;      // 我局, 本部门
  bool sums = false;            // 等174.6亿元, 共计…: the sum of what was just enumerated
  bool becomes = false;         // 支出预算调整为: what additions and subtractions led to
  bool from = false;            // 由46.3%: what a change began at
  bool to = false;              // 提高到52.1%: what it led to
  bool done = false;            // 完成 stands in it
  bool average = false;         // 年均增长: a rate of several years together
  bool of_others = false;       // 高于全省平均水平: compared with what others have, not with what was before
  bool compared_with = false;   // 较上年的5亿元(增加): the level that a change is measured from
  std::int8_t sign = 0;         // 加 +1, 减 −1: a term of a balance
};

// One for a document: it remembers what it read.
class LeadParser {
 public:
  // `names` takes what leads call things.
  LeadParser(const patterns::Library& library, NamePool& names);
  // Good until the next call.
  const Lead& parse(const CleanClause& clause, Kind kind);
  // A clause without a figure ("与2023年度相比", "小学教育（2050202）"): the same fields, read without a number behind it.
  const Lead& parse_topic(const CleanClause& clause);

 private:
  struct State;
  Lead read(const CleanClause& clause, Kind kind) const;
  bool opener(State& state) const;
  void openers(State& state) const;
  bool head_period(State& state) const;
  void addition(State& state) const;
  void surpassed(State& state) const;
  void copulas(State& state) const;
  void share_or_completion(State& state) const;
  void change(State& state) const;
  void difference(State& state, std::string_view words) const;
  void versus(State& state) const;
  void basis(State& state) const;
  void scope(State& state) const;
  void finish(State& state) const;
  using Words = const patterns::Lexicon<patterns::MarkerWord>&;
  const patterns::Library& library_;
  NamePool& names_;
  // Leads read before, by kind: nearly half of a report's come again (比上年增加, 占总支出的).
  struct Known {
    NamePool words;
    std::vector<Lead> leads;  // by the index of their words, less one
  };
  std::array<Known, 5> known_;
  Lead unknown_;                                         // the last one that is not kept
  CharacterFilter versus_beginnings_, fund_beginnings_;  // what a comparison (a fund's name) begins with
  Words of_which_, consists_, open_, plus_, minus_, own_entity_, openers_, copulas_, respectively_, adverbs_, not_comparable_;
};

// A plan, budget or target: a share of it is a completion.
bool is_plan(std::string_view of);
// 收入, 支出, 金额 …: a noun too general to name a figure by itself.
bool is_generic_name(std::string_view name);
// Names are compared without quotes, brackets' width, and spaces.
std::string plain_name(std::string_view name);

}  // namespace gouji::extractor

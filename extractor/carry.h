// What a sentence has said so far, for the figures that come after it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractor/lead.h"
#include "model/figure.h"

namespace gouji::extractor {

struct Carry {
  Read<Period> period, opening_period;  // of the clause just read; of the first clause, to which a semicolon returns
  Read<Basis> basis;
  Read<Name> scope;
  Versus versus = Versus::none;
  Name versus_text;
  Name topic, topic_code;  // from a clause without a figure
  Name unchanged;          // 会议费比预算无增减变化: what a clause without a figure compares; changes that follow are of it
  Name formula_name;       // 控制率=24人/26人: what stands before the first =
  Name colon_topic;        // from one that ends with a colon: what a formula computes
  std::string paired;      // A、B and C of "A、B和C分别为"; the names answer the numbers in order
  std::vector<std::string> pair_names;
  std::vector<FigureId> pair_subjects;  // "A为x，B为y，分别增长": the figures that the numbers answer
  std::size_t pair_next = 0;
  std::vector<std::string> pair_ofs;  // 占A和B的比重分别为: the wholes that the numbers answer
  std::size_t of_next = 0;
  std::string pair_tail;              // what all of them do: 新增放款
  bool in_row = false;                // the number goes on with such a row
  std::size_t row_at = SIZE_MAX - 1;  // the last numeral of a row of numbers
  Lead run;                           // of the first number of "19.6%、27.8%和52.6%": the others say nothing of themselves
  Name base;                          // 完成预算数520.8亿元的98.6%: what the last figure is, if it is what the next is a part of
  FigureId base_figure = no_id;       // that figure
  FigureId measured = no_id;          // and the figure that is measured against it
  std::uint32_t noun_end = 0;         // where the noun behind the last figure ends
  FigureId previous = no_id;          // last figure of the sentence
  FigureId from = no_id, to = no_id;  // 由a提高到b: the change that follows is their difference
  bool target = false;
  // Where words stand that bear on every figure behind them (offsets into the paragraph; no_id: nowhere).
  std::uint32_t balanced_at = no_id, offset_at = no_id, full_score_at = no_id;
  bool scoring_rules = false;  // 等级分为, 扣分: its scores are rules
  std::uint32_t sentence = no_id;
  TextRange text;
  int brackets = 0;               // opened and not closed before the figure
  Read<Period> outside_brackets;  // the period when they were opened: what dates a remark dates nothing else
};

}  // namespace gouji::extractor

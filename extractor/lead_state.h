// What the parts of the lead parser share: the state of one parse, and the placeholders of a CleanClause.
#pragma once

#include <string>
#include <string_view>

#include "extractor/character_filter.h"
#include "extractor/lead.h"

namespace gouji::extractor {

struct LeadParser::State {
  const CleanClause& clause;
  Kind kind = Kind::other;
  std::string_view rest;   // what has not been understood yet; a view of clause.text
  CharacterFilter filter;  // of clause.text
  Lead& lead;
};

// 审计预算资金额: 资金 and 额. 合同外资金额 is 外资 and 金额.
bool ends_in_funds(std::string_view name);

inline bool is_placeholder(char c) { return c >= 0x01 && c <= 0x08; }
std::string without_placeholders(std::string_view text);
// The text with its periods as printed.
std::string restored(std::string_view text, const CleanClause& clause);

}  // namespace gouji::extractor

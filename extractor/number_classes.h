// Numbers that are no figures, by what stands around them: headings, list numbers, ordinals, document numbers, telephone numbers,
// codes, versions, names. Each reader looks a bounded number of characters to either side.
#pragma once

#include <optional>
#include <string_view>

#include "extractor/dates.h"
#include "model/words.h"
#include "patterns/library.h"

namespace gouji::extractor::numeral {

struct Context {
  std::string_view text;
  const patterns::Library* library = nullptr;
  Offset floor = 0;                       // end of the number before: nothing may begin before it
  Offset block_begin = 0;                 // the first character that is no space
  Offset quote_begin = 0, quote_end = 0;  // the short quotation around, brackets excluded; empty without one
  bool quoted(Offset at) const { return quote_begin <= at && at < quote_end; }
};

// `at` is the first digit of an Arabic run. The result covers whole runs of digits.
std::optional<Label> read_arabic_label(const Context& context, Offset at);
// The digits at `at` stand in a line of text and are measured (…增长5.3%, 安置1200人): no reader of labels would find one. False says nothing.
bool is_measured_in_line(const Context& context, Offset at);
// `at` is the first character of a Chinese number that ends at `end`.
std::optional<Label> read_chinese_label(const Context& context, Offset at, Offset end);
// ① ⑴ ⒈ ㈠ at `at`.
constexpr bool is_circled_number(char32_t c) {
  return (c >= 0x2460 && c <= 0x249B) || (c >= 0x24EA && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) || (c >= 0x3220 && c <= 0x3229) ||
         (c >= 0x3280 && c <= 0x3289);
}

// The labels' parts, by idea (see the .cpp files).
std::optional<Label> read_heading(const Context& context, Offset at, Offset end, bool chinese);
std::optional<Label> read_phone(const Context& context, Offset at, Offset end);
std::optional<Label> read_code(const Context& context, Offset at, Offset end);
std::optional<Label> read_ordinal(const Context& context, Offset at, Offset end, bool chinese);

// 12345热线: what follows a number that is a name.
bool names_its_number(std::string_view behind);
// One of the words stands right before `end` (spaces and a colon between are skipped).
bool word_before(std::string_view text, Offset floor, Offset end, const WordList& list);
// A unit of the library, % or a multiplier stands behind `at`.
bool unit_follows(const Context& context, Offset at);

}  // namespace gouji::extractor::numeral

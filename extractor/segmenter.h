// Punctuation, sentences and clauses of Chinese running text (design: "Segmenting Chinese" in docs/ARCHITECTURE.md).
// A sentence ends at 。！？ outside brackets and quotation marks, ASCII . , ; : beside Han count as their full-width forms.
// Pure functions over UTF-8; one pass; nothing is allocated but the results.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/source.h"

namespace gouji::extractor {

enum class Mark : std::uint8_t { none, sentence_end, semicolon, colon, comma, enumeration, open, close };

struct Punctuation {
  Mark mark = Mark::none;
  std::size_t length = 1;  // bytes of the character at that place, punctuation or not
};
Punctuation punctuation_at(std::string_view text, std::size_t at);

// The sentences of one paragraph, in order; ranges of `text` moved by `base`. Blank ones are left out.
std::vector<TextRange> sentences(std::string_view text, std::uint32_t base);

// One clause: a stretch between separators at bracket depth 0, with the separator that ends it.
struct Clause {
  TextRange text;         // of the text given to split_clauses, without the separator
  Mark end = Mark::none;  // none: the text ended
};
// Splits what stands between two figures. An unclosed opening bracket is a boundary too (Mark::open), as is a closing
// bracket without its opening one (Mark::close).
void split_clauses(std::string_view text, std::vector<Clause>& out);  // `out` is cleared first; one serves for a document

}  // namespace gouji::extractor

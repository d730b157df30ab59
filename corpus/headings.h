// Headings and the sections that they open. Levels follow the order in which numbering styles nest in this document (一、 then
// （一） then 1. in most, but any order is read); a converter's automatic "（2） " after "（一）" is the same style.
#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"

namespace gouji::corpus {

// What a block's text says about being a heading.
struct HeadingForm {
  bool heading = false;  // the whole block
  TextRange run_in;      // a noun phrase with its number that opens the paragraph: "（一）综合评价结论"; empty: none
};

// `outline`: the level that the file gives the block, 1 = outermost; 0: it says nothing.
HeadingForm heading_form(const Document& document, BlockId block, std::uint8_t outline = 0);

// Reads the numbers at the start of the blocks from `first` on.
void read_numbers(Document& document, BlockId first);

// Reads each block's number, turns paragraphs into headings, builds sections and list levels. Run once, after all blocks are there
// that may stand in sections. `outlines`: the levels that the file gives the blocks; none where it gives none.
void build_sections(Document& document, const std::vector<std::uint8_t>& outlines = {});

}  // namespace gouji::corpus

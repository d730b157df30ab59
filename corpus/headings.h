// Headings and the sections that they open. Levels follow the order in which numbering styles nest in this document (一、 then
// （一） then 1. in most, but any order is read); a converter's automatic "（2） " after "（一）" is the same style.
#pragma once

#include "model/document.h"

namespace gouji::corpus {

// What a block's text says about being a heading.
struct HeadingForm {
  bool heading = false;  // the whole block
  TextRange run_in;      // a noun phrase with its number that opens the paragraph: "（一）综合评价结论"; empty: none
};

HeadingForm heading_form(const Document& document, BlockId block);

// Reads each block's number, turns paragraphs into headings, builds sections and list levels. Run once, after all blocks are there.
void build_sections(Document& document);

}  // namespace gouji::corpus

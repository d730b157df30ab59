// Which lines belong to one paragraph. Two layouts: a paragraph a line (then only a line that breaks off inside its sentence
// goes on), and wrapped at a width (then a line that reaches the right margin goes on).
#pragma once

#include <string_view>
#include <vector>

#include "corpus/draft.h"
#include "corpus/layout.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

namespace gouji::corpus {

// Groups every line whose role is not part of a table into drafts, in reading order; a page number or a header inside a
// paragraph is put after it.
class Paragraphs {
 public:
  Paragraphs(std::string_view decoded, const std::vector<Line>& lines, const Layout& layout) : decoded_(decoded), lines_(lines), layout_(layout) {}

  // Adds line i (not of a table) to the open paragraph or starts a new one; finished drafts go to `out`.
  void add(std::uint32_t i, std::vector<BlockDraft>& out);
  // Ends the open paragraph (a table follows, or the end).
  void finish(std::vector<BlockDraft>& out);

 private:
  bool continues(std::uint32_t i, bool item) const;  // `item`: it starts with a number
  bool continues_wrapped(const Line& previous, const Line& line, bool item) const;
  bool continues_unwrapped(const Line& previous, const Line& line, bool item) const;
  bool heading_so_far() const;
  bool goes_on_in_list(const Numbering& number) const;

  std::string_view decoded_;
  const std::vector<Line>& lines_;
  const Layout& layout_;
  BlockDraft open_;
  std::vector<BlockDraft> after_;  // page numbers met inside the open paragraph
  unsigned stops_ = 0, commas_ = 0, characters_ = 0;
  bool item_ = false;
};

}  // namespace gouji::corpus

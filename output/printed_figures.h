// PrintedFigures: what every writer prints of a figure that stands in another record: its id, its printed text and its place.
// Built once a report; refers to the report, which must outlive it.
#pragma once

#include <string>
#include <vector>

#include "output/report.h"

namespace gouji::output {

struct PrintedFigure {
  std::string id;
  std::string range;    // "" when it is no end of a range
  std::string printed;  // "426.92万元": spans joined without line breaks
  Place place;          // line and offset are of its first digit or sign
};

class PrintedFigures {
 public:
  explicit PrintedFigures(const Report& report);
  // nullptr for no_id and for an index that the extraction does not have.
  const PrintedFigure* find(FigureId id) const { return id < printed_.size() ? &printed_[id] : nullptr; }

 private:
  std::vector<PrintedFigure> printed_;
};

// A place as a person is told it: the line ("23"), in a Word document the paragraph ("¶57", counted from 1).
std::string short_place(const Place& place);

// `text` without LF, CR, form feeds and TABs (a cell's number and unit can stand on two lines).
std::string without_line_breaks(std::string_view text);

// The part of a sentence that is printed with a figure: all of it, or, where it is longer than any sentence that a person
// writes, what stands around the figure. Without the limit a hostile text of one sentence would be printed once a figure.
TextRange passage_around(const Document& document, TextRange sentence, TextRange figure);

// The headings above a section, outermost first, its own last, each as printed.
std::vector<std::string_view> heading_path(const Document& document, SectionId section);

}  // namespace gouji::output

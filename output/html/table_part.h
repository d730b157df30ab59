// A range of the report's text with its figures as elements, and a table of it as an HTML table. Internal to output/html.
#pragma once

#include <string>
#include <vector>

#include "output/report_view.h"

namespace gouji::output::html {

// Appends ranges of Document::text. A figure inside a range is <b id="f3" class="f …">; of figures that overlap (the two ends of
// 5—8万元) the first that ends is the element, and the others' ids are empty elements before it. Each figure is written once:
// where a table repeats a range, the first place has the id.
class MarkedText {
 public:
  explicit MarkedText(const ReportView& page);
  void append(std::string& out, TextRange range);
  bool has_figure(TextRange range) const;

 private:
  struct Span {
    TextRange range;
    FigureId figure;
  };
  void append_figure(std::string& out, const Span& span);

  const ReportView& page_;
  std::vector<Span> spans_;    // by where they begin
  std::vector<bool> written_;  // by FigureId
};

class TablePart {
 public:
  TablePart(const ReportView& page, MarkedText& text);
  void append(std::string& out, TableId table);

 private:
  void append_cell(std::string& out, const Cell& cell, bool header);
  void append_nested(std::string& out, const Cell& cell);

  const ReportView& page_;
  MarkedText& text_;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> headers_;  // by TableId: half-open runs of header rows
  int depth_ = 0;
};

}  // namespace gouji::output::html

#include "output/html/table_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "output/html/markup.h"

namespace gouji::output::html {
namespace {

constexpr int deepest = 8;              // nested tables; deeper ones are left as text
constexpr std::uint32_t widest = 1000;  // HTML's own limit of colspan

std::string_view class_of(const FigureMark& mark) {
  switch (mark.state) {
    case FigureState::stated:
      return "f stated";
    case FigureState::blamed:
      return "f blamed";
    case FigureState::asked:
      return "f asked";
    case FigureState::ties_out:
      return mark.exact ? "f ok" : "f near";
    case FigureState::operand:
      return "f part";
    case FigureState::unchecked:
      break;
  }
  return "f";
}

}  // namespace

MarkedText::MarkedText(const ReportView& page) : page_(page), written_(page.report.extraction.figures.size()) {
  const auto& figures = page.report.extraction.figures;
  spans_.reserve(figures.size());
  for (FigureId id = 0; id < figures.size(); ++id) spans_.push_back({figures[id].text, id});
  std::stable_sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) { return a.range.begin < b.range.begin; });
}

bool MarkedText::has_figure(TextRange range) const {
  const auto at =
      std::lower_bound(spans_.begin(), spans_.end(), range.begin, [](const Span& s, std::uint32_t begin) { return s.range.begin < begin; });
  return at != spans_.end() && range.contains(at->range);
}

void MarkedText::append_figure(std::string& out, const Span& span) {
  const FigureMark& mark = page_.marks[span.figure];
  const bool first = !written_[span.figure];
  written_[span.figure] = true;
  fmt::format_to(std::back_inserter(out), R"(<b class="{}"{}>)", class_of(mark),
                 first ? fmt::format(R"( id="f{}")", span.figure) : fmt::format(R"( data-f="{}")", span.figure));
  append_escaped(out, page_.report.document.view(span.range));
  out += "</b>";
}

void MarkedText::append(std::string& out, TextRange range) {
  const Document& document = page_.report.document;
  std::uint32_t at = range.begin;
  auto span = std::lower_bound(spans_.begin(), spans_.end(), range.begin, [](const Span& s, std::uint32_t begin) { return s.range.begin < begin; });
  for (; span != spans_.end() && span->range.begin < range.end; ++span) {
    if (span->range.end > range.end) continue;
    if (span->range.begin < at) {  // overlaps the one before: only its id
      if (!written_[span->figure]) fmt::format_to(std::back_inserter(out), R"(<i id="f{}"></i>)", span->figure);
      written_[span->figure] = true;
      continue;
    }
    append_escaped(out, document.view({at, span->range.begin}));
    append_figure(out, *span);
    at = span->range.end;
  }
  append_escaped(out, document.view({at, range.end}));
}

TablePart::TablePart(const ReportView& page, MarkedText& text) : page_(page), text_(text), headers_(page.report.document.tables.size()) {
  for (const Panel& panel : page.report.extraction.panels) {
    if (panel.table < headers_.size() && !panel.rows.empty()) headers_[panel.table].emplace_back(panel.first_row, panel.rows.front().row);
  }
}

void TablePart::append(std::string& out, TableId id) {
  const Table& table = page_.report.document.tables[id];
  const auto& headers = headers_[id];
  const auto is_header = [&](std::uint32_t row) {
    return std::any_of(headers.begin(), headers.end(), [&](const auto& run) { return run.first <= row && row < run.second; });
  };
  fmt::format_to(std::back_inserter(out), "<div class=\"table\" id=\"t{}\"><table>\n", id);
  std::uint32_t row = no_id;
  bool header = false;
  for (const Cell& cell : table.cells) {
    if (cell.row != row) {
      out += row == no_id ? "<tr>" : "</tr>\n<tr>";
      row = cell.row;
      header = is_header(row);
    }
    append_cell(out, cell, header);
  }
  out += row == no_id ? "</table></div>\n" : "</tr>\n</table></div>\n";
}

void TablePart::append_cell(std::string& out, const Cell& cell, bool header) {
  const char* tag = header ? "th" : "td";
  out += fmt::format("<{}", tag);
  if (cell.column_span > 1) out += fmt::format(" colspan=\"{}\"", std::min(cell.column_span, widest));
  if (cell.row_span > 1) out += fmt::format(" rowspan=\"{}\"", cell.row_span);
  // A cell of little but its figure stands to the right, so that digits stand under digits.
  constexpr std::uint32_t short_cell = 32;
  if (!header && cell.text.size() <= short_cell && text_.has_figure(cell.text)) out += " class=\"n\"";
  out += ">";
  if (cell.content.empty() || depth_ >= deepest) {
    text_.append(out, cell.text);
  } else {
    append_nested(out, cell);
  }
  out += fmt::format("</{}>", tag);
}

void TablePart::append_nested(std::string& out, const Cell& cell) {
  const Document& document = page_.report.document;
  ++depth_;
  std::uint32_t at = cell.text.begin;
  for (const BlockId id : cell.content) {
    if (id >= document.blocks.size()) continue;
    const Block& block = document.blocks[id];
    if (block.table >= document.tables.size()) continue;
    if (cell.text.contains(block.text) && block.text.begin >= at) {
      text_.append(out, {at, block.text.begin});
      at = block.text.end;
    }
    append(out, block.table);
  }
  if (at < cell.text.end) text_.append(out, {at, cell.text.end});
  --depth_;
}

}  // namespace gouji::output::html

#include "output/printed_figures.h"

#include <algorithm>

#include "output/record_ids.h"

namespace gouji::output {

PrintedFigures::PrintedFigures(const Report& report) {
  const std::vector<Figure>& figures = report.extraction.figures;
  FigureIds ids = figure_ids(report.document, figures);
  printed_.reserve(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    PrintedFigure& out = printed_.emplace_back();
    out.id = std::move(ids.figure[i]);
    out.range = std::move(ids.range[i]);
    out.printed = without_line_breaks(report.document.view(figure.text));
    out.place = report.document.map.place(figure.text);
    if (figure.number.begin != figure.text.begin) {  // a currency sign may stand before the first digit
      const Place digits = report.document.map.place(figure.number);
      out.place.line = digits.line;
      out.place.offset = digits.offset;
    }
  }
}

std::string short_place(const Place& place) {
  if (place.part.empty()) return std::to_string(place.line);
  return place.runs.empty() ? "¶" : "¶" + std::to_string(place.runs.front().paragraph + 1);
}

std::string without_line_breaks(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\t'; });
  return out;
}

TextRange passage_around(const Document& document, TextRange sentence, TextRange figure) {
  constexpr std::uint32_t longest = 6000, around = 1500;  // bytes
  if (sentence.size() <= longest || !sentence.contains(figure)) return sentence.size() <= longest ? sentence : figure;
  TextRange range{figure.begin - std::min(around, figure.begin - sentence.begin), figure.end + std::min(around, sentence.end - figure.end)};
  const auto inside_character = [&](std::uint32_t at) {
    return at < sentence.end && (static_cast<unsigned char>(document.text[at]) & 0xC0U) == 0x80U;
  };
  while (inside_character(range.begin)) ++range.begin;
  while (inside_character(range.end)) ++range.end;
  return range;
}

std::vector<std::string_view> heading_path(const Document& document, SectionId section) {
  std::vector<std::string_view> path;
  // A parent stands before its child, so the walk ends even on a section that names a wrong one.
  while (section < document.sections.size()) {
    const Section& s = document.sections[section];
    path.push_back(document.view(s.heading));
    if (s.parent >= section) break;
    section = s.parent;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace gouji::output

// For tests: a report's text → its figures and relations as short lines that a table can hold.
#pragma once

#include <string>
#include <vector>

#include "corpus/text_reader.h"
#include "extractor/extractor.h"

namespace gouji::test {

inline std::shared_ptr<const patterns::Library> library() {
  static const auto loaded = patterns::Library::load({}).value();
  return loaded;
}

inline Document document(const std::string& text) { return corpus::read_text({"test.txt", text, ""}, {}).value(); }

struct Extracted {
  Document document;
  Extraction extraction;

  explicit Extracted(const std::string& text) : document(test::document(text)), extraction(extractor::extract(document, *library())) {}

  std::string printed(FigureId id) const { return std::string(document.view(extraction.figures[id].text)); }

  // "426.92万元 支出/基本支出 2023 final": text, indicator, period, basis, then what is not a plain level.
  std::string line(FigureId id) const {
    const Figure& f = extraction.figures[id];
    std::string out = printed(id) + " " + f.indicator.str() + " " + f.period.value.str() + " " + std::string(name(f.basis.value));
    if (f.aspect != Aspect::level) out += " " + std::string(name(f.aspect));
    if (!f.of.empty()) out += " of=" + f.of.str();
    if (f.direction != Direction::none) out += " " + std::string(name(f.direction)) + " " + std::string(name(f.versus));
    if (!f.scope.value.empty()) out += " scope=" + f.scope.value.str();
    if (f.fund != Fund::none) out += " fund=" + std::string(name(f.fund));
    if (!f.code.empty()) out += " code=" + f.code.str();
    if (f.comparator != Comparator::equal) out += " " + std::string(name(f.comparator));
    if (f.role == Role::rule) out += " rule";
    return out;
  }
  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (FigureId id = 0; id < extraction.figures.size(); ++id) out.push_back(line(id));
    return out;
  }
  // "breakdown 10 = 6 + 4": printed numbers; "?" behind the kind where the relation is open.
  std::vector<std::string> relations() const {
    static constexpr const char* kinds[] = {"breakdown", "balance", "formula", "equality", "product", "headcount"};
    std::vector<std::string> out;
    for (const Relation& r : extraction.relations) {
      std::string line = std::string(kinds[static_cast<int>(r.kind)]) + (r.open ? "? " : " ");
      for (std::size_t i = 0; i < r.operands.size(); ++i) {
        const auto& o = r.operands[i];
        if (i > 0) line += i == 1 ? " = " : o.sign < 0 ? " - " : " + ";
        if (i == 1 && o.sign < 0) line += "-";
        line += document.view(extraction.figures[o.figure].number);
      }
      if (!r.expression.empty()) line += " (" + r.expression + ")";
      out.push_back(line);
    }
    return out;
  }
};

}  // namespace gouji::test

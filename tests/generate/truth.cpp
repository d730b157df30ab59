#include "generate/truth.h"

#include <algorithm>

namespace gouji::generate {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string decimal(Wide value) { return Decimal(value, -7).str(); }

template <class List, class Print>
std::string listed(const List& list, const Print& print) {
  std::string out = "[";
  for (const auto& item : list) out += (out.size() > 1 ? "," : "") + print(item);
  return out + "]";
}

std::string figure_line(const Report& report, std::size_t id) {
  const Figure& f = report.figures[id];
  const Quantity& q = report.quantities[static_cast<std::size_t>(f.quantity)];
  return R"({"type":"figure","id":)" + std::to_string(id) + R"(,"quantity":)" + std::to_string(f.quantity) + R"(,"kind":)" +
         quoted(name_of(q.measure)) + R"(,"number":)" + quoted(f.number) + R"(,"unit":)" + quoted(f.unit_known) + R"(,"value":)" +
         quoted(decimal(f.sign * f.value)) + R"(,"decimals":)" + std::to_string(f.decimals) + R"(,"indicator":)" + quoted(q.name) + R"(,"period":)" +
         quoted(q.period) + R"(,"basis":)" + quoted(q.basis) + R"(,"hidden":)" + quoted(std::to_string(q.value)) + R"(,"over":)" +
         quoted(std::to_string(q.over)) + R"(,"place":)" + quoted(f.in_table ? "table" : "prose") + R"(,"line":)" + std::to_string(f.line) +
         R"(,"offset":)" + std::to_string(f.offset) + "}\n";
}

}  // namespace

std::string name_of(Measure measure) {
  static const char* const names[] = {"amount", "ratio", "points", "count", "score"};
  return names[static_cast<std::size_t>(measure)];
}

std::string name_of(RelationKind kind) {
  static const char* const names[] = {"sum", "at_most", "equal", "quotient", "growth", "change", "product"};
  return names[static_cast<std::size_t>(kind)];
}

std::string name_of(FaultKind kind) {
  static const char* const names[] = {"digit_changed", "digits_swapped", "unit_slip",  "sign_flipped",    "row_missing",
                                      "row_doubled",   "total_wrong",    "rate_stale", "cells_exchanged", "repeat_stale"};
  return names[static_cast<std::size_t>(kind)];
}

std::string truth_of(const Report& report) {
  std::string out = R"({"type":"report","kind":)" + quoted(report.kind) + R"(,"entity":)" + quoted(report.entity) + R"(,"title":)" +
                    quoted(report.title) + R"(,"period":)" + quoted(std::to_string(report.year)) + "}\n";
  std::vector<std::size_t> order;
  for (std::size_t id = 0; id < report.figures.size(); ++id)
    if (!report.figures[id].gone) order.push_back(id);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Figure &x = report.figures[a], &y = report.figures[b];
    return x.line != y.line ? x.line < y.line : x.offset < y.offset;
  });
  for (const std::size_t id : order) out += figure_line(report, id);
  const auto number = [](auto value) { return std::to_string(value); };
  for (std::size_t i = 0; i < report.relations.size(); ++i) {
    const Relation& r = report.relations[i];
    out += R"({"type":"relation","id":)" + std::to_string(i) + R"(,"kind":)" + quoted(name_of(r.kind)) + R"(,"result":)" + std::to_string(r.result) +
           R"(,"terms":)" + listed(r.terms, [](const Term& t) { return std::to_string(t.figure); }) + R"(,"signs":)" +
           listed(r.terms, [](const Term& t) { return std::to_string(t.sign); }) + "}\n";
  }
  for (const Fault& f : report.faults)
    out += R"({"type":"fault","kind":)" + quoted(name_of(f.kind)) + R"(,"figures":)" + listed(f.figures, number) + R"(,"printed":)" +
           quoted(f.printed) + R"(,"was":)" + quoted(f.was) + R"(,"broken":)" + listed(f.broken, number) + R"(,"suspects":)" +
           listed(f.suspects, number) + "}\n";
  return out;
}

}  // namespace gouji::generate

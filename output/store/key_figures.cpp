#include "output/store/key_figures.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <stdexcept>

#include "output/across_record.h"
#include "output/record_ids.h"

namespace gouji::store {
namespace {

constexpr std::size_t fields = 9;

std::array<std::string_view, fields> parted(std::string_view line) {
  std::array<std::string_view, fields> out;
  for (std::size_t i = 0; i < fields; ++i) {
    const std::size_t end = i + 1 == fields ? line.size() : line.find('\t');
    if (end == std::string_view::npos) throw std::runtime_error("key figures with a field missing");
    out[i] = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return out;
}

template <class T>
T integer(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) throw std::runtime_error("key figures with no number: " + std::string(text));
  return value;
}

Decimal decimal(std::string_view text) {
  const std::optional<Decimal> value = Decimal::parse(text);
  if (!value) throw std::runtime_error("key figures with no decimal: " + std::string(text));
  return *value;
}

void line_or_null(Rows& rows, std::uint64_t line) { line == 0 ? rows.null() : rows.integer(static_cast<std::int64_t>(line)); }

}  // namespace

void add_key_figures(Rows& rows, std::string_view document, const KeyFigures& figures, std::string_view period) {
  std::string text;
  for (const KeyFigure& f : figures.figures) {
    text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", f.key, f.name, f.period.year, f.number.begin, f.number.end, f.printed, f.line,
                        f.value.str(), f.width.str());
  }
  rows.text(document);
  rows.text(figures.entity);
  rows.text(ending_of(figures.entity));
  rows.text_or_null(period);
  rows.text(text);
  rows.end_row();
}

std::vector<KeyFigure> key_figures_of(std::string_view text) {
  std::vector<KeyFigure> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto [key, name, year, begin, stop, printed, line, value, width] = parted(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    out.push_back({std::string(key), std::string(name), Period{integer<std::int16_t>(year)},
                   TextRange{integer<std::uint32_t>(begin), integer<std::uint32_t>(stop)}, std::string(printed), integer<std::uint64_t>(line),
                   decimal(value), decimal(width)});
  }
  return out;
}

void add_across(Rows& checks, Rows& operands, const AcrossCheck& check) {
  const std::string id = output::across_id(check);
  checks.text(id);
  checks.text(check.entity);
  checks.text(check.name);
  checks.text(check.key);
  checks.text(check.period.str());
  checks.text(output::across_evidence(check));
  checks.text(name(check.verdict));
  checks.text_or_null(name(check.severity));
  checks.boolean(check.verdict == Verdict::inconsistent);
  checks.integer(static_cast<std::int64_t>(check.operands.size()));
  checks.text((check.operands.back().value - check.operands.front().value).str());
  for (const std::string* text : {&check.formula, &check.message, &check.hint, &check.why}) checks.text_or_null(*text);
  checks.end_row();
  std::int64_t position = 0;
  for (const AcrossOperand& operand : check.operands) {
    operands.text(id);
    operands.integer(position++);
    operands.text(operand.document);
    operands.text(output::figure_id(operand.document, operand.number));
    operands.text(operand.printed);
    operands.text(operand.value.str());
    line_or_null(operands, operand.line);
    operands.end_row();
  }
}

}  // namespace gouji::store

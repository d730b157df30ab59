#include "output/printed_scale.h"

#include "output/utf8.h"

namespace gouji::output {
namespace {

// ASCII for one character of a printed number; 0 drops it, '?' is no part of a plain number.
char folded(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<char>(c);
  if (c >= U'０' && c <= U'９') return static_cast<char>('0' + (c - U'０'));
  switch (c) {
    case U'.':
    case U'．':
      return '.';
    case U'-':
    case U'－':
    case U'−':
    case U'﹣':
    case U'(':
    case U'（':
      return '-';
    case U'+':
    case U'＋':
    case U',':
    case U'，':
    case U' ':
    case U'\u3000':
    case U'\n':
    case U'\r':
    case U'\f':
    case U'\t':
    case U')':
    case U'）':
      return 0;
    default:
      return '?';
  }
}

}  // namespace

std::optional<Decimal> printed_decimal(std::string_view number) {
  std::string ascii;
  for (std::size_t at = 0; at < number.size();) {
    const CodePoint point = code_point(number, at);
    at += point.length;
    if (const char c = folded(point.value); c != 0) ascii.push_back(c);
  }
  return Decimal::parse(ascii);
}

std::optional<int> printed_power(const Document& document, const Figure& figure) {
  constexpr int widest = 16;
  const std::optional<Decimal> printed = printed_decimal(document.view(figure.number));
  if (!printed || printed->is_zero() || !figure.fraction.empty()) return std::nullopt;
  const Decimal a = printed->abs().normalized(), b = figure.value.abs().normalized();
  if (a.coefficient() != b.coefficient()) return std::nullopt;
  const int power = b.exponent() - a.exponent();
  return power >= -widest && power <= widest ? std::optional<int>(power) : std::nullopt;
}

std::string in_printed_unit(const Document& document, const Figure& figure, std::string_view canonical) {
  const std::optional<Decimal> value = Decimal::parse(canonical);
  const std::optional<int> power = printed_power(document, figure);
  if (!value || !power) return std::string(canonical);
  std::string out = value->shifted(-*power).str();
  // As many decimals as are printed: 18.6 beside 21.30 is 18.60.
  const int decimals = -printed_decimal(document.view(figure.number))->exponent();
  const std::size_t point = out.find('.');
  const int has = point == std::string::npos ? 0 : static_cast<int>(out.size() - point - 1);
  if (decimals > has) out.append(has == 0 ? "." : "").append(static_cast<std::size_t>(decimals - has), '0');
  return out;
}

}  // namespace gouji::output

#include "corpus/broken_numbers.h"

#include <algorithm>
#include <cmath>

namespace gouji::corpus {
namespace {

using Kind = Segment::Kind;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view s) { return !s.empty() && std::all_of(s.begin(), s.end(), is_ascii_digit); }

// Nothing on the line but what may be cut off numbers.
bool holds_rests_only(std::string_view decoded, const PrintedRow& row) {
  constexpr std::uint32_t longest = 6;  // bytes
  return std::all_of(row.segments.begin(), row.segments.end(), [&](const Segment& s) {
    const std::string_view text = decoded.substr(s.range.begin, s.range.size());
    return s.kind == Kind::number ? text.size() <= longest && (text.size() <= 2 || !all_digits(text)) : s.kind == Kind::text;
  });
}

}  // namespace

bool is_rest_of_number(std::string_view number, std::string_view rest) {
  const std::string_view unsigned_number = number.starts_with('-') ? number.substr(1) : number;
  if (rest.empty() || unsigned_number.empty() || !is_ascii_digit(unsigned_number.front())) return false;
  const bool plain = std::all_of(unsigned_number.begin(), unsigned_number.end(), [](char c) { return is_ascii_digit(c) || c == ',' || c == '.'; });
  if (!plain) return false;
  if (rest == "%" || rest == "％") return true;
  const std::string_view digits = rest.ends_with('%') ? rest.substr(0, rest.size() - 1) : rest;
  const std::size_t point = number.rfind('.'), comma = number.rfind(',');
  if (point != std::string_view::npos) {
    const std::size_t decimals = number.size() - point - 1;
    return decimals < 2 && all_digits(digits) && decimals + digits.size() == 2;
  }
  if (rest.front() == '.') return rest.size() == 3 && all_digits(rest.substr(1));
  if (comma == std::string_view::npos) return false;
  // 12,34 over 5.67: the last group lacks digits.
  const std::size_t group = number.size() - comma - 1, end = std::min(rest.find('.'), rest.size());
  return group < 3 && all_digits(rest.substr(0, end)) && group + end == 3 && (end == rest.size() || all_digits(rest.substr(end + 1)));
}

bool is_rest_of_whole(std::string_view number, std::string_view rest) {
  constexpr std::size_t shortest = 4, longest_rest = 2;
  return all_digits(number) && number.size() >= shortest && all_digits(rest) && rest.size() <= longest_rest;
}

namespace {

// 31448 over 8, its row between them: a whole number wider than its column stands alone on its line, and below the row the digit that had no
// place. Labels between them move what is printed behind, so that the number's place is counted, not measured.
const Segment* broken_whole(std::string_view decoded, const std::vector<PrintedRow>& rows, std::size_t above, std::size_t rest, std::size_t index) {
  const auto text = [&](const Segment& s) { return decoded.substr(s.range.begin, s.range.size()); };
  const auto alone = [&](std::size_t i) {
    return std::none_of(rows[i].segments.begin(), rows[i].segments.end(), [](const Segment& s) { return s.kind == Kind::text; });
  };
  if (rest < above + 2 || rows[above].segments.size() != rows[rest].segments.size()) return nullptr;
  const Segment& number = rows[above].segments[index];
  if (!is_rest_of_whole(text(number), text(rows[rest].segments[index]))) return nullptr;
  return alone(above) && alone(rest) && !alone(rest - 1) ? &number : nullptr;
}

}  // namespace

void mark_broken_numbers(std::string_view decoded, std::vector<PrintedRow>& rows) {
  constexpr std::uint32_t farthest = 2;  // printed lines: that of the label may stand between
  const auto text = [&](const Segment& s) { return decoded.substr(s.range.begin, s.range.size()); };
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].segments.empty() || !holds_rests_only(decoded, rows[i])) continue;
    const auto is_cut_off = [&](Segment& s) {
      for (std::size_t k = i; k-- > 0 && rows[k].page == rows[i].page && rows[i].y - rows[k].y <= farthest;) {
        for (const Segment& above : rows[k].segments)
          if (above.kind == Kind::number && std::abs(above.centre() - s.centre()) <= above.width() / 2.0 + 1 &&
              is_rest_of_number(text(above), text(s)))
            return true;
        if (const Segment* number = broken_whole(decoded, rows, k, i, static_cast<std::size_t>(&s - rows[i].segments.data()))) {
          s.to = number->to;
          s.from = number->to - 1;
          return true;
        }
      }
      return false;
    };
    const auto numbers_cut_off = [&](Segment& s) { return s.kind != Kind::number || is_cut_off(s); };
    if (!std::all_of(rows[i].segments.begin(), rows[i].segments.end(), numbers_cut_off)) continue;
    for (Segment& s : rows[i].segments) s.kind = Kind::text;
  }
}

}  // namespace gouji::corpus

#include "audit/precision.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace gouji::audit {
namespace {

constexpr int exact_decimals = 12;
constexpr std::size_t most_printed_decimals = 12;

struct Printed {
  int decimals = 0;            // digits after the printed point
  bool trailing_zero = false;  // "953.90"
};

// nullopt for numbers without ASCII or full-width digits (Chinese numerals say nothing of trimmed zeros).
std::optional<Printed> printed_decimals(std::string_view number) {
  std::size_t digits = 0;
  int after_point = -1;
  bool zero = false;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const auto c = static_cast<unsigned char>(number[i]);
    const bool full_width = c == 0xEF && i + 2 < number.size() && static_cast<unsigned char>(number[i + 1]) == 0xBC;
    const unsigned last = full_width ? static_cast<unsigned char>(number[i + 2]) : 0U;
    if ((c >= '0' && c <= '9') || (full_width && last >= 0x90 && last <= 0x99)) {
      ++digits;
      zero = c == '0' || last == 0x90;
      if (after_point >= 0) ++after_point;
    } else if (c == '.' || (full_width && last == 0x8E)) {
      after_point = 0;
    }
    if (full_width) i += 2;
  }
  if (digits == 0) return std::nullopt;
  return Printed{std::max(after_point, 0), after_point > 0 && zero};
}

// Amounts printed in one unit (万元: CNY and 4).
struct UnitGroup {
  std::string_view code;
  int power = 0;
  std::array<std::uint32_t, most_printed_decimals + 1> count{};
  bool keeps_zeros = false;
  int commonest() const { return static_cast<int>(std::max_element(count.begin(), count.end()) - count.begin()); }
};

UnitGroup& group_of(std::vector<UnitGroup>& groups, std::string_view code, int power) {
  for (UnitGroup& g : groups)
    if (g.power == power && g.code == code) return g;
  return groups.emplace_back(UnitGroup{code, power, {}, false});
}

bool speaks_of_precision(const Figure& f) {
  return f.kind == Kind::amount && f.role == Role::measure && f.comparator == Comparator::equal && !f.exact;
}

}  // namespace

void infer_decimals(const Document& document, Extraction& extraction) {
  std::vector<UnitGroup> groups;  // a handful of units: a search is cheaper than a map
  struct Seen {
    Figure* figure;
    std::size_t group;
    int decimals;
  };
  std::vector<Seen> seen;
  for (Figure& f : extraction.figures) {
    if (!speaks_of_precision(f)) continue;
    const auto printed = printed_decimals(document.view(f.number));
    if (!printed) continue;
    UnitGroup& group = group_of(groups, f.unit.value, printed->decimals - f.decimals);
    ++group.count[std::min(static_cast<std::size_t>(printed->decimals), most_printed_decimals)];
    group.keeps_zeros |= printed->trailing_zero;
    seen.push_back({&f, static_cast<std::size_t>(&group - groups.data()), printed->decimals});
  }
  for (const Seen& s : seen) {
    const UnitGroup& group = groups[s.group];
    if (!group.keeps_zeros && group.commonest() > s.decimals)
      s.figure->decimals_inferred = static_cast<std::int16_t>(group.commonest() - group.power);
  }
}

int unit_power(const Document& document, const Figure& f) {
  if (f.exact) return 0;
  const auto printed = printed_decimals(document.view(f.number));
  return printed ? printed->decimals - f.decimals : 0;
}

bool same_when_rounded(const Decimal& a, const Decimal& width_a, const Decimal& b, const Decimal& width_b) {
  const Decimal apart = (a - b).abs();
  return apart + apart <= std::max(width_a, width_b);
}

namespace {

// Nobody prints "0万元" for 4,000 元 beside amounts of two decimals: a zero amount or count is nothing at all. Scores are given, not
// measured: a whole one is whole.
bool is_point(const Figure& f) {
  if (f.exact || (f.kind == Kind::score && f.decimals <= 0)) return true;
  return f.value.is_zero() && (f.kind == Kind::amount || f.kind == Kind::count);
}

}  // namespace

Decimal printed_width(const Figure& f) { return is_point(f) ? Decimal() : Decimal(1, -f.decimals); }

Reading reading(const Figure& f) {
  Reading out;
  out.value = f.value;
  out.approximate = f.comparator != Comparator::equal || !f.fraction.empty();
  if (is_point(f)) {
    out.printed = out.inferred = Interval::point(f.value);
    out.decimals = exact_decimals;
    return out;
  }
  out.decimals = f.decimals;
  out.printed = out.inferred = Interval::around(f.value, f.decimals);
  if (f.decimals_inferred > f.decimals) {
    out.decimals = f.decimals_inferred;
    out.inferred = Interval::around(f.value, f.decimals_inferred);
  }
  return out;
}

}  // namespace gouji::audit

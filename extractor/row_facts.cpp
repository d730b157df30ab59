#include "extractor/row_facts.h"

#include <algorithm>

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

// What a row is called is a basis, a change or a rate, and nothing else.
bool says_basis(std::string_view name, const patterns::Library& library, RowMeaning& out) {
  if (const patterns::ColumnWord* word = column_word(name, library); word != nullptr && word->aspect != Aspect::level) {
    out.kind = word->kind;
    out.aspect = word->aspect;
    return word->aspect == Aspect::change || word->aspect == Aspect::change_rate || word->aspect == Aspect::completion;
  }
  const auto basis = library.bases().suffix(name);
  if (!basis || basis.length != name.size()) return false;
  out.basis = basis.entry->basis;
  return true;
}

bool is_money(Basis basis) { return basis != Basis::none && basis != Basis::target && basis != Basis::actual; }

}  // namespace

void take_period(RowMeaning& row) {
  std::string_view name = row.panel.name;
  std::size_t digits = 0;
  while (digits < name.size() && is_ascii_digit(name[digits])) ++digits;
  if (digits != 4) return;
  const int year = (name[0] - '0') * 1000 + (name[1] - '0') * 100 + (name[2] - '0') * 10 + (name[3] - '0');
  name.remove_prefix(digits);
  if (year < 1949 || year > 2100 || !drop_prefix(name, words<"年度 年">)) return;
  const bool end_of_year = drop_prefix(name, words<"年末 年底 末 底">);
  if (name.size() < 6 || !is_han(name, 0) || starts_with_any(name, words<"至 — - 以">)) return;  // 2023年 alone, 2021年至2025年…
  row.period =
      Period{static_cast<std::int16_t>(year), static_cast<std::int8_t>(end_of_year ? 12 : 0), static_cast<std::int8_t>(end_of_year ? 31 : 0)};
  row.panel.name = std::string(name);
}

void settle_bases(std::vector<RowMeaning>& rows, const patterns::Library& library) {
  constexpr std::size_t most_rows = 12;
  std::vector<RowMeaning> said;
  std::size_t bases = 0;
  for (const RowMeaning& row : rows) {
    RowMeaning& own = said.emplace_back();
    if (row.panel.name.empty()) continue;
    if (said.size() > most_rows || row.panel.kind != RowKind::item || !row.panel.code.empty() || !row.panel.groups.empty()) return;
    if (!says_basis(row.panel.name, library, own)) return;
    bases += is_money(own.basis) ? 1 : 0;
  }
  if (bases < 2) return;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].panel.name.empty()) continue;
    rows[r].basis = said[r].basis;
    rows[r].aspect = said[r].aspect;
    rows[r].kind = said[r].kind;
    rows[r].panel.name.clear();
  }
}

}  // namespace gouji::extractor

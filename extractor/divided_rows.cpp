#include "extractor/divided_rows.h"

#include <algorithm>
#include <string_view>

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr std::size_t most_rows = 200, farthest = 12;

bool names_part(std::string_view name, const std::vector<std::string>& spellings) {
  for (const std::string& spelling : spellings)
    if (contains(name, spelling)) return true;
  return false;
}

// The first row of each part; empty where one has none, or they do not stand together.
std::vector<std::uint32_t> first_rows(const std::vector<RowMeaning>& rows, const patterns::Partition& partition) {
  std::vector<std::uint32_t> out;
  for (const std::vector<std::string>& spellings : partition.parts) {
    std::uint32_t first = no_id;
    for (std::uint32_t r = 0; r < rows.size() && first == no_id; ++r)
      if (rows[r].panel.kind == RowKind::item && rows[r].panel.code.empty() && names_part(rows[r].panel.name, spellings)) first = r;
    if (first == no_id || (!out.empty() && std::max(first, out.front()) - std::min(first, out.front()) > farthest)) return {};
    out.push_back(first);
  }
  return out;
}

void settle(std::vector<RowMeaning>& rows, const patterns::Partition& partition, const std::vector<std::uint32_t>& firsts) {
  const std::uint32_t top = *std::min_element(firsts.begin(), firsts.end());
  const std::uint32_t bottom = *std::max_element(firsts.begin(), firsts.end());
  const PanelRow whole = rows[top].panel;
  for (const std::uint32_t r : firsts) {
    rows[r].panel.parent = whole.parent;
    rows[r].panel.of_which = whole.of_which;
    rows[r].panel.doubtful = false;
  }
  // 公务用车购置费, 公务用车运行维护费: what stands between and is called after the part above it is of that part.
  for (std::size_t p = 0; p < firsts.size(); ++p)
    for (std::uint32_t r = firsts[p] + 1; r < bottom && std::find(firsts.begin(), firsts.end(), r) == firsts.end(); ++r) {
      PanelRow& row = rows[r].panel;
      if (!names_part(row.name, partition.parts[p])) continue;
      row.parent = firsts[p];
      row.of_which = true;
      row.doubtful = false;
    }
}

// Print ran two of the parts into one label: what their total is made of is not sure.
void doubt(std::vector<RowMeaning>& rows, const std::vector<std::uint32_t>& firsts) {
  for (const std::uint32_t r : firsts)
    if (const std::uint32_t parent = rows[r].panel.parent; parent < rows.size()) rows[parent].panel.doubtful = true;
}

}  // namespace

namespace {

// 政府收支分类科目: 101 税收收入 is of taxes, 103 非税收入 of these (其他收入 closes their list).
bool is_tax(std::string_view name) { return name.ends_with("税") && name != "非税"; }
bool is_fee(std::string_view name) {
  return contains_any(name, words<"专项收入 行政事业性收费 罚没收入 国有资本经营收入 国有资源 捐赠收入 政府住房基金 其他收入">);
}

// Rows without numbers below 一、税收收入 and 二、非税收入 are their parts by their names.
void settle_income(std::vector<RowMeaning>& rows) {
  std::uint32_t parent = no_id;
  bool taxes = false;
  for (std::uint32_t r = 0; r < rows.size(); ++r) {
    PanelRow& row = rows[r].panel;
    if (row.kind == RowKind::item && (row.name == "税收收入" || row.name == "非税收入")) {
      taxes = row.name == "税收收入";
      parent = row.doubtful || !row.code.empty() ? no_id : r;
      continue;
    }
    const bool part = parent != no_id && row.kind == RowKind::item && row.code.empty() && (taxes ? is_tax(row.name) : is_fee(row.name));
    if (!part) {
      parent = row.name.empty() ? parent : no_id;
      continue;
    }
    if (row.parent != no_id && row.parent != rows[parent].panel.parent) continue;
    if (!row.doubtful) continue;
    row.parent = parent;
    row.doubtful = false;
  }
}

// A total is sure where all of its rows are.
void settle_totals(std::vector<RowMeaning>& rows) {
  for (RowMeaning& total : rows) {
    if (total.panel.kind == RowKind::item || !total.panel.doubtful) continue;
    const auto index = static_cast<std::uint32_t>(&total - rows.data());
    total.panel.doubtful = std::any_of(rows.begin(), rows.end(), [&](const RowMeaning& r) { return r.panel.parent == index && r.panel.doubtful; });
  }
}

}  // namespace

void settle_divided_rows(std::vector<RowMeaning>& rows, const patterns::Library& library) {
  if (rows.size() >= 3 && rows.size() <= most_rows) {
    settle_income(rows);
    settle_totals(rows);
  }
  if (rows.size() < 3 || rows.size() > most_rows) return;
  for (const patterns::Partition& partition : library.partitions()) {
    if (partition.parts.size() < 3) continue;
    const std::vector<std::uint32_t> firsts = first_rows(rows, partition);
    bool apart = !firsts.empty();
    for (const std::uint32_t r : firsts) apart = apart && std::count(firsts.begin(), firsts.end(), r) == 1;
    if (apart)
      settle(rows, partition, firsts);
    else
      doubt(rows, firsts);
  }
}

}  // namespace gouji::extractor

// Rows of numbers: "A、B分别为x、y", "19.6%、27.8%和52.6%". What one of them says holds for the others, and names answer numbers in order.
#include <algorithm>

#include "extractor/characters.h"
#include "extractor/pairing.h"
#include "extractor/paragraph_reader.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

// 较上年的5亿元增加…, 较目标（924亿元）超收…: the level that the change behind it is measured from.
bool is_compared_with(const Lead& lead, std::string_view clause, std::string_view after, const patterns::Library& library) {
  if (lead.aspect != Aspect::level || lead.to || lead.done) return false;
  after = trim_left(after);
  if (starts_with_any(clause, words<"与 同 和">) && after.starts_with("相比")) {  // 与上年年末机构数189个相比增加7个
    drop_prefix(after, words<"相比较 相比">);
    drop_prefix(after, words<"，">);
    return static_cast<bool>(library.changes().prefix(trim_left(after)));
  }
  if (lead.versus_text.empty() || !lead.name.empty()) return false;
  drop_prefix(after, words<"） )">);
  drop_prefix(after, words<"， 相比， 相比">);
  return static_cast<bool>(library.changes().prefix(trim_left(after)));
}

}  // namespace

// How many numbers stand in a row from numerals_[index] on, with nothing but separators between them.
std::size_t ParagraphReader::numbers_in_row(std::size_t index, bool commas) const {
  std::size_t numbers = 1;
  for (std::size_t i = index + 1; i < numerals_.size() && numbers < 64; ++i) {
    const std::string_view between = trim(text_.substr(numerals_[i - 1].text.end, numerals_[i].text.begin - numerals_[i - 1].text.end));
    if (!words<"、 和 与 及 以及 : ： ︰ ∶">.has(between) && !(commas && between == "，")) break;
    ++numbers;
  }
  return numbers;
}

// Names the figures of "A、B分别为x、y" in order; where the counts differ nothing is guessed.
void ParagraphReader::pair_names(std::size_t index, Lead& lead, const Gap& flags, Carry& carry) {
  const bool derived = lead.aspect != Aspect::level;
  constexpr std::string_view respectively = "分别";
  const std::string_view printed = lead.name;
  const std::size_t inside = printed.find(respectively);  // 信用贷、抵押贷分别新增放款: the verb belongs to both
  if (lead.respectively || inside == std::string_view::npos || inside == 0) {
    if (!lead.name.empty()) carry.pair_tail.clear();
  } else {
    carry.pair_tail = printed.substr(inside + respectively.size());
    lead.name = names_.intern(printed.substr(0, inside));
    lead.respectively = true;
  }
  if (lead.respectively && !lead.name.empty()) {
    carry.paired = lead.name;
    const std::size_t numbers = numbers_in_row(index, true);
    carry.pair_names = enumerated_names(lead.name, numbers);
    carry.pair_subjects.clear();
    carry.pair_next = 0;
    if (carry.pair_names.size() != numbers) {
      if (carry.pair_names.size() > 1)
        out_.warnings.push_back({"unequal_pairs",
                                 "“分别” pairs " + std::to_string(carry.pair_names.size()) + " names with " + std::to_string(numbers) + " numbers",
                                 carry.text});
      carry.pair_names.clear();
    }
  } else if (derived && (lead.respectively || (lead.name.empty() && carry.pair_names.size() > 1))) {
    pair_subjects(numbers_in_row(index, true), carry);
  } else if (!lead.name.empty() && !flags.enumeration && numbers_in_row(index, false) > 1) {
    // 第一、二、三产业占比为2%、50%和48%: as many names as numbers answer each other without 分别, too.
    carry.paired = lead.name;
    carry.pair_names = enumerated_names(lead.name, numbers_in_row(index, false));
    carry.pair_subjects.clear();
    carry.pair_next = 0;
    if (carry.pair_names.size() < 2 || carry.pair_names.size() != numbers_in_row(index, false)) carry.pair_names.clear();
  } else if ((!flags.enumeration || !lead.name.empty()) && !(lead.name.empty() && lead.to)) {
    carry.pair_names.clear();
  }
  if (lead.name.empty() && lead.to && carry.from != no_id && carry.pair_next == carry.pair_names.size())
    carry.pair_next = 0;  // 分别由1元、2元提高到3元、4元
  if (carry.pair_next < carry.pair_names.size())
    lead.name = next_of_pair(carry);
  else if (!lead.name.empty() && !carry.pair_tail.empty())
    lead.name = names_.intern(lead.name.str() + carry.pair_tail);
}

Name ParagraphReader::next_of_pair(Carry& carry) {
  return names_.intern(paired_name(carry.paired, carry.pair_names, carry.pair_next++) + carry.pair_tail);
}

// "卫生支出5亿元，教育支出6亿元，分别增长3%和4%": the last levels of the sentence, as many as there are numbers.
void ParagraphReader::pair_subjects(std::size_t numbers, Carry& carry) {
  carry.pair_names.clear();
  carry.pair_subjects.clear();
  carry.pair_next = 0;
  constexpr std::size_t farthest = 200;  // figures
  const std::size_t end = out_.figures.size();
  for (std::size_t id = end; id-- > 0 && end - id <= farthest && out_.figures[id].sentence == carry.sentence && carry.pair_subjects.size() < numbers;)
    if (out_.figures[id].aspect == Aspect::level && out_.figures[id].table == no_id) carry.pair_subjects.push_back(static_cast<FigureId>(id));
  std::reverse(carry.pair_subjects.begin(), carry.pair_subjects.end());
  if (numbers < 2 || carry.pair_subjects.size() != numbers) carry.pair_subjects.clear();
}

// The second and later numbers of a row say nothing of themselves: what the first said holds for them.
bool ParagraphReader::continues_row(std::size_t index, const Lead& lead, const Carry& carry) const {
  if (carry.previous == no_id || index == 0 || carry.row_at + 1 != index || !lead.name.empty() || lead.aspect != Aspect::level ||
      numerals_[index].kind != numerals_[index - 1].kind)
    return false;
  const TextRange between{numerals_[index - 1].text.end, numerals_[index].text.begin};
  return between.begin <= between.end && words<"、 和 与 及 以及 : ： ︰ ∶">.has(trim(text_.substr(between.begin, between.size())));
}

// 占财政支出和生产总值的比重分别达到12%和3.1%: each number is of a whole of its own.
void ParagraphReader::pair_wholes(std::size_t index, const Lead& lead, Carry& carry) {
  carry.pair_ofs.clear();
  carry.of_next = 0;
  if (lead.respectively && lead.aspect == Aspect::share && lead.name.empty()) carry.pair_ofs = enumerated_names(lead.of, numbers_in_row(index, true));
  if (carry.pair_ofs.size() < 2 || carry.pair_ofs.size() != numbers_in_row(index, true)) carry.pair_ofs.clear();
}

// 城乡居民收入分别为: town and country.
void ParagraphReader::part_town_and_country(std::size_t index, Lead& lead) {
  if (lead.scope != "城乡" || lead.name.empty() || numbers_in_row(index, true) != 2) return;
  lead.name = names_.intern(lead.scope.str().append(lead.name.view()));
  lead.scope = {};
}

// What the clause says, with what the row of numbers that the figure stands in, or the names that it answers, add to it.
const Lead& ParagraphReader::understand(std::size_t index, std::string_view after, const Gap& flags, Carry& carry) {
  const Lead& read = parser_.parse(clean_, numerals_[index].kind);
  const bool names_entity = !read.scope.empty() && out_.facts.entity.ends_with(read.scope);
  const bool compared_with = is_compared_with(read, clean_.text, after, library_);
  const bool in_row = carry.in_row = continues_row(index, read, carry);
  const bool opens_row = !in_row && numbers_in_row(index, false) > 1;
  const bool pairs = opens_row || read.respectively || !carry.pair_names.empty() || !carry.pair_subjects.empty() || contains(read.name, "分别");
  if (!names_entity && !compared_with && !in_row && !pairs) return read;  // few leads are changed before they are used; only those are copied
  Lead& lead = changed_ = in_row ? carry.run : read;
  if (names_entity) {  // the report's own entity is no scope of its own
    lead.scope = {};
    lead.own_entity = true;
  }
  if (compared_with) {
    lead.compared_with = true;
    std::string_view name = lead.name;
    if (drop_prefix(name, words<"上年年末 去年年末 上年末 去年末 上年底 去年底 上年同期 去年同期 上年 去年">)) {
      lead.name = names_.intern(name);
      if (lead.versus == Versus::none) lead.versus = Versus::prior_year;
    }
  }
  if (in_row || opens_row) carry.row_at = index;
  if (!in_row) pair_wholes(index, read, carry);
  if (carry.of_next < carry.pair_ofs.size()) lead.of = names_.intern(carry.pair_ofs[carry.of_next++]);
  if (in_row) {
    lead.of_which = lead.consists = lead.sums = lead.respectively = false;
    if (carry.pair_next < carry.pair_names.size()) lead.name = next_of_pair(carry);
  } else if (pairs) {
    part_town_and_country(index, lead);
    if (opens_row) carry.run = lead;
    pair_names(index, lead, flags, carry);
  }
  return lead;
}

}  // namespace gouji::extractor

#include "generate/writer.h"

#include <algorithm>
#include <stdexcept>

#include "generate/numerals.h"

namespace gouji::generate {
namespace {

// The index behind the bracket that closes the one at `at`.
std::size_t closing(std::string_view text, std::size_t at, char open, char close) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == open) ++depth;
    if (text[at] == close && --depth == 0) return at;
  }
  return text.size();
}

std::vector<std::string> alternatives(std::string_view inside) {
  std::vector<std::string> out(1);
  int depth = 0;
  for (const char c : inside) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (c == '|' && depth == 0) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

FigureId found(const std::map<std::string, FigureId>& figures, const std::string& name) {
  const auto it = figures.find(name);
  return it == figures.end() ? nobody : it->second;
}

}  // namespace

FigureId Said::operator[](const std::string& slot) const { return found(slots_, slot); }

FigureId Said::item(const std::string& items, std::size_t index, const std::string& slot) const {
  const auto it = items_.find(items);
  return it == items_.end() || index >= it->second.size() ? nobody : found(it->second[index], slot);
}

std::vector<FigureId> Said::all(const std::string& items, const std::string& slot) const {
  std::vector<FigureId> out;
  const auto it = items_.find(items);
  if (it == items_.end()) return {nobody};  // the list was not printed: no sum is stated
  for (const auto& item : it->second) out.push_back(found(item, slot));
  return out;
}

std::string chinese_number(unsigned number) {
  static const char* const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string out = number >= 20 ? digits[number / 10] : "";
  if (number >= 10) out += "十";
  return out + digits[number % 10];
}

int Writer::add(Quantity quantity) {
  report_.quantities.push_back(std::move(quantity));
  return static_cast<int>(report_.quantities.size()) - 1;
}

Unit Writer::unit_of(const Quantity& quantity, const Unit& wanted, bool in_table) const {
  if (!wanted.name.empty()) return wanted;
  switch (quantity.measure) {
    case Measure::amount:
      return in_table ? style_.table_money : style_.money;
    case Measure::ratio:
      return {"%", -2, style_.percent_decimals};
    case Measure::points:
      return {"个百分点", -2, style_.percent_decimals};
    case Measure::count:
      return {in_table ? "" : "人", 0, 0};
    case Measure::score:
      return {in_table ? "" : "分", 0, 2};
  }
  return {};
}

FigureId Writer::print(int id, const Unit& wanted, bool in_table) {
  const Quantity& of = quantity(id);
  const Unit unit = unit_of(of, wanted, in_table);
  const bool percent = of.measure == Measure::ratio || of.measure == Measure::points;
  bool trim = of.measure == Measure::score || (percent ? style_.trim_percent : in_table ? style_.trim_table : style_.trim);
  if (of.measure == Measure::amount && of.value == 0 && style_.whole_zero) trim = true;
  const bool group = of.measure == Measure::amount && (in_table ? style_.group_table : style_.group);
  Numeral numeral = print_numeral(of, unit, trim, group);
  Figure figure;
  figure.quantity = id;
  figure.number = std::move(numeral.digits);
  figure.unit_known = unit.name;
  figure.unit = in_table && !percent ? "" : unit.name;
  figure.value = numeral.value;
  figure.half = numeral.half;
  figure.exponent = unit.exponent;
  figure.decimals = numeral.decimals;
  figure.sign = of.value < 0 ? -1 : 1;
  figure.in_table = in_table;
  report_.figures.push_back(std::move(figure));
  const auto printed = static_cast<FigureId>(report_.figures.size()) - 1;
  const auto [first, is_new] = first_print_.emplace(id, printed);
  if (!is_new && of.value != 0) relate(RelationKind::equal, printed, {{first->second, 1}});
  return printed;
}

std::string Writer::choose(const std::string& words) {
  Line kept;
  std::swap(kept, line_);
  say(words);
  std::swap(kept, line_);
  std::string out;
  for (const Run& run : kept) out += run.text;
  return out;
}

void Writer::title(const std::string& words) {
  Element element;
  element.kind = Element::Kind::title;
  element.text = {{words}};
  report_.elements.push_back(std::move(element));
}

void Writer::heading(unsigned level, const std::string& words) {
  static const char* const circled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"};
  end();
  const unsigned number = ++counters_[level];
  std::fill(counters_ + level + 1, counters_ + 4, 0U);
  const std::string arabic = std::to_string(number), han = chinese_number(number);
  std::string mark;
  if (level == 0) mark = han + "、";
  if (level == 1) mark = style_.numbering == 1 ? "(" + han + ")" : style_.numbering == 2 ? "（" + arabic + "）" : "（" + han + "）";
  if (level == 2) mark = arabic + (style_.numbering == 1 ? "、" : style_.numbering == 3 ? "．" : ".");
  if (level == 3) mark = number <= 10 ? circled[number - 1] : "（" + arabic + "）";
  Element element;
  element.kind = Element::Kind::heading;
  element.text = {{mark + choose(words)}};
  report_.elements.push_back(std::move(element));
}

void Writer::plain_heading(const std::string& words) {
  end();
  std::fill(counters_, counters_ + 4, 0U);
  Element element;
  element.kind = Element::Kind::title;
  element.text = {{choose(words)}};
  report_.elements.push_back(std::move(element));
}

void Writer::end() {
  if (line_.empty()) return;
  Element element;
  element.text = std::move(line_);
  line_.clear();
  report_.elements.push_back(std::move(element));
}

void Writer::text(const std::string& words) {
  if (line_.empty() || line_.back().figure != nobody || !line_.back().opposite.empty()) line_.emplace_back();
  line_.back().text += words;
}

Said Writer::say(const std::string& words, const std::vector<Slot>& slots, const std::vector<Items>& items) {
  Said said;
  directions_.clear();
  write(words, slots, items, said.slots_, said);
  for (const auto& [name, run] : directions_) line_[run].direction = found(said.slots_, name);
  return said;
}

void Writer::write(std::string_view words, const std::vector<Slot>& slots, const std::vector<Items>& items, std::map<std::string, FigureId>& printed,
                   Said& said) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const char c = words[at];
    const char close = c == '{' ? '}' : c == '<' ? '>' : c == '[' ? ']' : c == '(' ? ')' : '\0';
    if (close == '\0') {
      text(std::string(1, c));
      continue;
    }
    const std::size_t last = closing(words, at, c, close);
    const std::string inside(words.substr(at + 1, last - at - 1));
    at = last;
    if (c == '{') write(random_.pick(alternatives(inside)), slots, items, printed, said);
    if (c == '[') write(words_.at(inside), slots, items, printed, said);
    if (c == '<') write_slot(inside, slots, items, printed, said);
    if (c == '(') write_direction(inside, slots);
  }
}

void Writer::write_slot(const std::string& name, const std::vector<Slot>& slots, const std::vector<Items>& items,
                        std::map<std::string, FigureId>& printed, Said& said) {
  for (const Slot& slot : slots) {
    if (slot.name != name) continue;
    const FigureId id = print(slot.quantity, slot.unit, false);
    const Figure& figure = report_.figures[static_cast<std::size_t>(id)];
    line_.push_back({figure.number + figure.unit, id, nobody, {}});
    printed[name] = id;
    return;
  }
  for (const Items& list : items) {
    if (list.name != name) continue;
    note_opening(name, list, said);
    auto& figures = said.items_[name];
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      if (i > 0) text(list.separator.empty() ? style_.separator : list.separator);
      line_.emplace_back();  // each part begins a run of its own, so that it can be left out
      const std::size_t begin = line_.size() - 1;
      std::map<std::string, FigureId> own;
      write(list.items[i].text, list.items[i].slots, {}, own, said);
      if (list.can_lose && list.items.size() > 2 && i > 0 && own.size() == 1) {
        report_.listed.push_back({report_.elements.size(), begin, line_.size(), own.begin()->second});
      }
      figures.push_back(std::move(own));
    }
    return;
  }
  throw std::logic_error("template: no slot " + name);
}

// 其中 before parts: what says that they are all of the total is that their names divide it, or that they are counted in percent of it.
void Writer::note_opening(const std::string& name, const Items& list, Said& said) const {
  static const std::vector<std::string> wholes{"基本支出", "人员经费", "货物", "因公", "税收收入", "第一产业",
                                               "城镇",     "一般债务", "出口", "男性", "行政编制"};
  std::string before;
  for (const Run& run : line_) before += run.text;
  if (before.size() > 72) before.erase(0, before.size() - 72);
  const std::size_t opening = before.rfind("其中");
  if (opening == std::string::npos || opening + 12 < before.size()) return;
  const std::string& first = list.items.front().text;
  if (first.find("占<") != std::string::npos) return;
  const bool whole = std::any_of(wholes.begin(), wholes.end(), [&](const std::string& w) { return first.find(w) != std::string::npos; });
  (whole ? said.by_names_ : said.some_).insert(name);
}

void Writer::write_direction(const std::string& inside, const std::vector<Slot>& slots) {
  const std::size_t colon = inside.find(':'), comma = inside.find(',');
  const std::string name = inside.substr(0, colon), up = inside.substr(colon + 1, comma - colon - 1), down = inside.substr(comma + 1);
  for (const Slot& slot : slots) {
    if (slot.name != name) continue;
    const bool falls = quantity(slot.quantity).value < 0;
    line_.push_back({falls ? down : up, nobody, nobody, falls ? up : down});
    directions_.emplace(name, line_.size() - 1);  // the first: a reason behind it may say the same of something else
  }
}

}  // namespace gouji::generate

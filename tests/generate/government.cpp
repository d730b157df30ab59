#include "generate/government.h"

#include "generate/department.h"

namespace gouji::generate {

int Government::fixed(const std::string& name, std::int64_t value, int years_ago, const std::string& basis) {
  return writer_.add({name, Measure::amount, value, 1, std::to_string(writer_.year() - years_ago), basis == "-" ? basis_ : basis});
}
int Government::amount(const std::string& name, std::int64_t low, std::int64_t high, int years_ago) {
  return fixed(name, writer_.random().spread(low, high), years_ago);
}

int Government::count(const std::string& name, std::int64_t low, std::int64_t high, int years_ago) {
  return writer_.add({name, Measure::count, writer_.random().spread(low, high), 1, std::to_string(writer_.year() - years_ago), ""});
}

int Government::percent(const std::string& name, std::int64_t low_hundredths, std::int64_t high_hundredths, int years_ago) {
  return writer_.add({name, Measure::ratio, writer_.random().between(low_hundredths * 100, high_hundredths * 100), 1'000'000,
                      std::to_string(writer_.year() - years_ago), ""});
}

std::vector<int> Government::parts(int total, const std::vector<std::string>& names) {
  const Quantity whole = writer_.quantity(total);
  std::vector<int> out;
  const std::vector<std::int64_t> amounts = divide(writer_.random(), whole.value, names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    Quantity part = whole;
    part.name = names[i];
    part.value = amounts[i];
    out.push_back(writer_.add(part));
  }
  return out;
}

int Government::before(int present) {
  Quantity former = writer_.quantity(present);
  const std::int64_t percent = writer_.random().chance(75) ? writer_.random().between(85, 98) : writer_.random().between(102, 120);
  former.value = former.value / 100 * percent + writer_.random().between(0, 9);
  former.period = std::to_string(writer_.year() - 1);
  return writer_.add(former);
}

void say_growth(Writer& writer, Government& government, const std::string& name, int present) {
  const int former = government.before(present), more = difference_of(writer, name, present, former),
            rate = change_rate_of(writer, name, present, former);
  writer.word("what", name);
  const Said said = writer.say("[what]{完成|达到|}<t>，{比|较}上年(m:增加,减少)<m>，(r:增长,下降)<r>。", {{"t", present}, {"m", more}, {"r", rate}});
  writer.growth(said["r"], said["m"], said["t"]);
}

void say_parts(Writer& writer, const std::string& opening, int total, const std::vector<int>& parts, bool shares) {
  std::vector<Item> items;
  for (const int part : parts) {
    items.push_back({writer.quantity(part).name + (shares ? "<v>，占<s>" : "<v>"), {{"v", part}}});
    if (shares) items.back().slots.push_back({"s", ratio_of(writer, "占比", part, total)});
  }
  const Said said =
      writer.say(opening + "<t>{，其中：|，其中，|。其中，|，包括：|，包括}<list>。", {{"t", total}}, {{"list", items, shares ? "；" : ""}});
  writer.list_sum(said["t"], said);
  for (std::size_t i = 0; i < items.size(); ++i) writer.quotient(said.item("list", i, "s"), said.item("list", i, "v"), said["t"]);
}

void say_points(Writer& writer, Government& government, const std::string& name) {
  const int former = government.percent(name, 2000, 7000, 1);
  Quantity now = writer.quantity(former);
  now.value += writer.random().between(1'000, 80'000);
  now.period = std::to_string(writer.year());
  const int present = writer.add(now);
  const Quantity was = writer.quantity(former);
  const int points = writer.add({name, Measure::points, now.value - was.value, now.over, now.period, ""});
  writer.word("what", name);
  const Said said = writer.say("[what]由{上年的|}<a>{提高|上升}到<b>，{提高|上升}<c>。", {{"a", former}, {"b", present}, {"c", points}});
  writer.signed_sum(said["c"], {{said["b"], 1}, {said["a"], -1}});
}

}  // namespace gouji::generate

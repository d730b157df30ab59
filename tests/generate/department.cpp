#include "generate/department.h"

#include <algorithm>

#include "generate/names.h"

namespace gouji::generate {
namespace {

using Amounts = std::vector<std::int64_t>;  // by item

std::int64_t total(const Amounts& amounts) {
  std::int64_t sum = 0;
  for (const std::int64_t amount : amounts) sum += amount;
  return sum;
}

Amounts plus(const Amounts& a, const Amounts& b) {
  Amounts out(a);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += b[i];
  return out;
}

// What the books are made of, in 元; totals follow from it.
struct Books {
  std::vector<FunctionCode> codes;
  Amounts general_basic, general_project, fund_begin, fund_income, fund_spent, capital, other_basic, other_project;
  std::vector<Amounts> other_income;  // superior, business, operating, attached, other
  std::int64_t general_begin = 0, general_end = 0, other_begin = 0, other_end = 0, surplus_used = 0, distributed = 0;
  std::size_t main = 0;  // the item that takes what is carried over
};

void choose_codes(Random& random, const Office& office, Books& books) {
  std::vector<FunctionCode> codes = random.some(office.core, static_cast<std::size_t>(random.between(2, 5)));
  for (const FunctionCode& code : random.some(staff_codes(), static_cast<std::size_t>(random.between(2, 6)))) codes.push_back(code);
  if (random.chance(45))
    for (const FunctionCode& code : random.some(fund_codes(), static_cast<std::size_t>(random.between(1, 3)))) codes.push_back(code);
  if (random.chance(15)) codes.push_back(random.pick(capital_codes()));
  std::sort(codes.begin(), codes.end(), [](const FunctionCode& a, const FunctionCode& b) { return a.code < b.code; });
  books.codes = std::move(codes);
}

bool one_of(const std::vector<FunctionCode>& list, const FunctionCode& code) {
  return std::any_of(list.begin(), list.end(), [&](const FunctionCode& c) { return c.code == code.code; });
}

// Offices' spreadsheets hold 元, often of round hundreds.
std::int64_t money(Random& random, std::int64_t low, std::int64_t high) {
  const std::int64_t amount = random.spread(low, high);
  return random.chance(20) ? amount / 100 * 100 : amount;
}

void fill_books(Random& random, const Office& office, Books& books) {
  const std::size_t n = books.codes.size();
  for (Amounts* list : {&books.general_basic, &books.general_project, &books.fund_begin, &books.fund_income, &books.fund_spent, &books.capital,
                        &books.other_basic, &books.other_project})
    list->assign(n, 0);
  books.other_income.assign(5, Amounts(n, 0));
  const std::int64_t size = random.spread(200'000, 4'000'000);
  bool first = true;
  for (std::size_t i = 0; i < n; ++i) {
    const FunctionCode& code = books.codes[i];
    if (one_of(fund_codes(), code)) {
      books.fund_spent[i] = money(random, size / 10, size * 3);
    } else if (one_of(capital_codes(), code)) {
      books.capital[i] = money(random, 10'000, size);
    } else if (one_of(office.core, code)) {
      if (first) books.main = i;
      books.general_basic[i] = first || random.chance(30) ? money(random, size, size * 4) : 0;
      books.general_project[i] = books.general_basic[i] == 0 || random.chance(50) ? money(random, size / 10, size * 3) : 0;
      first = false;
    } else {
      books.general_basic[i] = money(random, size / 20, size / 2);
    }
  }
}

void carry_over(Random& random, Books& books, bool accounts) {
  const std::size_t main = books.main;
  if (random.chance(40)) books.general_begin = money(random, 1'000, books.general_basic[main] / 10);
  if (random.chance(35)) books.general_end = money(random, 1'000, books.general_basic[main] / 10);
  for (std::size_t i = 0; i < books.codes.size(); ++i) {
    if (books.fund_spent[i] == 0) continue;
    if (random.chance(30)) books.fund_begin[i] = money(random, 1'000, books.fund_spent[i] / 4);
    const std::int64_t end = random.chance(30) ? money(random, 1'000, books.fund_spent[i] / 4) : 0;
    books.fund_income[i] = books.fund_spent[i] + end - books.fund_begin[i];
  }
  if (random.chance(45)) {  // money that is no grant
    books.other_basic[main] = money(random, 10'000, books.general_basic[main]);
    if (random.chance(50)) books.other_project[main] = money(random, 10'000, books.general_basic[main]);
    const std::int64_t spent = books.other_basic[main] + books.other_project[main];
    if (random.chance(30)) books.other_begin = money(random, 1'000, spent / 4 + 1'000);
    if (random.chance(30)) books.other_end = money(random, 1'000, spent / 4 + 1'000);
    if (random.chance(12)) books.surplus_used = money(random, 1'000, spent / 4 + 1'000);
    if (accounts && random.chance(8)) books.distributed = money(random, 1'000, spent / 4 + 1'000);
    const std::int64_t income = spent + books.other_end + books.distributed - books.other_begin - books.surplus_used;
    std::vector<std::size_t> kinds = random.some<std::size_t>({0, 1, 2, 3, 4}, static_cast<std::size_t>(random.between(1, 3)));
    const Amounts parts = divide(random, income, kinds.size());
    for (std::size_t k = 0; k < kinds.size(); ++k) books.other_income[kinds[k]][main] = parts[k];
  }
}

class Maker {
 public:
  Maker(Writer& writer, std::string basis) : writer_(writer), basis_(std::move(basis)) {}

  int amount(const std::string& name, std::int64_t value, int years_ago = 0, const std::string& basis = {}) {
    return writer_.add({name, Measure::amount, value, 1, std::to_string(writer_.year() - years_ago), basis.empty() ? basis_ : basis});
  }
  int count(const std::string& name, std::int64_t value) { return writer_.add({name, Measure::count, value, 1, std::to_string(writer_.year()), ""}); }

  ByFunction by_function(const std::string& name, const std::vector<FunctionCode>& codes, const Amounts& amounts, const std::string& basis = {}) {
    std::map<std::string, std::int64_t> sums{{"", 0}};
    std::map<std::string, std::string> names{{"", name}};
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const FunctionCode& code = codes[i];
      for (const std::size_t length : {0U, 3U, 5U, 7U}) sums[code.code.substr(0, length)] += amounts[i];
      names[code.code.substr(0, 3)] = code.class_name;
      names[code.code.substr(0, 5)] = code.group_name;
      names[code.code] = code.name;
    }
    ByFunction out;
    out.name = name;
    for (const auto& [code, sum] : sums) out.ids[code] = amount(names[code], sum, 0, basis);
    return out;
  }

 private:
  Writer& writer_;
  std::string basis_;
};

void economics(Writer& writer, Maker& make, Department& d, std::int64_t basic) {
  Random& random = writer.random();
  const std::int64_t running = basic / random.between(5, 12);
  const auto add = [&](const std::vector<Economic>& all, std::int64_t sum, std::size_t count) {
    const std::vector<Economic> chosen = random.some(all, count);
    const Amounts parts = divide(random, sum, chosen.size());
    std::map<std::string, std::int64_t> classes;
    for (std::size_t i = 0; i < chosen.size(); ++i) classes[chosen[i].code.substr(0, 3)] += parts[i];
    static const std::map<std::string, std::string> names{
        {"301", "工资福利支出"}, {"302", "商品和服务支出"}, {"303", "对个人和家庭的补助"}, {"310", "资本性支出"}};
    std::string last;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const std::string three = chosen[i].code.substr(0, 3);
      if (three != last) d.economics.push_back({three, names.at(three), make.amount(names.at(three), classes[three])});
      last = three;
      d.economics.push_back({chosen[i].code, chosen[i].name, make.amount(chosen[i].name, parts[i])});
    }
  };
  add(people_codes(), basic - running, static_cast<std::size_t>(random.between(6, 13)));
  add(running_codes(), running, static_cast<std::size_t>(random.between(5, 15)));
  d.people = make.amount("人员经费", basic - running);
  d.running_costs = make.amount("公用经费", running);
}

// What 基本支出 spends on vehicles and guests is part of “三公”经费: never more than it.
struct Least {
  std::int64_t running = 0, reception = 0;
};

Least in_basic_spending(const Writer& writer, const Department& d) {
  Least least;
  for (const Economic& economic : d.economics) {
    if (economic.code == "30231") least.running = writer.quantity(economic.id).value;
    if (economic.code == "30217") least.reception = writer.quantity(economic.id).value;
  }
  return least;
}

ThreeExpenses three_expenses(Random& random, Maker& make, int years_ago, const std::string& basis, std::int64_t size, Least least) {
  const bool abroad = random.chance(12), buys = random.chance(15), drives = random.chance(70) || least.running > 0;
  const std::int64_t a = abroad ? random.spread(8'000, size) : 0, p = buys ? random.spread(90'000, 250'000) : 0,
                     r = drives ? std::max(least.running, random.spread(6'000, size)) : 0, e = std::max(least.reception, random.spread(2'000, size));
  return {make.amount("“三公”经费", a + p + r + e, years_ago, basis),       make.amount("因公出国（境）费", a, years_ago, basis),
          make.amount("公务用车购置及运行维护费", p + r, years_ago, basis), make.amount("公务用车购置费", p, years_ago, basis),
          make.amount("公务用车运行维护费", r, years_ago, basis),           make.amount("公务接待费", e, years_ago, basis)};
}

void balances(Maker& make, const Books& b, Department& d) {
  const std::int64_t general = total(b.general_basic) + total(b.general_project), fund = total(b.fund_spent), capital = total(b.capital);
  const std::int64_t other = total(b.other_basic) + total(b.other_project);
  const std::int64_t fund_begin = total(b.fund_begin), fund_end = fund_begin + total(b.fund_income) - fund;
  const std::int64_t general_income = general + b.general_end - b.general_begin;
  d.general_income = make.amount("一般公共预算财政拨款收入", general_income);
  d.capital_income = make.amount("国有资本经营预算财政拨款收入", capital);
  d.surplus_used = make.amount("使用非财政拨款结余", b.surplus_used);
  d.distributed = make.amount("结余分配", b.distributed);
  d.begin = make.amount("年初结转和结余", b.general_begin + fund_begin + b.other_begin);
  d.end = make.amount("年末结转和结余", b.general_end + fund_end + b.other_end);
  d.grand_total = make.amount("收、支总计", general + fund + capital + other + b.distributed + b.general_end + fund_end + b.other_end);
  d.grant_income = make.amount("财政拨款收入", general_income + total(b.fund_income) + capital);
  d.grant_spent = make.amount("财政拨款支出", general + fund + capital);
  d.grant_begin = make.amount("年初财政拨款结转和结余", b.general_begin + fund_begin);
  d.grant_begin_general = make.amount("一般公共预算年初结转", b.general_begin);
  d.grant_begin_fund = make.amount("政府性基金年初结转", fund_begin);
  d.grant_end = make.amount("年末财政拨款结转和结余", b.general_end + fund_end);
  d.grant_end_general = make.amount("一般公共预算年末结转", b.general_end);
  d.grant_end_fund = make.amount("政府性基金年末结转", fund_end);
  d.grant_total = make.amount("财政拨款收、支总计", general + fund + capital + b.general_end + fund_end);
  d.grant_total_general = make.amount("一般公共预算总计", general + b.general_end);
  d.grant_total_fund = make.amount("政府性基金总计", fund + fund_end);
  d.grant_total_capital = make.amount("国有资本经营总计", capital);
}

void by_functions(Maker& make, const Books& b, Department& d) {
  const Amounts general = plus(b.general_basic, b.general_project);
  Amounts grants = plus(plus(general, b.fund_income), b.capital);
  grants[b.main] += b.general_end - b.general_begin;
  const Amounts basic = plus(b.general_basic, b.other_basic), project = plus(plus(b.general_project, b.other_project), plus(b.fund_spent, b.capital));
  Amounts fund_end = plus(b.fund_begin, b.fund_income), income = grants;
  for (std::size_t i = 0; i < fund_end.size(); ++i) fund_end[i] -= b.fund_spent[i];
  for (const Amounts& other : b.other_income) income = plus(income, other);
  const auto make_one = [&](const std::string& name, const Amounts& amounts) { return make.by_function(name, b.codes, amounts); };
  d.spent = make_one("本年支出合计", plus(basic, project));
  d.basic = make_one("基本支出", basic);
  d.project = make_one("项目支出", project);
  d.general = make_one("一般公共预算财政拨款支出", general);
  d.general_basic = make_one("一般公共预算财政拨款基本支出", b.general_basic);
  d.general_project = make_one("一般公共预算财政拨款项目支出", b.general_project);
  d.income = make_one("本年收入合计", income);
  Amounts carried = b.fund_begin;
  carried[b.main] += b.general_begin + b.other_begin + b.surplus_used;
  d.carried = make_one("上年结转", carried);
  d.means = make_one("收入总计", plus(income, carried));
  d.grants = make_one("财政拨款收入", grants);
  d.superior = make_one("上级补助收入", b.other_income[0]);
  d.business = make_one("事业收入", b.other_income[1]);
  d.operating = make_one("经营收入", b.other_income[2]);
  d.attached = make_one("附属单位上缴收入", b.other_income[3]);
  d.other = make_one("其他收入", b.other_income[4]);
  d.fund_begin = make_one("政府性基金年初结转和结余", b.fund_begin);
  d.fund_income = make_one("政府性基金预算财政拨款收入", b.fund_income);
  d.fund_spent = make_one("政府性基金预算财政拨款支出", b.fund_spent);
  d.fund_end = make_one("政府性基金年末结转和结余", fund_end);
  d.capital = make_one("国有资本经营预算财政拨款支出", b.capital);
}

void people(Random& random, Maker& make, Department& d) {
  const std::int64_t administrative = random.between(6, 60), institution = random.between(4, 90);
  const std::int64_t staff_a = administrative - random.between(0, administrative / 4), staff_i = institution - random.between(0, institution / 4);
  d.posts = make.count("编制", administrative + institution);
  d.posts_administrative = make.count("行政编制", administrative);
  d.posts_institution = make.count("事业编制", institution);
  d.staff = make.count("在职人员", staff_a + staff_i);
  d.staff_administrative = make.count("行政人员", staff_a);
  d.staff_institution = make.count("事业人员", staff_i);
  d.retired = make.count("退休人员", random.between(1, 60));
}

}  // namespace

Department make_department(Writer& writer, const std::string& basis) {
  Random& random = writer.random();
  Maker make(writer, basis);
  Department d;
  const Office& office = random.pick(offices());
  d.county = invented_county(random);
  d.office = office.name;
  d.name = d.county + office.name;
  d.year = writer.year();
  Books books;
  choose_codes(random, office, books);
  fill_books(random, office, books);
  carry_over(random, books, basis != "budget");
  d.codes = books.codes;
  by_functions(make, books, d);
  balances(make, books, d);
  const std::int64_t basic = total(books.general_basic);
  const std::int64_t size = std::max<std::int64_t>(basic / 60, 20'000);
  economics(writer, make, d, basic);
  d.three_budget = three_expenses(random, make, 0, "budget_initial", size * 2, {});
  d.three_final = three_expenses(random, make, 0, basis, size, in_basic_spending(writer, d));
  d.three_prior = three_expenses(random, make, 1, "final", size, {});
  Amounts budget;
  for (std::size_t i = 0; i < d.codes.size(); ++i) {
    const std::int64_t spent = books.general_basic[i] + books.general_project[i];
    budget.push_back(spent * random.between(60, 120) / 100 / 100 * 100);
  }
  d.general_budget = make.by_function("年初预算", d.codes, budget, "budget_initial");
  const std::int64_t goods = random.spread(5'000, 900'000), works = random.chance(50) ? random.spread(20'000, 3'000'000) : 0,
                     services = random.spread(5'000, 900'000);
  d.goods = make.amount("政府采购货物支出", goods);
  d.works = make.amount("政府采购工程支出", works);
  d.services = make.amount("政府采购服务支出", services);
  d.procurement = make.amount("政府采购支出总额", goods + works + services);
  const auto last_year = [&](int id) { return writer.quantity(id).value * random.between(78, 125) / 100 + random.between(0, 999); };
  d.prior_total = make.amount("收、支总计", last_year(d.grand_total), 1);
  d.prior_general = make.amount("一般公共预算财政拨款支出", last_year(d.general.total()), 1);
  d.prior_running_costs = make.amount("机关运行经费", last_year(d.running_costs), 1);
  people(random, make, d);
  return d;
}

int ratio_of(Writer& writer, const std::string& name, int numerator, int denominator) {
  const Quantity n = writer.quantity(numerator), d = writer.quantity(denominator);
  return writer.add({name, Measure::ratio, n.value, d.value, n.period, n.basis});
}

int difference_of(Writer& writer, const std::string& name, int present, int former) {
  const Quantity a = writer.quantity(present), b = writer.quantity(former);
  return writer.add({name, a.measure, a.value - b.value, 1, a.period, a.basis});
}

int change_rate_of(Writer& writer, const std::string& name, int present, int former) {
  const Quantity a = writer.quantity(present), b = writer.quantity(former);
  return writer.add({name, Measure::ratio, a.value - b.value, b.value, a.period, a.basis});
}

int sum_of(Writer& writer, const std::string& name, const std::vector<int>& parts) {
  Quantity sum = writer.quantity(parts.front());
  sum.name = name;
  sum.value = 0;
  for (const int part : parts) sum.value += writer.quantity(part).value;
  return writer.add(sum);
}

}  // namespace gouji::generate

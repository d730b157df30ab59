// The two forms whose income and spending stand side by side.
#include <algorithm>

#include "generate/forms.h"

namespace gouji::generate {
namespace {

struct Side {
  std::vector<std::pair<std::string, int>> items, below;  // name and quantity (−1: blank); below: total, carried over …, grand total
};

const char* const all_classes[] = {
    "一般公共服务支出",     "外交支出",     "国防支出",     "公共安全支出", "教育支出",   "科学技术支出", "文化旅游体育与传媒支出",
    "社会保障和就业支出",   "卫生健康支出", "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "住房保障支出",
    "国有资本经营预算支出", "其他支出"};

// Classes of the department in the forms' order; some offices print those that they have no money in.
std::vector<std::pair<std::string, std::string>> classes_of(Random& random, const Writer& writer, const ByFunction& amounts) {
  const bool all = random.chance(35);
  std::vector<std::pair<std::string, std::string>> out;
  unsigned number = 0;
  for (const char* name : all_classes) {
    std::string code;
    for (const auto& [c, id] : amounts.ids)
      if (c.size() == 3 && writer.quantity(id).name == name) code = c;
    if (!all && code.empty()) continue;
    out.emplace_back(chinese_number(++number) + "、" + name, code);
  }
  return out;
}

void pad(Side& left, Side& right) {
  while (left.items.size() < right.items.size()) left.items.emplace_back("", -1);
  while (right.items.size() < left.items.size()) right.items.emplace_back("", -1);
  while (left.below.size() < right.below.size()) left.below.insert(left.below.end() - 1, {"", -1});
  while (right.below.size() < left.below.size()) right.below.insert(right.below.end() - 1, {"", -1});
}

std::vector<std::pair<std::string, int>> rows_of(const Side& side) {
  std::vector<std::pair<std::string, int>> out = side.items;
  out.insert(out.end(), side.below.begin(), side.below.end());
  return out;
}

// total = Σ items; grand total = total + what stands between.
void add_up(Writer& writer, const std::vector<FigureId>& figures, std::size_t items) {
  const auto at = [&](std::size_t i) { return figures.begin() + static_cast<std::ptrdiff_t>(i); };
  writer.sum(figures[items], {at(0), at(items)}, true);
  writer.sum(figures.back(), {at(items), figures.end() - 1}, true);
}

std::string left_of(Writer& writer, const Department& d) {
  writer.word("name", d.name);
  return writer.choose("{部门：[name]|编制单位：[name]|单位名称：[name]|}");
}

}  // namespace

void income_and_spending(Writer& writer, const Department& d, const FormOptions& options) {
  Random& random = writer.random();
  Side income, spending;
  const std::string tail = options.budget ? "" : writer.choose("{收入|收入|}");
  income.items = {{"一、一般公共预算财政拨款" + tail, d.general_income},
                  {"二、政府性基金预算财政拨款" + tail, d.fund_income.total()},
                  {"三、国有资本经营预算财政拨款" + tail, d.capital_income},
                  {"四、上级补助收入", d.superior.total()},
                  {"五、事业收入", d.business.total()},
                  {"六、经营收入", d.operating.total()},
                  {"七、附属单位上缴收入", d.attached.total()},
                  {"八、其他收入", d.other.total()}};
  for (const auto& [name, code] : classes_of(random, writer, d.spent)) spending.items.emplace_back(name, code.empty() ? -1 : d.spent.of(code));
  income.below = {{"本年收入合计", d.income.total()},
                  {"使用非财政拨款结余", d.surplus_used},
                  {options.budget ? "上年结转" : "年初结转和结余", d.begin},
                  {"总计", d.grand_total}};
  spending.below = {{"本年支出合计", d.spent.total()},
                    {options.budget ? "" : "结余分配", options.budget ? -1 : d.distributed},
                    {options.budget ? "结转下年" : "年末结转和结余", d.end},
                    {"总计", d.grand_total}};
  if (writer.quantity(d.surplus_used).value == 0 && writer.quantity(d.distributed).value == 0 && random.chance(50)) {
    income.below.erase(income.below.begin() + 1);
    spending.below.erase(spending.below.begin() + 1);
  }
  if (random.chance(40)) income.below.back().first = "收入总计", spending.below.back().first = "支出总计";
  pad(income, spending);
  const std::string group = random.chance(50) ? "收入" : "", other = group.empty() ? "" : "支出",
                    amount = options.budget ? "预算数" : writer.choose("{决算数|金额}");
  std::vector<Heads> heads{{"项目", group}};
  if (options.line_numbers) heads.push_back({"行次", group});
  heads.push_back({amount, group});
  heads.push_back({writer.choose("{项目（按功能分类）|项目}"), other});
  if (options.line_numbers) heads.push_back({"行次", other});
  heads.push_back({amount, other});
  const auto left = rows_of(income), right = rows_of(spending);
  std::vector<BodyRow> rows;
  for (std::size_t r = 0; r < left.size(); ++r) {
    BodyRow row;
    row.cells.emplace_back(left[r].first);
    if (options.line_numbers) row.cells.emplace_back(std::to_string(r + 1));
    row.cells.push_back(left[r].second < 0 ? Content() : Content(left[r].second));
    row.cells.emplace_back(right[r].first);
    if (options.line_numbers) row.cells.emplace_back(std::to_string(left.size() + r + 1));
    row.cells.push_back(right[r].second < 0 ? Content() : Content(right[r].second));
    rows.push_back(std::move(row));
  }
  const std::string title = options.budget ? writer.choose("{部门收支总表|收支预算总表|部门收支总体情况表}") : "收入支出决算总表";
  const FigureGrid figures = writer.table(title, heads, rows, "-", left_of(writer, d));
  const std::size_t a = options.line_numbers ? 2 : 1, b = heads.size() - 1;
  std::vector<FigureId> in, out;
  for (const auto& row : figures) in.push_back(row[a]), out.push_back(row[b]);
  add_up(writer, in, income.items.size());
  add_up(writer, out, spending.items.size());
}

void grants_in_and_out(Writer& writer, const Department& d, const FormOptions& options) {
  Random& random = writer.random();
  Side income, spending;
  income.items = {{"一、一般公共预算财政拨款", d.general_income},
                  {"二、政府性基金预算财政拨款", d.fund_income.total()},
                  {"三、国有资本经营预算财政拨款", d.capital_income}};
  income.below = {{"本年收入合计", d.grant_income},
                  {options.budget ? "上年结转" : "年初财政拨款结转和结余", d.grant_begin},
                  {"", -1},
                  {"", -1},
                  {"总计", d.grant_total}};
  if (options.budget) income.below[0].first = writer.choose("{本年收入|本年收入合计}");
  income.below[2] = {"一般公共预算财政拨款", d.grant_begin_general};
  income.below[3] = {"政府性基金预算财政拨款", d.grant_begin_fund};
  const auto classes = classes_of(random, writer, d.spent);
  // Columns of the spending side: all grants, then each fund.
  struct Right {
    std::string name;
    int ids[4];
  };
  std::vector<Right> right;
  for (const auto& [name, code] : classes) {
    Right row{name, {-1, -1, -1, -1}};
    if (!code.empty()) {
      const int parts[] = {d.general.of(code), d.fund_spent.of(code), d.capital.of(code)};
      row = {name, {sum_of(writer, writer.quantity(parts[0]).name, {parts[0], parts[1], parts[2]}), parts[0], parts[1], parts[2]}};
    }
    right.push_back(row);
  }
  const std::size_t items = std::max(right.size(), income.items.size());
  right.resize(items, Right{"", {-1, -1, -1, -1}});
  income.items.resize(items, {"", -1});
  right.push_back({options.budget ? "本年支出" : "本年支出合计", {d.grant_spent, d.general.total(), d.fund_spent.total(), d.capital.total()}});
  right.push_back({options.budget ? "结转下年" : "年末财政拨款结转和结余", {d.grant_end, d.grant_end_general, d.grant_end_fund, -1}});
  right.push_back({"", {-1, -1, -1, -1}});
  right.push_back({"", {-1, -1, -1, -1}});
  right.push_back({"总计", {d.grant_total, d.grant_total_general, d.grant_total_fund, d.grant_total_capital}});
  const std::string tail = random.chance(60) ? "财政拨款" : "";
  std::vector<Heads> heads{{"项目", "收入"}, {"金额", "收入"}, {"项目", "支出"}, {writer.choose("{合计|小计}"), "支出"}};
  for (const char* fund : {"一般公共预算", "政府性基金预算", "国有资本经营预算"}) heads.push_back({fund + tail, "支出"});
  const auto left = rows_of(income);
  std::vector<BodyRow> rows;
  for (std::size_t r = 0; r < left.size(); ++r) {
    BodyRow row{{left[r].first, left[r].second < 0 ? Content() : Content(left[r].second), right[r].name}, false};
    for (const int id : right[r].ids) row.cells.push_back(id < 0 ? Content() : Content(id));
    rows.push_back(std::move(row));
  }
  const std::string title = options.budget ? writer.choose("{财政拨款收支总表|财政拨款收支总体情况表}") : "财政拨款收入支出决算总表";
  const FigureGrid figures = writer.table(title, heads, rows, "-", left_of(writer, d));
  const auto column = [&](std::size_t c) {
    std::vector<FigureId> out;
    for (const auto& row : figures) out.push_back(row[c]);
    return out;
  };
  const std::vector<FigureId> in = column(1);
  writer.sum(in[items], {in.begin(), in.begin() + static_cast<std::ptrdiff_t>(items)}, true);
  writer.sum(in[items + 1], {in[items + 2], in[items + 3]}, true);
  writer.sum(in.back(), {in[items], in[items + 1]}, true);
  for (std::size_t c = 3; c < 7; ++c) add_up(writer, column(c), items);
  for (const auto& row : figures) writer.sum(row[3], {row[4], row[5], row[6]}, true);
}

}  // namespace gouji::generate

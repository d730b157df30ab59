#include "generate/forms.h"

#include <algorithm>

namespace gouji::generate {
namespace {

struct Column {
  Heads head;
  const ByFunction* amounts = nullptr;
};

bool empty(const Writer& writer, const ByFunction& amounts) {
  return std::all_of(amounts.ids.begin(), amounts.ids.end(), [&](const auto& entry) { return writer.quantity(entry.second).value == 0; });
}

// The codes that a form by functional class shows, in its order: which levels is the form's choice.
struct Levels {
  bool classes = true, groups = true, items = true;
};

Levels levels_of(Random& random) {
  const std::int64_t draw = random.between(1, 20);
  if (draw == 1) return {true, true, false};
  if (draw == 2) return {false, false, true};
  return {};
}

std::vector<std::string> codes_of(const Writer& writer, const std::vector<Column>& columns, const Levels& levels) {
  std::vector<std::string> out;
  for (const auto& [code, id] : columns.front().amounts->ids) {
    const bool shown = (code.size() == 3 && levels.classes) || (code.size() == 5 && levels.groups) || (code.size() == 7 && levels.items);
    const bool used = std::any_of(columns.begin(), columns.end(), [&](const Column& c) { return writer.quantity(c.amounts->of(code)).value != 0; });
    if (shown && used) out.push_back(code);
  }
  return out;
}

// A total is the sum of the nearest codes below it.
void add_up(Writer& writer, const std::vector<std::string>& codes, const FigureGrid& figures, std::size_t column) {
  for (std::size_t total = 0; total < codes.size(); ++total) {
    std::vector<FigureId> parts;
    std::size_t next_level = 8;
    for (std::size_t i = 0; i < codes.size(); ++i)
      if (codes[i].size() > codes[total].size() && codes[i].compare(0, codes[total].size(), codes[total]) == 0)
        next_level = std::min(next_level, codes[i].size());
    for (std::size_t i = 0; i < codes.size(); ++i)
      if (codes[i].size() == next_level && codes[i].compare(0, codes[total].size(), codes[total]) == 0) parts.push_back(figures[i][column]);
    if (!parts.empty()) writer.sum(figures[total][column], parts, true);
  }
}

// Code and name, then the columns. The first column is the others' total where `cross`.
FigureGrid function_form(Writer& writer, const std::string& title, const std::vector<Column>& columns, const std::string& left, bool cross = true) {
  Random& random = writer.random();
  std::vector<std::string> codes = codes_of(writer, columns, levels_of(random));
  codes.insert(codes.begin(), "");  // the total, above
  std::vector<Heads> heads{{writer.choose("{科目编码|功能分类科目编码|支出功能分类科目编码}")}, {writer.choose("{科目名称|功能分类科目名称}")}};
  if (random.chance(35)) heads[0].group = heads[1].group = "项目";
  for (const Column& column : columns) heads.push_back(column.head);
  std::vector<BodyRow> rows;
  if (random.chance(35)) {
    BodyRow numbers{{heads[0].group.empty() ? "栏次" : "", heads[0].group.empty() ? "" : "栏次"}, false};
    for (std::size_t c = 1; c <= columns.size(); ++c) numbers.cells.emplace_back(std::to_string(c));
    rows.push_back(numbers);
  }
  const std::size_t before = rows.size();
  for (const std::string& code : codes) {
    BodyRow row{{code, code.empty() ? "合计" : writer.quantity(columns.front().amounts->of(code)).name}, code.size() == 7};
    for (const Column& column : columns) row.cells.emplace_back(column.amounts->of(code));
    rows.push_back(std::move(row));
  }
  FigureGrid figures = writer.table(title, heads, rows, "-", left);
  figures.erase(figures.begin(), figures.begin() + static_cast<std::ptrdiff_t>(before));
  for (std::size_t c = 2; c < heads.size(); ++c) add_up(writer, codes, figures, c);
  for (std::size_t r = 0; r < codes.size() && cross; ++r) writer.sum(figures[r][2], {figures[r].begin() + 3, figures[r].end()}, true);
  return figures;
}

std::string left_of(Writer& writer, const Department& d) {
  writer.word("name", d.name);
  return writer.choose("{部门：[name]|编制单位：[name]|单位名称：[name]|公开部门：[name]|}");
}

// Columns that are all blank are printed by one office and left out by another.
void optional_columns(Writer& writer, std::vector<Column>& columns, const std::vector<Column>& others) {
  const bool all = writer.random().chance(60);
  for (const Column& column : others)
    if (all || !empty(writer, *column.amounts)) columns.push_back(column);
}

}  // namespace

void income_by_function(Writer& writer, const Department& d, const FormOptions& options) {
  std::vector<Column> columns{{{options.budget ? "合计" : writer.choose("{本年收入合计|合计}")}, options.budget ? &d.means : &d.income}};
  if (options.budget) columns.push_back({{"上年结转"}, &d.carried});
  columns.push_back({{options.budget ? "财政拨款" : writer.choose("{财政拨款收入|财政拨款收入|财政拨款}")}, &d.grants});
  optional_columns(writer, columns,
                   {{{"上级补助收入"}, &d.superior},
                    {{"事业收入"}, &d.business},
                    {{"经营收入"}, &d.operating},
                    {{"附属单位上缴收入"}, &d.attached},
                    {{"其他收入"}, &d.other}});
  const std::string title = options.budget ? writer.choose("{部门收入总表|收入预算总表|部门收入总体情况表}") : "收入决算表";
  function_form(writer, title, columns, left_of(writer, d));
}

void spending_by_function(Writer& writer, const Department& d, const FormOptions& options) {
  const std::vector<Column> columns{
      {{options.budget ? "合计" : writer.choose("{本年支出合计|合计}")}, &d.spent}, {{"基本支出"}, &d.basic}, {{"项目支出"}, &d.project}};
  function_form(writer, options.budget ? writer.choose("{部门支出总表|支出预算总表|部门支出总体情况表}") : "支出决算表", columns, left_of(writer, d));
}

void general_by_function(Writer& writer, const Department& d, const FormOptions& options) {
  const std::string group = writer.choose(options.budget ? "{|本年预算}" : "{|本年支出}");
  const std::vector<Column> columns{
      {{writer.choose("{小计|合计}"), group}, &d.general}, {{"基本支出", group}, &d.general_basic}, {{"项目支出", group}, &d.general_project}};
  function_form(writer, options.budget ? writer.choose("{一般公共预算支出表|一般公共预算支出情况表}") : "一般公共预算财政拨款支出决算表", columns,
                left_of(writer, d));
}

void funds_form(Writer& writer, const Department& d, const FormOptions& options) {
  if (writer.quantity(d.fund_spent.total()).value == 0) return;
  if (options.budget) {
    const std::vector<Column> columns{{{"合计"}, &d.fund_spent}, {{"项目支出"}, &d.fund_spent}};
    function_form(writer, writer.choose("{政府性基金预算支出表|政府性基金预算支出情况表}"), columns, left_of(writer, d));
    return;
  }
  const std::vector<Column> columns{{{"年初结转和结余"}, &d.fund_begin},
                                    {{"本年收入"}, &d.fund_income},
                                    {{writer.choose("{小计|合计}"), "本年支出"}, &d.fund_spent},
                                    {{"项目支出", "本年支出"}, &d.fund_spent},
                                    {{"年末结转和结余"}, &d.fund_end}};
  const FigureGrid figures = function_form(writer, "政府性基金预算财政拨款收入支出决算表", columns, left_of(writer, d), false);
  for (const auto& row : figures) {
    std::vector<Term> terms;
    for (const auto& [column, sign] : std::vector<std::pair<std::size_t, int>>{{2, 1}, {3, 1}, {4, -1}})
      if (row[column] != nobody) terms.push_back({row[column], sign});
    writer.signed_sum(row[6], terms);
    writer.sum(row[4], {row[5]});
  }
}

void capital_form(Writer& writer, const Department& d, const FormOptions& options) {
  if (writer.quantity(d.capital.total()).value == 0) return;
  const std::vector<Column> columns{{{"合计"}, &d.capital}, {{"项目支出"}, &d.capital}};
  function_form(writer, options.budget ? "国有资本经营预算支出表" : "国有资本经营预算财政拨款支出决算表", columns, left_of(writer, d));
}

void basic_by_economic_class(Writer& writer, const Department& d, const FormOptions& options) {
  const std::string title =
      options.budget ? writer.choose("{一般公共预算基本支出表|一般公共预算基本支出情况表}") : "一般公共预算财政拨款基本支出决算表";
  const bool three = options.budget;  // 合计, 人员经费, 公用经费 in columns; else one amount
  std::vector<Heads> heads{{"科目编码"}, {"科目名称"}, {three ? "合计" : writer.choose("{决算数|金额}")}};
  if (three) heads.insert(heads.end(), {{"人员经费"}, {"公用经费"}});
  std::vector<BodyRow> rows;
  const auto add = [&](const std::string& code, const std::string& name, int amount, bool people, bool running) {
    BodyRow row{{code, name, amount}, code.size() == 5};
    if (three) row.cells.insert(row.cells.end(), {people ? Content(amount) : Content(), running ? Content(amount) : Content()});
    rows.push_back(std::move(row));
  };
  if (three) rows.push_back({{"", "合计", d.general_basic.total(), d.people, d.running_costs}, false});
  for (const Economic& e : d.economics) {
    const bool people = e.code[1] == '0' && (e.code[2] == '1' || e.code[2] == '3');
    add(e.code, e.name, e.id, people, !people);
  }
  if (!three) {
    rows.push_back({{"", "人员经费合计", d.people}, false});
    rows.push_back({{"", "公用经费合计", d.running_costs}, false});
  }
  const FigureGrid figures = writer.table(title, heads, rows, "-", left_of(writer, d));
  const std::size_t first = three ? 1 : 0;
  for (std::size_t c = 2; c < heads.size(); ++c) {
    std::vector<FigureId> classes[3];  // all, people, running
    for (std::size_t k = 0; k < d.economics.size(); ++k) {
      const std::string& code = d.economics[k].code;
      if (code.size() != 3) continue;
      std::vector<FigureId> items;
      for (std::size_t i = k + 1; i < d.economics.size() && d.economics[i].code.size() == 5; ++i) items.push_back(figures[first + i][c]);
      const FigureId own = figures[first + k][c];
      if (own != nobody) writer.sum(own, items, true);
      classes[0].push_back(own);
      classes[code == "301" || code == "303" ? 1 : 2].push_back(own);
    }
    if (three) {
      writer.sum(figures[0][c], classes[0], true);
    } else {
      writer.sum(figures[d.economics.size()][c], classes[1], true);
      writer.sum(figures[d.economics.size() + 1][c], classes[2], true);
    }
  }
  for (std::size_t r = 0; three && r < figures.size(); ++r) writer.sum(figures[r][2], {figures[r][3], figures[r][4]}, true);
}

void three_expenses_form(Writer& writer, const Department& d, const FormOptions& options) {
  const std::string title =
      writer.choose(options.budget ? "{一般公共预算“三公”经费支出表|“三公”经费预算表|一般公共预算“三公”经费预算表}"
                                   : "{财政拨款“三公”经费支出决算表|一般公共预算财政拨款“三公”经费支出决算表|“三公”经费支出决算表}");
  std::vector<const ThreeExpenses*> columns;
  std::vector<std::string> names;
  if (options.budget) {
    if (writer.random().chance(50)) columns.push_back(&d.three_prior), names.push_back(std::to_string(d.year - 1) + "年预算数");
    columns.push_back(&d.three_final), names.push_back(columns.size() == 1 ? "预算数" : std::to_string(d.year) + "年预算数");
  } else {
    columns = {&d.three_budget, &d.three_final};
    names = {"预算数", "决算数"};
  }
  const auto figures_of = [&](const FigureGrid& figures, std::size_t c) {
    writer.sum(figures[0][c], {figures[1][c], figures[2][c], figures[5][c]}, true);
    writer.sum(figures[2][c], {figures[3][c], figures[4][c]}, true);
  };
  const bool by_row = options.budget || writer.random().chance(50);
  using Member = int ThreeExpenses::*;
  const std::vector<std::pair<std::string, Member>> rows{{writer.choose("{合计|“三公”经费合计}"), &ThreeExpenses::total},
                                                         {writer.choose("{1.|1、|}因公出国（境）费"), &ThreeExpenses::abroad},
                                                         {writer.choose("{2.|2、|}公务用车购置及运行维护费"), &ThreeExpenses::vehicles},
                                                         {writer.choose("{其中：|}公务用车购置费"), &ThreeExpenses::purchase},
                                                         {"公务用车运行维护费", &ThreeExpenses::running},
                                                         {writer.choose("{3.|3、|}公务接待费"), &ThreeExpenses::reception}};
  if (by_row) {
    std::vector<Heads> heads{{"项目"}};
    for (const std::string& name : names) heads.push_back({name});
    std::vector<BodyRow> body;
    for (const auto& [name, member] : rows) {
      BodyRow row{{name}, false};
      for (const ThreeExpenses* column : columns) row.cells.emplace_back(column->*member);
      body.push_back(std::move(row));
    }
    const FigureGrid figures = writer.table(title, heads, body, "-", left_of(writer, d));
    for (std::size_t c = 1; c < heads.size(); ++c) figures_of(figures, c);
    return;
  }
  std::vector<Heads> heads;
  BodyRow row;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    for (const char* name : {"合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"})
      heads.push_back({name, names[c]});
    for (const auto& [name, member] : rows) row.cells.emplace_back(columns[c]->*member);
  }
  BodyRow numbers;
  for (std::size_t i = 1; i <= heads.size(); ++i) numbers.cells.emplace_back(std::to_string(i));
  std::vector<BodyRow> rows_of_form{row};
  if (writer.random().chance(60)) rows_of_form.insert(rows_of_form.begin(), numbers);
  const FigureGrid figures = writer.table(title, heads, rows_of_form, "-", left_of(writer, d));
  for (std::size_t c = 0; c < columns.size(); ++c) {
    FigureGrid turned;
    for (std::size_t i = 0; i < 6; ++i) turned.push_back({figures.back()[6 * c + i]});
    figures_of(turned, 0);
  }
}

}  // namespace gouji::generate

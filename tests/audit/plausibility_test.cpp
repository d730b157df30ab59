// Questions: no arithmetic is broken, but an auditor would ask. Each both ways.
#include <algorithm>

#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

const char* const questions[] = {"实有人数多于编制数",
                                 "所述执行率为100%，而预算尚有结余",
                                 "目标已达到而扣了分",
                                 "目标未达到而得满分",
                                 "文中称压缩或从严控制，“三公”经费却增加",
                                 "基数为零，增长率没有意义",
                                 "预算数与执行数均为零，比率没有意义"};

// The questions asked, by their reasons.
std::vector<std::string> asked(Report& r) {
  std::vector<std::string> out;
  for (const Check& c : r.audit()) {
    if (std::find(std::begin(questions), std::end(questions), c.why) == std::end(questions)) continue;
    CHECK(c.verdict == Verdict::query);
    CHECK(c.severity == Severity::note);
    CHECK_FALSE(c.formula.empty());
    out.push_back(c.why);
  }
  return out;
}

const std::vector<std::string> nothing;

}  // namespace

TEST_CASE("more people than posts of their kind") {
  struct Case {
    const char* staff;
    bool asks;
  };
  for (const Case& c : {Case{"14", true}, Case{"13", false}}) {
    Report r;
    r.count("行政编制", "13", "个");
    r.count("事业编制", "16", "个");
    r.count("另一中心事业编制", "6", "个");
    r.count("在职人员行政编制", c.staff, "个");
    r.count("在职人员事业编制", "21", "个");
    CHECK(asked(r) == (c.asks ? std::vector<std::string>{"实有人数多于编制数"} : nothing));
  }
}

TEST_CASE("all posts together, and who does not count") {
  Report over;
  over.count("人员编制", "30");
  over.count("在职人员", "31");
  CHECK(asked(over).size() == 1);
  Report retired;
  retired.count("人员编制", "30");
  retired.count("在职人员", "29");
  retired.count("离退休人员（原在职）", "44");
  CHECK(asked(retired) == nothing);
}

TEST_CASE("“三公” spending that rises where it is said to be cut") {
  struct Case {
    const char* words;
    Direction direction;
    bool asks;
  };
  const Case cases[] = {{"厉行节约，从严控制，", Direction::increase, true},
                        {"厉行节约，从严控制，", Direction::decrease, false},
                        {"接待批次增多，", Direction::increase, false}};
  for (const Case& c : cases) {
    Report r;
    r.words(c.words);
    r.change(r.amount("公务接待费支出", "12.50"), "1.20", c.direction);
    CHECK(asked(r) == (c.asks ? std::vector<std::string>{"文中称压缩或从严控制，“三公”经费却增加"} : nothing));
  }
}

TEST_CASE("a rate of growth where there was nothing") {
  for (const bool from_nothing : {true, false}) {
    Report r;
    const FigureId level = r.amount("资本性支出", "25.30");
    r.change(level, from_nothing ? "25.30" : "5.30", Direction::increase);
    r.rate(level, from_nothing ? "100" : "26.50", Direction::increase);
    CHECK(asked(r) == (from_nothing ? std::vector<std::string>{"基数为零，增长率没有意义"} : nothing));
  }
}

namespace {

// 指标值, 完成值, 分值, 得分.
std::vector<std::string> asked_of_row(const char* target, Comparator mark, const char* done, const char* full, const char* score) {
  Report r;
  add_table(r, "绩效自评表",
            {{"指标值", no_id, false, Basis::target},
             {"完成值", no_id, false, Basis::actual},
             {"分值", no_id, false, Basis::none, Aspect::full_score},
             {"得分", no_id, false, Basis::none, Aspect::score}},
            {{"培训场次", {target, done, full, score}}});
  r.figure(0).comparator = mark;
  return asked(r);
}

}  // namespace

TEST_CASE("points and targets") {
  const std::vector<std::string> lost{"目标已达到而扣了分"};
  const std::vector<std::string> kept{"目标未达到而得满分"};
  CHECK(asked_of_row("20件", Comparator::at_least, "25件", "10分", "8分") == lost);
  CHECK(asked_of_row("20件", Comparator::at_least, "25件", "10分", "10分") == nothing);
  CHECK(asked_of_row("20件", Comparator::at_least, "15件", "10分", "10分") == kept);
  CHECK(asked_of_row("20件", Comparator::at_least, "15件", "10分", "7分") == nothing);
  CHECK(asked_of_row("20件", Comparator::at_most, "15件", "10分", "9分") == lost);
  CHECK(asked_of_row("20件", Comparator::equal, "25件", "10分", "9分") == nothing);  // which way is not said
}

TEST_CASE("nothing of nothing, and all of what is not all") {
  const auto funds = [](const char* budget, const char* executed, const char* rate) {
    Report r;
    add_table(r, "资金情况",
              {{"全年预算数", no_id, false, Basis::budget_adjusted},
               {"全年执行数", no_id, false, Basis::executed},
               {"执行率", no_id, false, Basis::none, Aspect::completion}},
              {{"年度资金总额", {budget, executed, rate}}});
    r.percent("预算执行率", "100", Aspect::level, no_id);
    return asked(r);
  };
  CHECK(funds("0", "0", "0%") == std::vector<std::string>{"预算数与执行数均为零，比率没有意义"});
  CHECK(funds("200.00", "150.00", "75%") == std::vector<std::string>{"所述执行率为100%，而预算尚有结余"});
  CHECK(funds("200.00", "200.00", "100%") == nothing);
}

#include "audit/words.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace gouji::audit {
namespace {

bool is_sum(Form form) { return form == Form::sum || form == Form::at_most; }

Words held(Form form, bool zh) {
  if (form == Form::equal) return {zh ? "{0}在各处一致。" : "{0} is the same wherever it is stated."};
  if (form == Form::not_less) return {zh ? "{0}未超出所定的限度。" : "{0} keeps within what was set."};
  if (form == Form::complement) return {zh ? "各部分占比合计为100%。" : "The shares add up to 100%."};
  if (is_sum(form)) return {zh ? "{0}与其构成相符。" : "{0} agrees with what it is made of."};
  return {zh ? "{0}与重算结果相符。" : "{0} agrees when recomputed."};
}

Words not_held(Form form, Verdict verdict, bool zh) {
  if (verdict == Verdict::suspect_unit) return {zh ? "{0}{1}：改正一处单位即相符，疑为单位之误。" : "{0} {1}: it would hold with one unit mended."};
  if (form == Form::not_less) return {zh ? "{0}{1}：未达目标或超出预算，请核实。" : "{0} {1}: short of its target or over its budget; please look."};
  if (verdict == Verdict::query)
    return {zh ? "{0}{1}与报告另一处的数不相符，请核实。" : "{0} {1} does not agree with another place of the report; please look."};
  if (form == Form::equal) return {zh ? "{0}前后不一致：此处为{1}。" : "{0} is not the same in every place: {1} here."};
  if (form == Form::complement) return {zh ? "各部分占比合计不是100%。" : "The shares do not add up to 100%."};
  if (form == Form::at_most) return {zh ? "{0}{1}小于其中各部分之和。" : "{0} {1} is less than its parts."};
  if (form == Form::sum) return {zh ? "{0}{1}与其构成不符。" : "{0} {1} does not agree with what it is made of."};
  return {zh ? "{0}{1}与重算结果不符。" : "{0} {1} does not agree when recomputed."};
}

}  // namespace

Words words_for(Form form, Verdict verdict, bool zh) {
  switch (verdict) {
    case Verdict::exact:
    case Verdict::rounding:
      return held(form, zh);
    case Verdict::unlikely:
      return {zh ? "{0}{1}仅在极端的四舍五入下才相符。" : "{0} {1} holds only under extreme rounding."};
    case Verdict::explained:
      return {zh ? "{0}{1}的差额已由报告说明。" : "The report explains the difference in {0} {1}."};
    default:
      return not_held(form, verdict, zh);
  }
}

std::string_view words_for(Why why, bool zh) {
  switch (why) {
    case Why::none:
      return "";
    case Why::approximate:
      return zh ? "所印为约数" : "an operand is only approximate";
    case Why::open_list:
      return zh ? "所列部分不是全部" : "the parts are not said to be all";
    case Why::comparable_prices:
      return zh ? "按可比口径或可比价计算，所印水平不是其基数" : "the rate is at comparable prices or on a like-for-like base";
    case Why::no_denominator:
      return zh ? "报告未列出占比的总数" : "the report does not print the whole";
    case Why::no_base:
      return zh ? "报告未列出基数" : "the report does not print the base";
    case Why::no_level:
      return zh ? "报告未列出对应的数额" : "the report does not print the amount";
    case Why::no_budget:
      return zh ? "报告未列出对应的预算数" : "the report does not print the budget";
    case Why::other_meaning:
      return zh ? "同名而口径可能不同" : "the same name, perhaps another scope";
    case Why::zero_divisor:
      return zh ? "除数可能为零" : "the divisor may be zero";
    case Why::beyond_range:
      return zh ? "数字过大" : "the numbers are too large";
    case Why::lone_unit:
      return zh ? "报告其余金额均以万元或亿元计，此数以元计" : "the report counts in 万元 or 亿元, this amount is in 元";
    case Why::no_form:
      return zh ? "报告中没有与之勾稽的表" : "the report does not hold the other form";
    case Why::no_cell:
      return zh ? "表中没有所需的行或列" : "the table has no such row or column";
    case Why::blank:
      return zh ? "所需的单元格为空" : "the cell is blank";
    case Why::no_parts:
      return zh ? "各组成部分均为空" : "all of the parts are blank";
    case Why::rounding_note:
      return zh ? "报告注明因四舍五入存在尾差" : "the report notes differences from rounding";
  }
  return "";
}

std::string_view words_for(Asked asked, bool zh) {
  switch (asked) {
    case Asked::staff_over:
      return zh ? "实有人数多于编制数" : "more people than posts";
    case Asked::unspent:
      return zh ? "所述执行率为100%，而预算尚有结余" : "said to be executed in full while money is left";
    case Asked::points_lost:
      return zh ? "目标已达到而扣了分" : "points are lost though the target is met";
    case Asked::points_kept:
      return zh ? "目标未达到而得满分" : "full points though the target is missed";
    case Asked::three_public_up:
      return zh ? "文中称压缩或从严控制，“三公”经费却增加" : "“三公” spending rises where it is said to be cut";
    case Asked::growth_on_zero:
      return zh ? "基数为零，增长率没有意义" : "there was nothing before: a rate of growth means nothing";
    case Asked::zero_over_zero:
      return zh ? "预算数与执行数均为零，比率没有意义" : "nothing of nothing: a rate means nothing";
  }
  return "";
}

std::string_view words_for(Cause cause, bool zh) {
  switch (cause) {
    case Cause::none:
      return "";
    case Cause::unit_slip:
      return zh ? "单位可能有误（{1}）" : "unit slip ({1})";
    case Cause::shifted_point:
      return zh ? "小数点可能错位（{1}）" : "the decimal point may be misplaced ({1})";
    case Cause::sign:
      return zh ? "正负号或增减方向可能写反" : "the sign, or increase and decrease, may be reversed";
    case Cause::transposed:
      return zh ? "相邻数字可能颠倒" : "neighbouring digits may be transposed";
    case Cause::one_digit:
      return zh ? "可能有一位数字写错" : "one digit may be wrong";
    case Cause::missing_digit:
      return zh ? "可能漏写一位数字" : "a digit may be missing";
    case Cause::extra_digit:
      return zh ? "可能多写一位数字" : "there may be a digit too many";
    case Cause::part_left_out:
      return zh ? "差额等于{0}，合计可能漏计此项" : "the difference is {0}: the total may lack it";
    case Cause::part_twice:
      return zh ? "差额等于{0}，合计可能重复计入此项" : "the difference is {0}: the total may count it twice";
    case Cause::row_missing:
      return zh ? "差额等于{0}，此项可能未列入" : "the difference is {0}, which may have been left out";
    case Cause::row_twice:
      return zh ? "有一行列了两遍，去掉一行各栏均相符" : "a row stands there twice: without it every column holds";
    case Cause::part_doubled:
      return zh ? "有一项列了两遍，去掉一项即相符" : "a part is named twice: without it the sum holds";
    case Cause::row_skipped:
      return zh ? "各栏均不足，所列各行序号不连续，疑漏列一行"
                : "every column lacks something and the rows' numbers leave one out: a row may be missing";
    case Cause::rows_short:
      return zh ? "各栏均不足，疑漏列一行" : "every column lacks something: a row may be missing";
    case Cause::neighbour_column:
      return zh ? "与相邻列的{0}相合，可能串列" : "it agrees with {0} in the next column: columns may be mixed up";
    case Cause::neighbour_row:
      return zh ? "与相邻的{0}相合，可能错位" : "it agrees with {0} beside it: the two may be mixed up";
    case Cause::other_scope:
      return zh ? "差额等于{0}，两处口径可能不同" : "the difference is {0}: the two places may differ in scope";
    case Cause::other_year:
      return zh ? "与{0}的数相同，可能沿用了该年的数" : "it is the number of {0}, which may have been left standing";
  }
  return "";
}

std::string infix(std::string_view postfix, const std::function<std::string(std::size_t)>& operand) {
  struct Piece {
    std::string text;
    bool sum = false;  // needs brackets inside × and ÷
  };
  std::vector<Piece> stack;
  for (std::size_t at = 0; at < postfix.size();) {
    const std::size_t end = std::min(postfix.find(' ', at), postfix.size());
    const std::string_view token = postfix.substr(at, end - at);
    at = end + 1;
    if (token.empty()) continue;
    const std::size_t op = token.size() == 1 ? std::string_view("+-*/").find(token[0]) : std::string_view::npos;
    if (op != std::string_view::npos) {
      if (stack.size() < 2) return std::string(postfix);
      Piece right = std::move(stack.back());
      stack.pop_back();
      Piece& left = stack.back();
      const auto bracketed = [&](const Piece& p) { return op >= 2 && p.sum ? "(" + p.text + ")" : p.text; };
      static constexpr std::string_view signs[] = {" + ", " − ", " × ", " ÷ "};
      left = {bracketed(left) + std::string(signs[op]) + bracketed(right), op < 2};
    } else if (token.find_first_of("%.") != std::string_view::npos) {
      stack.push_back({std::string(token), false});
    } else {
      std::size_t index = SIZE_MAX;
      std::from_chars(token.data(), token.data() + token.size(), index);
      stack.push_back({operand(index), false});
    }
  }
  return stack.size() == 1 ? stack.front().text : std::string(postfix);
}

}  // namespace gouji::audit

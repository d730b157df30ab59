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

DigitSlip compare_digits(std::string_view printed, std::string_view should_be) {
  std::string x(printed);
  std::string y(should_be);
  const auto point = [](const std::string& s) { return std::min(s.find('.'), s.size()); };
  const auto pad = [&](std::string& shorter, const std::string& longer) {
    shorter.insert(0, point(longer) > point(shorter) ? point(longer) - point(shorter) : 0, '0');
  };
  pad(x, y);
  pad(y, x);
  if (x.size() != y.size()) {  // 0.5 and 0.53 as written: the zeros behind are not printed
    std::string& shorter = x.size() < y.size() ? x : y;
    if (shorter.find('.') == std::string::npos) shorter += '.';
    shorter.resize(std::max(x.size(), y.size()), '0');
  }
  std::vector<std::size_t> differ;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] != y[i]) differ.push_back(i);
  if (differ.size() == 1) return DigitSlip::one_digit;
  if (differ.size() != 2) return DigitSlip::none;
  const bool swapped = x[differ[0]] == y[differ[1]] && x[differ[1]] == y[differ[0]];
  const bool neighbours = differ[1] - differ[0] == 1 || (differ[1] - differ[0] == 2 && x[differ[0] + 1] == '.');
  return swapped && neighbours ? DigitSlip::transposed : DigitSlip::none;
}

}  // namespace gouji::audit

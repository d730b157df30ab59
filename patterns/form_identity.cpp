// Identities of forms as they are written: operands and operators with blanks between them.
#include <algorithm>
#include <array>
#include <cstring>

#include "patterns/form.h"

namespace gouji::patterns {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find(' '), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

bool is_operator(std::string_view word) {
  static constexpr std::array<std::string_view, 6> operators{"=", "+", "-", "−", "÷", "≤"};
  return std::find(operators.begin(), operators.end(), word) != operators.end();
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// What stands before `mark`, which is taken off too; "" where there is no mark.
std::string take_before(std::string_view& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {};
  std::string out(text.substr(0, at));
  text.remove_prefix(at + mark.size());
  return out;
}

bool is_code_pattern(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '?'; });
}

// [《form》][side:]row[·column]
bool read_operand(std::string_view word, FormOperand& out, std::string& reason) {
  const std::string whole(word);
  if (take(word, "《")) {
    out.form = take_before(word, "》");
    if (out.form.empty()) return reason = "operand \"" + whole + "\": 《 without a form and 》", false;
  }
  out.side = take_before(word, ":");
  const std::size_t dot = word.find("·");
  if (dot != std::string_view::npos) out.column = std::string(word.substr(dot + std::string_view("·").size()));
  std::string_view row = word.substr(0, dot);
  const bool sum = take(row, "Σ");
  const bool code = take(row, "#");
  out.row = std::string(row);
  if (row.empty()) return reason = "operand \"" + whole + "\": a row is missing (* for every row)", false;
  if (code && !is_code_pattern(row)) return reason = "operand \"" + whole + "\": # is followed by digits, and ? for any digit", false;
  if (sum && !code && row != "一、") return reason = "operand \"" + whole + "\": Σ adds up codes (Σ#30?) or numbered rows (Σ一、)", false;
  out.rows = row == "*"    ? FormOperand::Rows::every
             : sum && code ? FormOperand::Rows::codes
             : sum         ? FormOperand::Rows::numbered
             : code        ? FormOperand::Rows::code
                           : FormOperand::Rows::named;
  return true;
}

// The terms of one side, with the operator between them.
bool read_side(const std::vector<std::string_view>& words, FormIdentity& out, std::string& reason) {
  int sign = 1;
  bool operand_due = true;
  for (const std::string_view word : words) {
    if (!is_operator(word)) {
      if (!operand_due) return reason = "an operator is missing before \"" + std::string(word) + "\"", false;
      FormOperand operand;
      operand.sign = static_cast<std::int8_t>(sign);
      if (!read_operand(word, operand, reason)) return false;
      out.terms.push_back(std::move(operand));
      operand_due = false;
      continue;
    }
    const bool first = out.terms.empty() && operand_due;
    if (operand_due && (!first || (word != "-" && word != "−"))) return reason = "an operand is missing before \"" + std::string(word) + "\"", false;
    if (word == "÷") out.relation = FormRelation::quotient;
    sign = word == "-" || word == "−" ? -1 : 1;
    operand_due = true;
  }
  if (operand_due) return reason = "an operand is missing at the end", false;
  if (out.relation == FormRelation::quotient && out.terms.size() != 2) return reason = "÷ stands alone between two operands", false;
  return true;
}

}  // namespace

std::optional<std::vector<FormIdentity>> read_identity(std::string_view text, std::string& reason) {
  std::vector<std::vector<std::string_view>> sides(1);
  std::vector<bool> at_most;
  for (const std::string_view word : words_of(text)) {
    if (word == "=" || word == "≤") {
      sides.emplace_back();
      at_most.push_back(word == "≤");
    } else {
      sides.back().push_back(word);
    }
  }
  if (sides.size() < 2) return reason = "neither = nor ≤ stands in it", std::nullopt;
  if (sides.front().size() != 1) return reason = "one operand stands before the first = or ≤", std::nullopt;
  std::vector<FormIdentity> out;
  for (std::size_t i = 1; i < sides.size(); ++i) {
    FormIdentity identity;
    if (!read_operand(sides.front().front(), identity.stated, reason) || !read_side(sides[i], identity, reason)) return std::nullopt;
    if (at_most[i - 1]) {
      if (identity.terms.size() != 1) return reason = "one operand stands behind ≤", std::nullopt;
      identity.relation = FormRelation::at_most;
    }
    if (sides.size() == 2) {
      identity.text = std::string(text);
    } else {
      identity.text = std::string(sides.front().front()) + (at_most[i - 1] ? " ≤" : " =");
      for (const std::string_view word : sides[i]) identity.text.append(" ").append(word);
    }
    out.push_back(std::move(identity));
  }
  return out;
}

namespace {

// Titles are set with blanks between their characters ("收 入 决 算 表").
std::string without_blanks(std::string_view text) {
  constexpr std::string_view wide_blank = "\u3000", fixed_blank = "\u00A0";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t run = i;  // of Chinese characters: no blank begins as they do
    while (run < text.size() && static_cast<unsigned char>(static_cast<unsigned char>(text[run]) - 0xE4U) <= 5) run += 3;
    run = std::min(run, text.size());
    out.append(text.substr(i, run - i));
    i = run;
    if (i == text.size()) break;
    const std::string_view rest = text.substr(i);
    if (rest.starts_with(wide_blank)) {
      i += wide_blank.size();
    } else if (rest.starts_with(fixed_blank)) {
      i += fixed_blank.size();
    } else if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') {
      ++i;
    } else {
      out.push_back(text[i++]);
    }
  }
  return out;
}

// The last place of `word`, or npos. By its last byte: the first is that of every second Han.
std::size_t find_last(std::string_view text, std::string_view word) {
  for (std::size_t end = text.size(); end >= word.size() && !word.empty();) {
    const void* const found = memrchr(text.data(), word.back(), end);
    if (found == nullptr) break;
    end = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    if (end + 1 >= word.size() && text.substr(end + 1 - word.size(), word.size()) == word) return end + 1 - word.size();
  }
  return std::string_view::npos;
}

// What may stand behind the name: a bracketed remark, the form's number, 续表.
bool may_follow(std::string_view rest) {
  for (const std::string_view start : {"（", "(", "公开", "续", "-", "—", "附"})
    if (rest.starts_with(start)) return true;
  return rest.empty() || (rest.front() >= '0' && rest.front() <= '9');
}

}  // namespace

bool names_form(const StandardForm& form, std::string_view title) {
  const std::string plain = without_blanks(title);
  for (const std::string& word : form.without)
    if (find_last(plain, word) != std::string::npos) return false;
  return std::any_of(form.names.begin(), form.names.end(), [&](const std::string& name) {
    const std::size_t at = find_last(plain, name);
    return at != std::string::npos && may_follow(std::string_view(plain).substr(at + name.size()));
  });
}

}  // namespace gouji::patterns

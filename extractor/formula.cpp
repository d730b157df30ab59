#include "extractor/formula.h"

#include <string>

#include "extractor/characters.h"

namespace gouji::extractor {
namespace {

// The one operator that stands between two figures, 0 where there is none or more than one.
char operator_between(std::string_view text) {
  char found = 0;
  const auto take = [&](char op) { found = found == 0 ? op : '!'; };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (starts_with_any(rest, {"/", "÷", "／"})) take('/');
    else if (starts_with_any(rest, {"*", "×", "＊"})) take('*');
    else if (starts_with_any(rest, {"+", "＋"})) take('+');
    else if (starts_with_any(rest, {"－", "−"}) || (rest[0] == '-' && at + 1 == text.size())) take('-');
    else if (starts_with_any(rest, {"=", "＝", "≈"})) take('=');
    else if (starts_with_any(rest, {"，", "。", "；", "、", ","})) return 0;
    at += character_length(text, at);
  }
  return found == '!' ? static_cast<char>(0) : found;
}

int precedence(char op) { return op == '*' || op == '/' ? 2 : 1; }

struct Postfix {
  std::string text;
  std::string pending;
  void operand(const std::string& token) { text += (text.empty() ? "" : " ") + token; }
  void push(char op) {
    while (!pending.empty() && precedence(pending.back()) >= precedence(op)) pop();
    pending.push_back(op);
  }
  void pop() {
    text += std::string(" ") + pending.back();
    pending.pop_back();
  }
};

}  // namespace

void read_formulas(const Document& document, TextRange sentence, FigureId first, FigureId last, Extraction& out) {
  const std::string_view text = document.view(sentence);
  if (text.find('=') == std::string_view::npos && text.find("＝") == std::string_view::npos) return;
  for (FigureId start = first; start + 1 < last;) {
    // The longest chain of figures with one operator between each.
    Relation r;
    r.kind = RelationKind::formula;
    Postfix postfix;
    FigureId end = start;
    bool closed = false;
    int operands = 0;
    for (FigureId i = start; i < last; ++i) {
      const Figure& f = out.figures[i];
      const bool constant = f.kind == Kind::ratio && i > start && f.value == Decimal(1) && operands > 0 && !closed && i + 1 < last &&
                            operator_between(document.view({out.figures[i - 1].text.end, f.text.begin})) == '*';
      if (closed) {
        r.operands.insert(r.operands.begin(), {i, OperandRole::total, 1});
        end = i + 1;
        break;
      }
      postfix.operand(constant ? "100%" : std::to_string(operands + 1));
      if (!constant) {
        r.operands.push_back({i, OperandRole::part, 1});
        ++operands;
      } else {
        out.figures[i].role = Role::rule;  // a factor of the formula, no figure of the report
      }
      const char op = i + 1 < last ? operator_between(document.view({f.text.end, out.figures[i + 1].text.begin})) : static_cast<char>(0);
      if (op == 0) {
        end = i + 1;
        break;
      }
      if (op == '=') closed = true;
      else postfix.push(op);
      end = i + 1;
    }
    while (!postfix.pending.empty()) postfix.pop();
    if (closed && operands >= 2 && r.operands.size() == static_cast<std::size_t>(operands) + 1) {
      r.expression = postfix.text;
      r.text = {out.figures[start].text.begin, out.figures[r.operands.front().figure].text.end};
      for (const RelationOperand& o : r.operands)
        if (o.role == OperandRole::total && out.figures[o.figure].subject != no_id) out.figures[o.figure].subject = no_id;
      out.relations.push_back(std::move(r));
    }
    start = std::max(end, start + 1);
  }
}

}  // namespace gouji::extractor

#include "extractor/formula.h"

#include <string>

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

struct Between {
  char op = 0;           // 0: no operator, or more than one
  bool percent = false;  // "*100%" stands before it: a factor of one
};

// The one operator that stands between two figures.
Between between(std::string_view text) {
  Between out;
  text = trim(text);
  for (const std::string_view factor : words<"*100% ×100% *100％ ×100％ ＊100% x100% *１００% ×１００% *１００％ ×１００％ ＊１００％">) {
    const std::size_t at = text.find(factor);
    if (at == std::string_view::npos) continue;
    out.percent = true;
    text = text.substr(at + factor.size());
  }
  const auto take = [&](char op) { out.op = out.op == 0 ? op : '!'; };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (starts_with_any(rest, words<"/ ÷ ／">))
      take('/');
    else if (starts_with_any(rest, words<"* × ＊">))
      take('*');
    else if (starts_with_any(rest, words<"+ ＋">))
      take('+');
    else if (starts_with_any(rest, words<"－ −">) || (rest[0] == '-' && at + 1 == text.size()))
      take('-');
    else if (starts_with_any(rest, words<"= ＝ ≈">))
      take('=');
    else if (starts_with_any(rest, words<"， 。 ； 、 ,">))
      return {};
    at += character_length(text, at);
  }
  if (out.op == '!') out.op = 0;
  return out;
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
      if (closed) {
        r.operands.insert(r.operands.begin(), {i, OperandRole::total, 1});
        end = i + 1;
        break;
      }
      postfix.operand(std::to_string(++operands));
      r.operands.push_back({i, OperandRole::part, 1});
      const Between gap = i + 1 < last ? between(document.view({f.text.end, out.figures[i + 1].text.begin})) : Between{};
      const char op = gap.op;
      if (gap.percent) {
        postfix.push('*');
        postfix.operand("100%");
      }
      if (op == 0) {
        end = i + 1;
        break;
      }
      if (op == '=')
        closed = true;
      else
        postfix.push(op);
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

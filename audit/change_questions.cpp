// What prose says of changes and an auditor would ask about: “三公” spending that rises where it is said to be cut, and a rate of growth on
// nothing.
#include <algorithm>
#include <string_view>

#include "audit/questions.h"
#include "audit/rules/base.h"
#include "audit/rules/operands.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

bool is_three_public(const Figure& f) { return contains_any(f.indicator, words<"三公 公务接待 公务用车 公车 因公出国">); }

bool is_rise(const Figure& f) {
  return (f.aspect == Aspect::change || f.aspect == Aspect::change_rate) && f.direction == Direction::increase && !f.value.is_zero() &&
         (f.versus == Versus::prior_year || f.versus == Versus::none);
}

std::string_view sentence_of(const Context& context, const Figure& f) {
  const auto& sentences = context.extraction.sentences;
  return f.sentence < sentences.size() ? context.document.view(sentences[f.sentence].text) : std::string_view();
}

// An increase as large as what there is now: there was nothing before.
FigureId increase_from_nothing(const Context& context, FigureId level) {
  for (const FigureId id : context.index.about(level)) {
    const Figure& f = context.index.figure(id);
    if (f.aspect == Aspect::change && f.direction == Direction::increase && !f.value.is_zero() && f.value == context.index.figure(level).value)
      return id;
  }
  return no_id;
}

void ask_about_base(const Context& context, FigureId rate, Questions& questions) {
  const FigureId level = level_of(context, rate);
  if (level == no_id || context.index.figure(level).value.is_zero()) return;
  if (const FigureId increase = increase_from_nothing(context, level); increase != no_id)
    return questions.push_back({Asked::growth_on_zero, Rule::change, {rate, increase, level}});
  const Found base = find_base(context, rate, level);
  if (base.figure != no_id && base.certainty == Certainty::stated && context.index.figure(base.figure).value.is_zero())
    questions.push_back({Asked::growth_on_zero, Rule::change, {rate, base.figure}});
}

}  // namespace

void change_questions(const Context& context, Questions& questions) {
  std::uint32_t asked = no_id;  // the sentence that was asked about last
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || !is_rise(f)) continue;
    if (is_three_public(f) && f.sentence != asked &&
        contains_any(sentence_of(context, f), words<"压缩 压减 只减不增 厉行节约 从严控制 严格控制 严控">)) {
      questions.push_back({Asked::three_public_up, Rule::change, {id}});
      asked = f.sentence;
    }
    if (f.aspect == Aspect::change_rate) ask_about_base(context, id, questions);
  }
}

}  // namespace gouji::audit

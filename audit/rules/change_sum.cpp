// "收入增加46,722.70万元，增长10.85%。其中：财政拨款收入增加…，事业收入增加…，其他收入减少…": the change of the whole is the sum of
// the changes of its parts, each with its direction, where the parts are all of it.
#include <algorithm>
#include <string_view>

#include "audit/naming.h"
#include "audit/rules/completeness.h"
#include "audit/rules/operands.h"

namespace gouji::audit {
namespace {

bool opens_breakdown(std::string_view sentence) {
  while (!sentence.empty() && (sentence.front() == ' ' || sentence.front() == '\t')) sentence.remove_prefix(1);
  return sentence.starts_with("其中");
}

// The last amount of change before figure `first`, in the sentence before it.
FigureId change_of_whole(const Context& context, FigureId first) {
  constexpr FigureId window = 6;
  const Figure& f = context.index.figure(first);
  for (FigureId step = 1; step <= window && step <= first; ++step) {
    const Figure& g = context.index.figure(first - step);
    if (g.block != f.block || g.sentence + 1 != f.sentence) return no_id;
    if (context.index.usable(first - step) && g.aspect == Aspect::change && same_measure(f, g)) return first - step;
  }
  return no_id;
}

void draft_sum(const Context& context, FigureId whole, const std::vector<FigureId>& parts, Drafts& drafts) {
  const Direction up = context.index.figure(whole).direction;
  Draft draft = make_draft(Rule::sum, Form::sum, {{whole, OperandRole::total, 1}});
  Relation relation;  // what the words say, as the extractor would have it
  relation.marker = Marker::of_which;
  relation.text = {context.index.figure(parts.front()).text.begin, context.index.figure(parts.back()).text.end};
  for (const FigureId id : parts)
    draft.operands.push_back({id, OperandRole::part, static_cast<std::int8_t>(context.index.figure(id).direction == up ? 1 : -1)});
  const std::vector<CheckOperand> operands(draft.operands.begin() + 1, draft.operands.end());
  if (completeness(context, relation, operands) != Completeness::complete) draft.certainty = Certainty::possible;
  drafts.push_back(std::move(draft));
}

}  // namespace

void change_sum_rule(const Context& context, Drafts& drafts) {
  const auto& figures = context.extraction.figures;
  for (FigureId first = 0; first < figures.size();) {
    FigureId end = first + 1;
    while (end < figures.size() && figures[end].sentence == figures[first].sentence) ++end;
    const std::uint32_t sentence = figures[first].sentence;
    const bool opens =
        sentence < context.extraction.sentences.size() && opens_breakdown(context.document.view(context.extraction.sentences[sentence].text));
    if (const FigureId whole = opens ? change_of_whole(context, first) : no_id; whole != no_id) {
      std::vector<FigureId> parts;
      for (FigureId id = first; id < end; ++id)
        if (context.index.usable(id) && figures[id].aspect == Aspect::change && same_measure(figures[id], figures[whole]) &&
            figures[id].direction != Direction::none)
          parts.push_back(id);
      if (parts.size() >= 2) draft_sum(context, whole, parts, drafts);
    }
    first = end;
  }
}

}  // namespace gouji::audit

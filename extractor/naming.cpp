// How a figure gets its indicator.

#include "extractor/characters.h"
#include "extractor/indicator_path.h"
#include "extractor/paragraph_reader.h"
#include "extractor/post_noun.h"
#include "extractor/words.h"

namespace gouji::extractor {
namespace {

constexpr std::size_t longest_name = 60;       // characters; a longer lead is a sentence, its tail names the figure
constexpr std::size_t longest_indicator = 38;  // characters of a path; farther parents are cut

// The tail of a name that is really a sentence: from the last enumeration or verb-like break on.
std::string_view shortened(std::string_view name) {
  if (name.size() <= longest_name || length_in_characters(name) <= longest_name) return name;
  const std::size_t cut = name.rfind("、");
  if (cut != std::string_view::npos && cut + 3 < name.size()) name.remove_prefix(cut + 3);
  for (std::size_t length = length_in_characters(name); length > longest_name; --length) name.remove_prefix(character_length(name, 0));
  return name;
}

// 区水务局整体支出 in the report of 云岭市某某区水务局: the entity itself is no part of the name.
std::string_view without_entity(std::string_view name, std::string_view entity) {
  constexpr std::size_t shortest = 4;  // characters: a shorter tail of the entity's name may be any other word
  for (std::size_t length = length_in_characters(entity); length >= shortest; --length) {
    if (name.size() > entity.size() && begins(name, entity)) return name.substr(entity.size());
    entity.remove_prefix(character_length(entity, 0));
  }
  return name;
}

bool has_equals_sign(std::string_view clause) { return clause.find('=') != std::string_view::npos || contains(clause, "＝"); }

}  // namespace

std::string joined_path(std::string_view parent, std::string_view name) {
  while (length_in_characters(parent) + length_in_characters(name) > longest_indicator) {
    const std::size_t slash = parent.find('/');
    if (slash == std::string_view::npos) return std::string(name);
    parent.remove_prefix(slash + 1);
  }
  return std::string(parent).append("/").append(name);
}

// A figure's name: its clause, else what its sentence is about, else what follows it, else its heading.
void ParagraphReader::name_figure(Figure& f, const Lead& lead, std::string_view after, Carry& carry) {
  const FigureId level = structure_.last_level() != no_id ? structure_.last_level() : structure_.block_level();
  const bool derived = f.aspect != Aspect::level && f.aspect != Aspect::score && f.aspect != Aspect::full_score;
  std::string_view name = shortened(without_entity(lead.name, out_.facts.entity));
  if (name == "支出" && contains(text_.substr(f.clause.begin - base_, f.clause.size()), "安排")) name = "安排支出";
  const bool generic = is_generic_name(name);
  if (derived && generic) {
    // 城镇化率74.49%，比上年提高0.73个百分点: points are of the ratio before them.
    if (f.unit.value == "pp" && carry.previous != no_id && out_.figures[carry.previous].kind == Kind::ratio) {
      f.subject = out_.figures[carry.previous].unit.value == "pp" ? out_.figures[carry.previous].subject : carry.previous;
      f.indicator = out_.figures[carry.previous].indicator;
      return;
    }
    // 工业增加值增长8.1%，占地区生产总值比重39.9%: of what the sentence names, though it states no level of it.
    if (structure_.last_level() == no_id && carry.previous != no_id) {
      f.subject = out_.figures[carry.previous].subject;
      f.indicator = out_.figures[carry.previous].indicator;
      f.code = out_.figures[carry.previous].code;
      return;
    }
    if (level != no_id) {
      f.subject = level;
      f.indicator = out_.figures[level].indicator;
      f.code = out_.figures[level].code;
      return;
    }
  }
  if (f.kind == Kind::count || name.empty()) {
    const std::string_view noun = post_noun(after, library_, verbs_);
    if (!noun.empty()) carry.noun_end = static_cast<std::uint32_t>(noun.data() + noun.size() - text_.data());
    if (!noun.empty() && (f.kind == Kind::count || name.empty()) && f.aspect == Aspect::level) {
      const bool enumerated = contains(name, "、");
      if (length_in_characters(noun) <= 2 && !name.empty()) {
        if (enumerated) name = starts_with_any(name, words<"内设">) ? "内设" : "";  // 内设甲股、乙股7个股室
        f.indicator = std::string(name).append(noun);
      } else {
        f.indicator = noun;
      }
      return;
    }
  }
  if (!name.empty() && !generic) {
    f.indicator = name;
    if (has_equals_sign(text_.substr(f.clause.begin - base_, f.clause.size()))) carry.formula_name = name;
    return;
  }
  const SectionContext& context = section(f.section);
  if (lead.to && carry.from != no_id && carry.from == carry.previous) {
    f.indicator = out_.figures[carry.from].indicator;
    return;
  }
  // 控制率=24人/26人=92.3%, 控制率：24人/26人=92.3%: the result is of what stands before the formula.
  const bool result = name.empty() && has_equals_sign(text_.substr(f.clause.begin - base_, f.clause.size()));
  if (result && carry.topic.empty() && !(carry.formula_name.empty() && carry.colon_topic.empty())) {
    f.indicator = carry.formula_name.empty() ? carry.colon_topic : carry.formula_name;
    return;
  }
  const bool item = ends_with_any(context.name, words<"项） 款） 类） 项) 款) 类)">);
  if (!carry.topic.empty()) {
    f.indicator = carry.topic;
    if (f.code.empty()) f.code = carry.topic_code;
  } else if (structure_.last_level() != no_id && (generic || name.empty()) && out_.figures[level].kind == f.kind && lead.basis != Basis::none) {
    f.indicator = last_part(out_.figures[level].indicator);
    f.code = out_.figures[level].code;
  } else if (!name.empty() && lead.basis != Basis::none && contains_any(name, words<"收入 支出">) && context.name.empty()) {
    f.indicator = name;
  } else if (name.empty() && !item && ends_with_any(lead.basis_text, words<"收入 支出">)) {
    f.indicator = lead.basis_text;  // 决算支出395万元
  } else if (!context.name.empty()) {
    f.indicator = context.name;
  } else if (!name.empty() || contains_any(lead.basis_text, words<"收入 支出">)) {
    f.indicator = name.empty() ? std::string_view(lead.basis_text) : name;
  } else if (level != no_id) {
    f.indicator = last_part(out_.figures[level].indicator);
  }
}

void ParagraphReader::identify(Figure& f) {
  if (const patterns::Indicator* const known = known_.find(last_part(f.indicator))) f.indicator_id = known->id;
}

}  // namespace gouji::extractor

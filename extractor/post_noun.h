// The noun behind a number: 13项试点任务 → 试点任务. "" where a verb or a particle follows.
#pragma once

#include <string_view>

#include "patterns/library.h"

namespace gouji::extractor {

// `after` begins at the figure's end. The result is a part of it. `verbs` are the library's marker words "verb", which end a noun.
std::string_view post_noun(std::string_view after, const patterns::Library& library, const patterns::Lexicon<patterns::MarkerWord>& verbs);

}  // namespace gouji::extractor

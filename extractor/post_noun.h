// The noun behind a number: 13项试点任务 → 试点任务. "" where a verb or a particle follows.
#pragma once

#include <string_view>

#include "patterns/library.h"

namespace gouji::extractor {

// `after` begins at the figure's end. The result is a part of it. `verbs` are the library's marker words "verb", which end a noun.
std::string_view post_noun(std::string_view after, const patterns::Library& library, const patterns::Lexicon<patterns::MarkerWord>& verbs);

// What an amount is for, where nothing before it says so: (统筹)2亿元支持农田水利建设 → 农田水利建设. "" where no word of purpose
// follows. `behind_comma`: it may stand in the next clause (投入3亿元，用于…). A part of `after`, of at most about 30 characters.
std::string_view post_object(std::string_view after, bool behind_comma);

// The words up to the next punctuation mark or digit.
std::string_view clause_behind(std::string_view after);

// What the people counted do or get: (有)96077人享受最低生活保障 → 享受最低生活保障. "" where no such verb follows.
std::string_view post_verb(std::string_view after);

}  // namespace gouji::extractor

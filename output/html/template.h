// Fills a template: {{中文|English}} is the words of the page's language, {{=name}} a part. Pure. Internal to output/html.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/language.h"

namespace gouji::output::html {

// A name that `parts` does not have, or a brace that does not close, is a bug of ours: throws std::logic_error.
std::string filled(std::string_view text, Language language, const std::map<std::string, std::string, std::less<>>& parts);

}  // namespace gouji::output::html

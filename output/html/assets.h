// The files of output/html that are compiled in (embed.cmake). Internal to output/html.
#pragma once

#include <string_view>

namespace gouji::output::html {

extern const std::string_view page_html, across_html, style_css, script_js;

}  // namespace gouji::output::html

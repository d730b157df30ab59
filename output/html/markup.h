// Text into HTML. Pure. Internal to output/html.
#pragma once

#include <string>
#include <string_view>

namespace gouji::output::html {

// For element content and quoted attributes. What could steer the page is left out: control and direction characters; broken
// UTF-8 becomes U+FFFD. Line feeds stay.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

// JSON that may stand inside a script element: no "<" in it.
std::string script_safe(std::string_view json);

}  // namespace gouji::output::html

// argv → Options, with CLI11. Knows every option's name and help text; runs nothing.
#pragma once

#include <string>
#include <variant>

#include "app/options.h"

namespace gouji::app {

struct ShowText {  // --help
  std::string text;
};
struct ShowVersion {};
using CommandLine = std::variant<Options, ShowText, ShowVersion>;

// Errors: "usage": what was not understood, and the option or command that was probably meant.
Result<CommandLine> parse_command_line(int argc, const char* const* argv);

}  // namespace gouji::app

#include "output/html/template.h"

#include <stdexcept>

namespace gouji::output::html {

std::string filled(std::string_view text, Language language, const std::map<std::string, std::string, std::less<>>& parts) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t open = text.find("{{", at);
    out.append(text.substr(at, open == std::string_view::npos ? open : open - at));
    if (open == std::string_view::npos) return out;
    const std::size_t close = text.find("}}", open);
    if (close == std::string_view::npos) throw std::logic_error("template: a brace does not close");
    const std::string_view name = text.substr(open + 2, close - open - 2);
    at = close + 2;
    if (name.starts_with('=')) {
      const auto part = parts.find(name.substr(1));
      if (part == parts.end()) throw std::logic_error("template: no part " + std::string(name));
      out.append(part->second);
      continue;
    }
    const std::size_t bar = name.find('|');
    if (bar == std::string_view::npos) throw std::logic_error("template: words of one language only: " + std::string(name));
    out.append(language == Language::en ? name.substr(bar + 1) : name.substr(0, bar));
  }
}

}  // namespace gouji::output::html

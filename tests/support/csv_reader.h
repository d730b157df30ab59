// RFC 4180, strictly, but that a line may end in LF alone: a reader of the tests' own, so that what is written is read back by other
// rules than those that wrote it.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace gouji::testing {

inline std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& field = rows.back().back();
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      field += text[++i];
    } else if (c == '"') {
      if (!quoted && !field.empty()) throw std::runtime_error("a quote inside a field");
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && (c == '\r' || c == '\n')) {
      if (c == '\r' && text.at(++i) != '\n') throw std::runtime_error("CR without LF");
      if (i + 1 < text.size()) rows.emplace_back(1);
    } else {
      field += c;
    }
  }
  if (quoted) throw std::runtime_error("a quote does not close");
  return rows;
}

}  // namespace gouji::testing

// styles.xml: what a style says about the text of its paragraphs and runs, its ancestors' word included.
// Source: ECMA-376-1 §17.7.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/input.h"
#include "model/result.h"

namespace gouji::corpus::docx {

enum class StyleRole : std::uint8_t { none, title, contents };

struct Style {
  std::string id, name;  // the name is the same in every language of Word ("heading 1")
  bool paragraph = false;
  StyleRole role = StyleRole::none;
  // What was said nowhere is -1.
  std::int8_t hidden = -1;
  std::int8_t outline = -1;  // 0 = the outermost heading; 9: running text
  std::int8_t list_level = -1;
  int list = -1;  // w:numId; 0: no list
};

class Styles {
 public:
  Styles() = default;
  Styles(const Styles&) = delete;
  Styles& operator=(const Styles&) = delete;

  // Errors: those of read_xml.
  Result<void> read(std::string_view xml, std::string_view part, const Limits& limits);

  // Of paragraphs and runs that name no style, or one that does not exist. Never null.
  const Style* usual_paragraph() const { return usual_; }
  const Style* find(std::string_view id) const;
  bool hidden_by_default() const { return hidden_; }

 private:
  friend class StyleReader;
  void inherit(const std::vector<std::string>& based_on);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  std::vector<Style> styles_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> by_id_;
  Style none_;
  const Style* usual_ = &none_;
  bool hidden_ = false;
};

}  // namespace gouji::corpus::docx

// Automatic numbers as Word prints them: the lists of numbering.xml and the counts that run through a document.
// Source: ECMA-376-1 §17.9.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "corpus/input.h"
#include "model/result.h"

namespace gouji::corpus::docx {

struct ListLevel {
  int start = 0;
  std::string format = "decimal";
  std::string pattern;  // of a format of its own ("001, 002, 003, ...")
  std::string text;     // "（%1）"
  std::string font;     // of a bullet
  std::string style;    // the paragraph style that is numbered by this level
  int restart = -1;     // 0: never; n: after a paragraph of the first n levels; -1: of any level above
  bool digits = false;  // all numbers in it are in digits (w:isLgl)
  bool hidden = false;
  char after = '\t';  // what stands between number and text: '\t', ' ', or 0
};

inline constexpr int list_levels = 9;

// The definitions.
class Numbering {
 public:
  // Errors: those of read_xml.
  Result<void> read(std::string_view xml, std::string_view part, const Limits& limits);
  // Many files define lists and use none: `read` is called when the first paragraph is counted; it throws Refused.
  void read_when_needed(std::function<void()> read) { needed_ = std::move(read); }

 private:
  friend class NumberingReader;
  friend class ListCounter;
  struct Abstract {
    std::array<ListLevel, list_levels> levels;
    std::string style_link;  // the numbering style whose levels it takes; "": its own
    std::string defines;     // the numbering style that its levels define
  };
  struct Override {
    int start = -1;  // -1: none
    bool replaced = false;
    ListLevel level;
  };
  struct List {
    int abstract = -1;
    std::map<int, Override> overrides;  // by level
  };
  void link();
  void need();

  std::unordered_map<int, Abstract> abstracts_;
  std::unordered_map<int, List> lists_;
  std::function<void()> needed_;
};

// The counts of one document.
class ListCounter {
 public:
  explicit ListCounter(Numbering& numbering) : numbering_(numbering) {}

  // Counts a paragraph of the list and appends its number as printed, with what parts it from the text; nothing where the list does
  // not exist. `level` < 0: the level that the paragraph's style is bound to.
  void next(int list, int level, std::string_view style, std::string& out);

 private:
  struct Counts {
    std::array<int, list_levels> value{};
    std::array<bool, list_levels> counting{};
  };
  const ListLevel& level_of(const Numbering::List& list, const Numbering::Abstract& abstract, int level) const;
  void count(int id, const Numbering::List& list, const Numbering::Abstract& abstract, int level);
  void print(const Numbering::List& list, const Numbering::Abstract& abstract, const Counts& counts, int level, std::string& out) const;

  Numbering& numbering_;
  std::unordered_map<int, Counts> counts_;     // by abstract list
  std::map<std::pair<int, int>, bool> begun_;  // list and level whose own start was used
};

}  // namespace gouji::corpus::docx

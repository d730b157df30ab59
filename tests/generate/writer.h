// Writer: puts a report together: sentences from templates, headings, tables. It makes a figure of every quantity that it prints, ties
// figures of one quantity together, and takes the relations that a grammar states.
//
// A template is text with
//   {a|b|}       one of the alternatives (they nest)
//   [name]       a word given with words()
//   <slot>       the slot's quantity: number and unit; of a list: its items
//   (slot:增加,减少)   the word for the direction of the slot's quantity; <slot> then prints it without sign
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generate/random.h"
#include "generate/report.h"
#include "generate/style.h"

namespace gouji::generate {

struct Slot {
  std::string name;
  int quantity = -1;
  Unit unit{};  // name "": the style's, by measure
};
struct Item {
  std::string text;  // a template
  std::vector<Slot> slots{};
};
struct Items {
  std::string name;
  std::vector<Item> items;
  std::string separator{};  // "": the style's
  bool can_lose = true;     // one may be left out as a planted fault
};

// The figures that a sentence printed, by slot; nobody where the chosen wording does not print it.
class Said {
 public:
  FigureId operator[](const std::string& slot) const;
  FigureId item(const std::string& items, std::size_t index, const std::string& slot) const;
  std::vector<FigureId> all(const std::string& items, const std::string& slot) const;
  // The words leave open whether the list is all of its total: 其中, over parts that are not known to divide a whole.
  bool some(const std::string& items) const { return some_.count(items) > 0; }
  // … or only the names of the parts say that they divide it.
  bool by_names(const std::string& items) const { return by_names_.count(items) > 0; }

 private:
  friend class Writer;
  std::map<std::string, FigureId> slots_;
  std::map<std::string, std::vector<std::map<std::string, FigureId>>> items_;
  std::set<std::string> some_, by_names_;
};

// What a table's cell holds: a text, or a quantity.
struct Content {
  Content() = default;
  Content(const char* words) : text(words) {}             // NOLINT(google-explicit-constructor): rows read as rows
  Content(std::string words) : text(std::move(words)) {}  // NOLINT(google-explicit-constructor)
  Content(int of) : quantity(of) {}                       // NOLINT(google-explicit-constructor)
  std::string text;
  int quantity = -1;
  Unit unit{};
  bool show_unit = false;  // beside the number
  std::string prefix;      // before it: ≥
};
struct BodyRow {
  std::vector<Content> cells;
  bool leaf = false;
};
struct Heads {  // of a column: its name, and what it stands below together with its neighbours of the same group
  std::string name, group{};
};
using FigureGrid = std::vector<std::vector<FigureId>>;

class Writer {
 public:
  Writer(Random& random, Report& report, Style style) : random_(random), report_(report), style_(std::move(style)) {}

  Random& random() { return random_; }
  const Style& style() const { return style_; }
  int year() const { return report_.year; }

  int add(Quantity quantity);
  const Quantity& quantity(int id) const { return report_.quantities[static_cast<std::size_t>(id)]; }

  void word(const std::string& name, const std::string& text) { words_[name] = text; }
  std::string choose(const std::string& text);  // a template without slots

  void title(const std::string& text);
  void heading(unsigned level, const std::string& text);  // a template; numbered in the report's way
  void plain_heading(const std::string& text);            // without a number: 第二部分 …
  Said say(const std::string& text, const std::vector<Slot>& slots = {}, const std::vector<Items>& items = {});
  void end();  // of the paragraph
  FigureGrid table(const std::string& title, const std::vector<Heads>& heads, const std::vector<BodyRow>& rows, const std::string& unit = "-",
                   const std::string& left = "");

  // Relations; those with a figure that was not printed are not stated: a missing part makes no sum, a blank cell adds nothing.
  void sum(FigureId total, const std::vector<FigureId>& parts, bool blanks_are_zero = false);
  // The total of a list that `said` printed, as far as its words say that the list is whole.
  void list_sum(FigureId total, const Said& said, const std::string& items = "list", const std::string& slot = "v");
  void signed_sum(FigureId total, const std::vector<Term>& terms);
  void quotient(FigureId result, FigureId numerator, FigureId denominator);
  void growth(FigureId rate, FigureId change, FigureId present);
  void change(FigureId rate, FigureId present, FigureId former);
  void product(FigureId result, FigureId count, FigureId price);

 private:
  FigureId print(int quantity, const Unit& unit, bool in_table);
  Unit unit_of(const Quantity& quantity, const Unit& wanted, bool in_table) const;
  void write(std::string_view text, const std::vector<Slot>& slots, const std::vector<Items>& items, std::map<std::string, FigureId>& printed,
             Said& said);
  void write_slot(const std::string& name, const std::vector<Slot>& slots, const std::vector<Items>& items, std::map<std::string, FigureId>& printed,
                  Said& said);
  void write_direction(const std::string& inside, const std::vector<Slot>& slots);
  void text(const std::string& words);
  void note_opening(const std::string& name, const Items& list, Said& said) const;
  void relate(RelationKind kind, FigureId result, std::vector<Term> terms);

  Random& random_;
  Report& report_;
  Style style_;
  std::map<std::string, std::string> words_;
  std::map<std::string, std::size_t> directions_;  // runs of the sentence that wait for their figure
  std::map<int, FigureId> first_print_;
  Line line_;
  unsigned counters_[4] = {0, 0, 0, 0};
};

// "12" → 十二, 1 ≤ number ≤ 99.
std::string chinese_number(unsigned number);

}  // namespace gouji::generate

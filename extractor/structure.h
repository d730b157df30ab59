// The relations that the syntax of running text states: breakdowns with their nesting, lists over paragraphs, balances,
// equalities. Fed with the figures of a document in reading order; looks at words, punctuation and kinds, never at values.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/lead.h"
#include "model/extraction.h"

namespace gouji::extractor {

// What stands between the last figure and this one, as far as structure goes.
struct Gap {
  bool semicolon = false;
  bool colon_after_figure = false;  // "…1132.52万元：基本工资"
  bool of_which = false;            // 其中： as a clause of its own
  bool consists = false;
  bool division = false;        // 分产业看
  FigureId within = no_id;      // 支出决算中: what follows are its parts
  bool open = false;            // 主要包括
  bool enumeration = false;     // begins with 、
  bool opens_brackets = false;  // the first behind a bracket that opened right behind the last figure
  bool in_brackets = false;     // the figure stands inside brackets that this sentence opened
  bool balanced = false;        // 按照收支平衡的原则, 相应安排 stands in the sentence before the figure
  bool offset = false;          // 收支相抵
};

// The marker of a breakdown whose words do not quite say that nothing else belongs to it: brackets behind a number, 包括 over a semicolon.
constexpr Marker suggested = Marker::none;

class Structure {
 public:
  explicit Structure(Extraction& out) : out_(out) {}

  void begin_section();                                        // a heading: nothing carries over but the last total
  void begin_block(std::string_view item_style, int ordinal);  // "" for a paragraph that is no list item; ordinal 0: unknown
  void begin_sentence();
  // `lead` is that of figures[id]; names, kinds and aspects are set. Returns the figure that it is a part of, or no_id.
  FigureId place(FigureId id, const Lead& lead, const Gap& gap, bool next_opens);
  // `tail` is what follows the last figure; a colon at its end opens a list over the paragraphs that come.
  void end_sentence(std::string_view tail, bool last_of_paragraph);

  // The last one of the paragraph that is an income (a spending): what 收入减少5万元 says the change of.
  FigureId level_of_side(std::string_view side) const;
  // The last level of the paragraph whose name begins as `clause` does; no_id: none.
  FigureId level_named(std::string_view clause) const;
  FigureId last_level() const { return last_level_; }  // of this sentence
  // The same, or in brackets that list parts the last of these: （购置费100万元，比上年增加5万元；…）.
  FigureId last_level(bool in_brackets) const { return in_brackets && bracket_.last != no_id ? bracket_.last : last_level_; }
  FigureId block_level() const { return block_level_; }  // last depth-0 level figure of the block

 private:
  struct Open {
    std::size_t relation = 0;
    FigureId total = no_id;
  };
  struct List {
    bool active = false;
    FigureId total = no_id;
    std::size_t relation = SIZE_MAX;
    std::string style;
    int ordinal = 0;  // of the last item
    bool item_has_part = false;
    bool open = false;
  };
  struct Bracket {
    FigureId total = no_id, first = no_id;
    FigureId last = no_id;            // the part that a change behind it is of
    std::size_t relation = SIZE_MAX;  // once it has a second part
    bool open = false, of_which = false;
  };
  bool same_dimension(FigureId a, FigureId b) const;
  FigureId find_total(FigureId part, bool previous_figure_only) const;
  FigureId divided_whole(FigureId part) const;
  bool same_side(FigureId whole, FigureId part) const;
  std::size_t open_relation(FigureId total, Marker marker, bool open);
  void add_part(std::size_t relation, FigureId part);
  bool closes_breakdown(FigureId id, const Lead& lead) const;
  void bracketed(FigureId id, const Lead& lead, const Gap& gap);
  bool divides(FigureId id, const Lead& lead, const Gap& gap) const;
  bool continues_after_semicolon(Relation& relation, std::string_view name) const;
  bool balance(FigureId id, const Lead& lead, const Gap& gap);
  void trailing_total(FigureId id, const Lead& lead);
  void remainder(FigureId id, const Lead& lead, const Gap& gap);
  void reparent_by_share();
  void open_list(std::string_view tail);
  void continue_list(std::string_view item_style, int ordinal);
  FigureId place_list_item(FigureId id);
  bool begins_paragraph(FigureId id) const;
  FigureId list_total_for(std::string_view tail) const;

  Extraction& out_;
  std::vector<Open> stack_;
  std::vector<FigureId> sentence_figures_;                  // outside brackets
  std::vector<FigureId> block_levels_;                      // level figures of depth 0 of this block
  std::vector<FigureId> group_;                             // level amounts of depth 0 since the last semicolon
  FigureId income_total_ = no_id, spending_total_ = no_id;  // of this block
  std::size_t levels_of_sentence_before_ = 0;               // the last one that stated any
  std::size_t levels_before_sentence_ = 0;
  FigureId subject_before_ = no_id;     // the first of the sentence before
  std::size_t sentence_relations_ = 0;  // first relation of this sentence
  FigureId last_level_ = no_id, block_level_ = no_id, block_change_ = no_id, section_total_ = no_id, pending_total_ = no_id;
  std::vector<RelationOperand> balance_;
  std::int8_t balance_sign_ = 1;
  std::size_t balance_run_ = 0;  // where the terms of the last sign begin
  void sum_of_run(FigureId id);
  List list_;
  Bracket bracket_;
  std::string item_style_;
  std::uint8_t blocks_since_item_ = 0;
};

}  // namespace gouji::extractor

// Report: a generated report with its truth. What is printed (sections, paragraphs, tables made of runs of text) and what is known of
// it: each figure with the exact hidden quantity behind it, each relation that the report states between figures.
//
// Values are whole numbers of 10⁻⁷ of their unit (元, a fraction of 1, one person): fine enough for half a unit of the last digit of every
// number that is printed, and sums and comparisons are exact.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "model/decimal.h"

namespace gouji::generate {

using Wide = Decimal::Coefficient;
constexpr Wide scale = 10'000'000;  // of a value of 1
using FigureId = int;
constexpr FigureId nobody = -1;

enum class Measure : std::uint8_t { amount, ratio, points, count, score };  // points: 百分点
std::string name_of(Measure measure);

// A hidden value: value/over of its unit. Figures of one quantity are the same number, wherever and however they are printed.
struct Quantity {
  std::string name;
  Measure measure = Measure::amount;
  std::int64_t value = 0, over = 1;
  std::string period, basis;  // as the records name them: "2023", "final"; "" none
};

struct Figure {
  int quantity = -1;
  std::string number, unit;  // as printed; the unit of a table's caption or header is not printed beside it
  std::string unit_known;    // the unit that it has, wherever that is printed: 万元, %, 人
  Wide value = 0;            // as printed, without sign
  Wide half = 0;             // half a unit of the last printed digit; 0: exact
  int sign = 1;              // −1: a decrease, or printed negative
  int exponent = 0;          // the printed number × 10^exponent is the value
  int decimals = 0;          // printed
  bool in_table = false;
  bool gone = false;  // went with a row that a fault left out
  // Where it was printed: lines count LFs from 1, offsets are code points from the line's start, of the first digit or sign.
  std::uint64_t line = 0, offset = 0;
};

struct Term {
  FigureId figure = nobody;
  int sign = 1;
};

// What the report states of its figures. value(result) =
enum class RelationKind : std::uint8_t {
  sum,       // Σ terms
  at_most,   // the least that it is: Σ terms or more (其中, which may leave parts out)
  equal,     // the one term: the same quantity in two places
  quotient,  // term 0 ÷ term 1
  growth,    // term 0 ÷ (term 1 − term 0): change and present level
  change,    // (term 0 − term 1) ÷ term 1: present and former level
  product,   // term 0 × term 1
};
std::string name_of(RelationKind kind);

struct Relation {
  RelationKind kind = RelationKind::sum;
  FigureId result = nobody;
  std::vector<Term> terms;
  bool by_names = false;  // only the names of a 其中 list say that it is whole: without one of them it is not
};

struct Run {
  std::string text{};
  FigureId figure = nobody;     // the run is this figure's number and unit …
  FigureId direction = nobody;  // … or the word that says its direction,
  std::string opposite{};       // whose opposite this is
};
using Line = std::vector<Run>;

struct Cell {
  std::vector<Line> lines{};  // none: blank
  unsigned columns = 1, rows = 1;
};
struct Row {
  std::vector<Cell> cells;  // from left to right, those that begin in this row
  bool leaf = false;        // can be left out or doubled: only sums know of it
};
struct Table {
  std::string title, unit, left_of_unit;  // "公开02表", 编制单位：…
  unsigned columns = 0, header_rows = 0;
  std::vector<Row> rows;  // header rows first
};

struct Element {
  enum class Kind : std::uint8_t { title, heading, paragraph, table } kind = Kind::paragraph;
  Line text;
  Table table;
  std::string furniture;  // a line of its own that belongs to no paragraph
};

// A leaf of prose that can be left out: runs [begin, end) of an element's text, a part of a listed sum.
struct ListedPart {
  std::size_t element = 0, begin = 0, end = 0;
  FigureId figure = nobody;
};

enum class FaultKind : std::uint8_t {
  digit_changed,
  digits_swapped,
  unit_slip,
  sign_flipped,
  row_missing,
  row_doubled,
  total_wrong,
  rate_stale,
  cells_exchanged,
  repeat_stale
};
constexpr std::uint8_t fault_kinds = 10;
std::string name_of(FaultKind kind);

struct Fault {
  FaultKind kind = FaultKind::digit_changed;
  std::vector<FigureId> figures;    // whose print was changed; of a missing row: those that went with it
  std::string printed, was;         // the first one's number and unit (or the word for its direction), now and before
  std::vector<std::size_t> broken;  // relations that no longer hold, beyond what rounding explains
  std::vector<FigureId> suspects;   // figures whose change alone would mend all of them
};

struct Report {
  std::string kind, entity, title;
  int year = 0;
  std::deque<Quantity> quantities;  // a quantity stays where it is while others are added
  std::vector<Figure> figures;
  std::vector<Relation> relations;
  std::vector<Element> elements;
  std::vector<ListedPart> listed;
  std::vector<Fault> faults;  // none, or the one that was planted
};

}  // namespace gouji::generate

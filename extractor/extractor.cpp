#include "extractor/extractor.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/facts.h"
#include "extractor/paragraph_reader.h"
#include "extractor/table_reader.h"

namespace gouji::extractor {
namespace {

// Digits of marks that the reader took out of the text ([bookmark: RANGE!A1]): names, so that no digit goes unaccounted for.
void add_marks(const Document& document, Extraction& out) {
  const std::string& decoded = document.map.decoded();
  for (const TextRange mark : document.marks) {
    for (std::uint32_t at = mark.begin; at < mark.end; ++at) {
      if (!is_ascii_digit(decoded[at])) continue;
      Number number;
      number.text.begin = at;
      while (at < mark.end && is_ascii_digit(decoded[at])) ++at;
      number.text.end = at;
      number.number_class = NumberClass::name;
      number.in_decoded = true;
      out.numbers.push_back(number);
    }
  }
}

void sort_by_source(const Document& document, std::vector<Number>& numbers) {
  const auto key = [&](const Number& n) { return n.in_decoded ? n.text.begin : document.map.first_decoded(n.text); };
  std::vector<std::pair<std::uint32_t, Number>> keyed;
  keyed.reserve(numbers.size());
  for (const Number& n : numbers) keyed.emplace_back(key(n), n);
  const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (std::is_sorted(keyed.begin(), keyed.end(), before)) return;
  std::stable_sort(keyed.begin(), keyed.end(), before);
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = keyed[i].second;
}

}  // namespace

Extraction extract(const Document& document, const patterns::Library& library) {
  Extraction out;
  out.facts = read_facts(document);
  // Most reports then move no figure while they are read: a figure every so many bytes of text, and in half of the cells.
  constexpr std::size_t bytes_of_a_figure = 64, most_cells = 100'000;
  std::size_t cells = 0;
  for (const Table& table : document.tables) cells += table.cells.size();
  out.figures.reserve(document.text.size() / bytes_of_a_figure + std::min(cells, most_cells) / 2);
  ParagraphReader reader(document, library, out);
  TableReader tables(document, library, reader, out);
  for (BlockId id = 0; id < document.blocks.size(); ++id) {
    if (document.blocks[id].kind == BlockKind::table)
      tables.read(id);
    else
      reader.read(id);
  }
  std::erase_if(out.relations, [](const Relation& r) { return r.operands.size() < 2; });
  add_marks(document, out);
  sort_by_source(document, out.numbers);
  return out;
}

}  // namespace gouji::extractor

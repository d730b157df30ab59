#include "extractor/extractor.h"

#include <algorithm>

#include "extractor/facts.h"
#include "extractor/paragraph_reader.h"

namespace gouji::extractor {

Extraction extract(const Document& document, const patterns::Library& library) {
  Extraction out;
  out.facts = read_facts(document);
  ParagraphReader reader(document, library, out);
  for (BlockId id = 0; id < document.blocks.size(); ++id) reader.read(id);
  std::erase_if(out.relations, [](const Relation& r) { return r.operands.size() < 2; });
  std::sort(out.numbers.begin(), out.numbers.end(), [](const Number& a, const Number& b) { return a.text.begin < b.text.begin; });
  return out;
}

}  // namespace gouji::extractor
